// In: the text of `links.json`. Out: the ledger of the last link check, or null when the text is none.

import type { LinkLedger, LinkResult } from './study.ts';

export function readLinkLedger(text: string): LinkLedger | null {
  const value = parsed(text.replace(/^\uFEFF/, ''));
  if (!isRecord(value) || !isRecord(value.results) || !isDay(value.checked)) return null;
  const results = Object.entries(value.results).map(([address, result]) => [address, resultOf(result)] as const);
  const known = results.filter((entry): entry is readonly [string, LinkResult] => entry[1] !== null);
  return known.length === results.length ? { checked: value.checked, results: Object.fromEntries(known) } : null;
}

function resultOf(value: unknown): LinkResult | null {
  if (!isRecord(value)) return null;
  const { status, ok, since } = value;
  if ((typeof status !== 'number' && typeof status !== 'string') || typeof ok !== 'boolean') return null;
  if (since === undefined) return { status, ok };
  return isDay(since) ? { status, ok, since } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Fields = Readonly<Partial<Record<'results' | 'checked' | 'status' | 'ok' | 'since', unknown>>> &
  Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

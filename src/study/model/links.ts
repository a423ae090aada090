// In: the text of `links.json`. Out: the ledger of the last link check, or null when the text is none; and what is wrong with it.

import { parseYaml } from '../parse/yaml-file.ts';
import { field, pairs, refuse, type Reader } from './fields.ts';
import type { LinkLedger, LinkResult } from './study.ts';

/** Results that cannot be read are left out. */
export function readLinkLedger(text: string): LinkLedger | null {
  const value = parsed(text.replace(/^\uFEFF/, ''));
  if (!isRecord(value) || !isRecord(value.results) || !isDay(value.checked)) return null;
  const results = Object.entries(value.results).map(([address, result]) => [address, resultOf(result)] as const);
  const known = results.filter((entry): entry is readonly [string, LinkResult] => entry[1] !== null);
  return { checked: value.checked, results: Object.fromEntries(known) };
}

/** JSON is YAML, too, and so every fault has its place; a sound file is not read that slowly. */
export function linkLedgerFaults(text: string): Reader {
  const reader: Reader = { file: parseYaml(isSound(text) ? '' : text), notices: [] };
  const { data, notices } = reader.file;
  if (data === null || notices.length > 0) return reader;
  if (!isRecord(parsed(text))) refuse(reader, [], data, 'JSON, as npm run linkcheck writes it');
  else if (!isDay(field(data, 'checked'))) refuse(reader, ['checked'], field(data, 'checked'), 'a day');
  for (const [address, result] of pairs(reader, ['results'], field(data, 'results') ?? ''))
    if (resultOf(result) === null) refuse(reader, ['results', address], result, 'status, ok and perhaps since');
  return reader;
}

function isSound(text: string): boolean {
  const written = field(parsed(text.replace(/^\uFEFF/, '')), 'results');
  const ledger = readLinkLedger(text);
  return ledger !== null && isRecord(written) && sizeOf(ledger.results) === sizeOf(written);
}

const sizeOf = (record: object): number => Object.keys(record).length;

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

// In: the text of content/anchors.jsonl. Out: its lines as entries, and the other way round. One line an id, sorted, so that git merges it.

import type { AnchorNotice } from './allocation.ts';
import { isSketch } from './similarity.ts';

export interface LedgerEntry {
  readonly id: string;
  /** `live` stands in its note; `moved` is another source's text now; `retired` is gone, perhaps with a trace in `to`. */
  readonly status: 'live' | 'retired' | 'moved';
  /** Release in which the id was allocated. */
  readonly since: string;
  /** Release of the last declared edit. */
  readonly edited?: string;
  /** Release in which it went, and the researcher's reason. A live line with it waits for one: a released id that nobody has withdrawn. */
  readonly gone?: string;
  readonly reason?: string;
  /** Rank among the excerpts of its source when last seen; a fraction when it came between two others, so that their lines stay. */
  readonly order: number;
  /** First words, for people; absent for withheld text. */
  readonly words?: string;
  /** Ids that carry its text, or parts of it. */
  readonly to?: readonly string[];
  /** Ids that the text had before, or came from. */
  readonly was?: readonly string[];
  readonly hash: string;
  readonly sketch: string;
}

export interface Ledger {
  /** One an id, sorted. */
  readonly entries: readonly LedgerEntry[];
  readonly notices: readonly AnchorNotice[];
  /** Highest number ever mentioned of each source, in lines that cannot be read as well: such numbers are never given again. */
  readonly highest: ReadonlyMap<string, number>;
  /** Lines that cannot be read, as they are: kept at the end of the file until somebody mends them. Git's conflict marks are not kept. */
  readonly unreadable: readonly string[];
  readonly text: string;
}

/** Nine digits, so that every number is exact. */
export const highestNumber = 999_999_999;

/** Source and number of an excerpt id, `null` for anything else. */
export function partsOf(id: string): { readonly source: string; readonly number: number } | null {
  const [, source, number] = /^([a-z0-9_-]+)-e([1-9]\d{0,8})$/.exec(id) ?? [];
  return source === undefined ? null : { source, number: Number(number) };
}

/** `release` is the study's own: lines of earlier releases have precedence over its lines. */
export function parseLedger(text: string, release = ''): Ledger {
  const notices: AnchorNotice[] = [];
  const lines = new Map<string, Line>();
  const unreadable: string[] = [];
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .forEach((words, at) => {
      if (words.trim() === '') return;
      const line = at + 1;
      const read = readLine(words);
      if (read !== null) {
        for (const field of read.unused) notices.push({ code: 'ledger-syntax', line, args: { line, field } });
        return addLine(lines, notices, { entry: read.entry, line }, release);
      }
      notices.push({ code: 'ledger-syntax', line, args: { line, reason: words.slice(0, 60) } });
      if (!/^(?:<{7}|\|{7}|={7}|>{7})/.test(words)) unreadable.push(words);
    });
  const entries = sortById(Array.from(lines.values(), ({ entry }) => entry));
  return { entries, notices, highest: highestNumbers(text), unreadable, text };
}

/** A ledger from entries, for ones that come from no file. */
export const ledgerOf = (entries: readonly LedgerEntry[]): Ledger => parseLedger(formatLedger(entries));

export const formatLedger = (entries: readonly LedgerEntry[]): string =>
  sortById(entries)
    .map((entry) => `${formatEntry(entry)}\n`)
    .join('');

/** One line, keys in a fixed order. */
export function formatEntry(entry: LedgerEntry): string {
  const { id, status, since, edited, gone, reason, order, words, to, was, hash, sketch } = entry;
  return JSON.stringify({ id, status, since, edited, gone, reason, order, words, to, was, hash, sketch });
}

/** By source, then by number: `s2-e9` before `s2-e10` before `s10-e1`. */
export function sortById<T extends { readonly id: string }>(items: readonly T[]): T[] {
  const keyed = items.map((item) => ({ item, key: sortKey(item.id) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ item }) => item);
}

/** Every run of digits is preceded by its length, so that plain string order is numeric order. */
function sortKey(id: string): string {
  const parts = partsOf(id);
  const number = (digits: string): string => String.fromCharCode(0x30 + Math.min(digits.length, 40)) + digits;
  const source = (parts?.source ?? id).replace(/\d+/g, (digits) => number(digits.replace(/^0+(?=\d)/, '')));
  return `${source} ${number(String(parts?.number ?? 0))} ${id}`;
}

interface Line {
  readonly entry: LedgerEntry;
  readonly line: number;
}

/** Two branches may give one number to two texts: an earlier release keeps it, else a live line, else the first; the other text gets a new one. */
function addLine(lines: Map<string, Line>, notices: AnchorNotice[], next: Line, release: string): void {
  const { id } = next.entry;
  const first = lines.get(id);
  if (first === undefined) return void lines.set(id, next);
  if (formatEntry(first.entry) === formatEntry(next.entry)) return;
  const rank = ({ entry }: Line): number => (entry.since === release ? 2 : 0) + (entry.status === 'live' ? 0 : 1);
  const kept = rank(next) < rank(first) ? next : first;
  lines.set(id, kept);
  notices.push({
    code: 'ledger-duplicate-id',
    line: next.line,
    excerpt: id,
    args: { id, line: next.line, first: first.line, kept: kept.line },
  });
}

const reserved = /(?<![a-z0-9_-])([a-z0-9_-]{1,200})-e([1-9]\d{0,8})(?!\d)/g;

function highestNumbers(text: string): Map<string, number> {
  const highest = new Map<string, number>();
  for (const [source, number] of mentioned(text)) highest.set(source, Math.max(highest.get(source) ?? 0, number));
  return highest;
}

function* mentioned(text: string): Generator<readonly [source: string, number: number]> {
  for (const line of text.split(/[\r\n]+/)) {
    // Ids stand in quotes before and after the words; the words may hold anything.
    const ids = line.replace(/"(?:words|reason|sketch)":"(?:[^"\\]|\\.)*"/g, '').matchAll(reserved);
    for (const [, source, number] of ids) if (source !== undefined) yield [source, Number(number)];
  }
}

/** Numbers of a source that no text mentions, in order; asked for only where somebody wrote the highest one by hand. */
export function* unmentioned(source: string, text: string): Generator<number, never> {
  const taken = new Set(
    mentioned(text)
      .filter(([other]) => other === source)
      .map(([, number]) => number),
  );
  for (let number = 1; ; number += 1) if (!taken.has(number)) yield number;
}

interface ReadLine {
  readonly entry: LedgerEntry;
  /** Keys that are none of an entry, or whose value cannot be used. */
  readonly unused: readonly string[];
}

function readLine(line: string): ReadLine | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const fields = new Map<string, unknown>(Object.entries(value));
  const entry = readEntry(fields);
  if (entry === null) return null;
  const used = new Map<string, unknown>(Object.entries(entry));
  const isUsed = ([key, found]: readonly [string, unknown]): boolean => {
    const read = used.get(key);
    return read === found || (Array.isArray(read) && Array.isArray(found) && read.length === found.length);
  };
  return { entry, unused: [...fields].filter((field) => !isUsed(field)).map(([key]) => key) };
}

function readEntry(fields: ReadonlyMap<string, unknown>): LedgerEntry | null {
  const text = (key: string): string | undefined => {
    const value = fields.get(key);
    return typeof value === 'string' ? value : undefined;
  };
  const [id, status, hash, sketch] = [text('id'), text('status'), text('hash'), text('sketch') ?? ''];
  const order = fields.get('order') ?? 0;
  if (id === undefined || partsOf(id) === null || hash === undefined || !/^[0-9a-f]{16}$/.test(hash)) return null;
  if (status !== 'live' && status !== 'retired' && status !== 'moved') return null;
  if (typeof order !== 'number' || !Number.isFinite(order) || !isSketch(sketch)) return null;
  const optional = { edited: text('edited'), gone: text('gone'), reason: text('reason'), words: text('words') };
  const lists = { to: idsIn(fields.get('to')), was: idsIn(fields.get('was')) };
  return { id, status, since: text('since') ?? '', ...present({ ...optional, ...lists }), order, hash, sketch };
}

function idsIn(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const ids = value.filter((id): id is string => typeof id === 'string' && partsOf(id) !== null);
  return ids.length === 0 ? undefined : ids;
}

/** Without the keys that have no value. */
export function present<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  // The cast only says what the filter has done.
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

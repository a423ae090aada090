// In: unknown data from a settings file. Out: typed values, and a notice for every one that cannot be used.

import type { Notice } from '../parse/note.ts';
import type { Path, YamlFile } from '../parse/yaml-file.ts';

export type { Path } from '../parse/yaml-file.ts';

/** Reads one settings file; remembers what was wrong with it. */
export interface Reader {
  readonly file: YamlFile;
  readonly notices: Notice[];
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Own keys only: a settings file may well have a key `constructor`. */
const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  isRecord(value) ? Object.entries(value) : [];

export const field = (value: unknown, key: string): unknown =>
  isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;

export function refuse(reader: Reader, path: Path, value: unknown, expected: string): void {
  const args = { key: nameOf(path), value: brief(value), expected };
  reader.notices.push({ code: 'settings-value', span: reader.file.spanOf(path), args });
}

/** The key at the end of a path is what is wrong. */
export function refuseKey(reader: Reader, path: Path, expected: string): void {
  const args = { key: nameOf(path.slice(0, -1)) || 'the key', value: brief(path.at(-1)), expected };
  reader.notices.push({ code: 'settings-value', span: reader.file.keySpanOf(path), args });
}

const nameOf = (path: Path): string =>
  path.map((step) => (typeof step === 'number' ? `[${step + 1}]` : step)).join('.');

const brief = (value: unknown): string => {
  if (typeof value === 'string') return value.slice(0, 80);
  return (JSON.stringify(value) ?? String(value)).slice(0, 80);
};

/** A line of text; numbers and dates in YAML count as what is written, `1.10` and all. */
export function text(reader: Reader, path: Path, value: unknown, fallback = ''): string {
  if (value === undefined || value === null) return fallback;
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return reader.file.writtenAt(path) ?? String(value);
  refuse(reader, path, value, 'a text');
  return fallback;
}

export function oneOf<const T extends string>(
  reader: Reader,
  path: Path,
  value: unknown,
  choices: readonly T[],
  fallback: NoInfer<T>,
): T {
  if (value === undefined || value === null) return fallback;
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  refuse(reader, path, value, choices.join(' or '));
  return fallback;
}

export function list(reader: Reader, path: Path, value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  refuse(reader, path, value, 'a list');
  return [];
}

export const texts = (reader: Reader, path: Path, value: unknown): readonly string[] =>
  list(reader, path, typeof value === 'string' ? [value] : value)
    .map((item, i) => text(reader, [...path, i], item))
    .filter((item) => item !== '');

export function flag(reader: Reader, path: Path, value: unknown, fallback: boolean): boolean {
  if (typeof value === 'boolean') return value;
  refuse(reader, path, value, 'true or false');
  return fallback;
}

export function count(reader: Reader, path: Path, value: unknown): number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  refuse(reader, path, value, 'a whole number');
  return null;
}

/** Keys that the author chooses, such as ids, each with its value. */
export function pairs(reader: Reader, path: Path, value: unknown): readonly (readonly [string, unknown])[] {
  if (value !== undefined && value !== null && !isRecord(value)) refuse(reader, path, value, 'keys and values');
  return entriesOf(value);
}

/** Reports a value that has no keys, and keys that mean nothing here. */
export function onlyKeys(reader: Reader, path: Path, value: unknown, known: readonly string[]): void {
  for (const [key] of pairs(reader, path, value)) {
    if (known.includes(key)) continue;
    const nearest = known.find(
      (other) => other.toLowerCase().replace(/[^a-z]/g, '') === key.toLowerCase().replace(/[^a-z]/g, ''),
    );
    reader.notices.push({
      code: 'settings-unknown-key',
      span: reader.file.keySpanOf([...path, key]),
      args: { key: [...path, key].join('.'), ...(nearest === undefined ? {} : { nearest }) },
    });
  }
}

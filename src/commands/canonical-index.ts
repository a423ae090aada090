// In: the folder of a Pagefind 1.5 index. Out: the same index with the same bytes each time it is built from the same records.
// Pagefind keeps filters and their values in hash maps whose order differs from run to run: `filter/*`, `*.pf_meta` and
// `pagefind-entry.json` differ, all else is equal. Each of these files is gzip over `pagefind_dcd` and CBOR.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';

const signature = Buffer.from('pagefind_dcd', 'latin1');

export function canonicalise(folder: string): void {
  const entryPath = join(folder, 'pagefind-entry.json');
  // The file is Pagefind's own; `languageOf` checks the part that is used.
  const entry = JSON.parse(readFileSync(entryPath, 'utf8')) as { languages: Record<string, unknown> };
  for (const [language, about] of sortedEntries(entry.languages)) {
    const { hash } = languageOf(about);
    const renamed = canonicalFilters(folder, language);
    const meta = canonicalMeta(read(join(folder, `pagefind.${hash}.pf_meta`)), renamed);
    const bytes = pack(meta);
    const name = `${language}_${digest(bytes, 10)}`;
    rmSync(join(folder, `pagefind.${hash}.pf_meta`));
    writeFileSync(join(folder, `pagefind.${name}.pf_meta`), bytes);
    entry.languages[language] = { ...languageOf(about), hash: name };
  }
  const languages = Object.fromEntries(sortedEntries(entry.languages));
  writeFileSync(entryPath, JSON.stringify({ ...entry, languages }));
}

/** Sorts the values of each filter; gives the new name for each old one. */
function canonicalFilters(folder: string, language: string): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  const files = namesIn(join(folder, 'filter')).filter((name) => name.startsWith(`${language}_`));
  for (const file of files) {
    const path = join(folder, 'filter', file);
    const [name, values] = tuple(read(path), file);
    const bytes = pack([name, sortedByName(values)]);
    rmSync(path);
    const stem = freeName(renamed, `${language}_${digest(bytes, 7)}`);
    renamed.set(file.replace(/\.pf_filter$/, ''), stem);
    writeFileSync(join(folder, 'filter', `${stem}.pf_filter`), bytes);
  }
  return renamed;
}

/** [version, pages, index chunks, filters, sorts, meta fields]: filters and sorts are pairs that begin with a name. */
function canonicalMeta(meta: unknown, renamed: ReadonlyMap<string, string>): unknown {
  const [version, pages, chunks, filters, sorts, ...rest] = tuple(meta, 'pf_meta');
  const named = list(filters, 'filters').map((filter) => {
    const [name, hash] = tuple(filter, 'filter');
    return [name, renamed.get(String(hash)) ?? hash];
  });
  return [version, pages, chunks, sortedByName(named), sortedByName(sorts), ...rest];
}

function sortedByName(pairs: unknown): readonly unknown[] {
  return list(pairs, 'pairs')
    .map((pair) => ({ name: String(tuple(pair, 'pair')[0]), pair }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ pair }) => pair);
}

function read(path: string): unknown {
  const plain = gunzipSync(readFileSync(path));
  if (!plain.subarray(0, signature.length).equals(signature)) throw new Error(`${path} is not a Pagefind 1.5 file.`);
  return decode(plain.subarray(signature.length));
}

function pack(value: unknown): Buffer {
  const bytes = gzipSync(Buffer.concat([signature, encode(value)]), { level: 9 });
  // RFC 1952: byte 9 names the operating system; 255 is unknown. The time in bytes 4–7 is already 0.
  bytes[9] = 255;
  return bytes;
}

const digest = (bytes: Uint8Array, length: number): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, length);

/** Two filters with one short hash would overwrite each other; the first by old name keeps it. */
function freeName(renamed: ReadonlyMap<string, string>, stem: string): string {
  const taken = new Set(renamed.values());
  return taken.has(stem) ? freeName(renamed, `${stem}0`) : stem;
}

function list(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`Pagefind's ${what}: expected a list. Has its version changed?`);
  return value;
}

const tuple = (value: unknown, what: string): readonly unknown[] => list(value, what);

function languageOf(about: unknown): { hash: string } {
  if (typeof about !== 'object' || about === null || !('hash' in about) || typeof about.hash !== 'string') {
    throw new Error("Pagefind's entry: expected a hash for each language. Has its version changed?");
  }
  return { ...about, hash: about.hash };
}

const sortedEntries = (object: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] =>
  Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

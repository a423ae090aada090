// In: the texts of a store's shards. Out: which shards hold a word, as files of words in their order: with them a rare word needs few
// texts, and a word that occurs nowhere needs none. What they say is an upper bound; the texts themselves decide.

import { byCodePoint, fold } from './folding.ts';
import { textsOf, type Query } from './query.ts';
import { termOf, type Term } from './terms.ts';
import { stemOf } from './variants.ts';
import { wordsOf } from './words.ts';

/** A file holds the words from `from` to the next file's; `bytes` in UTF-8, before compression. */
export interface WordFileEntry {
  readonly file: string;
  readonly from: string;
  readonly bytes: number;
}

/** Each word and, after it, the steps from one of its shards to the next, the first from -1; none: it may be in any. */
export interface WordFile {
  readonly study: string;
  readonly from: string;
  readonly words: readonly (string | number)[];
}

/** The words of the files that are loaded. */
export interface WordTable {
  readonly files: ReadonlySet<number>;
  /** Shards, ascending; `null`: it may be in any. */
  readonly words: ReadonlyMap<string, readonly number[] | null>;
}

export const noWords: WordTable = { files: new Set(), words: new Map() };

/** Of words that stand in nearly all shards the numbers would fill the files, and spare nothing. */
const commonShare = 9 / 10;

/** `shards`: the texts of each. `fileBytes`: the size above which a file takes no further word. */
export function wordFiles(
  study: string,
  shards: readonly (readonly string[])[],
  fileBytes: number,
): readonly (WordFileEntry & { readonly json: string })[] {
  const known = shardsByWord(shards);
  const words = [...known.keys()].sort(byCodePoint);
  const files: WordFile[] = [];
  let items: (string | number)[] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const item = [word, ...stepsOf(known.get(word) ?? [], shards.length)];
    const bytes = JSON.stringify(item).length;
    if (size + bytes > fileBytes) {
      items = [];
      size = 0;
      files.push({ study, from: word, words: items });
    }
    items.push(...item);
    size += bytes;
  }
  return files.map((file, index) => {
    const json = JSON.stringify(file);
    const name = `words-${study.slice(0, 12)}-${index}.json`;
    return { file: name, from: file.from, bytes: new TextEncoder().encode(json).length, json };
  });
}

function shardsByWord(shards: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const known = new Map<string, number[]>();
  shards.forEach((texts, shard) => {
    for (const text of texts) {
      for (const word of wordsOf(fold(text))) {
        const list = known.get(word);
        if (list === undefined) known.set(word, [shard]);
        else if (list.at(-1) !== shard) list.push(shard);
      }
    }
  });
  return known;
}

const stepsOf = (shards: readonly number[], of: number): readonly number[] =>
  shards.length > of * commonShare ? [] : shards.map((shard, index) => shard - (shards[index - 1] ?? -1));

/** With the words of one more file; `null` when it is of another study. */
export function withWordFile(
  table: WordTable,
  entries: readonly WordFileEntry[],
  study: string,
  file: WordFile,
): WordTable | null {
  const at = entries.findIndex(({ from }) => from === file.from);
  if (at < 0 || file.study !== study) return null;
  const words = new Map(table.words);
  let shards: number[] = [];
  for (const item of file.words) {
    if (typeof item === 'string') words.set(item, (shards = []));
    else shards.push((shards.at(-1) ?? -1) + item);
  }
  for (const [word, list] of words) if (list?.length === 0) words.set(word, null);
  return { files: new Set([...table.files, at]), words };
}

/** The files that hold the words of a query which rule texts out, by their place in the manifest; ascending. */
export function wordFilesOf(entries: readonly WordFileEntry[], query: Query): readonly number[] {
  const terms = textsOf(query).map(termOf);
  const found = terms.flatMap((term) => term.words.flatMap((word) => filesWith(entries, ...rangeOf(term, word))));
  return [...new Set(found)].sort((a, b) => a - b);
}

/** Words that share a stem share all of it but its last letter: `carr` of `carry` and `carries`. */
const rangeOf = (term: Term, word: string): readonly [string, string] =>
  term.variants ? [word.slice(0, -1), `${word.slice(0, -1)}\u{10ffff}`] : [word, word];

const filesWith = (entries: readonly WordFileEntry[], first: string, last: string): readonly number[] =>
  entries.flatMap(({ from }, at) => {
    const next = entries[at + 1]?.from;
    const begins = at === 0 || byCodePoint(from, last) <= 0;
    return begins && (next === undefined || byCodePoint(next, first) > 0) ? [at] : [];
  });

/** The shards that can hold a term, ascending; `null`: any can, as far as the loaded files tell. */
export function shardsWith(table: WordTable, entries: readonly WordFileEntry[], term: Term): readonly number[] | null {
  const lists = term.words.map((word) => {
    const [first, last] = rangeOf(term, word);
    if (!filesWith(entries, first, last).every((at) => table.files.has(at))) return null;
    return term.variants ? withStem(table, word) : listOf(table, word);
  });
  const known = lists.filter((list) => list !== null);
  const [shortest, ...others] = known.sort((a, b) => a.length - b.length);
  if (shortest === undefined || entries.length === 0) return null;
  const rest = others.map((list) => new Set(list));
  return shortest.filter((shard) => rest.every((list) => list.has(shard)));
}

const listOf = ({ words }: WordTable, word: string): readonly number[] | null => {
  const list = words.get(word);
  return list === undefined ? [] : list;
};

function withStem({ words }: WordTable, stem: string): readonly number[] | null {
  const lists = [...words].filter(([word]) => stemOf(word) === stem).map(([, list]) => list);
  const known = lists.filter((list) => list !== null);
  return known.length < lists.length ? null : [...new Set(known.flat())].sort((a, b) => a - b);
}

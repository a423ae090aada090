// In: folded texts of one shard. Out: which of them hold a word. Built once when a shard arrives, never changed.

import { byCodePoint } from './folding.ts';
import { stemOf } from './variants.ts';
import { noWords, type WordTable } from './word-table.ts';
import { wordsOf } from './words.ts';

export interface Segment {
  /** Ordinal of its first text. */
  readonly first: number;
  readonly folded: readonly string[];
  /** Word → ordinals, ascending. */
  readonly words: ReadonlyMap<string, readonly number[]>;
}

export function buildSegment(first: number, folded: readonly string[]): Segment {
  const words = new Map<string, number[]>();
  folded.forEach((text, index) => {
    const ordinal = first + index;
    for (const word of wordsOf(text)) {
      const list = words.get(word);
      if (list === undefined) words.set(word, [ordinal]);
      else if (list.at(-1) !== ordinal) list.push(ordinal);
    }
  });
  return { first, folded, words };
}

const stems = new WeakMap<Segment, ReadonlyMap<string, readonly string[]>>();

/** Stem → the segment's words that share it; made when variants are first asked for. */
export function wordsByStem(segment: Segment): ReadonlyMap<string, readonly string[]> {
  const made = stems.get(segment);
  if (made !== undefined) return made;
  const words = new Map<string, string[]>();
  for (const word of segment.words.keys()) {
    const stem = stemOf(word);
    const list = words.get(stem);
    if (list === undefined) words.set(stem, [word]);
    else list.push(word);
  }
  stems.set(segment, words);
  return words;
}

/** Word → number of excerpts that hold it, at least: for suggestions and spelling. */
export type Vocabulary = ReadonlyMap<string, number>;

/** Counted over the loaded segments; a word of the table stands in one excerpt at least of each other shard that has it. */
export function vocabularyOf(segments: readonly (Segment | null)[], table: WordTable = noWords): Vocabulary {
  const counts = new Map<string, number>();
  for (const segment of segments) {
    for (const [word, ordinals] of segment?.words ?? []) counts.set(word, (counts.get(word) ?? 0) + ordinals.length);
  }
  for (const [word, shards] of table.words) {
    const elsewhere = (shards ?? []).filter((shard) => segments[shard] === null).length;
    counts.set(word, Math.max(1, (counts.get(word) ?? 0) + elsewhere));
  }
  return counts;
}

/** The words of the vocabulary that count as variants of a word, most frequent first: the label that variants owe their reader. */
export function variantsIn(vocabulary: Vocabulary, word: string): readonly string[] {
  const stem = stemOf(word);
  const found = [...vocabulary].filter(([other]) => stemOf(other) === stem);
  return found.sort((a, b) => b[1] - a[1] || byCodePoint(a[0], b[0])).map(([other]) => other);
}

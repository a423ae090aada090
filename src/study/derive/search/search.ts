// In: a store and a query. Out: the ids that scan.ts would find, in the asked order, and how exact their count is. An index of
// words proposes, the texts themselves dispose; filters read the records, so they need no text.

import type { ExcerptId } from '../../model/ids.ts';
import type { Store } from './open-store.ts';
import { needsText, textsOf, type Query, type TextQuery } from './query.ts';
import { compareRelevance, isRankable, relevanceOf } from './rank.ts';
import { filterTest } from './scan.ts';
import { occursIn, termOf, type Term } from './terms.ts';
import { wordsByStem, type Segment } from './word-index.ts';

/** `exact`: every text was there to read; `at least`: shards are still missing. */
export interface Count {
  readonly kind: 'exact' | 'at least';
  readonly hits: number;
  /** Excerpts whose text was read, of how many. */
  readonly read: number;
  readonly of: number;
}

export interface Results {
  readonly ids: readonly ExcerptId[];
  /** The same, as places in `store.records`. */
  readonly ordinals: readonly number[];
  readonly order: 'study' | 'relevance';
  readonly count: Count;
}

/** `null` order: by relevance when the query has several words, else study order. */
export function search(store: Store, query: Query, order: 'study' | 'relevance' | null = null): Results {
  const texts = textsOf(query);
  const ranked = order === 'relevance' || (order === null && isRankable(texts));
  const hits = ordinalsOf(matchingBits(store, query));
  const ordinals = ranked ? byRelevance(store, hits, texts) : hits;
  const ids = ordinals.map((ordinal) => store.records[ordinal]?.id).filter((id) => id !== undefined);
  return { ids, ordinals, order: ranked ? 'relevance' : 'study', count: countOf(store, query, hits.length) };
}

/** One byte an excerpt: 1 where it matches. Excerpts whose text is needed and not loaded do not match. */
export type Bits = Uint8Array;

export function matchingBits(store: Store, query: Query): Bits {
  const all = new Uint8Array(store.records.length).fill(1);
  if (!needsText(query)) return evaluate(store, query, all);
  return evaluate(store, query, loadedBits(store));
}

export function ordinalsOf(bits: Bits): readonly number[] {
  const ordinals: number[] = [];
  bits.forEach((bit, ordinal) => {
    if (bit === 1) ordinals.push(ordinal);
  });
  return ordinals;
}

function countOf(store: Store, query: Query, hits: number): Count {
  const of = store.records.length;
  const loaded = store.segments.reduce((sum, segment) => sum + (segment?.folded.length ?? 0), 0);
  const read = needsText(query) ? loaded : of;
  return { kind: read === of ? 'exact' : 'at least', hits, read, of };
}

function loadedBits(store: Store): Bits {
  const bits = new Uint8Array(store.records.length);
  for (const segment of store.segments) {
    if (segment !== null) bits.fill(1, segment.first, segment.first + segment.folded.length);
  }
  return bits;
}

// The matching ones among `within`: what is cheap comes first, so that texts are read only where all else agrees.
function evaluate(store: Store, query: Query, within: Bits): Bits {
  switch (query.kind) {
    case 'all':
      return [...query.of]
        .sort((a, b) => costOf(a) - costOf(b))
        .reduce((bits, part) => evaluate(store, part, bits), within);
    case 'any': {
      const parts = query.of.map((part) => evaluate(store, part, within));
      return within.map((_bit, at) => (parts.some((bits) => bits[at] === 1) ? 1 : 0));
    }
    case 'not': {
      const without = evaluate(store, query.of, within);
      return within.map((bit, at) => (without[at] === 1 ? 0 : bit));
    }
    case 'filter': {
      const test = filterTest(query);
      return within.map((bit, at) => {
        const record = store.records[at];
        return bit === 1 && record !== undefined && test(record) ? 1 : 0;
      });
    }
    default:
      return textBits(store, termOf(query), within);
  }
}

function costOf(query: Query): number {
  if (query.kind === 'filter') return 0;
  if (query.kind === 'word') return query.variants ? 3 : 1;
  return query.kind === 'phrase' ? 2 : 4;
}

function textBits(store: Store, term: Term, within: Bits): Bits {
  const bits = new Uint8Array(within.length);
  for (const segment of store.segments) {
    if (segment === null) continue;
    for (const ordinal of candidates(segment, term)) {
      if (within[ordinal] !== 1) continue;
      if (term.single || occursIn(term, segment.folded[ordinal - segment.first] ?? '')) bits[ordinal] = 1;
    }
  }
  return bits;
}

// The shortest list of texts that can hold the term: those of its rarest word; all texts when it has no word (an emoji).
function candidates(segment: Segment, term: Term): Iterable<number> {
  if (term.words.length === 0) return segment.folded.map((_text, index) => segment.first + index);
  const lists = term.words.map((word) => (term.variants ? withStem(segment, word) : (segment.words.get(word) ?? [])));
  return lists.reduce((shortest, list) => (list.length < shortest.length ? list : shortest));
}

// Ordinals may repeat: they are only marked.
const withStem = (segment: Segment, stem: string): readonly number[] =>
  (wordsByStem(segment).get(stem) ?? []).flatMap((word) => segment.words.get(word) ?? []);

function byRelevance(store: Store, hits: readonly number[], texts: readonly TextQuery[]): readonly number[] {
  const relevance = relevanceOf(texts);
  const folded = foldedAt(store);
  const ranked = hits.map((ordinal) => ({ ordinal, near: relevance(folded(ordinal)) }));
  return ranked.sort((a, b) => compareRelevance(a.near, b.near) || a.ordinal - b.ordinal).map(({ ordinal }) => ordinal);
}

/** Folded text by ordinal, `''` where it is not loaded; quickest when asked in ascending order. */
export function foldedAt(store: Store): (ordinal: number) => string {
  let segment: Segment | null | undefined;
  return (ordinal) => {
    const holds = (one: Segment | null | undefined): boolean =>
      one !== null && one !== undefined && ordinal >= one.first && ordinal < one.first + one.folded.length;
    if (!holds(segment)) segment = store.segments.find(holds);
    return segment?.folded[ordinal - segment.first] ?? '';
  };
}

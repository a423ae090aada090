// In: a search and the library. Out: its answer, told as it grows: from "at least" to exact. The page, its exports and the tests
// all come through here. Why which part of the store is loaded: search-page.rationale.md.

import {
  bytesOf,
  countOf,
  joinHits,
  missingShards,
  missingWordFiles,
  needsText,
  orderOf,
  queryOf,
  search,
  storeOf,
  verify,
  vocabularyOf,
  type Count,
  type Notice,
  type Query,
  type SearchRecord,
  type SearchState,
  type Sort,
  type Store,
} from '#study/search';
import type { Library, LoadFailure } from './library.ts';
import type { Proposals, Propose } from './proposals.ts';

export interface Answer {
  readonly state: SearchState;
  readonly query: Query;
  readonly notices: readonly Notice[];
  readonly store: Store;
  /** The hits in the order that is shown, with their texts where these are known. */
  readonly records: readonly SearchRecord[];
  readonly order: Sort;
  readonly count: Count;
  /** `reading`: more is on its way; `partial`: the rest is read when the reader asks for it, or cannot be had; `whole`: exact. */
  readonly stage: 'reading' | 'partial' | 'whole';
  /** What an exact answer still needs, in bytes on the disk. */
  readonly missingBytes: number;
  /** What the index proposed, when it was asked. */
  readonly proposed: { readonly known: number; readonly read: number; readonly refused: number } | null;
  readonly failure: LoadFailure | null;
}

export interface Desk {
  readonly library: Library;
  readonly propose: Propose;
}

/** Missing text up to this size (about 330 kB compressed) is simply read: the index and its program would take longer. */
export const readWholeBelow = 900_000;
/** How many of the index's candidates are looked at, and how many shards before it is asked at all. */
const candidatesRead = 40;
const shardsFirst = 2;
/** Words are asked for when the texts are so many times as large. */
const wordsPay = 2;
const enough = 10;

/** `exact`: the reader asked for the exact count, whatever it costs. */
export async function answerSearch(
  { library, propose }: Desk,
  state: SearchState,
  exact: boolean,
  tell: (answer: Answer) => void = () => {},
): Promise<Answer> {
  const { query } = queryOf(state);
  const answer = (found: Found = {}): Answer => answerNow(library.store(), state, found);
  const reading = seldom(() => tell({ ...answer(), stage: 'reading' }));
  await askWords(library, query, reading);
  const needed = missingShards(library.store(), query);
  if (needed.length === 0) return answer();
  const whole = exact || bytesOf(library.store().manifest.shards, needed) <= readWholeBelow;
  const begun = answer();
  if (!whole && begun.records.length >= enough) return begun;
  const failure = await library.load(whole ? needed : needed.slice(0, worthReading(begun)), reading);
  const first = answer({ failure });
  if (first.stage === 'whole' || (failure === null && first.records.length >= enough)) return first;
  tell({ ...first, stage: 'reading' });
  return answer({ failure, proposals: await propose(query, candidatesRead, commonIn(library.store())) });
}

/**
 * Where the texts that a query needs are many, its words tell which of them cannot hold a hit. The first shards come along: of a
 * frequent word they hold the first results. Without the words every text is needed, and nothing is untrue.
 */
async function askWords(library: Library, query: Query, arrived: () => void): Promise<void> {
  const { manifest } = library.store();
  const needed = missingShards(library.store(), query);
  const files = missingWordFiles(library.store(), query);
  if (files.length === 0 || bytesOf(manifest.shards, needed) < wordsPay * bytesOf(manifest.words, files)) return;
  await Promise.all([library.loadWords(files), library.load(needed.slice(0, shardsFirst), arrived)]);
}

/** Of a large study, before the index is asked: shards that are known to hold a word each give a hit; else the first of all. */
function worthReading({ store, query, records }: Answer): number {
  if (query.kind === 'word' && missingWordFiles(store, query).length === 0) return enough - records.length;
  return store.segments.every((segment) => segment === null) ? shardsFirst : 0;
}

/** As far as the texts that are here tell: in a quarter of them or more. */
function commonIn(store: Store): (word: string) => boolean {
  const vocabulary = vocabularyOf(store.segments);
  const texts = store.segments.reduce((sum, segment) => sum + (segment?.folded.length ?? 0), 0);
  return (word) => (vocabulary.get(word) ?? 0) * 4 > texts;
}

interface Found {
  readonly failure?: LoadFailure | null;
  readonly proposals?: Proposals | null;
}

function answerNow(store: Store, state: SearchState, { failure = null, proposals = null }: Found): Answer {
  const { query, notices } = queryOf(state);
  const order = orderOf(state, query);
  const verified = proposals === null ? null : verify(store, query, proposals.candidates);
  const records = inOrder(store, query, order, verified?.hits ?? []);
  const count = countOf(store, query, records.length);
  const missing = missingShards(store, query);
  return {
    state,
    query,
    notices,
    store,
    records,
    order,
    count,
    stage: count.kind === 'exact' ? 'whole' : 'partial',
    missingBytes: bytesOf(store.manifest.shards, missing),
    proposed:
      proposals === null || verified === null
        ? null
        : { known: proposals.known, read: proposals.candidates.length, refused: verified.refused.length },
    failure: count.kind === 'exact' ? null : failure,
  };
}

/** The hits among the loaded texts and those that were verified from elsewhere, each once. */
function inOrder(store: Store, query: Query, order: Sort, extra: readonly SearchRecord[]): readonly SearchRecord[] {
  const wanted = order === 'relevance' ? 'relevance' : 'study';
  const found = search(store, query, wanted);
  const recordsOf = (from: Store, ordinals: readonly number[]): readonly SearchRecord[] =>
    ordinals.map((ordinal) => from.records[ordinal]).filter((record) => record !== undefined);
  if (extra.length === 0) return recordsOf(store, found.ordinals);
  const texts = new Map(extra.map((record) => [record.id, record] as const));
  const ids = joinHits(store, found.ids, [...texts.keys()]);
  const joined = ids.flatMap((id) => {
    const own = store.records[store.ordinals.get(id) ?? -1];
    const record = own?.text === '' ? (texts.get(id) ?? own) : own;
    return record === undefined ? [] : [record];
  });
  if (wanted === 'study' || !needsText(query)) return joined;
  // A small store of nothing but these hits puts them in their order.
  const few = storeOf(joined);
  return recordsOf(few, search(few, query, wanted).ordinals);
}

/** At most one call in so many milliseconds, the first at once. */
function seldom(work: () => void, every = 120): () => void {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    if (now - last < every) return;
    last = now;
    work();
  };
}

// In: excerpts without an equal partner, old (as sketches) and new, and the gaps they lie in. Out: pairs that are edits, each the one best candidate.

import { longestRising, type Gaps } from './in-order.ts';
import { isEdit, nearness, threshold, type Shape } from './similarity.ts';

export interface Candidate {
  readonly at: number;
  readonly shape: Shape;
}

export interface NearPair {
  readonly old: number;
  readonly now: number;
  readonly score: number;
}

/** Edits within one source: in place above the declared threshold, elsewhere in the source only when very near. */
export function pairNear(olds: readonly Candidate[], news: readonly Candidate[], gaps: Gaps): NearPair[] {
  if (olds.length === 0 || news.length === 0) return [];
  const inGap = (pair: NearPair): boolean => gaps.ofOld[pair.old] === gaps.ofNew[pair.now];
  const pairs: NearPair[] = [];
  for (const [old, now] of likelyPairs(olds, news, gaps)) {
    const near = nearness(old.shape, now.shape);
    const pair = { old: old.at, now: now.at, score: near.score };
    if (isEdit(near) && (near.score >= threshold.elsewhere || inGap(pair))) pairs.push(pair);
  }
  return keepOrder(bestPairs(pairs, inGap));
}

/** Pairs very near texts wherever they stand: for text that went to another source. */
export function pairElsewhere(olds: readonly Candidate[], news: readonly Candidate[]): NearPair[] {
  if (olds.length === 0 || news.length === 0) return [];
  const pairs: NearPair[] = [];
  for (const [old, now] of likelyPairs(olds, news, null)) {
    const near = nearness(old.shape, now.shape);
    const enough = old.shape.figure !== null || near.seen >= threshold.fewestBigrams;
    if (enough && near.score >= threshold.elsewhere) pairs.push({ old: old.at, now: now.at, score: near.score });
  }
  return bestPairs(pairs, () => false);
}

/** Best first; a pair stays out, with both its texts, when another free candidate is as near and the gap does not decide. */
function bestPairs(pairs: readonly NearPair[], inGap: (pair: NearPair) => boolean): NearPair[] {
  const rank = (pair: NearPair): number => (inGap(pair) ? 0 : 1);
  const sorted = pairs.toSorted((a, b) => b.score - a.score || rank(a) - rank(b) || a.old - b.old || a.now - b.now);
  const ofOld = Map.groupBy(sorted, (pair) => pair.old);
  const ofNew = Map.groupBy(sorted, (pair) => pair.now);
  const [takenOld, takenNew] = [new Set<number>(), new Set<number>()];
  const chosen: NearPair[] = [];
  for (const pair of sorted) {
    if (takenOld.has(pair.old) || takenNew.has(pair.now)) continue;
    const rivals = [...(ofOld.get(pair.old) ?? []), ...(ofNew.get(pair.now) ?? [])].filter(
      (other) => other !== pair && !takenOld.has(other.old) && !takenNew.has(other.now),
    );
    const close = rivals.filter((other) => other.score > pair.score - threshold.doubt);
    if (close.length === 0 || (inGap(pair) && !close.some(inGap))) chosen.push(pair);
    else if (close.some((other) => inGap(other) && !inGap(pair))) continue;
    takenOld.add(pair.old);
    takenNew.add(pair.now);
  }
  return chosen;
}

/** Weaker pairs that cross others are dropped: what moved must be very near. */
function keepOrder(pairs: readonly NearPair[]): NearPair[] {
  const weak = pairs.filter((pair) => pair.score < threshold.elsewhere).toSorted((a, b) => a.old - b.old);
  const steady = new Set(longestRising(weak.map((pair) => pair.now)).map((at) => weak[at]));
  return pairs.filter((pair) => pair.score >= threshold.elsewhere || steady.has(pair));
}

// A text above the threshold shares two thirds of its bigrams: some dozens of the rarest tell all candidates, one alone tells nothing.
const commonBigram = 16;
const rarestBigrams = 48;
const fewBigrams = 8;
const mostCandidates = 8;
const smallGap = 8;

/** Pairs worth measuring: those that share rare bigrams, and those in the same small gap. */
export function* likelyPairs(
  olds: readonly Candidate[],
  news: readonly Candidate[],
  gaps: Gaps | null,
): Generator<[Candidate, Candidate]> {
  const index = rareBigrams(olds, news);
  const byGap = gaps === null ? null : Map.groupBy(news, (now) => gaps.ofNew[now.at] ?? 0);
  const shared = new Uint16Array(news.length);
  for (const old of olds) {
    const likely = new Set(mostShared(rarestKeys(old.shape, index), shared).map((place) => news[place]));
    const neighbours = byGap?.get(gaps?.ofOld[old.at] ?? 0) ?? [];
    if (neighbours.length <= smallGap) for (const now of neighbours) likely.add(now);
    for (const now of likely) if (now !== undefined) yield [old, now];
  }
}

/** The new texts of each of an old text's rarest bigrams. */
function rarestKeys(shape: Shape, index: ReadonlyMap<number, readonly number[]>): (readonly number[])[] {
  const found: (readonly number[])[] = [];
  for (const key of keysOf(shape)) {
    const places = index.get(key);
    if (places !== undefined) found.push(places);
  }
  return found.length <= rarestBigrams ? found : found.toSorted((a, b) => a.length - b.length).slice(0, rarestBigrams);
}

/** Places that occur most often, best first. `shared` is all zeros before and after. */
function mostShared(keys: readonly (readonly number[])[], shared: Uint16Array): number[] {
  const touched: number[] = [];
  for (const places of keys)
    for (const place of places) {
      const count = shared[place] ?? 0;
      if (count === 0) touched.push(place);
      shared[place] = count + 1;
    }
  const fewest = keys.length < fewBigrams ? 1 : 2;
  const often = touched.filter((place) => (shared[place] ?? 0) >= fewest);
  often.sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b);
  for (const place of touched) shared[place] = 0;
  return often.slice(0, mostCandidates);
}

/** At which places among the new texts a bigram stands that an old one has, too; bigrams that many have tell nothing. */
function rareBigrams(olds: readonly Candidate[], news: readonly Candidate[]): Map<number, number[]> {
  const wanted = new Set<number>();
  for (const old of olds) for (const key of keysOf(old.shape)) wanted.add(key);
  const index = new Map<number, number[]>();
  news.forEach((now, place) => {
    for (const key of keysOf(now.shape)) {
      const places = index.get(key);
      if (places !== undefined && places.length <= commonBigram) places.push(place);
      else if (places === undefined && wanted.has(key)) index.set(key, [place]);
    }
  });
  for (const [key, places] of index) if (places.length > commonBigram) index.delete(key);
  return index;
}

/** Bigrams, and of a figure its address and file name (kept apart from bigrams by their sign). */
function* keysOf(shape: Shape): Generator<number> {
  yield* shape.values;
  if (shape.figure === null || shape.figure.address === 0) return;
  yield -shape.figure.address;
  yield -shape.figure.name - 0x1000000;
}

// In: the lost lines and the new excerpts of all sources. Out: which of the lost stand in another source now.

import type { ExcerptId } from '../ids.ts';
import { partsOf, type LedgerEntry } from './ledger.ts';
import { pairExact } from './match-exact.ts';
import { pairElsewhere } from './match-near.ts';
import type { Item } from './match.ts';
import { readSketch, threshold } from './similarity.ts';

export interface NewItem {
  readonly id: ExcerptId;
  readonly source: string;
  readonly item: Item;
}

/** Equal text first, told apart by neighbours; then very near text. Short texts count only beside others that went the same way. */
export function findElsewhere(lost: readonly LedgerEntry[], news: readonly NewItem[]): Map<string, ExcerptId> {
  const found = new Map<string, ExcerptId>();
  if (lost.length === 0 || news.length === 0) return found;
  const pairs = equalElsewhere(lost, news);
  const taken = new Set(pairs.values());
  const olds = lost.flatMap((entry, at) => (pairs.has(at) ? [] : [{ at, shape: readSketch(entry.sketch) }]));
  const free = news.flatMap(({ item }, at) => (taken.has(at) ? [] : [{ at, shape: item.shape() }]));
  for (const { old, now } of pairElsewhere(olds, free)) pairs.set(old, now);
  for (const [old, now] of pairs) {
    const [entry, place] = [lost[old], news[now]];
    if (entry !== undefined && place !== undefined && partsOf(entry.id)?.source !== place.source)
      found.set(entry.id, place.id);
  }
  return found;
}

function equalElsewhere(lost: readonly LedgerEntry[], news: readonly NewItem[]): Map<number, number> {
  const pairing = pairExact(
    lost.map((entry) => entry.hash),
    news.map(({ item }) => item.hash),
  );
  const pairs = new Map<number, number>();
  const join = (at: number, beside: number | null): void => {
    const now = pairing.newOf[at] ?? -1;
    const entry = lost[at];
    if (now === -1 || entry === undefined || pairs.has(at)) return;
    if (beside === null ? isTelling(entry) : pairs.get(beside) === now + beside - at) pairs.set(at, now);
  };
  for (let at = 0; at < lost.length; at += 1) join(at, null);
  for (let at = 1; at < lost.length; at += 1) join(at, at - 1);
  for (let at = lost.length - 2; at >= 0; at -= 1) join(at, at + 1);
  return pairs;
}

/** Long enough that equal text in two sources is no accident ("Conclusion" is one). */
export function isTelling(entry: LedgerEntry): boolean {
  const shape = readSketch(entry.sketch);
  return shape.figure === null ? shape.size >= threshold.fewestBigrams : shape.figure.address !== 0;
}

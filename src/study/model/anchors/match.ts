// In: the ledger's lines of one source and the excerpts found in it. Out: which excerpt has which line, and which lines have none.

import type { FoundExcerpt, FoundSource } from './allocation.ts';
import { emptyPairing, gapsOf, longestRising, pair, type Pairing } from './in-order.ts';
import type { LedgerEntry } from './ledger.ts';
import { pairExact, pairTwins } from './match-exact.ts';
import { pairNear, type Candidate } from './match-near.ts';
import { hashOf } from './normalise.ts';
import { readSketch, shapeOf, type Shape } from './similarity.ts';

/** A found excerpt with its hash and, made when first asked for, its shape. */
export interface Item {
  readonly found: FoundExcerpt;
  readonly hash: string;
  shape(): Shape;
}

export interface Match {
  readonly entry: LedgerEntry;
  readonly how: 'kept' | 'moved' | 'edited' | 'revived';
  readonly score: number;
  /** Its rank among the others stays. */
  readonly steady: boolean;
}

export interface SourceMatch {
  readonly source: FoundSource;
  readonly items: readonly Item[];
  /** One an item; `null` for new text. */
  readonly matches: readonly (Match | null)[];
  /** Live lines whose text is not there, those that have been missing for longer included. */
  readonly lost: readonly LedgerEntry[];
  /** Fewer than a fifth of at least five live lines were recognised: another text under the same id. */
  readonly replaced: boolean;
}

export function itemsOf(source: FoundSource): Item[] {
  return source.excerpts.map((found) => {
    let shape: Shape | null = null;
    return { found, hash: hashOf(found), shape: () => (shape ??= shapeOf(found)) };
  });
}

const fewestForReplaced = 5;
const recognisedShare = 1 / 5;

/** `live` stood there when last seen; `gone` are lines that revive when exactly their text is there again. */
export function matchSource(
  source: FoundSource,
  items: readonly Item[],
  live: readonly LedgerEntry[],
  gone: readonly LedgerEntry[],
  accepted: boolean,
): SourceMatch {
  const old = live.toSorted((a, b) => a.order - b.order || numberOrder(a, b));
  const oldHashes = old.map((entry) => entry.hash);
  const hashes = items.map((item) => item.hash);
  const pairing = pairExact(oldHashes, hashes);
  const scores = new Map<number, number>();
  const near = edits(pairing, old, items, new Set(gone.map((entry) => entry.hash)));
  for (const { old: place, now, score } of near) if (pair(pairing, place, now)) scores.set(now, score);
  pairTwins(pairing, oldHashes, hashes);
  const revived = revive(pairing, hashes, gone);
  // With the twins settled, what is left of them may be an edit of its neighbour.
  const late = edits(pairing, old, items, new Set(), revived);
  for (const { old: place, now, score } of late) if (pair(pairing, place, now)) scores.set(now, score);
  const recognised = pairing.newOf.filter((now) => now !== -1).length;
  const replaced = !accepted && old.length >= fewestForReplaced && recognised < old.length * recognisedShare;
  if (replaced) for (const now of scores.keys()) unpair(pairing, now);
  const matches = describe(pairing, old, scores, revived);
  const again = new Set(revived.values());
  const missing = gone.filter((entry) => entry.status === 'live' && !again.has(entry));
  const lost = [...old.filter((_, at) => pairing.newOf[at] === -1), ...missing];
  return { source, items, matches, lost, replaced };
}

function numberOrder(a: LedgerEntry, b: LedgerEntry): number {
  return a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}

function unpair(pairing: Pairing, now: number): void {
  const old = pairing.oldOf[now] ?? -1;
  if (old !== -1) pairing.newOf[old] = -1;
  pairing.oldOf[now] = -1;
}

/** Near-equal pairs among what is left; a text that still has an equal one on the other side, or among the gone, waits for that. */
function edits(
  pairing: Pairing,
  old: readonly LedgerEntry[],
  items: readonly Item[],
  revivable: ReadonlySet<string>,
  revived: ReadonlyMap<number, LedgerEntry> = new Map(),
): { old: number; now: number; score: number }[] {
  const oldLeft = old.flatMap((entry, at) => (pairing.newOf[at] === -1 ? [{ entry, at }] : []));
  const newLeft = items.flatMap((item, at) => (pairing.oldOf[at] === -1 && !revived.has(at) ? [{ item, at }] : []));
  const oldHashes = new Set(oldLeft.map(({ entry }) => entry.hash));
  const newHashes = new Set(newLeft.map(({ item }) => item.hash));
  const olds: Candidate[] = oldLeft
    .filter(({ entry }) => !newHashes.has(entry.hash))
    .map(({ entry, at }) => ({ at, shape: readSketch(entry.sketch) }));
  const free = newLeft.filter(({ item }) => !oldHashes.has(item.hash) && !revivable.has(item.hash));
  if (olds.length === 0 || free.length === 0) return [];
  const news: Candidate[] = free.map(({ item, at }) => ({ at, shape: item.shape() }));
  return pairNear(olds, news, gapsOf(pairing));
}

/** Retired text that stands in the note again has its old id again; twins in order. */
function revive(pairing: Pairing, hashes: readonly string[], gone: readonly LedgerEntry[]): Map<number, LedgerEntry> {
  const waiting = Map.groupBy(
    gone.toSorted((a, b) => b.order - a.order || numberOrder(b, a)),
    (entry) => entry.hash,
  );
  const revived = new Map<number, LedgerEntry>();
  hashes.forEach((hash, at) => {
    if (pairing.oldOf[at] !== -1) return;
    const entry = waiting.get(hash)?.pop();
    if (entry !== undefined) revived.set(at, entry);
  });
  return revived;
}

function describe(
  pairing: Pairing,
  old: readonly LedgerEntry[],
  scores: ReadonlyMap<number, number>,
  revived: ReadonlyMap<number, LedgerEntry>,
): (Match | null)[] {
  const places = Array.from(pairing.oldOf.keys()).filter((now) => pairing.oldOf[now] !== -1);
  const orders = places.map((now) => old[pairing.oldOf[now] ?? -1]?.order ?? 0);
  const steady = new Set(longestRising(orders).map((at) => places[at]));
  return Array.from(pairing.oldOf, (place, now) => {
    const again = revived.get(now);
    if (again !== undefined) return { entry: again, how: 'revived', score: 1, steady: false };
    const entry = old[place];
    if (entry === undefined) return null;
    const score = scores.get(now);
    const how = score !== undefined ? 'edited' : steady.has(now) ? 'kept' : 'moved';
    return { entry, how, score: score ?? 1, steady: steady.has(now) };
  });
}

/** For a study without a ledger: nothing is recognised, nothing is lost. */
export const unmatched = (source: FoundSource, items: readonly Item[]): SourceMatch => ({
  source,
  items,
  matches: Array.from(emptyPairing(0, items.length).oldOf, () => null),
  lost: [],
  replaced: false,
});

// In: hashes of the old and of the found excerpts of a source, in order. Out: pairs of equal ones; twins are told apart by neighbours.
// Linear but for one sort: contexts that occur once on either side are paired, then every pair grows over its neighbours (after Heckel, 1978).

import { emptyPairing, gapsOf, pair, type Pairing } from './in-order.ts';

/** Pairs all that can be told: by both neighbours, by one, by being the only one of its text. Twins without a mark stay unpaired. */
export function pairExact(old: readonly string[], now: readonly string[]): Pairing {
  const pairing = emptyPairing(old.length, now.length);
  for (const [before, after] of [
    [1, 1],
    [1, 0],
    [0, 1],
    [0, 0],
  ] as const) {
    pairUnique(pairing, old, now, before, after);
    growRuns(pairing, old, now);
  }
  return pairing;
}

/** Pairs the twins that are left: beside what has been paired since, then in the same gap in order, then in order. */
export function pairTwins(pairing: Pairing, old: readonly string[], now: readonly string[]): void {
  growRuns(pairing, old, now);
  const gaps = gapsOf(pairing);
  pairInOrder(
    pairing,
    (at) => `${gaps.ofOld[at] ?? 0}|${old[at] ?? ''}`,
    (at) => `${gaps.ofNew[at] ?? 0}|${now[at] ?? ''}`,
  );
  pairInOrder(
    pairing,
    (at) => old[at] ?? '',
    (at) => now[at] ?? '',
  );
}

/** Extends every pair to the neighbours on either side, as long as they are equal and free. */
export function growRuns(pairing: Pairing, old: readonly string[], now: readonly string[]): void {
  const grow = (at: number, step: 1 | -1): void => {
    const beside = (pairing.newOf[at] ?? -1) + step;
    if (beside - step === -1 || at + step < 0 || at + step >= old.length || beside < 0 || beside >= now.length) return;
    if (old[at + step] === now[beside]) pair(pairing, at + step, beside);
  };
  for (let at = 0; at < old.length; at += 1) grow(at, 1);
  for (let at = old.length - 1; at >= 0; at -= 1) grow(at, -1);
}

function pairUnique(
  pairing: Pairing,
  old: readonly string[],
  now: readonly string[],
  before: number,
  after: number,
): void {
  // The first and the last excerpt have no neighbour there: an end of the note is no mark, as text is often added to it.
  const context = (hashes: readonly string[], at: number): string | null =>
    at < before || at + after >= hashes.length ? null : hashes.slice(at - before, at + after + 1).join('|');
  const oldPlaces = uniquePlaces(pairing.newOf, (at) => context(old, at));
  const newPlaces = uniquePlaces(pairing.oldOf, (at) => context(now, at));
  for (const [key, place] of oldPlaces) {
    const found = newPlaces.get(key);
    if (place !== -1 && found !== undefined && found !== -1) pair(pairing, place, found);
  }
}

/** Key of every unpaired place; -1 where several share it. */
function uniquePlaces(partners: Int32Array, keyOf: (at: number) => string | null): Map<string, number> {
  const places = new Map<string, number>();
  partners.forEach((partner, at) => {
    if (partner !== -1) return;
    const key = keyOf(at);
    if (key !== null) places.set(key, places.has(key) ? -1 : at);
  });
  return places;
}

function pairInOrder(pairing: Pairing, oldKey: (at: number) => string, newKey: (at: number) => string): void {
  const waiting = new Map<string, number[]>();
  pairing.oldOf.forEach((partner, at) => {
    if (partner !== -1) return;
    const key = newKey(at);
    const places = waiting.get(key);
    if (places === undefined) waiting.set(key, [at]);
    else places.push(at);
  });
  for (const places of waiting.values()) places.reverse();
  pairing.newOf.forEach((partner, at) => {
    if (partner !== -1) return;
    const found = waiting.get(oldKey(at))?.pop();
    if (found !== undefined) pair(pairing, at, found);
  });
}

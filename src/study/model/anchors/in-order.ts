// In: pairs of old and new places. Out: which of them keep their order, and between which of those a place lies.

/** Old places and new places, each pointing at the other, or -1. */
export interface Pairing {
  readonly newOf: Int32Array;
  readonly oldOf: Int32Array;
}

export const emptyPairing = (old: number, now: number): Pairing => ({
  newOf: new Int32Array(old).fill(-1),
  oldOf: new Int32Array(now).fill(-1),
});

/** Pairs the two places unless one of them is taken. */
export function pair(pairing: Pairing, old: number, now: number): boolean {
  if (pairing.newOf[old] !== -1 || pairing.oldOf[now] !== -1) return false;
  pairing.newOf[old] = now;
  pairing.oldOf[now] = old;
  return true;
}

/** Places in `values` of one longest strictly rising run (patience sorting, n log n). */
export function longestRising(values: readonly number[]): number[] {
  const tails: number[] = [];
  const before = new Int32Array(values.length).fill(-1);
  values.forEach((value, at) => {
    const length = firstNotBelow(tails, values, value);
    before[at] = tails[length - 1] ?? -1;
    tails[length] = at;
  });
  const run: number[] = [];
  for (let at = tails.at(-1) ?? -1; at !== -1; at = before[at] ?? -1) run.push(at);
  return run.reverse();
}

function firstNotBelow(tails: readonly number[], values: readonly number[], value: number): number {
  let [low, high] = [0, tails.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For every old and new place, the number of the gap between pairs that keep their order in which it lies. */
export interface Gaps {
  readonly ofOld: Int32Array;
  readonly ofNew: Int32Array;
}

export function gapsOf(pairing: Pairing): Gaps {
  const olds: number[] = [];
  pairing.newOf.forEach((now, old) => {
    if (now !== -1) olds.push(old);
  });
  const steady = longestRising(olds.map((old) => pairing.newOf[old] ?? -1)).map((at) => olds[at] ?? -1);
  const ofOld = countBefore(steady, pairing.newOf.length);
  const ofNew = countBefore(
    steady.map((old) => pairing.newOf[old] ?? -1),
    pairing.oldOf.length,
  );
  return { ofOld, ofNew };
}

function countBefore(places: readonly number[], length: number): Int32Array {
  const counts = new Int32Array(length);
  let count = 0;
  for (let at = 0; at < length; at += 1) {
    counts[at] = count;
    if (places[count] === at) count += 1;
  }
  return counts;
}

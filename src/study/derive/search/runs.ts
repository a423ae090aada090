// Lists of numbers in which neighbours stand together, kept short: [start, length, start, length …].

import { byCodePoint } from './folding.ts';

export type Runs = readonly number[];

/** Of ascending numbers. */
export function runsOf(numbers: readonly number[]): Runs {
  const runs: number[] = [];
  let next: number | undefined;
  for (const one of numbers) {
    const last = runs.at(-1);
    if (one === next && last !== undefined) runs[runs.length - 1] = last + 1;
    else runs.push(one, 1);
    next = one + 1;
  }
  return runs;
}

/** By value, in order of code points: the places of the items that have it. */
export function runsBy<Item>(
  items: readonly Item[],
  valueOf: (item: Item) => string | undefined,
): Record<string, Runs> {
  const places = new Map<string, number[]>();
  items.forEach((item, place) => {
    const value = valueOf(item);
    if (value === undefined) return;
    const list = places.get(value) ?? [];
    list.push(place);
    places.set(value, list);
  });
  const names = [...places.keys()].sort(byCodePoint);
  return Object.fromEntries(names.map((name) => [name, runsOf(places.get(name) ?? [])]));
}

/** The numbers themselves. */
export function members(runs: Runs): readonly number[] {
  const list: number[] = [];
  for (let at = 0; at < runs.length; at += 2) {
    const start = runs[at] ?? 0;
    for (let step = 0; step < (runs[at + 1] ?? 0); step += 1) list.push(start + step);
  }
  return list;
}

/** The other way round. */
export function valueByPlace(runs: Readonly<Record<string, Runs>>): ReadonlyMap<number, string> {
  return new Map(
    Object.entries(runs).flatMap(([value, list]) => members(list).map((ordinal) => [ordinal, value] as const)),
  );
}

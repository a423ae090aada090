// In: items, each with the set of things that it carries. Out: an order in which items that carry the same things stand together.
// Average linkage over Jaccard distances, built with nearest-neighbour chains (Murtagh 1983): quadratic, so that `mostItems` is a limit.

export const mostItems = 600;

/** Indexes of the items. Equal distances are decided by the items' own order, so that the order is the same everywhere. */
export function clusteredOrder(sets: readonly ReadonlySet<string>[]): readonly number[] {
  if (sets.length === 0) return [];
  const clusters: Cluster[] = sets.map((_, i) => ({ items: [i], first: i }));
  const distances = sets.map((a) => Float64Array.from(sets, (b) => jaccardDistance(a, b)));
  const active = new Set(sets.keys());
  const chain: number[] = [];
  while (active.size > 1) {
    if (chain.length === 0) chain.push(lowest(active));
    const top = chain.at(-1) ?? 0;
    const nearest = nearestTo(top, chain.at(-2), distances, active);
    if (nearest === chain.at(-2)) {
      chain.length -= 2;
      merge(Math.min(top, nearest), Math.max(top, nearest), clusters, distances, active);
    } else chain.push(nearest);
  }
  return clusters[lowest(active)]?.items ?? [];
}

interface Cluster {
  readonly items: readonly number[];
  readonly first: number;
}

/** Two items that carry nothing are as far apart as any two. */
export function jaccardDistance(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const one of small) if (large.has(one)) shared += 1;
  const all = a.size + b.size - shared;
  return all === 0 ? 1 : 1 - shared / all;
}

const lowest = (active: ReadonlySet<number>): number => active.values().next().value ?? 0;

/** The one before in the chain wins a tie, else the chain would not end. */
function nearestTo(
  from: number,
  before: number | undefined,
  distances: readonly Float64Array[],
  active: ReadonlySet<number>,
): number {
  const row = distances[from];
  let best = before ?? -1;
  let least = before === undefined ? Infinity : (row?.[before] ?? Infinity);
  for (const other of active) {
    const distance = other === from ? Infinity : (row?.[other] ?? Infinity);
    if (distance < least) [best, least] = [other, distance];
  }
  return best;
}

/** `b` goes into `a`; the one whose first item stands earlier comes first. */
function merge(
  a: number,
  b: number,
  clusters: Cluster[],
  distances: readonly Float64Array[],
  active: Set<number>,
): void {
  const [left, right] = [clusters[a], clusters[b]];
  if (!left || !right) return;
  const [n, m] = [left.items.length, right.items.length];
  for (const other of active) {
    if (other === a || other === b) continue;
    const distance = (n * (distances[a]?.[other] ?? 0) + m * (distances[b]?.[other] ?? 0)) / (n + m);
    for (const [i, j] of [
      [a, other],
      [other, a],
    ] as const) {
      const row = distances[i];
      if (row) row[j] = distance;
    }
  }
  const [first, second] = left.first < right.first ? [left, right] : [right, left];
  clusters[a] = { items: [...first.items, ...second.items], first: first.first };
  active.delete(b);
}

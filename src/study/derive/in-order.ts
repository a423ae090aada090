// In: labels as people wrote them. Out: the order of a book's index: without regard to case and accents, the same on every machine.

/** Code points of the letters without case and accents decide; equal ones are told apart by the labels themselves. */
export function byLabel<Item>(items: readonly Item[], labelOf: (item: Item) => string): Item[] {
  return items
    .map((item) => ({ item, label: labelOf(item), key: sortKey(labelOf(item)) }))
    .sort((a, b) => compare(a.key, b.key) || compare(a.label, b.label))
    .map(({ item }) => item);
}

/** `A`–`Z`, or `#` for everything that begins otherwise. */
export function initialOf(label: string): string {
  const first = sortKey(label.slice(0, 100)).replace(/^[^\p{L}\p{N}]+/u, '')[0] ?? '';
  return /[a-z]/.test(first) ? first.toUpperCase() : '#';
}

const sortKey = (label: string): string => label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

// In: a long list. Out: its pages: at most so many rows each, and never an empty page but the first.

/** `weight` is the number of rows that an item takes; an item that is longer than a page has one to itself. */
export function inPages<Item>(
  items: readonly Item[],
  rows: number,
  weight: (item: Item) => number = () => 1,
): readonly (readonly Item[])[] {
  const pages: Item[][] = [[]];
  let filled = 0;
  for (const item of items) {
    const weighs = weight(item);
    if (filled > 0 && filled + weighs > rows) {
      pages.push([]);
      filled = 0;
    }
    pages.at(-1)?.push(item);
    filled += Math.max(weighs, 1);
  }
  return pages;
}

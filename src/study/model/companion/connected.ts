// In: an element and where to stop. Out: what can be reached from it over links in either direction, in the order of the library's walk.

import { isLinkable, type Linkable, type LinkValue, type Value } from './values.ts';

/**
 * Stops that are kept, and stops that are left out; neither is passed. Only links of files in `sees` are followed, so that a view does not
 * depend on which unrelated file was read before.
 */
export function connectedElements(
  start: Linkable,
  inclusive: readonly Value[],
  exclusive: readonly Value[],
  sees: ReadonlySet<string>,
): readonly Linkable[] {
  const excluded = new Set<Value>(exclusive);
  if (excluded.has(start)) return [];
  const stops = new Set<Value>([...inclusive, ...exclusive]);
  const found = new Set<Linkable>([start]);
  // Depth first without recursion: each level is an element with the place in its list of links.
  const path: { readonly of: Linkable; next: number }[] = [{ of: start, next: 0 }];
  for (let level = path.at(-1); level !== undefined; level = path.at(-1)) {
    const link = level.of.links[level.next];
    level.next += 1;
    if (link === undefined) path.pop();
    else {
      const other = opposite(link, level.of);
      if (!sees.has(link.file)) continue;
      if (excluded.has(other) || found.has(other)) continue;
      found.add(other);
      if (!stops.has(other)) path.push({ of: other, next: 0 });
    }
  }
  return [...found];
}

const opposite = (link: LinkValue, end: Linkable): Linkable => (link.first === end ? link.second : link.first);

/** Elements of a list of stops. */
export const stopsOf = (values: readonly Value[]): readonly Value[] => values.filter(isLinkable);

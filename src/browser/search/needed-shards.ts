// In: a store and a query. Out: the shards of text that its exact answer needs, and how much of what it may find has been read.
// What the manifest says of an excerpt (its code, its source) can rule it out before any text is there: then its shard is not needed.

import { allOf, anyOf, everything, needsText, not, search, type Count, type Query, type Store } from '#study/search';

/** Places in `manifest.shards`, ascending; none when everything that the answer needs is loaded. */
export function missingShards(store: Store, query: Query): readonly number[] {
  if (!needsText(query)) return [];
  return shardsOf(store, possibleOrdinals(store, query)).filter((shard) => store.segments[shard] === null);
}

/** The shards that hold some excerpts; `ordinals` ascending. */
export function shardsOf(store: Store, ordinals: readonly number[]): readonly number[] {
  const { shards } = store.manifest;
  const found: number[] = [];
  let shard = 0;
  for (const ordinal of ordinals) {
    while (shard < shards.length && ordinal >= endOf(shards[shard])) shard += 1;
    if (shard < shards.length && found.at(-1) !== shard) found.push(shard);
  }
  return found;
}

/** `of`: the excerpts that the query may find; exact when each of them was read. */
export function countOf(store: Store, query: Query, hits: number): Count {
  const ordinals = possibleOrdinals(store, query);
  if (!needsText(query)) return { kind: 'exact', hits, read: ordinals.length, of: ordinals.length };
  const loaded = (ordinal: number): boolean => store.records[ordinal]?.openCodes !== undefined;
  const read = ordinals.filter(loaded).length;
  return { kind: read === ordinals.length ? 'exact' : 'at least', hits, read, of: ordinals.length };
}

/** Size of shards as they lie on the disk, in bytes. */
export const bytesOf = (store: Store, shards: readonly number[]): number =>
  shards.reduce((sum, shard) => sum + (store.manifest.shards[shard]?.bytes ?? 0), 0);

const endOf = (entry: Store['manifest']['shards'][number] | undefined): number =>
  entry === undefined ? Number.POSITIVE_INFINITY : entry.first + entry.count;

const possibleOrdinals = (store: Store, query: Query): readonly number[] =>
  search(store, widest(query), 'study').ordinals;

/** A query of filters alone that finds everything that `query` finds, whatever the texts say. */
export function widest(query: Query): Query {
  if (query.kind === 'all') return allOf(query.of.map(widest));
  if (query.kind === 'any') return anyOf(query.of.map(widest));
  if (query.kind === 'not') return not(narrowest(query.of));
  return query.kind === 'filter' && query.field !== 'open' ? query : everything;
}

/** A query of filters alone that finds nothing but what `query` finds, whatever the texts say. */
function narrowest(query: Query): Query {
  if (query.kind === 'all') return allOf(query.of.map(narrowest));
  if (query.kind === 'any') return anyOf(query.of.map(narrowest));
  if (query.kind === 'not') return not(widest(query.of));
  return query.kind === 'filter' && query.field !== 'open' ? query : not(everything);
}

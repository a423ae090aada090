// In: a store and a query. Out: the shards of text that its exact answer needs, and how much of what it may find has been read.
// What the manifest says of an excerpt (its code, its source) and what the word table says of a shard can rule texts out before they are
// there: then they are not needed.

import { needsText, type Query } from './query.ts';
import type { Store } from './open-store.ts';
import { matchingBits, ordinalsOf, type Bits, type Count } from './search.ts';
import { termOf } from './terms.ts';
import { shardsWith, wordFilesOf } from './word-table.ts';

/** Places in `manifest.shards`, ascending; none when everything that the answer needs is loaded. */
export function missingShards(store: Store, query: Query): readonly number[] {
  if (!needsText(query)) return [];
  return shardsOf(store, possibleOrdinals(store, query)).filter((shard) => store.segments[shard] === null);
}

/** Places in `manifest.words` of files that could make the missing shards fewer. */
export const missingWordFiles = (store: Store, query: Query): readonly number[] =>
  wordFilesOf(store.manifest.words, query).filter((at) => !store.table.files.has(at));

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

/** Size of files as they lie on the disk, in bytes: of shards, or of words. */
export const bytesOf = (files: readonly { readonly bytes: number }[], places: readonly number[]): number =>
  places.reduce((sum, place) => sum + (files[place]?.bytes ?? 0), 0);

const endOf = (entry: Store['manifest']['shards'][number] | undefined): number =>
  entry === undefined ? Number.POSITIVE_INFINITY : entry.first + entry.count;

const possibleOrdinals = (store: Store, query: Query): readonly number[] => ordinalsOf(bound(store, query, 'most'));

/** `most`: 0 where an excerpt is no hit, whatever its text says; `least`: 1 where it is one. */
function bound(store: Store, query: Query, side: 'most' | 'least'): Bits {
  const all = (bit: 0 | 1): Bits => new Uint8Array(store.records.length).fill(bit);
  switch (query.kind) {
    case 'all':
      return query.of
        .map((part) => bound(store, part, side))
        .reduce((bits, part) => bits.map((bit, at) => bit & (part[at] ?? 0)), all(1));
    case 'any':
      return query.of
        .map((part) => bound(store, part, side))
        .reduce((bits, part) => bits.map((bit, at) => bit | (part[at] ?? 0)), all(0));
    case 'not':
      return bound(store, query.of, side === 'most' ? 'least' : 'most').map((bit) => 1 - bit);
    case 'filter':
      if (query.field !== 'open') return matchingBits(store, query);
      return all(side === 'most' ? 1 : 0);
    default: {
      if (side === 'least') return all(0);
      const shards = shardsWith(store.table, store.manifest.words, termOf(query));
      if (shards === null) return all(1);
      const bits = all(0);
      for (const shard of shards) {
        const entry = store.manifest.shards[shard];
        if (entry !== undefined) bits.fill(1, entry.first, entry.first + entry.count);
      }
      return bits;
    }
  }
}

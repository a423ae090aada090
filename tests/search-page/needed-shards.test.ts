// Which shards a query needs: with these and no others loaded, its answer is the scan's.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOf, missingShards, shardsOf } from '../../src/browser/search/needed-shards.ts';
import {
  buildStore,
  needsText,
  openStore,
  scan,
  search,
  withShard,
  type SearchRecord,
  type Store,
} from '../../src/study/derive/search/index.ts';
import { aCorpus, aQuery, record } from '../study/derive/search/records.ts';
import { studyFrom } from '../study/derive/search/studies.ts';

function opened(records: readonly SearchRecord[]): { store: Store; shards: readonly string[] } {
  const built = buildStore(studyFrom(records), 120);
  const store = openStore(built.manifest.json);
  if (store === null) throw new Error('the store was not read back');
  return { store, shards: built.shards.map((shard) => shard.json) };
}

const loaded = (store: Store, shards: readonly string[], wanted: readonly number[]): Store =>
  wanted.reduce<Store>((sofar, shard) => withShard(sofar, shards[shard] ?? '') ?? sofar, store);

/** The records as the store keeps them: a code's kind is the same everywhere. */
const kept = (store: Store, shards: readonly string[]): readonly SearchRecord[] =>
  loaded(store, shards, [...shards.keys()]).records;

describe('the shards that a query needs', () => {
  it('are enough: with them the answer is the scan’s, and says that it is exact', () => {
    fc.assert(
      fc.property(aCorpus, aQuery, (records, query) => {
        const { store, shards } = opened(records);
        const enough = loaded(store, shards, missingShards(store, query));
        const { ids } = search(enough, query, 'study');
        expect(ids).toEqual(scan(kept(store, shards), query));
        expect(countOf(enough, query, ids.length).kind).toBe('exact');
        expect(missingShards(enough, query)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('are none for filters alone, and only those of the filtered source beside a word', () => {
    const records = ['s1', 's2', 's3'].map((inSource, index) =>
      record(`oven number ${String(index)} ${'is warm and round '.repeat(6)}`, { inSource, number: 1 }),
    );
    const { store } = opened(records);
    expect(store.manifest.shards.length).toBe(3);
    expect(missingShards(store, { kind: 'filter', field: 'source', value: 's2' })).toEqual([]);
    const word = { kind: 'word', text: 'oven', variants: false } as const;
    expect(missingShards(store, word)).toEqual([0, 1, 2]);
    const both = { kind: 'all', of: [word, { kind: 'filter', field: 'source', value: 's2' }] } as const;
    expect(missingShards(store, both)).toEqual([1]);
    expect(needsText(both)).toBe(true);
    // What is not both may stand anywhere.
    expect(missingShards(store, { kind: 'not', of: both })).toEqual([0, 1, 2]);
  });

  it('a count is a lower bound while one of them is missing', () => {
    const records = ['s1', 's2'].map((inSource) => record('oven '.repeat(30), { inSource, number: 1 }));
    const { store, shards } = opened(records);
    const word = { kind: 'word', text: 'oven', variants: false } as const;
    const half = loaded(store, shards, [0]);
    expect(countOf(half, word, 1)).toEqual({ kind: 'at least', hits: 1, read: 1, of: 2 });
    expect(countOf(loaded(half, shards, [1]), word, 2)).toEqual({ kind: 'exact', hits: 2, read: 2, of: 2 });
  });

  it('are found for any excerpts, each once', () => {
    const records = ['s1', 's2', 's3'].map((inSource) => record('oven '.repeat(30), { inSource, number: 1 }));
    const { store } = opened(records);
    expect(shardsOf(store, [])).toEqual([]);
    expect(shardsOf(store, [0, 2])).toEqual([0, 2]);
    expect(shardsOf(store, [0, 0, 1])).toEqual([0, 1]);
  });
});

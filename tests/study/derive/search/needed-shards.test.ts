// Which shards a query needs: with these and no others loaded, its answer is the scan's.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildStore,
  countOf,
  facetOf,
  missingShards,
  missingWordFiles,
  needsText,
  openStore,
  scan,
  search,
  shardsOf,
  startState,
  withChip,
  withShard,
  withWords,
  type SearchRecord,
  type SearchState,
  type Store,
} from '../../../../src/study/derive/search/index.ts';
import { aCorpus, aQuery, record } from './records.ts';
import { studyFrom } from './studies.ts';

function opened(records: readonly SearchRecord[]): {
  store: Store;
  shards: readonly string[];
  words: readonly string[];
} {
  const built = buildStore(studyFrom(records), 120);
  const store = openStore(built.manifest.json);
  if (store === null) throw new Error('the store was not read back');
  const json = ({ json }: { readonly json: string }): string => json;
  return { store, shards: built.shards.map(json), words: built.words.map(json) };
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

  it('are no more, and still enough, when the words that the query asks for are known', () => {
    let spared = 0;
    fc.assert(
      fc.property(aCorpus, aQuery, (records, query) => {
        const { store, shards, words } = opened(records);
        const files = missingWordFiles(store, query);
        const known = files.reduce<Store>((sofar, file) => withWords(sofar, words[file] ?? '') ?? sofar, store);
        expect(missingWordFiles(known, query)).toEqual([]);
        const needed = missingShards(known, query);
        const without = missingShards(store, query);
        expect(without).toEqual(expect.arrayContaining([...needed]));
        spared += without.length - needed.length;
        const enough = loaded(known, shards, needed);
        const { ids } = search(enough, query, 'study');
        expect(ids).toEqual(scan(kept(store, shards), query));
        expect(countOf(enough, query, ids.length).kind).toBe('exact');
      }),
      { numRuns: 500 },
    );
    expect(spared).toBeGreaterThan(100);
  });

  it('are none for a word that occurs nowhere, one for a word of one shard, also by its variants', () => {
    const texts = ['The oven is warm.', 'Two ovens, both cold.', 'Carries the bread.', 'A kettle.'];
    const records = texts.map((text, index) =>
      record(text.repeat(6), { inSource: `s${String(index + 1)}`, number: 1 }),
    );
    const { store, words } = opened(records);
    const known = words.reduce<Store>((sofar, file) => withWords(sofar, file) ?? sofar, store);
    const needed = (text: string, variants = false) => missingShards(known, { kind: 'word', text, variants });
    expect(store.manifest.shards.length).toBe(4);
    expect(needed('walrus')).toEqual([]);
    expect(needed('oven')).toEqual([0]);
    expect(needed('oven', true)).toEqual([0, 1]);
    expect(needed('carry', true)).toEqual([2]);
    expect(missingShards(known, { kind: 'phrase', text: 'both cold' })).toEqual([1]);
    expect(countOf(known, { kind: 'word', text: 'walrus', variants: false }, 0)).toMatchObject({
      kind: 'exact',
      of: 0,
    });
    // Other words may stand where these do not.
    expect(missingShards(known, { kind: 'not', of: { kind: 'word', text: 'oven', variants: false } })).toEqual([
      0, 1, 2, 3,
    ]);
  });

  it('a file of another study, or a broken one, rules nothing out', () => {
    const records = ['s1', 's2'].map((inSource) => record('oven '.repeat(30), { inSource, number: 1 }));
    const { store, words } = opened(records);
    const [file = ''] = words;
    expect(withWords(store, file.replace(/"study":"[^"]*"/, '"study":"other"'))).toBeNull();
    expect(withWords(store, file.slice(0, -5))).toBeNull();
    expect(withWords(store, 'null')).toBeNull();
    expect(missingShards(store, { kind: 'word', text: 'walrus', variants: false })).toEqual([0, 1]);
  });

  it('the numbers beside filters are called exact only when they are those of the whole study', () => {
    const aChip = fc.record({
      mode: fc.constantFrom('and', 'any', 'not'),
      field: fc.constantFrom('code', 'source', 'open', 'is'),
      value: fc.constantFrom('access_control', 'VMs', 's1', 'Mesh', 'coded'),
    });
    const words = fc.constantFrom('', 'data', '-self', '"self-serve"', 'walrus', 'open:Mesh');
    let exact = 0;
    fc.assert(
      fc.property(
        aCorpus,
        words,
        fc.array(aChip, { maxLength: 3 }),
        fc.constantFrom('code', 'open', 'is'),
        fc.array(fc.nat(12)),
        fc.boolean(),
        (records, text, chips, field, some, known) => {
          const { store, shards, words: files } = opened(records);
          const table = known ? files : [];
          const named = table.reduce<Store>((sofar, file) => withWords(sofar, file) ?? sofar, store);
          const part = loaded(named, shards, some);
          const state = chips.reduce<SearchState>(withChip, { ...startState, text });
          const facet = facetOf(part, state, field);
          if (facet.kind !== 'exact') return;
          exact += 1;
          expect(facet.values).toEqual(facetOf(loaded(store, shards, [...shards.keys()]), state, field).values);
        },
      ),
      { numRuns: 800 },
    );
    expect(exact).toBeGreaterThan(100);
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

// In: nothing, or a number of excerpts. Out: what search costs at the size of a real study and of a large one: bytes of the
// store, time to load it, and the longest of several runs of each query. By hand: `node bench/search-engine.ts [excerpts …]`.

import { gzipSync } from 'node:zlib';
import {
  buildStore,
  concordance,
  facetOf,
  fromParams,
  openStore,
  orderOf,
  queryOf,
  search,
  spellingSuggestions,
  vocabularyOf,
  withShard,
  type Store,
} from '../src/study/derive/search/index.ts';
import { aWord, generatedSearchStudy, vocabulary } from './search-study.ts';

function longest(runs: number, work: () => unknown): string {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return `${Math.max(...times).toFixed(1)} ms`;
}

function opened(study: Parameters<typeof buildStore>[0]): Store {
  const built = buildStore(study);
  const weigh = (json: string): number => gzipSync(json).length;
  const shards = built.shards.map((shard) => weigh(shard.json));
  const total = shards.reduce((sum, bytes) => sum + bytes, 0);
  console.log(
    `  manifest ${kilobytes(weigh(built.manifest.json))}, ${shards.length} shards ${kilobytes(total)} gzipped`,
  );
  console.log(
    `  largest shard ${kilobytes(Math.max(...built.shards.map((shard) => shard.json.length)))} raw, ${kilobytes(Math.max(...shards))} gzipped`,
  );
  let store = openStore(built.manifest.json);
  console.log(`  manifest opened in ${longest(3, () => openStore(built.manifest.json))}`);
  const started = performance.now();
  for (const shard of built.shards) store = store === null ? null : withShard(store, shard.json);
  console.log(`  all shards opened in ${(performance.now() - started).toFixed(0)} ms`);
  if (store === null) throw new Error('the store was not read back');
  return store;
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

const typed = (store: Store): readonly string[] => [
  'q=data',
  'q=data+mesh',
  'q=data+OR+mesh+OR+product',
  'q=%22data+mesh%22',
  'q=data-mesh',
  'q=-data',
  `q=${vocabulary[0] ?? ''}+${vocabulary[1] ?? ''}`,
  `q=${vocabulary[0] ?? ''}+OR+${vocabulary[1] ?? ''}+OR+${vocabulary[2] ?? ''}`,
  `q=%22${vocabulary[0] ?? ''}+${vocabulary[1] ?? ''}%22`,
  'q=zebra',
  'q=~data+~mesh',
  'q=data+mesh&variants=on',
  'q=%F0%9F%99%82',
  `code=${encodeURIComponent(store.manifest.codes[3]?.[0] ?? '')}`,
  `q=data&any=code:${encodeURIComponent(store.manifest.codes[4]?.[0] ?? '')}&any=kind:heading&not=source:s2`,
  `q=${Array.from({ length: 200 }, aWord).join('+')}`,
  `q=${Array.from({ length: 200 }, aWord).join('+OR+')}`,
];

for (const excerpts of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1215, 40_000]) {
  console.log(`${excerpts} excerpts`);
  const store = opened(generatedSearchStudy(excerpts));
  for (const address of typed(store)) {
    const state = fromParams(new URLSearchParams(address));
    const { query } = queryOf(state);
    const order = orderOf(state, query) === 'relevance' ? 'relevance' : 'study';
    const { count } = search(store, query, order);
    console.log(
      `  ${longest(5, () => search(store, query, order)).padStart(9)}  ${String(count.hits).padStart(6)} hits  ${address.slice(0, 60)}`,
    );
  }
  const state = fromParams(new URLSearchParams('q=data+mesh'));
  const words = vocabularyOf(store.segments);
  console.log(`  ${longest(3, () => facetOf(store, state, 'code')).padStart(9)}  live counts of codes`);
  console.log(`  ${longest(3, () => vocabularyOf(store.segments)).padStart(9)}  vocabulary of ${words.size} words`);
  console.log(`  ${longest(3, () => spellingSuggestions('platfrom', words)).padStart(9)}  spelling`);
  const { query } = queryOf(state);
  const records = search(store, query)
    .ordinals.map((ordinal) => store.records[ordinal])
    .filter((record) => record !== undefined);
  console.log(
    `  ${longest(1, () => concordance(records, query, 8, 'left')).padStart(9)}  concordance of ${records.length} excerpts, sorted`,
  );
}

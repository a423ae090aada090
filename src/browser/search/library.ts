// In: the address of the store. Out: the store as far as it is loaded; its shards are fetched when they are asked for, each once.

import { readText, type ReadFailure } from '../read-text.ts';
import { openStore, withShard, withWords, type Store } from '#study/search';

/** `unreadable`: it is not of this site (a stale cache). */
export type LoadFailure = ReadFailure | 'unreadable';

export interface Library {
  readonly store: () => Store;
  /** Fetches shards, in order; `arrived` after each. Gives the first failure; the other shards are there all the same. */
  readonly load: (shards: readonly number[], arrived?: () => void) => Promise<LoadFailure | null>;
  /** Fetches files of words, by their place in the manifest. What cannot be had is missing in the table, and rules nothing out. */
  readonly loadWords: (files: readonly number[]) => Promise<void>;
}

export type Opened =
  { readonly kind: 'open'; readonly library: Library } | { readonly kind: 'failed'; readonly failure: LoadFailure };

/** `address` of the manifest, with its query if it has one; shards lie beside it. */
export async function openLibrary(address: string): Promise<Opened> {
  const fetched = await readText(address);
  if (fetched.kind === 'failed') return fetched;
  const store = openStore(fetched.text);
  return store === null
    ? { kind: 'failed', failure: 'unreadable' }
    : { kind: 'open', library: libraryOf(address, store) };
}

/** As many as a browser keeps open to one host: shards are small, and most of their time is the way. */
const atOnce = 6;

function libraryOf(address: string, opened: Store): Library {
  let store = opened;
  const underWay = new Map<number, Promise<LoadFailure | null>>();

  const fetchShard = async (shard: number): Promise<LoadFailure | null> => {
    const entry = store.manifest.shards[shard];
    if (entry === undefined || store.segments[shard] !== null) return null;
    const fetched = await readText(new URL(entry.file, address).href);
    if (fetched.kind === 'failed') return fetched.failure;
    const next = withShard(store, fetched.text);
    if (next === null) return 'unreadable';
    store = next;
    return null;
  };
  const once = (shard: number): Promise<LoadFailure | null> => {
    const started = underWay.get(shard) ?? fetchShard(shard).finally(() => underWay.delete(shard));
    underWay.set(shard, started);
    return started;
  };
  const load = async (shards: readonly number[], arrived: () => void = () => {}): Promise<LoadFailure | null> => {
    let next = 0;
    let failure: LoadFailure | null = null;
    const work = async (): Promise<void> => {
      for (let shard = shards[next++]; shard !== undefined; shard = shards[next++]) {
        failure = (await once(shard)) ?? failure;
        arrived();
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return failure;
  };
  const loadWords = async (files: readonly number[]): Promise<void> => {
    const fetched = await Promise.all(
      files.map((at) => readText(new URL(store.manifest.words[at]?.file ?? '', address).href)),
    );
    for (const file of fetched) if (file.kind === 'text') store = withWords(store, file.text) ?? store;
  };
  return { store: () => store, load, loadWords };
}

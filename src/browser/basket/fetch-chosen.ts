// In: ids. Out: their excerpts, from small files that hold a hundred numbers of one source; each is fetched once.

import { basketShardPath, type BasketExcerpt, type BasketShard, type Chosen } from '#study/basket';

/** `unknown`: the site has no such excerpt; `failed`: its file could not be fetched. */
export type Fetched = Chosen | 'unknown' | 'failed';

const shards = new Map<string, Promise<BasketShard | 'unknown' | 'failed'>>();

export async function fetchChosen(
  ids: readonly string[],
  base: string,
  root: string,
): Promise<ReadonlyMap<string, Fetched>> {
  const found = await Promise.all(ids.map(async (id) => [id, await fetchOne(id, base, root)] as const));
  return new Map(found);
}

async function fetchOne(id: string, base: string, root: string): Promise<Fetched> {
  const shard = await shardOf(id, base);
  if (typeof shard === 'string') return shard;
  const excerpt = shard.excerpts.find((one: BasketExcerpt) => one.id === id);
  return excerpt === undefined ? 'unknown' : { ...excerpt, source: shard.source, address: root + excerpt.path };
}

function shardOf(id: string, base: string): Promise<BasketShard | 'unknown' | 'failed'> {
  const cut = id.lastIndexOf('-e');
  const file = base + basketShardPath(id.slice(0, cut), Number(id.slice(cut + 2)));
  const known = shards.get(file) ?? fetchShard(file);
  shards.set(file, known);
  void known.then((shard) => {
    if (shard === 'failed') shards.delete(file);
  });
  return known;
}

async function fetchShard(file: string): Promise<BasketShard | 'unknown' | 'failed'> {
  try {
    const response = await fetch(file);
    if (response.status === 404) return 'unknown';
    if (!response.ok) return 'failed';
    // Written by the same build as this page (src/commands/basket-files.ts).
    return (await response.json()) as BasketShard;
  } catch {
    return 'failed';
  }
}

// In: an edition. Out: the files that the page of the basket reads chosen excerpts from. Written beside Astro's pages and not by it: one
// or more a source, of data alone.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { basketShards } from '#study';
import type { Edition } from '../site/study.ts';

/** `site` is the site's root. */
export function writeBasketFiles(edition: Edition, site: string): void {
  mkdirSync(join(site, 'basket'), { recursive: true });
  for (const source of edition.study.sources) {
    for (const [path, shard] of basketShards(edition, source)) writeFileSync(join(site, path), JSON.stringify(shard));
  }
}

/** One of them, as text; `path` is relative to the site's root. */
export function basketFileAt(edition: Edition, path: string): string | undefined {
  const sources = edition.study.sources.filter(({ id }) => path.startsWith(`basket/${id}-`));
  const shard = new Map(sources.flatMap((source) => [...basketShards(edition, source)])).get(path);
  return shard && JSON.stringify(shard);
}

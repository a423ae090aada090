// In: an edition. Out: the files that the page of the basket reads chosen excerpts from. Written beside Astro's pages and not by it: one
// or more a source, of data alone.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { basketShards } from '#study';
import type { Edition } from '../site/study.ts';

/** `site` is the site's root. */
export function writeBasketFiles({ study, ...context }: Edition, site: string): void {
  for (const source of study.sources) {
    for (const [path, shard] of basketShards({ study, ...context }, source)) {
      mkdirSync(dirname(join(site, path)), { recursive: true });
      writeFileSync(join(site, path), JSON.stringify(shard));
    }
  }
}

/** One of them, as text; `path` is relative to the site's root. */
export function basketFileAt({ study, ...context }: Edition, path: string): string | undefined {
  for (const source of study.sources) {
    if (!path.startsWith(`basket/${source.id}-`)) continue;
    const shard = new Map(basketShards({ study, ...context }, source)).get(path);
    if (shard !== undefined) return JSON.stringify(shard);
  }
  return undefined;
}

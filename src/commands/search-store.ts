// In: a published study. Out: the files that the search page reads it from: `store.json` and the words and the shards of text beside it.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Study } from '#study';
import { buildStore, type StoreFile } from '#study/search';

/** The folder below the site's root. */
export const storeFolder = '_search';

export function storeFiles(study: Study): readonly StoreFile[] {
  const { manifest, words, shards } = buildStore(study);
  return [manifest, ...words, ...shards];
}

/** `site` is the site's root. */
export function writeSearchStore(study: Study, site: string): void {
  const folder = join(site, storeFolder);
  mkdirSync(folder, { recursive: true });
  for (const { file, json } of storeFiles(study)) writeFileSync(join(folder, file), json);
}

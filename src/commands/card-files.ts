// In: an edition. Out: the small files behind its preview cards. Written beside Astro's pages and not by it: several a source, of data alone.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardFiles } from '../site/components/cards-view.ts';
import type { Edition } from '../site/study.ts';

/** `site` is the site's root. */
export function writeCardFiles({ study }: Edition, site: string): void {
  for (const folder of ['c', 'e', 's']) mkdirSync(join(site, 'cards', folder), { recursive: true });
  for (const { path, card } of cardFiles(study)) writeFileSync(join(site, path), JSON.stringify(card()));
}

/** One of them, as text; `path` is relative to the site's root. */
export function cardFileAt({ study }: Edition, path: string): string | undefined {
  for (const file of cardFiles(study)) if (file.path === path) return JSON.stringify(file.card());
  return undefined;
}

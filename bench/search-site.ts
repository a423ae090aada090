// In: a built site and an invented study. Out: the site's search page over the store and the index of that study: search at a size
// for which building every page would say nothing more.

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeSearchIndex } from '../src/commands/pagefind.ts';
import { storeFolder, writeSearchStore } from '../src/commands/search-store.ts';
import type { Edition } from '../src/site/study.ts';
import type { StoredStudy } from '../src/study/derive/search/index.ts';
import type { Study } from '../src/study/index.ts';

export async function placeSearch(site: string, study: StoredStudy): Promise<void> {
  // The page asks for the first shard by the digest of the study that it was built with.
  const own = JSON.parse(readFileSync(join(site, storeFolder, 'store.json'), 'utf8')) as { study: string };
  for (const folder of [storeFolder, 'pagefind']) rmSync(join(site, folder), { recursive: true, force: true });
  const whole = asStudy({ ...study, digest: own.study });
  writeSearchStore(whole, site);
  const edition: Edition = { study: whole, base: '/', site: '', excerptPages: true, directory: '', reading: 0 };
  await writeSearchIndex(edition, join(site, 'pagefind'), () => {});
}

/** With the look-ups that the index is written by; the rest of a study search does not read. */
function asStudy(stored: StoredStudy): Study {
  const sources = stored.sources.map((source) => {
    const passageOf = new Map(
      source.passages.flatMap((passage, at) => passage.excerpts.map((id) => [id, `${source.id}-p${at + 1}`] as const)),
    );
    return {
      ...source,
      passages: source.passages.map((passage, at) => ({ ...passage, id: `${source.id}-p${at + 1}` })),
      excerpts: source.excerpts.map((excerpt) => ({ ...excerpt, passage: passageOf.get(excerpt.id) ?? null })),
    };
  });
  return {
    ...stored,
    settings: { ...stored.settings, language: 'en' },
    sources,
    passageById: new Map(sources.flatMap((source) => source.passages.map((passage) => [passage.id, passage] as const))),
    codeById: new Map(stored.codes.map((code) => [code.id, code])),
  } as unknown as Study; // as much of it as search reads
}

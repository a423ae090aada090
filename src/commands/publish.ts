// In: an edition and an output folder. Out: the whole site in its place, or the old one untouched.

import { join } from 'node:path';
import { publishEdition, type Edition } from '../site/study.ts';
import { buildPages } from './astro-build.ts';
import { writeBasketFiles } from './basket-files.ts';
import { writeCardFiles } from './card-files.ts';
import { writeChecksums } from './checksums.ts';
import { moveExports, writeExports } from './exports.ts';
import { writeHostHeaders } from './host-headers.ts';
import { writeSearchIndex } from './pagefind.ts';
import { writeSearchStore } from './search-store.ts';
import { endWith } from './signals.ts';
import { openStaging, refuseForeign } from './staging.ts';
import { stopwatch, type Cost } from './stopwatch.ts';

export interface PublishOptions {
  readonly out: string;
  readonly force: boolean;
  readonly search: boolean;
  readonly exports: boolean;
  readonly progress: (text: string) => void;
}

export interface Published {
  readonly out: string;
  readonly pages: number;
  readonly exports: number;
  readonly records: number;
  readonly costs: Readonly<Record<'pages' | 'basket' | 'exports' | 'search', Cost>>;
}

export async function publish(edition: Edition, options: PublishOptions): Promise<Published> {
  const staging = await openStaging(options.out);
  const release = endWith(staging.discard);
  try {
    refuseForeign(staging.out, options.force);
    const clock = stopwatch();
    const waiting = join(staging.root, 'exports');
    const exports = options.exports ? writeExports(apart(edition), waiting, options.progress) : [];
    const exportsCost = clock();
    publishEdition({ ...apart(edition), exports });
    const pages = await buildPages(staging, (done, all) => options.progress(`${done} of ${all} pages`));
    publishEdition(edition);
    moveExports(exports, waiting, staging.site);
    writeCardFiles(edition, staging.site);
    const pagesCost = clock();
    writeBasketFiles(edition, staging.site);
    const basketCost = clock();
    const records = options.search ? await search(edition, staging.site, options.progress) : 0;
    writeHostHeaders(edition, staging.site);
    writeChecksums(staging.site);
    const costs = { pages: pagesCost, basket: basketCost, exports: exportsCost, search: clock() };
    await staging.swap(edition.base, options.force);
    return { out: staging.out, pages, exports: exports.length, records, costs };
  } finally {
    staging.discard();
    release();
  }
}

/** With a study of its own: what is derived from that goes with it, before the next part needs the memory. */
const apart = (edition: Edition): Edition => ({ ...edition, study: { ...edition.study } });

function search(edition: Edition, site: string, progress: (text: string) => void): Promise<number> {
  writeSearchStore(edition.study, site);
  return writeSearchIndex(edition, join(site, 'pagefind'), (done) => progress(`${done} excerpts in the search index`));
}

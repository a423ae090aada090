// In: an edition and an output folder. Out: the whole site in its place, or the old one untouched.

import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formats } from '#study';
import { publishEdition, type Edition } from '../site/study.ts';
import { buildPages } from './astro-build.ts';
import { writeChecksums } from './checksums.ts';
import { writePieces } from './disk.ts';
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
  readonly costs: { readonly pages: Cost; readonly exports: Cost; readonly search: Cost };
}

export async function publish(edition: Edition, options: PublishOptions): Promise<Published> {
  const staging = await openStaging(options.out);
  const release = endWith(staging.discard);
  try {
    refuseForeign(staging.out, options.force);
    publishEdition(edition);
    const clock = stopwatch();
    const pages = await buildPages(staging, (done, all) => options.progress(`${done} of ${all} pages`));
    const pagesCost = clock();
    const exports = options.exports ? writeExports(edition, staging.site, options.progress) : 0;
    const exportsCost = clock();
    const records = options.search ? await search(edition, staging.site, options.progress) : 0;
    writeHostHeaders(edition, staging.site);
    writeChecksums(staging.site);
    const costs = { pages: pagesCost, exports: exportsCost, search: clock() };
    await staging.swap(edition.base, options.force);
    return { out: staging.out, pages, exports, records, costs };
  } finally {
    staging.discard();
    release();
  }
}

function search(edition: Edition, site: string, progress: (text: string) => void): Promise<number> {
  writeSearchStore(edition.study, site);
  return writeSearchIndex(edition, join(site, 'pagefind'), (done) => progress(`${done} excerpts in the search index`));
}

function writeExports(
  { study, site, excerptPages }: Edition,
  folder: string,
  progress: (text: string) => void,
): number {
  let count = 0;
  for (const format of formats) {
    for (const file of format.files({ study, site, excerptPages })) {
      const path = join(folder, file.path);
      mkdirSync(dirname(path), { recursive: true });
      writePieces(path, file.write());
      count += 1;
      progress(`${count} export files`);
    }
  }
  return count;
}

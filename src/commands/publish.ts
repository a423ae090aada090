// In: an edition and an output folder. Out: the whole site in its place, or the old one untouched.

import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formats } from '#study';
import { publishEdition, type Edition } from '../site/study.ts';
import { buildPages, type Progress } from './astro-build.ts';
import { writePieces } from './disk.ts';
import { openStaging, refuseForeign } from './staging.ts';
import { endWith } from './signals.ts';

export interface PublishOptions {
  readonly out: string;
  readonly force: boolean;
  readonly search: boolean;
  readonly progress: Progress;
}

export interface Published {
  readonly out: string;
  readonly pages: number;
  readonly exports: number;
}

export async function publish(edition: Edition, options: PublishOptions): Promise<Published> {
  const staging = await openStaging(options.out);
  const release = endWith(staging.discard);
  try {
    refuseForeign(staging.out, options.force);
    publishEdition(edition);
    const pages = await buildPages(staging, options.progress);
    const exports = writeExports(edition, staging.site);
    await staging.swap(options.force);
    return { out: staging.out, pages, exports };
  } finally {
    release();
    staging.discard();
  }
}

function writeExports(edition: Edition, site: string): number {
  const { study, excerptPages } = edition;
  let count = 0;
  for (const format of formats) {
    for (const file of format.files({ study, site: edition.site, excerptPages })) {
      const path = join(site, file.path);
      mkdirSync(dirname(path), { recursive: true });
      writePieces(path, file.write());
      count += 1;
    }
  }
  return count;
}

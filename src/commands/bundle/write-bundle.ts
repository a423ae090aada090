// In: an edition for `/`. Out: the zip of its site for a disk, whole or not at all; the same notes give the same bytes.

import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeZip } from '#study';
import type { Edition } from '../../site/study.ts';
import { writePieces } from '../disk.ts';
import { ownName } from '../owner.ts';
import { publish } from '../publish.ts';
import { writeSearchStore } from '../search-store.ts';
import { endWith } from '../signals.ts';
import { UsageError } from '../usage.ts';
import { offlineSite } from './offline-site.ts';

/** Without the extension for large archives (zip64). */
const mostFiles = 65_535;

/** `name` is the folder in the zip. Gives the number of files. */
export async function writeBundle(edition: Edition, name: string, out: string): Promise<number> {
  const work = mkdtempSync(join(tmpdir(), 'catena-bundle-'));
  const beside = `${out}.${ownName()}`;
  const discard = (): void => {
    for (const path of [work, beside]) rmSync(path, { recursive: true, force: true });
  };
  const release = endWith(discard);
  try {
    const site = join(work, 'site');
    const parts = { search: false, exports: true, force: false, progress: () => {} };
    await publish(edition, { ...parts, out: site });
    // The texts that search reads; its word index stays away.
    writeSearchStore(edition.study, site);
    const files = await offlineSite(site);
    if (files.length > mostFiles)
      throw new UsageError(`The site has ${files.length} files; a zip that every program opens holds ${mostFiles}.`);
    mkdirSync(dirname(out), { recursive: true });
    writePieces(beside, writeZip(files.map(({ path, read }) => ({ path: `${name}/${path}`, write: () => [read()] }))));
    renameSync(beside, out);
    return files.length;
  } finally {
    discard();
    release();
  }
}

// In: an edition and a folder. Out: its export files in that folder, and what each of them weighs, so that the page of exports can say it.

import { createHash } from 'node:crypto';
import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formats } from '#study';
import type { Edition, WrittenExport } from '../site/study.ts';
import { writePieces } from './disk.ts';

export function writeExports(
  { study, site, excerptPages }: Edition,
  folder: string,
  progress: (text: string) => void,
): readonly WrittenExport[] {
  const written: WrittenExport[] = [];
  for (const format of formats) {
    for (const file of format.files({ study, site, excerptPages })) {
      const path = join(folder, file.path);
      mkdirSync(dirname(path), { recursive: true });
      const hash = createHash('sha256');
      const bytes = writePieces(path, hashed(file.write(), hash));
      written.push({ format: format.id, path: file.path, bytes, sha256: hash.digest('hex') });
      progress(`${written.length} export files`);
    }
  }
  return written;
}

function* hashed(
  pieces: Iterable<string | Uint8Array>,
  hash: ReturnType<typeof createHash>,
): Generator<string | Uint8Array> {
  for (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

/** Astro empties the folder that it builds into: exports are written before the pages and join them afterwards. */
export function moveExports(written: readonly WrittenExport[], from: string, to: string): void {
  for (const { path } of written) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    renameSync(join(from, path), join(to, path));
  }
}

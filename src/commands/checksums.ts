// In: the folder of a finished site. Out: SHA256SUMS in it: what `sha256sum --check SHA256SUMS` reads, for whoever keeps or cites the site.

import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { sha256Sums, sumsName, type FileHash } from '#study';

/** The last file that a build writes; only the marker of the folder, which hosts leave out, comes after it. */
export function writeChecksums(site: string): void {
  writeFileSync(join(site, sumsName), sha256Sums(hashesOf(site)));
}

function* hashesOf(site: string): Iterable<FileHash> {
  for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    yield { path: relative(site, path).split(sep).join('/'), sha256: hashOf(path) };
  }
}

/** One for all files: a buffer for each would be cleared away by a look at the whole memory every few hundred files. */
const buffer = Buffer.allocUnsafe(2 ** 20);

function hashOf(path: string): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    for (let bytes = readSync(file, buffer); bytes > 0; bytes = readSync(file, buffer)) {
      hash.update(buffer.subarray(0, bytes));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

// In: the folder of a finished site. Out: SHA256SUMS in it: what `sha256sum --check SHA256SUMS` reads, for whoever keeps or cites the site.

import { hash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
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
    yield { path: relative(site, path).split(sep).join('/'), sha256: hash('sha256', readFileSync(path)) };
  }
}

// In: a folder. Out: a word that changes whenever one of its files does, cheap enough to ask at every request.

import { createHash } from 'node:crypto';
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Names, sizes and times of all files below; links are not followed. */
export function folderState(...folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) add(hash, folder);
  return hash.digest('hex');
}

function add(hash: { update: (text: string) => unknown }, path: string): void {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return;
  hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\0`);
  if (!stats.isDirectory()) return;
  for (const name of readdirSync(path).sort()) {
    if (name !== 'node_modules' && name !== '.git') add(hash, join(path, name));
  }
}

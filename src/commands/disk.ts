// In: paths and bytes. Out: files that are wholly on the disk; copies that may be changed and removed whatever the original's permissions.

import { closeSync, copyFileSync, fsyncSync, mkdirSync, openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Written and flushed: what a later command relies on after a crash. */
export function writeWhole(path: string, text: string): void {
  const file = openSync(path, 'w');
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const pieceSize = 1 << 20;

/** Writes pieces as they come, about a megabyte at a time; gives the number of bytes. */
export function writePieces(path: string, pieces: Iterable<string | Uint8Array>): number {
  const file = openSync(path, 'w');
  let waiting: Buffer[] = [];
  let size = 0;
  let total = 0;
  const flush = (): void => {
    const bytes = Buffer.concat(waiting);
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    total += bytes.length;
    waiting = [];
    size = 0;
  };
  try {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : Buffer.from(piece);
      waiting.push(bytes);
      size += bytes.length;
      if (size >= pieceSize) flush();
    }
    flush();
  } finally {
    closeSync(file);
  }
  return total;
}

/** A folder's files and folders, links left out; fresh permissions, since a read-only copy could not be removed again. */
export function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) copyFolder(join(from, entry.name), join(to, entry.name));
    else if (entry.isFile()) copyFileSync(join(from, entry.name), join(to, entry.name));
  }
}

// In: named files in pieces. Out: a zip in pieces; the same files give the same bytes on every machine and in every time zone.

import { crc32 } from 'node:zlib';
import { deflateSync, Zip, type ZipInputFile } from 'fflate';

export interface ZipEntry {
  /** Below the root of the zip: never absolute, never with `..`. */
  readonly path: string;
  readonly write: () => Iterable<string | Uint8Array>;
}

// A zip holds local time without a zone, and fflate reads the local fields of this date: they are the same everywhere.
const always = (): Date => new Date(1980, 0, 1, 12);

export function* writeZip(entries: Iterable<ZipEntry>): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    ready.push(piece);
  });
  for (const { path, write } of entries) {
    const bytes = wholeOf(write());
    const file = entryOf(path, bytes);
    zip.add(file);
    // The whole file at once: fflate's streams (0.8.3) give back-references that nothing can follow for some inputs (its issue 260).
    file.ondata?.(null, deflateSync(bytes, { level: 6 }), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

/** Method 8 is Deflate. */
const entryOf = (path: string, bytes: Uint8Array): ZipInputFile => ({
  filename: safePath(path),
  size: bytes.length,
  crc: crc32(bytes),
  compression: 8,
  mtime: always(),
});

const encoder = new TextEncoder();

function wholeOf(pieces: Iterable<string | Uint8Array>): Uint8Array {
  const blocks = Array.from(pieces, (piece) => (typeof piece === 'string' ? encoder.encode(piece) : piece));
  const whole = new Uint8Array(blocks.reduce((sum, block) => sum + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    whole.set(block, at);
    at += block.length;
  }
  return whole;
}

function safePath(path: string): string {
  if (/^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)|^[a-zA-Z]:|[\0\\]/.test(path))
    throw new Error(`Unsafe path in a zip: ${path}`);
  return path;
}

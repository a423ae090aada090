// In: named files in pieces. Out: a zip in pieces; the same files give the same bytes on every machine and in every time zone.

import { Zip, ZipDeflate } from 'fflate';

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
    const file = new ZipDeflate(safePath(path), { level: 6 });
    file.mtime = always();
    zip.add(file);
    for (const block of inBlocks(write())) {
      file.push(block);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

const encoder = new TextEncoder();

/** Thousands of small pieces are compressed many times faster as a few large ones. */
function* inBlocks(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    if (typeof piece === 'string' && text.length < 65_536) continue;
    if (text !== '') yield encoder.encode(text);
    text = '';
    if (typeof piece !== 'string') yield piece;
  }
  if (text !== '') yield encoder.encode(text);
}

function safePath(path: string): string {
  if (/^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)|^[a-zA-Z]:|[\0\\]/.test(path))
    throw new Error(`Unsafe path in a zip: ${path}`);
  return path;
}

// In: the bytes of a file. Out: its text, how it was encoded, and where each character's bytes lie.

import { windows1252 } from './windows-1252.ts';

export interface Decoded {
  /** The characters in the file, without the byte order mark; nothing is repaired here. */
  readonly text: string;
  readonly encoding: 'utf-8' | 'windows-1252' | 'mixed' | 'utf-16le' | 'utf-16be';
  /** Bytes of the byte order mark before the text. */
  readonly bom: number;
  /** Offsets in `text` of characters whose bytes are not valid UTF-8 (read as Windows-1252) or UTF-16 (read as U+FFFD). */
  readonly strayBytes: readonly number[];
  /** Byte offset of a UTF-16 offset in `text`; linear over a file when asked in rising order. */
  readonly byteOffset: (offset: number) => number;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function decode(bytes: Uint8Array): Decoded {
  const utf16 = utf16Order(bytes);
  if (utf16) return decodeUtf16(bytes, utf16.order, utf16.bom);
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  try {
    const text = utf8.decode(bytes.subarray(bom));
    return { text, encoding: 'utf-8', bom, strayBytes: [], byteOffset: byteCounter(text, bom, []) };
  } catch {
    return decodeMixed(bytes, bom);
  }
}

type Order = 'utf-16le' | 'utf-16be';

/** By its byte order mark; without one, by its NULs: in UTF-16 every second byte of Latin text is one, in UTF-8 none is. */
function utf16Order(bytes: Uint8Array): { order: Order; bom: 0 | 2 } | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { order: 'utf-16le', bom: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { order: 'utf-16be', bom: 2 };
  const sample = bytes.subarray(0, 4096);
  const nul = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) nul[i % 2] = (nul[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nul;
  if (odd > sample.length / 4 && even < sample.length / 64) return { order: 'utf-16le', bom: 0 };
  if (even > sample.length / 4 && odd < sample.length / 64) return { order: 'utf-16be', bom: 0 };
  return undefined;
}

function decodeUtf16(bytes: Uint8Array, encoding: Order, bom: 0 | 2): Decoded {
  const whole = Buffer.from(bytes.subarray(bom, bytes.length - (bytes.length % 2)));
  const units = encoding === 'utf-16le' ? whole.toString('utf16le') : whole.swap16().toString('utf16le');
  // An odd last byte is half a character, and half of a surrogate pair is none: both are shown as U+FFFD.
  const read = bytes.length % 2 === 1 ? `${units}\ufffd` : units;
  const text = read.toWellFormed();
  const strayBytes: number[] = [];
  if (text !== units)
    for (let i = 0; i < text.length; i += 1) if (i >= units.length || text[i] !== units[i]) strayBytes.push(i);
  return { text, encoding, bom, strayBytes, byteOffset: (offset) => Math.min(bom + offset * 2, bytes.length) };
}

/** Valid UTF-8 sequences are read as such, every other byte through the Windows-1252 table. */
function decodeMixed(bytes: Uint8Array, bom: number): Decoded {
  const pieces: string[] = [];
  const stray: number[] = [];
  let offset = 0;
  let multibyte = 0;
  let from = bom;
  const flush = (to: number): void => {
    if (to === from) return;
    const piece = utf8.decode(bytes.subarray(from, to));
    pieces.push(piece);
    offset += piece.length;
  };
  let i = bom;
  while (i < bytes.length) {
    const length = sequenceLength(bytes, i);
    if (length > 0) {
      if (length > 1) multibyte += 1;
      i += length;
      continue;
    }
    flush(i);
    pieces.push(windows1252(bytes[i] ?? 0));
    stray.push(offset);
    offset += 1;
    i += 1;
    from = i;
  }
  flush(bytes.length);
  const text = pieces.join('');
  const encoding = multibyte === 0 ? 'windows-1252' : 'mixed';
  return { text, encoding, bom, strayBytes: stray, byteOffset: byteCounter(text, bom, stray) };
}

/** Length of the valid UTF-8 sequence at `i` (Unicode 15, table 3-7), 0 when there is none. */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const a = bytes[i] ?? 0;
  if (a < 0x80) return 1;
  if (a < 0xc2 || a > 0xf4) return 0;
  const b = bytes[i + 1] ?? 0;
  const [lowest, highest] =
    a === 0xe0
      ? [0xa0, 0xbf]
      : a === 0xed
        ? [0x80, 0x9f]
        : a === 0xf0
          ? [0x90, 0xbf]
          : a === 0xf4
            ? [0x80, 0x8f]
            : [0x80, 0xbf];
  if (b < lowest || b > highest) return 0;
  const length = a < 0xe0 ? 2 : a < 0xf0 ? 3 : 4;
  for (let k = 2; k < length; k += 1) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** Counts bytes forward from the last answer; goes back to the start when asked for an earlier offset. */
function byteCounter(text: string, bom: number, stray: readonly number[]): (offset: number) => number {
  // Most notes are ASCII: a byte a character.
  // eslint-disable-next-line no-control-regex -- every ASCII character is meant
  if (/^[\x00-\x7f]*$/.test(text)) return (offset) => bom + Math.min(offset, text.length);
  const single = new Set(stray);
  let at = 0;
  let byte = bom;
  return (offset) => {
    if (offset < at) [at, byte] = [0, bom];
    for (; at < offset && at < text.length; at += 1) byte += bytesOf(text.charCodeAt(at), single, at);
    return byte;
  };
}

function bytesOf(unit: number, single: ReadonlySet<number>, at: number): number {
  if (unit < 0x80 || (single.size > 0 && single.has(at))) return 1;
  // Each half of a surrogate pair counts for two of its four bytes.
  return unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
}

// Zips as other programs read them: every file back as it was, whatever is in it.

import { unzipSync } from 'fflate';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writeZip, type ZipEntry } from '../../../src/study/exports/zip.ts';

const zipped = (entries: Iterable<ZipEntry>): Buffer => Buffer.concat([...writeZip(entries)]);

/** More than half of them zeros, from a fixed seed: fflate's streaming compressor fails on many such. */
function sparse(seed: number, length: number): Uint8Array {
  let state = seed;
  const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24;
  return Uint8Array.from({ length }, () => (next() < 150 ? 0 : next()));
}

describe('a zip', () => {
  it('gives every file back, read by zlib and not by its writer', () => {
    const contents = Array.from({ length: 300 }, (_, seed) => sparse(seed + 1, 400 + seed));
    const whole = zipped(contents.map((content, at) => ({ path: `f${at}`, write: () => [content] })));
    let end = whole.length - 22;
    expect(whole.readUInt32LE(end)).toBe(0x06054b50);
    end = whole.readUInt32LE(end + 16);
    for (const [at, content] of contents.entries()) {
      expect(whole.readUInt32LE(end)).toBe(0x02014b50);
      const [size, start] = [whole.readUInt32LE(end + 20), whole.readUInt32LE(end + 42)];
      const data = start + 30 + whole.readUInt16LE(start + 26) + whole.readUInt16LE(start + 28);
      expect(inflateRawSync(whole.subarray(data, data + size)).equals(content), `file ${at}`).toBe(true);
      end += 46 + whole.readUInt16LE(end + 28) + whole.readUInt16LE(end + 30) + whole.readUInt16LE(end + 32);
    }
  });

  it('joins pieces of text and bytes, and keeps an empty file', () => {
    const files = unzipSync(
      zipped([
        { path: 'a/b.txt', write: () => ['ü', new Uint8Array([33]), '', 'x'] },
        { path: 'empty', write: () => [] },
      ]),
    );
    expect(Buffer.from(files['a/b.txt'] ?? []).toString()).toBe('ü!x');
    expect(files['empty']).toHaveLength(0);
  });

  it.each(['../x', '/x', 'a/../../x', 'C:x', 'a\\b'])('refuses the path %s', (path) => {
    expect(() => zipped([{ path, write: () => ['x'] }])).toThrow();
  });
});

import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/study/read/decode.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the encoding of a file', () => {
  it('is UTF-8 when all its bytes are', () => {
    expect(decode(utf8('café 🙂'))).toMatchObject({ text: 'café 🙂', encoding: 'utf-8', bom: 0, strayBytes: [] });
  });

  it('is Windows-1252 when no byte above ASCII is UTF-8', () => {
    const { text, encoding, strayBytes } = decode(bytes(0x93, 0x61, 0xe9, 0x20, 0x80));
    expect({ text, encoding, strayBytes }).toEqual({
      text: '“aé €',
      encoding: 'windows-1252',
      strayBytes: [0, 2, 4],
    });
  });

  it('is mixed when stray bytes stand among UTF-8, and each is read by itself', () => {
    const { text, encoding, strayBytes } = decode(Buffer.concat([utf8('é'), bytes(0xe9), utf8('🙂'), bytes(0xff)]));
    expect({ text, encoding, strayBytes }).toEqual({ text: 'éé🙂ÿ', encoding: 'mixed', strayBytes: [1, 4] });
  });

  it('never takes an overlong, surrogate or cut sequence for UTF-8', () => {
    for (const broken of [
      [0xc0, 0xaf],
      [0xe0, 0x80, 0x80],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xe2, 0x82],
    ]) {
      const { text, strayBytes } = decode(bytes(0x61, ...broken));
      expect(strayBytes).toHaveLength(broken.length);
      expect(text).toHaveLength(broken.length + 1);
    }
  });

  it('is UTF-16 by its mark, or by the NULs of Latin text', () => {
    const text = 'A platform keeps its promise — 🙂.';
    const le = Buffer.from(text, 'utf16le');
    const be = Buffer.from(le).swap16();
    expect(decode(Buffer.concat([bytes(0xff, 0xfe), le]))).toMatchObject({ text, encoding: 'utf-16le', bom: 2 });
    expect(decode(Buffer.concat([bytes(0xfe, 0xff), be]))).toMatchObject({ text, encoding: 'utf-16be', bom: 2 });
    expect(decode(le)).toMatchObject({ text, encoding: 'utf-16le', bom: 0 });
    expect(decode(be)).toMatchObject({ text, encoding: 'utf-16be', bom: 0 });
  });

  it('is not UTF-16 because of a file of NULs', () => {
    expect(decode(new Uint8Array(100))).toMatchObject({ text: '\0'.repeat(100), encoding: 'utf-8' });
  });

  it('shows half a surrogate pair and half a character as U+FFFD, and counts them', () => {
    const { text, strayBytes } = decode(
      Buffer.concat([bytes(0xff, 0xfe), Buffer.from('a\ud83d!', 'utf16le'), bytes(0x41)]),
    );
    expect({ text, strayBytes }).toEqual({ text: 'a\ufffd!\ufffd', strayBytes: [1, 3] });
  });
});

describe('the place of a character', () => {
  it('is the byte where it starts, in any order of asking', () => {
    const { byteOffset } = decode(Buffer.concat([bytes(0xef, 0xbb, 0xbf), utf8('aé€🙂'), bytes(0xe9), utf8('z')]));
    const offsets = [0, 1, 2, 3, 5, 6, 7];
    const expected = [3, 4, 6, 9, 13, 14, 15];
    expect(offsets.map(byteOffset)).toEqual(expected);
    expect(offsets.toReversed().map(byteOffset)).toEqual(expected.toReversed());
  });

  it('is its offset behind the mark in a file of ASCII', () => {
    const { byteOffset } = decode(Buffer.concat([bytes(0xef, 0xbb, 0xbf), utf8('abc')]));
    expect([0, 2, 3, 99].map(byteOffset)).toEqual([3, 5, 6, 6]);
  });
});

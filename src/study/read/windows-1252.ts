// In: a byte or a character. Out: its Windows-1252 counterpart (WHATWG Encoding, index windows-1252).
// A table of our own, because the decoder of several Node versions answers with Latin-1 for 0x80–0x9f.

const high =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const bytesOf = new Map([...high].map((character, i) => [character, 0x80 + i]));

export const windows1252 = (byte: number): string =>
  byte >= 0x80 && byte <= 0x9f ? (high[byte - 0x80] ?? '') : String.fromCharCode(byte);

/** The byte that Windows-1252 writes for a character, or -1. C1 controls stand for their own byte, as browsers do. */
export function windows1252Byte(character: string): number {
  const unit = character.charCodeAt(0);
  if (unit < 0x80 || (unit >= 0xa0 && unit <= 0xff)) return unit;
  if (unit >= 0x80 && unit <= 0x9f) return unit;
  return bytesOf.get(character) ?? -1;
}

// In: a stretch of a note's text. Out: the text as it is shown, and every change that was made, with its characters.
// Only three kinds of change exist (FORMAT.md, section 2): characters that were encoded twice, letters left from PDF
// ligatures, and characters that nobody can see. Look-alike letters stay as they are.

import { windows1252Byte } from './windows-1252.ts';

export interface RepairAt {
  readonly kind: 'mojibake' | 'ligature' | 'invisible';
  readonly original: string;
  readonly repaired: string;
  /** Offset in the given text. */
  readonly at: number;
}

export interface Repaired {
  readonly text: string;
  readonly repairs: readonly RepairAt[];
}

// Lead characters C2–F4 as Windows-1252 shows them, what can follow them, ligature controls, and the invisible.
const suspicious = /[\u00c2-\u00f4\u000b\u000c\u000e\u000f\u00ad\u200b-\u200d\u2060\ufeff]/;
const lead = /[\u00c2-\u00f4]/;
const invisible = /[\u00ad\u200b\u200c\u200d\u2060\ufeff]/;
const ligatures: Readonly<Record<string, string>> = {
  '\u000b': 'ff',
  '\u000c': 'fi',
  '\u000e': 'ffi',
  '\u000f': 'ffl',
};
const letter = /\p{L}/u;
// Joiners carry meaning inside emoji and in scripts that shape their letters.
const needsJoiner =
  /[\p{Extended_Pictographic}\u{1F3FB}-\u{1F3FF}\ufe0f\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Syriac}\p{Script=Mongolian}]/u;

export function repair(text: string): Repaired {
  if (!suspicious.test(text)) return { text, repairs: [] };
  const repairs: RepairAt[] = [];
  const pieces: string[] = [];
  let kept = 0;
  let i = 0;
  while (i < text.length) {
    const change = changeAt(text, i);
    if (!change) {
      i += 1;
      continue;
    }
    pieces.push(text.slice(kept, i), change.repaired);
    repairs.push({ ...change, at: i });
    i += change.original.length;
    kept = i;
  }
  pieces.push(text.slice(kept));
  return { text: pieces.join(''), repairs };
}

function changeAt(text: string, i: number): Omit<RepairAt, 'at'> | undefined {
  const character = text[i] ?? '';
  if (lead.test(character)) return mojibakeAt(text, i);
  const ligature = ligatures[character];
  if (ligature !== undefined) {
    if (!letter.test(text[i - 1] ?? '') || !letter.test(text[i + 1] ?? '')) return undefined;
    return { kind: 'ligature', original: character, repaired: ligature };
  }
  if (!invisible.test(character) || joinerNeeded(text, i, character)) return undefined;
  return { kind: 'invisible', original: character, repaired: '' };
}

function joinerNeeded(text: string, i: number, character: string): boolean {
  if (character !== '\u200d' && character !== '\u200c') return false;
  const before = String.fromCodePoint(text.codePointAt(i - (isLow(text, i - 1) ? 2 : 1)) ?? 32);
  const after = String.fromCodePoint(text.codePointAt(i + 1) ?? 32);
  return needsJoiner.test(before) && needsJoiner.test(after);
}

const isLow = (text: string, i: number): boolean => (text.charCodeAt(i) & 0xfc00) === 0xdc00;

/** The longest run of doubly encoded characters at `i`, decoded as often as it was encoded (three times at most). */
function mojibakeAt(text: string, i: number): Omit<RepairAt, 'at'> | undefined {
  const bytes: number[] = [];
  let end = i;
  while (end < text.length && end - i < 64) {
    const byte = windows1252Byte(text[end] ?? '');
    if (byte < 0x80) break;
    bytes.push(byte);
    end += 1;
  }
  for (let length = 0; ;) {
    const next = sequence(bytes, length);
    if (next === 0) {
      if (length === 0) return undefined;
      const original = text.slice(i, i + length);
      const once = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
        Uint8Array.from(bytes.slice(0, length)),
      );
      return { kind: 'mojibake', original, repaired: decodeAgain(once) };
    }
    length += next;
  }
}

function decodeAgain(text: string): string {
  let current = text;
  for (let round = 0; round < 2; round += 1) {
    const pieces: string[] = [];
    let i = 0;
    let changed = false;
    while (i < current.length) {
      const bytes: number[] = [];
      for (let k = i; k < current.length && k < i + 4; k += 1) bytes.push(windows1252Byte(current[k] ?? ''));
      const length = sequence(bytes, 0);
      if (length > 0) changed = true;
      pieces.push(
        length > 0
          ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes.slice(0, length)))
          : (current[i] ?? ''),
      );
      i += Math.max(length, 1);
    }
    if (!changed) return current;
    current = pieces.join('');
  }
  return current;
}

/** Length of a multi-byte UTF-8 sequence in bytes that were characters, 0 when it could as well be meant as written. */
function sequence(bytes: readonly number[], at: number): number {
  const a = bytes[at] ?? -1;
  if (a < 0xc2 || a > 0xf4) return 0;
  const length = a < 0xe0 ? 2 : a < 0xf0 ? 3 : 4;
  for (let k = 1; k < length; k += 1) {
    const b = bytes[at + k] ?? -1;
    if (b < 0x80 || b > 0xbf) return 0;
  }
  const b = bytes[at + 1] ?? 0;
  if ((a === 0xe0 && b < 0xa0) || (a === 0xed && b > 0x9f) || (a === 0xf0 && b < 0x90) || (a === 0xf4 && b > 0x8f))
    return 0;
  return length;
}

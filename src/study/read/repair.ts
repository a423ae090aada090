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

// Lead characters C2–F4 as Windows-1252 shows them, ligature controls, and the invisible.
// eslint-disable-next-line no-control-regex -- ligatures come as control characters
const suspicious = /[\u00c2-\u00f4\u000b\u000c\u000e\u000f\u00ad\u200b-\u200d\u2060\ufeff]/g;
const unseen = /[\u00ad\u200b\u2060\ufeff]/g;
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
  const repairs: RepairAt[] = [];
  const pieces: string[] = [];
  let kept = 0;
  for (let i = nextSuspicious(text, 0); i >= 0; i = nextSuspicious(text, i)) {
    const change = changeAt(text, i);
    if (change) {
      if (i > kept) pieces.push(text.slice(kept, i));
      if (change.repaired !== '') pieces.push(change.repaired);
      repairs.push(change);
    }
    i += change ? change.original.length : 1;
    if (change) kept = i;
  }
  if (repairs.length === 0) return { text, repairs };
  pieces.push(text.slice(kept));
  return { text: pieces.join(''), repairs };
}

function nextSuspicious(text: string, from: number): number {
  suspicious.lastIndex = from;
  return suspicious.test(text) ? suspicious.lastIndex - 1 : -1;
}

function changeAt(text: string, i: number): RepairAt | undefined {
  const character = text[i] ?? '';
  const unit = text.charCodeAt(i);
  if (unit >= 0xc2 && unit <= 0xf4) return mojibakeAt(text, i);
  const ligature = ligatures[character];
  if (ligature === undefined) {
    const needed = (unit === 0x200c || unit === 0x200d) && joinerNeeded(text, i);
    return needed ? undefined : { kind: 'invisible', original: character, repaired: '', at: i };
  }
  if (!letter.test(text[i - 1] ?? '') || !letter.test(text[i + 1] ?? '')) return undefined;
  return { kind: 'ligature', original: character, repaired: ligature, at: i };
}

function joinerNeeded(text: string, i: number): boolean {
  const before = String.fromCodePoint(text.codePointAt(i - (isLow(text, i - 1) ? 2 : 1)) ?? 32);
  const after = String.fromCodePoint(text.codePointAt(i + 1) ?? 32);
  return needsJoiner.test(before) && needsJoiner.test(after);
}

const isLow = (text: string, i: number): boolean => (text.charCodeAt(i) & 0xfc00) === 0xdc00;

const longestRun = 64;

/** The longest run of doubly encoded characters at `i`, decoded as often as it was encoded (three times at most). */
function mojibakeAt(text: string, i: number): RepairAt | undefined {
  let end = i;
  for (let next = sequenceAt(text, end); next > 0 && end + next - i <= longestRun; next = sequenceAt(text, end))
    end += next;
  if (end === i) return undefined;
  const original = text.slice(i, end);
  return { kind: 'mojibake', original, repaired: decodeAgain(decoded(original)).replace(unseen, ''), at: i };
}

/** The characters that a text of whole sequences was before it was read as Windows-1252. */
function decoded(text: string): string {
  let result = '';
  for (let i = 0; i < text.length;) {
    const length = sequenceAt(text, i);
    // The lead byte's marker bits: 110, 1110, 11110.
    let point = windows1252Byte(text[i] ?? '') & (0x7f >> length);
    for (let k = 1; k < length; k += 1) point = (point << 6) | (windows1252Byte(text[i + k] ?? '') & 0x3f);
    result += String.fromCodePoint(point);
    i += length;
  }
  return result;
}

function decodeAgain(text: string): string {
  let current = text;
  for (let round = 0; round < 2; round += 1) {
    const pieces: string[] = [];
    for (let i = 0; i < current.length;) {
      const length = sequenceAt(current, i);
      pieces.push(length > 0 ? decoded(current.slice(i, i + length)) : (current[i] ?? ''));
      i += Math.max(length, 1);
    }
    const next = pieces.join('');
    if (next === current) return current;
    current = next;
  }
  return current;
}

/** Length of the multi-byte UTF-8 sequence that characters at `i` were as bytes (Unicode 15, table 3-7), 0 when they were none. */
function sequenceAt(text: string, i: number): number {
  const a = i < text.length ? windows1252Byte(text[i] ?? '') : -1;
  if (a < 0xc2 || a > 0xf4) return 0;
  const length = a < 0xe0 ? 2 : a < 0xf0 ? 3 : 4;
  if (i + length > text.length) return 0;
  const b = windows1252Byte(text[i + 1] ?? '');
  if ((a === 0xe0 && b < 0xa0) || (a === 0xed && b > 0x9f) || (a === 0xf0 && b < 0x90) || (a === 0xf4 && b > 0x8f))
    return 0;
  for (let k = 1; k < length; k += 1) {
    const next = windows1252Byte(text[i + k] ?? '');
    if (next < 0x80 || next > 0xbf) return 0;
  }
  return length;
}

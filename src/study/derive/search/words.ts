// In: folded text. Out: its words, their places, and where a word may begin or end.
// A word is a longest run of letters, digits and the marks on them. In scripts that are written without blanks every character
// is a word of its own, so that a search for two of them finds them one beside the other.

import type { Span } from '../../model/study.ts';

export interface WordSpan extends Span {
  readonly text: string;
}

export function wordsOf(folded: string): readonly string[] {
  return folded.match(notAscii.test(folded) ? anyWord : asciiWord) ?? [];
}

export function wordSpans(folded: string): readonly WordSpan[] {
  return [...folded.matchAll(notAscii.test(folded) ? anyWord : asciiWord)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** True when no word of `folded` reaches over the offset `at`: agrees with `wordSpans` for every text. */
export function isWordBoundary(folded: string, at: number): boolean {
  if (at <= 0 || at >= folded.length) return true;
  const before = charKind(codePointBefore(folded, at));
  const after = charKind(folded.codePointAt(at) ?? 0);
  return before !== 'run' || after !== 'run';
}

/** True when a word begins right at `at`; `endsWord` when one ends there. */
export const startsWord = (folded: string, at: number): boolean => charKind(folded.codePointAt(at) ?? 0) !== 'none';
export const endsWord = (folded: string, at: number): boolean =>
  at > 0 && charKind(codePointBefore(folded, at)) !== 'none';

type CharKind = 'none' | 'run' | 'alone';

const alone =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u3099\\u309a';
const word = '\\p{L}\\p{M}\\p{Nd}\\p{Nl}';
const notAscii = /[^\0-\x7f]/;
const asciiWord = /[a-z0-9]+/g;
// Signs and numbers of the blank-less scripts (〇 is a numeral, 〆 a letter) follow the first alternative only when they are words.
const anyWord = new RegExp(`(?=[${word}])[${alone}]|(?:(?![${alone}])[${word}])+`, 'gu');
const isAlone = new RegExp(`^(?=[${word}])[${alone}]`, 'u');
const isWord = new RegExp(`^[${word}]`, 'u');

const known = new Map<number, CharKind>();

function charKind(point: number): CharKind {
  if (point < 128) return (point >= 97 && point <= 122) || (point >= 48 && point <= 57) ? 'run' : 'none';
  const cached = known.get(point);
  if (cached !== undefined) return cached;
  const char = String.fromCodePoint(point);
  const kind = isAlone.test(char) ? 'alone' : isWord.test(char) ? 'run' : 'none';
  known.set(point, kind);
  return kind;
}

function codePointBefore(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1);
  const low = unit >= 0xdc00 && unit <= 0xdfff && at >= 2;
  const pair = low ? (text.codePointAt(at - 2) ?? unit) : unit;
  return pair > 0xffff ? pair : unit;
}

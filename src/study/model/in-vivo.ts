// In: the words of an open code and the excerpts of its passage. Out: whether the source said them, and which codes say the same.

import type { CodeId } from './ids.ts';
import { findWords } from './find-words.ts';

/** Case, blanks, underscores and the shape of quotation marks do not count; nothing else is folded. */
export function foldWords(text: string): string {
  const signs = plain.test(text) ? text : foldSigns(text);
  return (loose.test(signs) ? signs.replace(/[\s_]+/g, ' ') : signs).trim().toLowerCase();
}

// Most excerpts need neither step: the looks are cheaper than the steps.
// eslint-disable-next-line no-control-regex -- every ASCII character is meant
const plain = /^[\x00-\x5f\x61-\x7f]*$/;
const loose = /[^\S ]|_| {2}/;

const foldSigns = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟″]/g, '"')
    .replace(/[‐‑‒–—―]/g, '-');

/** Steps up to which looking for each code by itself is quicker; beyond it all are looked for at once, in linear time. */
const patience = 4_000_000;

/** Those of `wanted` (folded) that stand in one of `texts` (folded). */
export function standingIn(wanted: readonly string[], texts: readonly string[]): ReadonlySet<string> {
  const longest = texts.reduce((length, text) => Math.max(length, text.length), 0);
  const distinct = [...new Set(wanted)].filter((words) => words !== '' && words.length <= longest);
  if (sum(distinct) * sum(texts) > patience) return findWords(distinct, texts);
  return new Set(distinct.filter((words) => texts.some((text) => standsIn(words, text))));
}

const sum = (texts: readonly string[]): number => texts.reduce((length, text) => length + text.length, 0);

/** True when `words` (folded) stand in `text` (folded) and no letter or digit goes on where they begin or end with one. */
export function standsIn(words: string, text: string): boolean {
  if (words === '') return false;
  const begins = isWordCharacter(words.codePointAt(0));
  const ends = isWordCharacter(before(words, words.length));
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const goesOn = isWordCharacter(text.codePointAt(at + words.length));
    if (!(begins && isWordCharacter(before(text, at))) && !(ends && goesOn)) return true;
  }
  return false;
}

/** The code point that ends at an offset. */
const before = (text: string, at: number): number | undefined => {
  const isLow = (text.charCodeAt(at - 1) & 0xfc00) === 0xdc00;
  return at === 0 ? undefined : text.codePointAt(at - (isLow && at > 1 ? 2 : 1));
};

const isWordCharacter = (point: number | undefined): boolean =>
  point !== undefined && /[\p{L}\p{N}]/u.test(String.fromCodePoint(point));

type Named = { readonly id: CodeId; readonly label: string };

/** For the codes of a passage: which of them have an id or label with the same words as an open code, hyphens and blanks apart. */
export function sameWords(codes: readonly Named[]): (openCode: string) => readonly CodeId[] {
  const byWords = new Map<string, Set<CodeId>>();
  for (const code of codes)
    for (const words of new Set([loosely(code.id), loosely(code.label)])) {
      const known = byWords.get(words);
      if (known) known.add(code.id);
      else byWords.set(words, new Set([code.id]));
    }
  return (openCode) => [...(byWords.get(loosely(openCode)) ?? [])];
}

const loosely = (text: string): string =>
  foldWords(text)
    .replace(/[-/]/g, ' ')
    .replace(/[.,;:!?"']/g, '')
    .replace(/ +/g, ' ')
    .trim();

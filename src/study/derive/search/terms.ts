// In: a word or phrase of the query. Out: where it occurs in folded text. This file says what a word matches; scan, index,
// verification, marks, ranking and concordance all ask here, so they cannot disagree.

import type { Span } from '../../model/study.ts';
import { fold } from './folding.ts';
import type { TextQuery } from './query.ts';
import { stemOf } from './variants.ts';
import { endsWord, isWordBoundary, startsWord, wordSpans } from './words.ts';

export interface Term {
  readonly query: TextQuery;
  /** The whole words that every text holding it has (stems of them when `variants`): what an index is asked for. */
  readonly words: readonly string[];
  readonly variants: boolean;
  /** True when holding its one word is all there is to it, so that an index needs no second look. */
  readonly single: boolean;
  /** Places in folded text, left to right, not overlapping. */
  readonly find: (folded: string) => Generator<Span>;
}

export function termOf(query: TextQuery): Term {
  return query.kind === 'phrase' ? phraseTerm(query) : wordTerm(query);
}

export const occursIn = (term: Term, folded: string): boolean => term.find(folded).next().done !== true;

function phraseTerm(query: TextQuery): Term {
  const text = fold(query.text);
  const words = wordSpans(text).map((word) => word.text);
  return { query, words, variants: false, single: false, find: (folded) => findLiteral(folded, text) };
}

// `self-serve`, `node.js`, `hero's`: the parts with exactly the signs between them; a hyphen is also a blank.
function wordTerm(query: TextQuery): Term {
  const folded = fold(query.text);
  const spans = wordSpans(folded);
  const parts = spans.map((span) => span.text);
  const variants = query.kind === 'word' && query.variants;
  const gaps = spans.slice(1).map((span, index) => folded.slice(spans[index]?.end, span.start));
  const [only = ''] = parts;
  const single = parts.length === 1;
  if (variants) {
    const stems = parts.map(stemOf);
    return { query, words: stems, variants, single, find: (text) => findStems(text, stems, gaps) };
  }
  if (single) return { query, words: parts, variants, single, find: (text) => findLiteral(text, only) };
  const pattern = parts.map((part, index) => `${escaped(part)}${gapPattern(gaps[index])}`).join('');
  return { query, words: parts, variants, single, find: (text) => findPattern(text, new RegExp(pattern, 'g')) };
}

const isHyphen = (gap: string): boolean => /^-+$/.test(gap);
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
const gapPattern = (gap: string | undefined): string =>
  gap === undefined ? '' : isHyphen(gap) ? '[ -]+' : escaped(gap);
const gapAgrees = (gap: string, wanted: string): boolean => (isHyphen(wanted) ? /^[ -]+$/.test(gap) : gap === wanted);

function* findLiteral(folded: string, text: string): Generator<Span> {
  if (text === '') return;
  const atStart = startsWord(text, 0);
  const atEnd = endsWord(text, text.length);
  let start = folded.indexOf(text);
  while (start !== -1) {
    const end = start + text.length;
    const whole = (!atStart || isWordBoundary(folded, start)) && (!atEnd || isWordBoundary(folded, end));
    if (whole) yield { start, end };
    start = folded.indexOf(text, whole ? end : start + 1);
  }
}

// The pattern has word characters at both ends and never two repeats beside each other: linear in the text.
function* findPattern(folded: string, pattern: RegExp): Generator<Span> {
  for (let match = pattern.exec(folded); match !== null; match = pattern.exec(folded)) {
    const start = match.index;
    const end = start + match[0].length;
    if (isWordBoundary(folded, start) && isWordBoundary(folded, end)) yield { start, end };
    else pattern.lastIndex = start + 1;
  }
}

function* findStems(folded: string, stems: readonly string[], gaps: readonly string[]): Generator<Span> {
  const words = wordSpans(folded);
  for (let at = 0; at + stems.length <= words.length; at += 1) {
    const run = words.slice(at, at + stems.length);
    const agrees = run.every((word, index) => {
      const before = run[index - 1];
      const gap = gaps[index - 1];
      if (stemOf(word.text) !== stems[index]) return false;
      return before === undefined || gap === undefined || gapAgrees(folded.slice(before.end, word.start), gap);
    });
    const [first] = run;
    const last = run.at(-1);
    if (!agrees || first === undefined || last === undefined) continue;
    yield { start: first.start, end: last.end };
    at += stems.length - 1;
  }
}

// In: hits and the query. Out: a concordance: one line an occurrence, the keyword in the middle, so many words to each side.

import type { ExcerptId } from '../../model/ids.ts';
import type { Span } from '../../model/study.ts';
import { byCodePoint, foldWithOffsets, originalSpan } from './folding.ts';
import { foldedMarks } from './marks.ts';
import type { Query } from './query.ts';
import type { SearchRecord } from './record.ts';
import { wordSpans, type WordSpan } from './words.ts';

export type LineOrder = 'study' | 'left' | 'right';

export interface KwicLine {
  readonly id: ExcerptId;
  /** Of the original text, white space folded to single blanks; `left` ends and `right` begins where the keyword is. */
  readonly left: string;
  readonly keyword: string;
  readonly right: string;
  /** Range of the keyword in the excerpt's text. */
  readonly span: Span;
  /** Folded neighbours from the keyword outwards: what the lines are sorted by. */
  readonly leftWords: readonly string[];
  readonly rightWords: readonly string[];
}

/**
 * `window`: words to each side. `left` sorts by the first word to the left, then the second …, `right` likewise; words are
 * compared folded, by code points; lines that agree stay in study order, and no neighbour comes before any.
 */
export function concordance(
  records: readonly SearchRecord[],
  query: Query,
  window: number,
  order: LineOrder,
): readonly KwicLine[] {
  const lines = records.flatMap((record) => linesOf(record, query, window));
  if (order === 'study') return lines;
  const wordsOf = (line: KwicLine): readonly string[] => (order === 'left' ? line.leftWords : line.rightWords);
  return lines.sort((a, b) => compareWords(wordsOf(a), wordsOf(b)));
}

/** The lines of one excerpt. Overlapping occurrences of two terms are two lines; the same place twice is one. */
export function linesOf(record: SearchRecord, query: Query, window: number): readonly KwicLine[] {
  const folded = foldWithOffsets(record.text);
  const words = wordSpans(folded.text);
  const spans = foldedMarks(folded, query);
  return spans
    .filter((span, index) => !sameSpan(span, spans[index - 1]))
    .map((span): KwicLine => {
      const first = firstAtOrAfter(words, span.start);
      const next = firstAtOrAfter(words, span.end);
      const before = words.slice(Math.max(0, first - window), first);
      const after = words.slice(next, next + window);
      const place = originalSpan(folded, span.start, span.end);
      const from = folded.starts[before[0]?.start ?? span.start] ?? place.start;
      const to = folded.ends[(after.at(-1)?.end ?? span.end) - 1] ?? place.end;
      return {
        id: record.id,
        left: oneLine(record.text.slice(from, place.start)).trimStart(),
        keyword: oneLine(record.text.slice(place.start, place.end)),
        right: oneLine(record.text.slice(place.end, Math.max(to, place.end))).trimEnd(),
        span: place,
        leftWords: before.map((word) => word.text).reverse(),
        rightWords: after.map((word) => word.text),
      };
    });
}

/** The lines as plain text, keywords one below the other; columns are counted in code points. */
export function linesAsText(lines: readonly KwicLine[]): string {
  const idWidth = lines.reduce((most, line) => Math.max(most, line.id.length), 0);
  const leftWidth = lines.reduce((most, line) => Math.max(most, [...line.left].length), 0);
  return lines
    .map(
      (line) =>
        `${line.id.padEnd(idWidth)}  ${' '.repeat(leftWidth - [...line.left].length)}${line.left}[${line.keyword}]${line.right}\n`,
    )
    .join('');
}

const sameSpan = (a: Span, b: Span | undefined): boolean => b !== undefined && a.start === b.start && a.end === b.end;
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');

function compareWords(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const order = byCodePoint(a[at] ?? '', b[at] ?? '');
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

// Words are in order: halving finds the first that starts at or after `at`.
function firstAtOrAfter(words: readonly WordSpan[], at: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

// In: an excerpt and the query. Out: its text as the page shows it, the words marked, a very long one cut to the first place.

import { marksIn, piecesOf, type Query, type SearchRecord } from '#study/search';
import { make } from './make.ts';
import type { SearchPlace } from './place.ts';

/** What of a text is looked through for words to mark: nobody's quote is so long, a pasted file may be. */
const searched = 100_000;

/** `longest`: in UTF-16 units. */
export function markedQuote(record: SearchRecord, query: Query, place: SearchPlace, longest: number): HTMLElement {
  const { words, language } = place;
  const shown = record.text === '' ? null : cut(record.text, query, longest);
  const attributes = { class: `quote kind-${record.kind}`, dir: 'auto', lang: language === '' ? undefined : language };
  if (shown === null) {
    const loaded = record.openCodes !== undefined;
    return make('p', { class: 'absent' }, loaded ? words.result.withheld : words.result.waiting);
  }
  const pieces = shown.pieces.map(({ text, marked }) => (marked ? make('mark', {}, text) : text));
  const before = shown.cutBefore ? ['… '] : [];
  const after = shown.cutAfter ? [' … ', make('small', {}, `(${words.result.shortened})`)] : [];
  return make('blockquote', attributes, ...before, ...pieces, ...after);
}

function cut(text: string, query: Query, longest: number) {
  const marks = marksIn(text.slice(0, searched), query);
  if (text.length <= longest) return { pieces: piecesOf(text, marks), cutBefore: false, cutAfter: false };
  const from = blankBefore(text, (marks[0]?.start ?? 0) - longest / 4);
  const to = Math.min(text.length, blankBefore(text, from + longest));
  const inside = marks
    .filter((mark) => mark.start >= from && mark.end <= to)
    .map(({ start, end }) => ({ start: start - from, end: end - from }));
  return { pieces: piecesOf(text.slice(from, to), inside), cutBefore: from > 0, cutAfter: to < text.length };
}

function blankBefore(text: string, at: number): number {
  if (at <= 0) return 0;
  const near = text.lastIndexOf(' ', at);
  return near > at - 100 && near > 0 ? near + 1 : Math.floor(at);
}

// In: an excerpt's text and the query. Out: the ranges of the original text to mark, in order, apart from each other.

import type { Span } from '../../model/study.ts';
import { foldWithOffsets, originalSpan, type FoldedText } from './folding.ts';
import { textsOf, type Query } from './query.ts';
import { termOf } from './terms.ts';

/** UTF-16 offsets into `text`; what the query excludes is not marked. */
export function marksIn(text: string, query: Query): readonly Span[] {
  const folded = foldWithOffsets(text);
  return joined(
    foldedMarks(folded, query).map((span) => wholeCharacters(text, originalSpan(folded, span.start, span.end))),
  );
}

/** The places of every word and phrase of the query in the folded text, in order. */
export function foldedMarks(folded: FoldedText, query: Query): readonly Span[] {
  const spans = textsOf(query).flatMap((leaf) => [...termOf(leaf).find(folded.text)]);
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** The text cut into marked and plain pieces; joined they are the text again, so a page can set them as they come. */
export function piecesOf(text: string, marks: readonly Span[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    pieces.push({ text: text.slice(at, start), marked: false }, { text: text.slice(start, end), marked: true });
    at = end;
  }
  pieces.push({ text: text.slice(at), marked: false });
  return pieces.filter((piece) => piece.text !== '');
}

// Overlapping marks become one; marks side by side stay two.
function joined(spans: readonly Span[]): readonly Span[] {
  const joinedSpans: Span[] = [];
  for (const span of spans) {
    const last = joinedSpans.at(-1);
    if (last !== undefined && span.start < last.end) {
      joinedSpans[joinedSpans.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else if (span.end > span.start) joinedSpans.push(span);
  }
  return joinedSpans;
}

const joiner = '\u200d';
const skinTone = /^\p{Emoji_Modifier}/u;
const lastPart = /\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}]*$/u;
const nextPart = /^\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}]*/u;

// An emoji of several parts (a person, a joiner, a laptop) is marked whole.
function wholeCharacters(text: string, span: Span): Span {
  let { start, end } = span;
  const tone = skinTone.exec(text.slice(end, end + 2));
  if (tone !== null) end += tone[0].length;
  while (text.charAt(end - 1) === joiner || text.charAt(end) === joiner) {
    const from = text.charAt(end) === joiner ? end + 1 : end;
    const next = nextPart.exec(text.slice(from, from + 16))?.[0] ?? '';
    if (next === '') break;
    end = from + next.length;
  }
  while (start > 0 && text.charAt(start - 1) === joiner) {
    const before = lastPart.exec(text.slice(Math.max(0, start - 17), start - 1))?.[0] ?? '';
    if (before === '') break;
    start -= 1 + before.length;
  }
  return { start, end };
}

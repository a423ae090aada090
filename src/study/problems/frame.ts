// In: a place and the texts of the files. Out: the line with carets below what the place points at, cut where it is long.

import type { Place } from './place.ts';
import { columnsOf, visible } from './visible.ts';

export interface Frame {
  /** `   116 | x = CClass(practice "Label")` without the number and bar. */
  readonly line: string;
  readonly carets: string;
}

const before = 60;
const after = 100;

/** `undefined` for a file or line that is not among the texts. Asked in the order of places, it is linear in the texts. */
export function frameOf(place: Place, texts: ReadonlyMap<string, string>): Frame | undefined {
  const text = texts.get(place.file);
  const starts = text === undefined ? undefined : startsOf(place.file, text, texts);
  const start = starts?.[place.line - 1];
  if (text === undefined || start === undefined) return undefined;
  const lineEnd = endOf(text, start, starts?.[place.line]);
  const at = Math.min(offsetOf(text, start, place.column), lineEnd);
  const onLine = place.endLine === undefined || place.endLine === place.line;
  const to = onLine ? offsetFrom(text, at, (place.endColumn ?? place.column + 1) - place.column) : lineEnd;
  const from = wholeCharacter(text, Math.max(start, at - before));
  const shownEnd = wholeCharacter(text, Math.min(lineEnd, at + after));
  const cutLeft = from > start ? '…' : '';
  const cutRight = shownEnd < lineEnd ? '…' : '';
  const marked = visible(text.slice(at, Math.max(at, Math.min(to, shownEnd))));
  const indent = columnsOf(cutLeft + visible(text.slice(from, at)));
  return {
    line: cutLeft + visible(text.slice(from, shownEnd)) + cutRight,
    carets: ' '.repeat(indent) + '^'.repeat(Math.max(1, columnsOf(marked))),
  };
}

const starts = new WeakMap<ReadonlyMap<string, string>, Map<string, readonly number[]>>();

function startsOf(file: string, text: string, texts: ReadonlyMap<string, string>): readonly number[] {
  let known = starts.get(texts);
  if (!known) starts.set(texts, (known = new Map<string, readonly number[]>()));
  let found = known.get(file);
  if (!found) {
    const ends: number[] = [0];
    const pattern = /\r\n|\n|\r/g;
    while (pattern.exec(text)) ends.push(pattern.lastIndex);
    known.set(file, (found = ends));
  }
  return found;
}

function endOf(text: string, start: number, next: number | undefined): number {
  let end = next ?? text.length;
  while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end -= 1;
  return end;
}

/** Where the last column of a long line was: the next is asked for further right. */
let cursor = { text: '', start: -1, column: 1, offset: 0 };

function offsetOf(text: string, start: number, column: number): number {
  const goesOn = cursor.start === start && cursor.column <= column && cursor.text === text;
  const from = goesOn ? cursor : { column: 1, offset: start };
  const offset = offsetFrom(text, from.offset, column - from.column);
  cursor = { text, start, column, offset };
  return offset;
}

/** The offset so many code points further on. */
function offsetFrom(text: string, offset: number, columns: number): number {
  let at = offset;
  for (let i = 0; i < columns && at < text.length; i += 1) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}

/** Not between the halves of a surrogate pair. */
const wholeCharacter = (text: string, offset: number): number =>
  (text.charCodeAt(offset) & 0xfc00) === 0xdc00 && (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800
    ? offset - 1
    : offset;

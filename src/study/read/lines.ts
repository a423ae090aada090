// In: a text. Out: its lines (split at LF, CRLF and CR only) and the position of any offset, columns in code points.

import type { Position } from '../problems/place.ts';

export interface Line {
  readonly start: number;
  /** Before the line end. */
  readonly end: number;
  /** After the line end. */
  readonly next: number;
}

/** What stays of a file's lines when its words have been read: small, for there may be ten thousand files. */
export interface Locator {
  readonly position: (offset: number) => Position;
  /** Line number, from 1, of an offset. */
  readonly lineAt: (offset: number) => number;
}

export interface Lines extends Locator {
  readonly lines: readonly Line[];
}

export function linesOf(text: string): Lines {
  const lines: Line[] = [];
  const ends = /\r\n|\n|\r/g;
  let start = 0;
  for (let match = ends.exec(text); match; match = ends.exec(text)) {
    lines.push({ start, end: match.index, next: ends.lastIndex });
    start = ends.lastIndex;
  }
  if (start < text.length || lines.length === 0) lines.push({ start, end: text.length, next: text.length });
  return {
    lines,
    ...locatorOf(
      text,
      Uint32Array.from(lines, (line) => line.start),
    ),
  };
}

function locatorOf(text: string, starts: Uint32Array): Locator {
  return { lineAt: (offset) => lineIndex(starts, offset) + 1, position: columnCounter(text, starts) };
}

function lineIndex(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const step = 512;

/** Columns at every 512th character of a long line are counted once, so that many questions about one line stay linear, in any order. */
function columnCounter(text: string, starts: Uint32Array): (offset: number) => Position {
  const known = new Map<number, Uint32Array>();
  const columnsOf = (index: number, start: number, next: number): Uint32Array => {
    const columns = new Uint32Array(Math.floor((next - start) / step) + 1);
    for (let i = 1; i < columns.length; i += 1) {
      const from = start + (i - 1) * step;
      columns[i] = (columns[i - 1] ?? 0) + codePoints(text, from, from + step);
    }
    known.set(index, columns);
    return columns;
  };
  return (offset) => {
    const index = lineIndex(starts, offset);
    const start = starts[index] ?? 0;
    const next = starts[index + 1] ?? text.length;
    const to = Math.max(start, Math.min(offset, next));
    const block = Math.floor((to - start) / step);
    const before = block === 0 ? 0 : ((known.get(index) ?? columnsOf(index, start, next))[block] ?? 0);
    return { line: index + 1, column: before + codePoints(text, start + block * step, to) + 1 };
  };
}

/** The second half of a surrogate pair is no character of its own. */
function codePoints(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i += 1) if ((text.charCodeAt(i) & 0xfc00) !== 0xdc00) count += 1;
  return count;
}

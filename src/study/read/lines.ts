// In: a text. Out: its lines (split at LF, CRLF and CR only) and the position of any offset, columns in code points.

import type { Position } from '../problems/place.ts';

export interface Line {
  readonly start: number;
  /** Before the line end. */
  readonly end: number;
  /** After the line end. */
  readonly next: number;
}

export interface Lines {
  readonly lines: readonly Line[];
  readonly position: (offset: number) => Position;
  /** Line number, from 1, of an offset. */
  readonly lineAt: (offset: number) => number;
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
  const lineAt = (offset: number): number => lineIndex(lines, offset) + 1;
  return { lines, lineAt, position: columnCounter(text, lines) };
}

function lineIndex(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const step = 512;

/** Columns at every 512th character of a long line are counted once, so that many questions about one line stay linear, in any order. */
function columnCounter(text: string, lines: readonly Line[]): (offset: number) => Position {
  const known = new Map<number, Uint32Array>();
  const columnsOf = (index: number, line: Line): Uint32Array => {
    const columns = new Uint32Array(Math.floor((line.next - line.start) / step) + 1);
    for (let i = 1; i < columns.length; i += 1) {
      const from = line.start + (i - 1) * step;
      columns[i] = (columns[i - 1] ?? 0) + codePoints(text, from, from + step);
    }
    known.set(index, columns);
    return columns;
  };
  return (offset) => {
    const index = lineIndex(lines, offset);
    const line = lines[index] ?? { start: 0, end: 0, next: 0 };
    const to = Math.max(line.start, Math.min(offset, line.next));
    const block = Math.floor((to - line.start) / step);
    const before = block === 0 ? 0 : ((known.get(index) ?? columnsOf(index, line))[block] ?? 0);
    return { line: index + 1, column: before + codePoints(text, line.start + block * step, to) + 1 };
  };
}

/** The second half of a surrogate pair is no character of its own. */
function codePoints(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i += 1) if ((text.charCodeAt(i) & 0xfc00) !== 0xdc00) count += 1;
  return count;
}

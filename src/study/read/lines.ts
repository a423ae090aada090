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

/** Counts forward from the last answer on the same line, so that many questions about one long line stay linear. */
function columnCounter(text: string, lines: readonly Line[]): (offset: number) => Position {
  let last = { line: -1, offset: 0, column: 1 };
  return (offset) => {
    const index = lineIndex(lines, offset);
    const start = lines[index]?.start ?? 0;
    if (last.line !== index || offset < last.offset) last = { line: index, offset: start, column: 1 };
    let column = last.column;
    for (let i = last.offset; i < offset; i += 1) if ((text.charCodeAt(i) & 0xfc00) !== 0xdc00) column += 1;
    last = { line: index, offset, column };
    return { line: index + 1, column };
  };
}

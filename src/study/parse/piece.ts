// In: a stretch of a note. Out: its shown text, with every repair and its place.

import type { Span } from '../problems/place.ts';
import type { Lines } from '../read/lines.ts';
import { repair } from '../read/repair.ts';
import type { Piece } from './note.ts';

/** The text and lines of one file, handed to everything that reads a part of it. */
export interface Page {
  readonly text: string;
  readonly lines: Lines;
}

/** Offsets of the stretch without outer blanks; control characters are not blanks. */
export function trimmed(text: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from < to && isBlank(text.charCodeAt(from))) from += 1;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

const isBlank = (unit: number): boolean =>
  unit === 0x20 ||
  unit === 0x09 ||
  unit === 0x0a ||
  unit === 0x0d ||
  unit === 0xa0 ||
  unit === 0x3000 ||
  (unit >= 0x2000 && unit <= 0x200a) ||
  unit === 0x2028 ||
  unit === 0x2029 ||
  unit === 0x202f ||
  unit === 0x205f ||
  unit === 0x1680;

/** One stretch as a piece. */
export function piece(page: Page, span: Span): Piece {
  return joined(page, [span], '\n');
}

/** One for all: most pieces have no repair. */
const none: Piece['repairs'] = [];

/** Several stretches (the lines of one excerpt or code) as one piece, with `glue` between them. */
export function joined(page: Page, spans: readonly Span[], glue: string): Piece {
  const repairs: Piece['repairs'][number][] = [];
  const texts = spans.map((span) => {
    const shown = repair(page.text.slice(span.start, span.end));
    for (const { kind, original, repaired, at } of shown.repairs) {
      repairs.push({ kind, original, repaired, ...page.lines.position(span.start + at) });
    }
    return shown.text;
  });
  const first = spans[0] ?? { start: 0, end: 0 };
  const last = spans.at(-1) ?? first;
  return {
    text: texts.join(glue),
    span: { start: first.start, end: last.end },
    line: page.lines.lineAt(first.start),
    repairs: repairs.length === 0 ? none : repairs,
  };
}

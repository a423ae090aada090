// In: the walk and a line that is a marker, a paragraph, a line of a trace or an image. Out: the line after what was read there.

import type { Span } from '../problems/place.ts';
import { readFigure, wordGlue } from './figure.ts';
import type { Slot } from './note.ts';
import { readParagraph } from './paragraph.ts';
import { joined, piece, trimmed } from './piece.ts';
import type { LineKind, Marker } from './scan.ts';
import { slotsAround } from './tile.ts';
import { addRemark, openTrace, type OpenTrace } from './trace.ts';
import { addExcerpt, addSlots, endTrace, linesWhile, type Walk } from './walk.ts';

export function meetMarker(walk: Walk, line: Span, marker: Marker): void {
  const span = trimmed(walk.page.text, line.start, line.end);
  if (!marker.usual)
    walk.notices.push({
      code: 'trace-marker-variant',
      span,
      args: { marker: walk.page.text.slice(span.start, Math.min(span.end, span.start + 80)) },
    });
  if (marker.part === 'open' || !walk.trace) {
    endTrace(walk);
    walk.trace = openTrace(walk.page, span, marker.part);
  }
  if (marker.part === 'axial') {
    walk.trace.part = 'axial';
    walk.trace.hasAxial = true;
    walk.trace.metadata ||= !walk.axial && !walk.quoted;
    walk.axial = true;
  }
  walk.trace.end = span.end;
  const rest = trimmed(walk.page.text, line.start + marker.restAt, line.end);
  walk.slots.push({ start: span.start, end: rest.start, kind: 'separator' });
  if (marker.rest === '') return;
  walk.trace.remarks.push({ ...piece(walk.page, rest), kind: 'marker' });
  walk.slots.push({ ...rest, kind: 'trace' });
}

export function meetTraceLine(walk: Walk, trace: OpenTrace, i: number): number {
  if (trace.part === 'axial' || trace.fences > 0) {
    const line = walk.page.lines.lines[i];
    if (line) addRemark(walk.page, trace, line, walk);
    trace.end = line?.end ?? trace.end;
    return i + 1;
  }
  const { lines, next } = linesWhile(walk, i, (kind) => kind.kind === 'text');
  trace.paragraphs.push([...lines]);
  trace.end = lines.at(-1)?.end ?? trace.end;
  return next;
}

export function meetParagraph(walk: Walk, i: number, kind: 'quote' | 'note'): number {
  endTrace(walk);
  const goesOn = (next: LineKind): boolean =>
    kind === 'note'
      ? next.kind === 'text'
      : next.kind === 'text' || (next.kind === 'quote' && !next.bare) || (next.kind === 'fence' && next.quoted);
  const { lines, next } = linesWhile(walk, i, goesOn);
  const read = readParagraph(walk.page, lines, kind, walk.speaker);
  walk.speaker = read.speaker;
  addSlots(walk, read.slots);
  for (const excerpt of read.excerpts) addExcerpt(walk, excerpt);
  return next;
}

export function meetImage(walk: Walk, i: number): number {
  endTrace(walk);
  const line = walk.page.lines.lines[i];
  if (!line) return i + 1;
  const { text, lines } = walk.page;
  const span = trimmed(text, line.start, line.end);
  const figure = readFigure(text.slice(span.start, span.end));
  const move = (found: Span): Span => ({ start: found.start + span.start, end: found.end + span.start });
  const words = figure.words.map(move);
  const address = figure.address ? move(figure.address) : { start: span.end, end: span.end };
  const url = text.slice(address.start, address.end);
  if (figure.fault) walk.notices.push({ code: `figure-${figure.fault}`, span, args: { url: url.slice(0, 200) } });
  const number = lines.lineAt(span.start);
  const { text: alt, repairs } = joined(walk.page, words, wordGlue);
  addExcerpt(walk, { kind: 'figure', text: alt, alt, url, span, line: number, lines: [number, number], repairs });
  const shown = [...words, address].map((part): Slot => ({ ...part, kind: 'figure' }));
  addSlots(walk, slotsAround(span, shown));
  return i + 1;
}

// In: the text of a note. Out: the note, with a slot for every character. One walk over the lines, each looked at once.

import type { Span } from '../problems/place.ts';
import { linesOf } from '../read/lines.ts';
import { parseMetadata } from './axial.ts';
import { fenceAt, indexFences, type FenceIndex } from './fences.ts';
import { readFigure } from './figure.ts';
import { isHeaderStart, readHeader } from './header.ts';
import type { Note, NoteExcerpt, NoteMetadata, NoteRemark, NoteTrace, Notice, Slot } from './note.ts';
import { readParagraph } from './paragraph.ts';
import { joined, piece, trimmed, type Page } from './piece.ts';
import { classify, type LineKind } from './scan.ts';
import { addFence, addRemark, closeTrace, hasCodes, openTrace, type OpenTrace } from './trace.ts';
import { tile } from './tile.ts';

/** What has been read so far. */
interface Walk {
  readonly page: Page;
  readonly kinds: readonly LineKind[];
  readonly fences: FenceIndex;
  readonly excerpts: NoteExcerpt[];
  readonly traces: NoteTrace[];
  readonly slots: Slot[];
  readonly notices: Notice[];
  /** Excerpts since the passage before. */
  run: number[];
  /** Remarks of traces without codes: they go to the next passage. */
  carried: NoteRemark[];
  trace: OpenTrace | null;
  speaker: string | undefined;
  metadata: NoteMetadata | null;
  /** True once a marker was met: only the first AXIAL marker can hold the metadata. */
  marked: boolean;
}

/** Nesting of `>` beyond this is reported; the signs stay in the text. */
const deepest = 32;

export function parseNote(text: string): Note {
  const page: Page = { text, lines: linesOf(text) };
  const kinds = page.lines.lines.map((line) => classify(text.slice(line.start, line.end)));
  const body = headerRange(page, kinds);
  const read = readHeader(page, page.lines.lines.slice(body.from, body.to));
  const walk: Walk = {
    page,
    kinds,
    fences: indexFences(kinds),
    excerpts: [],
    traces: [],
    slots: [...read.slots],
    notices: [...read.notices],
    run: [],
    carried: [],
    trace: null,
    speaker: undefined,
    metadata: null,
    marked: false,
  };
  for (let i = 0; i < body.from;) i = step(walk, i);
  endTrace(walk);
  for (let i = body.to; i < kinds.length;) i = step(walk, i);
  endTrace(walk);
  const { slots, unread } = tile(text, walk.slots);
  for (const span of unread)
    walk.notices.push({
      code: 'text-unread',
      span,
      args: { text: text.slice(span.start, span.end).trim().slice(0, 120) },
    });
  return {
    header: read.header,
    metadata: walk.metadata,
    excerpts: walk.excerpts,
    traces: walk.traces,
    remarks: walk.carried,
    slots,
    notices: walk.notices,
  };
}

/** The header runs from `# s` (or its first known key) to the first marker, quote, fence, image or `# coding`. */
function headerRange(page: Page, kinds: readonly LineKind[]): { from: number; to: number } {
  let from = -1;
  for (let i = 0; i < kinds.length; i += 1) {
    const kind = kinds[i]?.kind;
    if (kind !== 'text' && kind !== 'blank') return from < 0 ? { from: 0, to: 0 } : { from, to: i };
    const line = page.lines.lines[i];
    if (from >= 0 || !line) continue;
    const start = page.text.slice(line.start, Math.min(line.end, line.start + 80));
    if (isHeaderStart(start) || /^[ \t]*##[ \t]*(?:tiny url|archive url|url|title)[ \t]*$/i.test(start)) from = i;
  }
  return from < 0 ? { from: 0, to: 0 } : { from, to: kinds.length };
}

/** Reads what starts at line `i` and gives the line after it. */
function step(walk: Walk, i: number): number {
  const kind = walk.kinds[i];
  const line = walk.page.lines.lines[i];
  if (!kind || !line) return i + 1;
  switch (kind.kind) {
    case 'blank':
    case 'coding':
      if (kind.kind === 'coding') walk.slots.push({ ...line, kind: 'separator' });
      return i + 1;
    case 'marker':
      meetMarker(walk, line, kind.marker);
      return i + 1;
    case 'fence':
      return meetFence(walk, i, kind);
    case 'image':
      return meetImage(walk, i);
    case 'quote':
      return kind.bare ? i + 1 : meetParagraph(walk, i, 'quote');
    case 'text':
      return walk.trace ? meetTraceLine(walk, walk.trace, i) : meetParagraph(walk, i, 'note');
  }
}

function meetMarker(
  walk: Walk,
  line: Span,
  marker: { part: 'open' | 'axial'; rest: string; restAt: number; usual: boolean },
): void {
  const span = trimmed(walk.page.text, line.start, line.end);
  if (!marker.usual)
    walk.notices.push({
      code: 'trace-marker-variant',
      span,
      args: { marker: walk.page.text.slice(span.start, span.end).slice(0, 80) },
    });
  if (marker.part === 'open' || !walk.trace) {
    endTrace(walk);
    const metadata = marker.part === 'axial' && !walk.marked && walk.excerpts.length === 0;
    walk.trace = openTrace(walk.page, span, marker.part, metadata);
  } else {
    walk.trace.part = 'axial';
    walk.trace.hasAxial = true;
  }
  walk.marked = true;
  walk.trace.end = span.end;
  const rest = trimmed(walk.page.text, line.start + marker.restAt, line.end);
  walk.slots.push({ start: span.start, end: rest.start, kind: 'separator' });
  if (marker.rest === '') return;
  walk.trace.remarks.push({ ...piece(walk.page, rest), kind: 'marker' });
  walk.slots.push({ ...rest, kind: 'trace' });
}

function endTrace(walk: Walk): void {
  const open = walk.trace;
  walk.trace = null;
  if (!open) return;
  const trace = closeTrace(walk.page, open, walk.run, walk);
  if (!hasCodes(trace)) {
    walk.carried.push(...trace.remarks);
    if (!open.metadata) walk.notices.push({ code: 'trace-empty', span: open.at });
    return;
  }
  if (trace.excerpts.length === 0) walk.notices.push({ code: 'trace-without-excerpt', span: open.at });
  if (!open.hasAxial)
    walk.notices.push({ code: open.fences > 0 ? 'trace-axial-unmarked' : 'trace-without-axial', span: open.at });
  walk.traces.push({ ...trace, remarks: [...walk.carried, ...trace.remarks] });
  walk.carried = [];
  walk.run = [];
}

function meetTraceLine(walk: Walk, trace: OpenTrace, i: number): number {
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

function meetParagraph(walk: Walk, i: number, kind: 'quote' | 'note'): number {
  endTrace(walk);
  const goesOn = (next: LineKind): boolean =>
    kind === 'note'
      ? next.kind === 'text'
      : next.kind === 'text' || (next.kind === 'quote' && !next.bare) || (next.kind === 'fence' && next.quoted);
  const { lines, next } = linesWhile(walk, i, goesOn);
  const read = readParagraph(walk.page, lines, kind, walk.speaker);
  walk.speaker = read.speaker;
  walk.slots.push(...read.slots);
  for (const excerpt of read.excerpts) addExcerpt(walk, excerpt);
  return next;
}

/** The lines from `i` on as long as they belong together, without the `>` of quoted ones. */
function linesWhile(
  walk: Walk,
  i: number,
  goesOn: (kind: LineKind) => boolean,
): { lines: readonly Span[]; next: number } {
  const lines: Span[] = [];
  let next = i;
  for (; next < walk.kinds.length; next += 1) {
    const kind = walk.kinds[next];
    const line = walk.page.lines.lines[next];
    if (!kind || !line || (next > i && !goesOn(kind))) break;
    lines.push({ start: quotedFrom(walk, kind, line), end: line.end });
  }
  return { lines, next };
}

function quotedFrom(walk: Walk, kind: LineKind, line: Span): number {
  if (kind.kind === 'fence' && kind.quoted) return walk.page.text.indexOf('>', line.start) + 1;
  if (kind.kind !== 'quote') return line.start;
  if (kind.depth > deepest) walk.notices.push({ code: 'excerpt-nesting', span: line, args: { depth: kind.depth } });
  return line.start + kind.at;
}

function addExcerpt(walk: Walk, excerpt: NoteExcerpt): void {
  if (excerpt.kind === 'note')
    walk.notices.push({ code: 'excerpt-unquoted', span: excerpt.span, args: { words: excerpt.text.slice(0, 80) } });
  walk.run.push(walk.excerpts.length);
  walk.excerpts.push(excerpt);
}

function meetImage(walk: Walk, i: number): number {
  endTrace(walk);
  const line = walk.page.lines.lines[i];
  if (!line) return i + 1;
  const span = trimmed(walk.page.text, line.start, line.end);
  const figure = readFigure(walk.page.text.slice(span.start, span.end));
  const shown = joined(walk.page, [span], '\n');
  if (figure.fault)
    walk.notices.push({ code: `figure-${figure.fault}`, span, args: { url: figure.url.slice(0, 200) } });
  const number = walk.page.lines.lineAt(span.start);
  const alt = piece({ text: figure.alt, lines: linesOf(figure.alt) }, { start: 0, end: figure.alt.length }).text;
  addExcerpt(walk, { ...shown, kind: 'figure', text: alt, alt, url: figure.url, lines: [number, number] });
  walk.slots.push({ ...span, kind: 'figure' });
  return i + 1;
}

function meetFence(walk: Walk, i: number, kind: Extract<LineKind, { kind: 'fence' }>): number {
  if (kind.quoted && !walk.trace) return meetParagraph(walk, i, 'quote');
  const lines = walk.page.lines.lines;
  const fence = fenceAt(walk.fences, i, kind.ticks);
  const opener = lines[i];
  if (!opener) return i + 1;
  const inner: Span = { start: opener.next, end: lines[fence.end - 1]?.next ?? opener.next };
  walk.slots.push({ ...opener, kind: 'separator' });
  const closer = fence.closed ? lines[fence.end] : undefined;
  if (closer) walk.slots.push({ ...closer, kind: 'separator' });
  else walk.notices.push({ code: 'fence-unclosed', span: opener });
  const span = trimmed(walk.page.text, inner.start, Math.max(inner.start, inner.end));
  if (span.end > span.start) useFence(walk, opener, { start: inner.start, end: span.end }, kind.info);
  if (walk.trace) walk.trace.end = lines[Math.min(fence.end, lines.length - 1)]?.end ?? walk.trace.end;
  return fence.closed ? fence.end + 1 : Math.max(fence.end, i + 1);
}

function useFence(walk: Walk, opener: Span, inner: Span, info: string): void {
  const text = walk.page.text.slice(inner.start, inner.end);
  const describes = /CClass\s*\(\s*(?:source|reference)\b/.test(text);
  if (describes && walk.excerpts.length === 0 && walk.traces.length === 0 && (walk.trace?.metadata ?? true)) {
    if (!walk.trace && !walk.metadata) walk.notices.push({ code: 'fence-without-marker', span: opener });
    readMetadata(walk, inner, text);
    // The metadata is this one fence: what follows belongs to the source.
    endTrace(walk);
    return;
  }
  if (walk.trace) {
    addFence(walk.page, walk.trace, inner, walk);
    return;
  }
  if (/\bCClass\s*\(/.test(text)) walk.notices.push({ code: 'fence-without-marker', span: opener });
  addListing(walk, inner, info);
}

function readMetadata(walk: Walk, inner: Span, text: string): void {
  const read = parseMetadata(text, inner.start, (offset) => walk.page.lines.lineAt(offset));
  walk.notices.push(...read.notices);
  walk.slots.push(...metadataSlots(trimmed(walk.page.text, inner.start, inner.end), read.spans));
  const known = walk.metadata;
  if (!read.metadata) return;
  walk.metadata = known ? { ...known, references: [...known.references, ...read.metadata.references] } : read.metadata;
}

/** The values are shown; the Python around them is structure. */
function metadataSlots(fence: Span, values: readonly Span[]): readonly Slot[] {
  const slots: Slot[] = [];
  let at = fence.start;
  for (const value of [...values].sort((a, b) => a.start - b.start)) {
    slots.push({ start: at, end: value.start, kind: 'separator' }, { ...value, kind: 'field' });
    at = value.end;
  }
  return [...slots, { start: at, end: fence.end, kind: 'separator' }];
}

function addListing(walk: Walk, inner: Span, info: string): void {
  const from = firstFullLine(walk.page.text, inner);
  const read = piece(walk.page, { start: from, end: inner.end });
  const lines: readonly [number, number] = [read.line, walk.page.lines.lineAt(inner.end - 1)];
  const language = /^[\w+#.-]{1,24}$/.test(info) ? info.toLowerCase() : undefined;
  addExcerpt(walk, { ...read, kind: 'listing', lines, ...(language === undefined ? {} : { language }) });
  walk.slots.push({ start: from, end: inner.end, kind: 'listing' });
}

/** A listing keeps the indentation of its first line. */
function firstFullLine(text: string, inner: Span): number {
  const first = trimmed(text, inner.start, inner.end).start;
  const breakBefore = Math.max(text.lastIndexOf('\n', first - 1), text.lastIndexOf('\r', first - 1));
  return Math.max(inner.start, breakBefore + 1);
}

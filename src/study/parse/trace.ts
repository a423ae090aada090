// In: the lines of one coding trace, as the walk over the note meets them. Out: a passage's open codes, statements and remarks.

import type { Span } from '../problems/place.ts';
import { parseAxial } from './axial.ts';
import type { NoteRemark, NoteStatement, NoteTrace, Notice, Slot } from './note.ts';
import { readOpenCodes } from './open-codes.ts';
import { piece, trimmed, type Page } from './piece.ts';

/** A trace while it is being read. */
export interface OpenTrace {
  readonly at: Span;
  readonly line: number;
  part: 'open' | 'axial';
  hasAxial: boolean;
  /** True for the first AXIAL marker before any excerpt: its fence holds the source's metadata. */
  metadata: boolean;
  /** The fences that were read into it, and where the first opens. */
  fences: number;
  fenceAt: Span | null;
  end: number;
  readonly paragraphs: Span[][];
  readonly statements: NoteStatement[];
  readonly remarks: NoteRemark[];
}

export interface Findings {
  readonly slots: Slot[];
  readonly notices: Notice[];
}

export function openTrace(page: Page, at: Span, part: 'open' | 'axial'): OpenTrace {
  const line = page.lines.lineAt(at.start);
  return {
    at,
    line,
    part,
    metadata: false,
    hasAxial: false,
    fences: 0,
    fenceAt: null,
    end: at.end,
    paragraphs: [],
    statements: [],
    remarks: [],
  };
}

const label = /^[\p{L}\p{N} ,_/&+-]{1,60}:$/u;
const namedSource = /\b([sp])[ _-]?(\d+)\b/i;

/** A line of words in the axial part: a label such as `added:`, or prose. */
export function addRemark(page: Page, trace: OpenTrace, line: Span, found: Findings): void {
  const span = trimmed(page.text, line.start, line.end);
  const read = piece(page, span);
  const kind = label.test(read.text) ? 'label' : 'prose';
  trace.remarks.push({ ...read, kind });
  found.slots.push({ ...span, kind: 'trace' });
  const named = kind === 'label' ? namedSource.exec(read.text) : null;
  if (named) {
    const id = `${(named[1] ?? '').toLowerCase()}${Number(named[2])}`;
    found.notices.push({ code: 'trace-label-names-source', span, args: { label: read.text, named: id } });
  }
}

/** A label that stands before a fence without an AXIAL marker is no open code. */
export function labelBeforeFence(page: Page, trace: OpenTrace, found: Findings): void {
  const paragraph = trace.paragraphs.at(-1);
  const last = paragraph?.at(-1);
  if (!last || !label.test(page.text.slice(last.start, last.end).trim())) return;
  paragraph?.pop();
  addRemark(page, trace, last, found);
}

/** The inner text of an axial fence. */
export function addFence(page: Page, trace: OpenTrace, inner: Span, found: Findings): void {
  const reading = parseAxial(page.text.slice(inner.start, inner.end), inner.start, (offset) =>
    page.lines.lineAt(offset),
  );
  for (const statement of reading.statements) {
    trace.statements.push(statement);
    found.slots.push({ ...statement.span, kind: 'statement' });
  }
  for (const comment of reading.comments) {
    trace.remarks.push({ ...piece(page, comment), kind: 'comment' });
    found.slots.push({ ...comment, kind: 'trace' });
  }
  found.notices.push(...reading.notices);
  trace.fences += 1;
}

/** What the trace says, once it has ended; `covers` are the excerpts since the passage before. */
export function closeTrace(page: Page, trace: OpenTrace, covers: readonly number[], found: Findings): NoteTrace {
  const read = readOpenCodes(page, trace.paragraphs);
  for (const words of read.shown) found.slots.push({ ...words, kind: 'trace' });
  for (const signs of read.structure) found.slots.push({ ...signs, kind: 'separator' });
  for (const leftover of read.leftovers) {
    found.slots.push({ ...leftover, kind: 'ignored', reason: 'a line of the template that nobody filled in' });
    found.notices.push({ code: 'trace-template-left', span: leftover });
  }
  return {
    line: trace.line,
    span: trace.at,
    excerpts: covers,
    openCodes: read.openCodes,
    statements: trace.statements,
    remarks: [...trace.remarks].sort((a, b) => a.span.start - b.span.start),
    lastLine: page.lines.lineAt(Math.max(trace.at.start, trace.end - 1)),
  };
}

/** A marker with nothing behind it is no passage. */
export const hasCodes = (trace: NoteTrace): boolean =>
  trace.openCodes.length > 0 || trace.statements.some((statement) => statement.ids.length > 0);

// What has been read of a note so far, and how a trace or a run of lines ends. The rooms of the walk (meet-*.ts) share it.

import type { Span } from '../problems/place.ts';
import type { FenceIndex } from './fences.ts';
import type { NoteExcerpt, NoteMetadata, NoteRemark, NoteTrace, Notice, Slot } from './note.ts';
import { piece, type Page } from './piece.ts';
import type { LineKind } from './scan.ts';
import { closeTrace, hasCodes, type OpenTrace } from './trace.ts';

export interface Walk {
  readonly page: Page;
  readonly kinds: readonly LineKind[];
  readonly fences: FenceIndex;
  readonly excerpts: NoteExcerpt[];
  readonly traces: NoteTrace[];
  readonly slots: Slot[];
  readonly notices: Notice[];
  /** Excerpts since the passage before. */
  run: number[];
  /** Remarks of traces without codes, and statements that name none: they go to the next passage. */
  carried: NoteRemark[];
  /** Remarks of the metadata trace, which is no passage. */
  readonly apart: NoteRemark[];
  trace: OpenTrace | null;
  speaker: string | undefined;
  metadata: NoteMetadata | null;
  /** True once an AXIAL marker was met, and once something was quoted: the first of those before any of these can hold the metadata. */
  axial: boolean;
  quoted: boolean;
}

/** Nesting of `>` beyond this is reported; the signs stay in the text. */
const deepest = 32;

export function endTrace(walk: Walk): void {
  const open = walk.trace;
  walk.trace = null;
  if (!open) return;
  const trace = closeTrace(walk.page, open, walk.run, walk);
  if (!hasCodes(trace)) {
    const unread = trace.statements.map(({ span }): NoteRemark => ({ ...piece(walk.page, span), kind: 'prose' }));
    const remarks = [...trace.remarks, ...unread].sort((a, b) => a.span.start - b.span.start);
    for (const remark of remarks) walk.carried.push(remark);
    if (!open.metadata) walk.notices.push({ code: 'trace-empty', span: open.at });
    return;
  }
  if (trace.excerpts.length === 0) walk.notices.push({ code: 'trace-without-excerpt', span: open.at });
  if (!open.hasAxial && open.fenceAt) {
    const other = { ...open.at, words: 'the marker of its open part' };
    walk.notices.push({ code: 'trace-axial-unmarked', span: open.fenceAt, other });
  } else if (!open.hasAxial) walk.notices.push({ code: 'trace-without-axial', span: open.at });
  walk.traces.push({ ...trace, remarks: [...walk.carried, ...trace.remarks] });
  walk.carried = [];
  walk.run = [];
}

export function addExcerpt(walk: Walk, excerpt: NoteExcerpt): void {
  if (excerpt.kind === 'note')
    walk.notices.push({ code: 'excerpt-unquoted', span: excerpt.span, args: { words: excerpt.text.slice(0, 80) } });
  else walk.quoted = true;
  walk.run.push(walk.excerpts.length);
  walk.excerpts.push(excerpt);
}

export function addSlots(walk: Walk, slots: readonly Slot[]): void {
  for (const slot of slots) walk.slots.push(slot);
}

/** The lines from `i` on as long as they belong together, without the `>` of quoted ones. */
export function linesWhile(
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
  noticeNesting(walk, kind.depth, line);
  return line.start + kind.at;
}

export function noticeNesting(walk: Walk, depth: number, line: Span): void {
  if (depth > deepest)
    walk.notices.push({ code: 'excerpt-nesting', span: { start: line.start, end: line.end }, args: { depth } });
}

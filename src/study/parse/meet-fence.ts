// In: the walk and a line that opens a fence. Out: the line after it; its inside became metadata, statements of the open trace, or a listing.

import type { Span } from '../problems/place.ts';
import { fenceAt } from './fences.ts';
import { meetParagraph } from './meet-lines.ts';
import { meetMetadata } from './meet-metadata.ts';
import { describesSource } from './metadata.ts';
import { piece, trimmed } from './piece.ts';
import type { LineKind } from './scan.ts';
import { addFence, labelBeforeFence } from './trace.ts';
import { addExcerpt, endTrace, type Walk } from './walk.ts';

export function meetFence(walk: Walk, i: number, kind: Extract<LineKind, { kind: 'fence' }>): number {
  if (kind.quoted && !walk.trace) return meetParagraph(walk, i, 'quote');
  const lines = walk.page.lines.lines;
  const fence = fenceAt(walk.fences, i, kind.ticks, walk.trace !== null && !kind.quoted);
  const opener = lines[i];
  if (!opener) return i + 1;
  const inner: Span = { start: opener.next, end: lines[fence.end - 1]?.next ?? opener.next };
  walk.slots.push({ start: opener.start, end: opener.next, kind: 'separator' });
  const closer = fence.closed ? lines[fence.end] : undefined;
  if (closer) walk.slots.push({ start: closer.start, end: closer.next, kind: 'separator' });
  else walk.notices.push({ code: 'fence-unclosed', span: trimmed(walk.page.text, opener.start, opener.end) });
  const span = trimmed(walk.page.text, inner.start, Math.max(inner.start, inner.end));
  if (span.end > span.start) useFence(walk, opener, { start: inner.start, end: span.end }, kind.info);
  if (walk.trace) walk.trace.end = lines[Math.min(fence.end, lines.length - 1)]?.end ?? walk.trace.end;
  return fence.closed ? fence.end + 1 : Math.max(fence.end, i + 1);
}

function useFence(walk: Walk, opener: Span, inner: Span, info: string): void {
  const text = walk.page.text.slice(inner.start, inner.end);
  const at = trimmed(walk.page.text, opener.start, opener.end);
  const before = !walk.quoted && walk.traces.length === 0 && (walk.trace?.metadata ?? true);
  if (before && describesSource(text)) {
    const unmarked = { code: 'fence-without-marker', span: at, args: { read: 'read as the metadata' } };
    if (!walk.trace && !walk.metadata) walk.notices.push(unmarked);
    meetMetadata(walk, inner, text);
    // The metadata is this one fence: what follows belongs to the source.
    endTrace(walk);
    return;
  }
  if (walk.trace) {
    if (walk.trace.part === 'open' && walk.trace.fences === 0) labelBeforeFence(walk.page, walk.trace, walk);
    walk.trace.fenceAt ??= at;
    addFence(walk.page, walk.trace, inner, walk);
    return;
  }
  if (/\bCClass\s*\(/.test(text)) walk.notices.push({ code: 'fence-without-marker', span: at });
  addListing(walk, inner, info);
}

function addListing(walk: Walk, inner: Span, info: string): void {
  // A listing keeps the indentation of its first line.
  const { text, lines } = walk.page;
  const firstLine = lines.lines[lines.lineAt(trimmed(text, inner.start, inner.end).start) - 1];
  const from = Math.max(inner.start, firstLine?.start ?? inner.start);
  const read = piece(walk.page, { start: from, end: inner.end });
  const language = /^[\w+#.-]{1,24}$/.test(info) ? info.toLowerCase() : undefined;
  const range: readonly [number, number] = [read.line, lines.lineAt(inner.end - 1)];
  addExcerpt(walk, { ...read, kind: 'listing', lines: range, ...(language === undefined ? {} : { language }) });
  walk.slots.push({ start: from, end: inner.end, kind: 'listing' });
}

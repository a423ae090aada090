// In: the walk and the inside of the metadata fence. Out: what it says of the source; everything else in it becomes a remark, so that no
// words are lost unseen.

import type { Span } from '../problems/place.ts';
import { logicalLines } from './logical-lines.ts';
import { parseMetadata, type MetadataReading } from './metadata.ts';
import type { Slot } from './note.ts';
import { piece, trimmed } from './piece.ts';
import { slotsAround } from './tile.ts';
import { addSlots, type Walk } from './walk.ts';

export function meetMetadata(walk: Walk, inner: Span, text: string): void {
  const read = parseMetadata(text, inner.start, (offset) => walk.page.lines.lineAt(offset));
  for (const notice of read.notices) walk.notices.push(notice);
  // A second fence may add references; the source is described once.
  const known = walk.metadata && walk.metadata.variable !== '' ? walk.metadata : null;
  const second = known ? read.source : null;
  const remarks = remarksOf(walk, read, inner, second);
  for (const span of read.comments) walk.apart.push({ ...piece(walk.page, span), kind: 'comment' });
  for (const span of remarks) walk.apart.push({ ...piece(walk.page, span), kind: 'prose' });
  const isShown = (span: Span): boolean => !second || span.start < second.start || span.end > second.end;
  const shown: readonly Slot[] = [
    ...read.spans.filter(isShown).map((span) => ({ ...span, kind: 'field' as const })),
    ...read.replaced.filter(isShown).map((span) => ({ ...span, ...replacedValue })),
    ...[...read.comments, ...remarks].map((span) => ({ ...span, kind: 'trace' as const })),
  ];
  addSlots(walk, slotsAround(trimmed(walk.page.text, inner.start, inner.end), shown));
  if (!read.metadata) return;
  const references = [...(walk.metadata?.references ?? []), ...read.metadata.references];
  walk.metadata = { ...(known ?? read.metadata), references };
}

const replacedValue = { kind: 'ignored', reason: 'a later value of the same key replaced it' } as const;

/** What describes neither the source nor a reference is reported; a statement that was mended may hold words that no value took up. */
function remarksOf(walk: Walk, read: MetadataReading, inner: Span, second: Span | null): readonly Span[] {
  const used = read.statements.filter((statement) => statement.start !== second?.start);
  const starts = new Set(used.map((statement) => statement.start));
  const text = walk.page.text.slice(inner.start, inner.end);
  const others = logicalLines(text).lines.flatMap((line): Span[] => {
    const span = { start: line.start + inner.start, end: line.end + inner.start };
    const own = text.slice(line.start, Math.min(line.end, line.start + 400));
    const joins = /^\s*add_links\s*\([^]*\breferenced\b/.test(own) || /^(?:from|import)\s/.test(own);
    return starts.has(span.start) || joins ? [] : [span];
  });
  for (const span of others)
    walk.notices.push({ code: 'metadata-statement', span, args: { text: walk.page.text.slice(span.start, span.end) } });
  return [...others, ...used.filter((statement) => statement.salvaged)];
}

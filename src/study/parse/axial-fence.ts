// One axial fence while it is read: what has been found in it so far. All spans that leave it are moved by `fence.start`.

import type { Meaning } from './axial-statement.ts';
import type { NoteStatement, Notice } from './note.ts';
import type { PyName } from './python-tree.ts';
import type { Span } from '../problems/place.ts';

export interface Fence {
  readonly code: string;
  readonly start: number;
  readonly lineOf: (offset: number) => number;
  readonly statements: NoteStatement[];
  readonly comments: Span[];
  readonly notices: Notice[];
  /** Characters of broken statements that the parser may still be asked about: it recovers, but slowly. */
  patience: number;
}

export function push(fence: Fence, span: Span, meaning: Meaning, salvaged: boolean): void {
  const { kind, ids, define, relations } = meaning;
  const moved = { start: span.start + fence.start, end: span.end + fence.start };
  fence.statements.push({
    kind,
    text: fence.code.slice(span.start, span.end),
    line: fence.lineOf(moved.start),
    span: moved,
    ids,
    ...(define ? { define } : {}),
    ...(relations ? { relations } : {}),
    salvaged: salvaged || meaning.mended,
  });
  fence.notices.push(...meaning.notices);
}

export function notice(fence: Fence, code: string, span: Span, args: Readonly<Record<string, string | number>>): void {
  const text = fence.code.slice(span.start, Math.min(span.end, span.start + 120));
  const moved = { start: span.start + fence.start, end: span.end + fence.start };
  fence.notices.push({ code, span: moved, args: { text, ...args } });
}

export const nameAt = (name: string, span: Span, fence: Fence): PyName => ({
  kind: 'name',
  name,
  start: span.start + fence.start,
  end: span.end + fence.start,
});

// In: what the ledger's work noticed. Out: problems with a place: a line of the ledger, or the top of the note it concerns.

import { problem } from '../problems/report.ts';
import type { Problem } from '../problems/problem.ts';
import type { AnchorNotice } from './anchors/allocation.ts';

interface NoteFile {
  /** Of the source. */
  readonly id: string;
  readonly file: { readonly path: string };
}

export function anchorProblems(notices: readonly AnchorNotice[], notes: readonly NoteFile[]): readonly Problem[] {
  const files = new Map(notes.map(({ id, file }) => [id, file.path]));
  return notices.map((notice) => {
    const note = notice.source === undefined ? undefined : files.get(notice.source);
    const inLedger = notice.line !== undefined || note === undefined;
    const place = { file: inLedger ? 'anchors.jsonl' : note, line: notice.line ?? 1, column: 1 };
    const about = {
      ...(notice.source === undefined ? {} : { source: notice.source }),
      ...(notice.excerpt === undefined ? {} : { excerpt: notice.excerpt }),
    };
    return problem(notice.code, place, { id: notice.excerpt ?? notice.source ?? '', ...notice.args }, about);
  });
}

// In: what the ledger's work noticed. Out: problems with a place: a line of the ledger, or the top of the note it concerns.

import { problem } from '../problems/report.ts';
import type { Problem } from '../problems/problem.ts';
import type { AnchorNotice } from './anchors/allocation.ts';
import type { Draft } from './draft.ts';

export function anchorProblems(notices: readonly AnchorNotice[], drafts: readonly Draft[]): readonly Problem[] {
  const files = new Map(drafts.map((draft) => [draft.id as string, draft.file.path]));
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

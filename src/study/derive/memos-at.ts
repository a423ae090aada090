// In: a study. Out: the memo at each excerpt and source that has one, by its id.

import type { Memo, Study } from '../model/study.ts';
import { oncePerStudy } from './once-per-study.ts';

export const memosAt: (study: Study) => ReadonlyMap<string, Memo> = oncePerStudy(
  ({ memos = [] }) => new Map(memos.map((memo) => [memo.at, memo])),
);

// In: a study. Out: the memo at each excerpt and source that has one, by its id. One at any other id is a problem and stands nowhere.

import type { Memo, Study } from '../model/study.ts';
import { oncePerStudy } from './once-per-study.ts';

export const memosAt: (study: Study) => ReadonlyMap<string, Memo> = oncePerStudy(
  ({ memos = [], excerptById, sourceById }) =>
    new Map(memos.filter(({ at }) => excerptById.has(at) || sourceById.has(at)).map((memo) => [memo.at, memo])),
);

// In: an edition. Out: the history of its codes, made once for all their pages.

import { codeHistory, type CodeHistory } from '#study';
import type { Edition } from '#site/study.ts';

const made = new WeakMap<Edition, CodeHistory>();

export function historyOf(edition: Edition): CodeHistory {
  const history = made.get(edition) ?? codeHistory(edition.study, edition.previous);
  made.set(edition, history);
  return history;
}

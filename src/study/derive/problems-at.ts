// In: a study. Out: its problems by what they are about, so that each stands beside its source, passage, excerpt or code.

import type { Study } from '../model/study.ts';
import type { Problem } from '../problems/problem.ts';
import { oncePerStudy } from './once-per-study.ts';

export interface ProblemsAt {
  /** All of a source, those of its passages and excerpts too; by line. */
  readonly source: (id: string) => readonly Problem[];
  readonly passage: (id: string) => readonly Problem[];
  readonly excerpt: (id: string) => readonly Problem[];
  readonly code: (id: string) => readonly Problem[];
}

export const problemsAt: (study: Study) => ProblemsAt = oncePerStudy(({ problems }) => ({
  source: listed(problems, (problem) => problem.source),
  passage: listed(problems, (problem) => problem.passage),
  excerpt: listed(problems, (problem) => problem.excerpt),
  code: listed(problems, (problem) => problem.codeId),
}));

const none: readonly Problem[] = [];

function listed(
  problems: readonly Problem[],
  about: (problem: Problem) => string | undefined,
): (id: string) => readonly Problem[] {
  const lists = new Map<string, Problem[]>();
  for (const problem of problems) {
    const id = about(problem);
    if (id === undefined) continue;
    const known = lists.get(id);
    if (known) known.push(problem);
    else lists.set(id, [problem]);
  }
  return (id) => lists.get(id) ?? none;
}

// Every problem that Catena can name: its permanent code, how grave it is, what it means and how to mend it. A code is never renamed and
// never given another meaning. The sentence about one case is made here, from the arguments that were noticed with it.

import type { Severity } from './problem.ts';
import { accessProblems } from './catalogue/access.ts';
import { axialProblems } from './catalogue/axial.ts';
import { encodingProblems } from './catalogue/encoding.ts';
import type { CatalogueEntry } from './catalogue/entry.ts';
import { excerptProblems } from './catalogue/excerpts.ts';
import { headerProblems } from './catalogue/header.ts';
import { modelProblems } from './catalogue/model.ts';
import { studyProblems } from './catalogue/study.ts';
import { traceProblems } from './catalogue/traces.ts';

export type { CatalogueEntry };

export const catalogue: Readonly<Record<string, CatalogueEntry>> = {
  ...encodingProblems,
  ...headerProblems,
  ...excerptProblems,
  ...traceProblems,
  ...axialProblems,
  ...studyProblems,
  ...modelProblems,
  ...accessProblems,
};

/** An error that is not acknowledged, or a warning that the catalogue marks, stops a strict build. */
export const isFatalWhenStrict = (problem: {
  readonly code: string;
  readonly severity: Severity;
  readonly acknowledged?: string;
}): boolean =>
  problem.acknowledged === undefined && (problem.severity === 'error' || catalogue[problem.code]?.strict === true);

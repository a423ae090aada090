// What the catalogue says of one problem.

import type { ProblemArguments, Severity } from '../problem.ts';

export interface CatalogueEntry {
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly mend: string;
  /** A warning that `--strict` refuses: words may be lost or misread, or something is shown that nobody released. */
  readonly strict?: true;
  /** One sentence about one case: what was found, what was expected, what was done. */
  readonly message: (args: ProblemArguments) => string;
}

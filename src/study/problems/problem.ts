// In: what was noticed and where. Out: a problem as data; its sentence is made in catalogue.ts, its frame in format.ts.

import type { Place } from './place.ts';

export type { Place } from './place.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Words that a message is made of. Everything here may be text from a note: it is escaped where it is shown. */
export type ProblemArguments = Readonly<Record<string, string | number>>;

export interface Problem {
  /** Permanent code of catalogue.ts, such as `axial-syntax-salvaged`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what was found, what was expected, what was done. */
  readonly message: string;
  readonly place: Place;
  /** The other place when two disagree. */
  readonly other?: Place & { readonly words: string };
  readonly args: ProblemArguments;
  /** What it is about, where known: shown beside that on its page. */
  readonly source?: string;
  readonly excerpt?: string;
  readonly passage?: string;
  readonly codeId?: string;
  /** The researcher's reason in `study.yaml`, when the problem is acknowledged. */
  readonly acknowledged?: string;
}

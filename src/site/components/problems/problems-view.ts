// In: the study. Out: its problems by code, the gravest first, and the account of every note.

import {
  catalogue,
  inPages,
  oncePerStudy,
  type CatalogueEntry,
  type Problem,
  type StudyFile,
  type Study,
} from '#study';
import { rowsPerPage } from '#site/components/lists/lists-view.ts';

export interface ProblemGroup {
  readonly code: string;
  readonly entry: CatalogueEntry;
  readonly problems: readonly Problem[];
}

const ranks = { error: 0, warning: 1, info: 2 } as const;

/** Codes that occur in the study; errors first, then in the order of the catalogue. */
export const problemGroups: (study: Study) => readonly ProblemGroup[] = oncePerStudy(({ problems }) => {
  const lists = Map.groupBy(problems, ({ code }) => code);
  return Object.entries(catalogue)
    .flatMap(([code, entry]) => {
      const list = lists.get(code);
      return list ? [{ code, entry, problems: list }] : [];
    })
    .sort((a, b) => ranks[a.entry.severity] - ranks[b.entry.severity]);
});

/** Codes of the catalogue that do not occur. */
export const absentCodes = (study: Study): readonly (readonly [string, CatalogueEntry])[] => {
  const found = new Set(problemGroups(study).map(({ code }) => code));
  return Object.entries(catalogue).filter(([code]) => !found.has(code));
};

/** All problems of a study on one page when they fit, else the first of each code: the rest has pages of its own. */
export const shownOf = (group: ProblemGroup, study: Study): readonly Problem[] =>
  study.problems.length <= rowsPerPage ? group.problems : group.problems.slice(0, 10);

export interface ProblemPages {
  readonly group: ProblemGroup;
  readonly pages: readonly (readonly Problem[])[];
}

/** Pages of one code's problems, for codes of which the first page shows only some. */
export const problemPages: (study: Study) => readonly ProblemPages[] = oncePerStudy((study) =>
  problemGroups(study)
    .filter((group) => shownOf(group, study).length < group.problems.length)
    .map((group) => ({ group, pages: inPages(group.problems, rowsPerPage) })),
);

export interface AccountRow {
  readonly file: StudyFile;
  /** In per cent with one decimal; they add up to 100 but for rounding. */
  readonly shown: string;
  readonly structure: string;
  readonly ignored: string;
}

/** Files that became sources, in pages; further files are listed without an account. */
export const accountPages: (study: Study) => readonly (readonly AccountRow[])[] = oncePerStudy(({ files }) =>
  inPages(files.flatMap(accountOf), rowsPerPage),
);

function accountOf(file: StudyFile): readonly AccountRow[] {
  const { account, bytes } = file;
  if (!account) return [];
  const share = (part: number): string => (bytes === 0 ? '0.0' : ((100 * part) / bytes).toFixed(1));
  return [{ file, shown: share(account.shown), structure: share(account.structure), ignored: share(account.ignored) }];
}

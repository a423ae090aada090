// In: the study. Out: its three cross tables as rows and links: sources and codes, codes and codes, sources and sources.

import {
  byLabel,
  codeIndex,
  codePairs,
  inPages,
  oncePerStudy,
  sourcePairs,
  type Code,
  type CodePair,
  type Source,
  type SourcePair,
  type Study,
} from '#study';
import { rowsPerPage } from '#site/components/lists/lists-view.ts';
import { kindRank } from '#site/kinds.ts';

/** A table with more cells than this is a list. */
const mostCells = 20_000;

export interface Coding {
  readonly code: Code;
  readonly source: Source;
  readonly passages: number;
  readonly excerpts: number;
}

export interface CodingTable {
  readonly sources: readonly Source[];
  /** Codes that stand in a passage, by kind and label. */
  readonly codes: readonly Code[];
  readonly cell: (code: Code, source: Source) => number;
}

/** `null` when the table would not fit a page. */
export const codingTable: (study: Study) => CodingTable | null = oncePerStudy((study) => {
  const index = codeIndex(study);
  const codes = byLabel(
    study.codes.filter(({ passages }) => passages.length > 0),
    ({ kind, label }) => `${kindRank(kind)} ${label}`,
  );
  if (codes.length * study.sources.length > mostCells) return null;
  const cells = new Map(
    codes.map(({ id }) => [
      id,
      new Map((index.get(id)?.sources ?? []).map(({ source, passages }) => [source, passages.length])),
    ]),
  );
  return { sources: study.sources, codes, cell: (code, source) => cells.get(code.id)?.get(source.id) ?? 0 };
});

/** The filled cells of the table, code by code. */
export const codingPages: (study: Study) => readonly (readonly Coding[])[] = oncePerStudy((study) => {
  const codings = byLabel(study.codes, ({ label }) => label).flatMap((code) =>
    (codeIndex(study).get(code.id)?.sources ?? []).flatMap(({ source: id, passages, excerpts }) => {
      const source = study.sourceById.get(id);
      return source ? [{ code, source, passages: passages.length, excerpts }] : [];
    }),
  );
  return pagesOf(codings);
});

export const codePairPages: (study: Study) => readonly (readonly CodePair[])[] = oncePerStudy((study) =>
  pagesOf(codePairs(study)),
);

export const sourcePairPages: (study: Study) => readonly (readonly SourcePair[])[] = oncePerStudy((study) =>
  // A row is as long as its codes are many.
  pagesOf(sourcePairs(study).pairs, ({ codes }) => codes.length),
);

/** No page at all for a table without rows: nothing would lead to it. */
function pagesOf<Row>(rows: readonly Row[], weight: (row: Row) => number = () => 1): readonly (readonly Row[])[] {
  return rows.length === 0 ? [] : inPages(rows, rowsPerPage, weight);
}

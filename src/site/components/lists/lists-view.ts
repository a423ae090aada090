// In: the study. Out: rows of its lists as plain values, worked out once for all pages.

import { byLabel, codeIndex, initialOf, inPages, oncePerStudy, type Code, type Source, type Study } from '#study';
import { kindRank } from '#site/kinds.ts';
import type { CodeOrder } from '#site/urls.ts';

export const rowsPerPage = 1000;

export interface SourceRow {
  readonly source: Source;
  readonly excerpts: number;
  readonly passages: number;
  readonly codes: number;
}

export const sourcePages: (study: Study) => readonly (readonly SourceRow[])[] = oncePerStudy(({ sources }) =>
  inPages(
    sources.map((source) => ({
      source,
      excerpts: source.excerpts.length,
      passages: source.passages.length,
      codes: new Set(source.passages.flatMap(({ codes }) => codes)).size,
    })),
    rowsPerPage,
  ),
);

export interface CodeRow {
  readonly code: Code;
  readonly sources: number;
  readonly passages: number;
  readonly excerpts: number;
}

/** A letter, a kind, or nothing: what a part of the list is headed by. */
export interface CodeGroupRows {
  readonly heading: string;
  readonly rows: readonly CodeRow[];
}

const rowOf = (study: Study, code: Code): CodeRow => {
  const entry = codeIndex(study).get(code.id);
  return { code, sources: entry?.sources.length ?? 0, passages: entry?.passages ?? 0, excerpts: entry?.excerpts ?? 0 };
};

export function codePagesIn(study: Study, order: CodeOrder): readonly (readonly CodeRow[])[] {
  return inPages(
    ordered(study, order).map((code) => rowOf(study, code)),
    rowsPerPage,
  );
}

function ordered({ codes }: Study, order: CodeOrder): readonly Code[] {
  switch (order) {
    case 'appearance':
      return codes;
    case 'name':
      return byLabel(codes, ({ label }) => label);
    case 'kind': {
      const named = byLabel(codes, ({ label }) => label);
      return [...Map.groupBy(named, ({ kind }) => kindRank(kind))]
        .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
        .flatMap(([, list]) => list);
    }
  }
}

/** The rows of a page under their letters or kinds. */
export function grouped(rows: readonly CodeRow[], order: CodeOrder, notDefined: string): readonly CodeGroupRows[] {
  const headingOf = ({ code }: CodeRow): string =>
    order === 'appearance' ? '' : order === 'name' ? initialOf(code.label) : (code.kind ?? notDefined);
  const groups: { heading: string; rows: CodeRow[] }[] = [];
  for (const row of rows) {
    const heading = headingOf(row);
    const open = groups.at(-1);
    if (open?.heading === heading) open.rows.push(row);
    else groups.push({ heading, rows: [row] });
  }
  return groups;
}

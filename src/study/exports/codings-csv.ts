// In: a study. Out: exports/codings.csv, a row for each excerpt and each code of its passage: the tidy table for counting.
// A code belongs to the passage, that is to the run of excerpts, and to none of them surely: the column `passage` tells which run.

import { sourcePath } from '../model/addresses.ts';
import type { Code, Excerpt, Passage, Source } from '../model/study.ts';
import { type Column, type Table, csvFile } from './csv.ts';
import { type ExportContext, type ExportFormat, permalink } from './format.ts';
import { codeLink, excerptLink } from './table-columns.ts';

/** An excerpt and a code of the passage that covers it. */
export interface Coding {
  readonly source: Source;
  readonly excerpt: Excerpt;
  readonly passage: Passage;
  readonly code: Code;
}

/** Study order; codes in the order in which the passage mentions them. */
export function* codingsOf({ study }: Pick<ExportContext, 'study'>): Generator<Coding> {
  for (const source of study.sources)
    for (const excerpt of source.excerpts) {
      const passage = excerpt.passage === null ? undefined : study.passageById.get(excerpt.passage);
      for (const id of passage?.codes ?? []) {
        const code = study.codeById.get(id);
        if (passage !== undefined && code !== undefined) yield { source, excerpt, passage, code };
      }
    }
}

const columns: readonly Column<Coding>[] = [
  { name: 'excerpt', type: 'string', description: 'Id of the excerpt', value: ({ excerpt }) => excerpt.id },
  { name: 'code', type: 'string', description: 'Id of the code: its name as written', value: ({ code }) => code.id },
  { name: 'code_label', type: 'string', description: 'Label of the code', value: ({ code }) => code.label },
  {
    name: 'code_kind',
    type: 'string',
    description: 'practice, pattern, force, decision …; empty when nowhere defined',
    value: ({ code }) => code.kind,
  },
  {
    name: 'passage',
    type: 'string',
    description: 'The run of excerpts that bears the code',
    value: ({ passage }) => passage.id,
  },
  { name: 'source', type: 'string', description: 'Id of the source', value: ({ source }) => source.id },
  { name: 'source_title', type: 'string', description: 'Title of the source', value: ({ source }) => source.title },
  { name: 'source_url', type: 'string', description: 'Address of the original', value: ({ source }) => source.url },
  { name: 'source_type', type: 'string', description: 'Kind of publication', value: ({ source }) => source.sourceType },
  { name: 'author_type', type: 'string', description: 'Kind of author', value: ({ source }) => source.authorType },
  {
    name: 'source_date',
    type: 'string',
    description: 'Date of publication (ISO 8601), as exact as known',
    value: ({ source }) => source.bibliography.date ?? null,
  },
  {
    name: 'excerpt_kind',
    type: 'string',
    description: 'quote, heading, figure, listing or note',
    value: ({ excerpt }) => excerpt.kind,
  },
  {
    name: 'speaker',
    type: 'string',
    description: 'Who says it, in interviews',
    value: ({ excerpt }) => excerpt.speaker ?? null,
  },
  {
    name: 'text',
    type: 'string',
    description: 'Text of the excerpt; empty when withheld',
    value: ({ excerpt }) => excerpt.text,
  },
  {
    name: 'permalink',
    type: 'string',
    description: 'Address of the excerpt on this site',
    value: ({ excerpt }, context) => excerptLink(excerpt, context),
  },
  {
    name: 'code_permalink',
    type: 'string',
    description: 'Page of the code on this site',
    value: ({ code }, context) => codeLink(code, context),
  },
  {
    name: 'source_permalink',
    type: 'string',
    description: 'Page of the source on this site',
    value: ({ source }, context) => permalink(context, sourcePath(source.id)),
  },
];

export const codingsTable: Table<Coding> = {
  name: 'codings',
  description: 'A row for each excerpt and each code of the passage that covers it.',
  columns,
  records: codingsOf,
  foreignKeys: [
    { column: 'excerpt', table: 'excerpts', key: 'id' },
    { column: 'code', table: 'codes', key: 'name' },
    { column: 'source', table: 'sources', key: 'id' },
  ],
};

export const codingsCsv: ExportFormat = {
  id: 'codings-csv',
  title: 'Codings (CSV)',
  purpose: 'A row an excerpt and code, with the fields of both and of the source: the table for pivots and counts.',
  follows: 'RFC 4180; columns in datapackage.json',
  files: (context) => [csvFile(codingsTable, context)],
};

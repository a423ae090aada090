// In: a study. Out: exports/sources.csv, a row a source.

import { sourcePath } from '../model/addresses.ts';
import type { Source } from '../model/study.ts';
import { type Column, type Table, csvFile } from './csv.ts';
import { type ExportFormat, permalink } from './format.ts';
import { authorNames } from './table-columns.ts';

const bibliographic = (
  [
    ['date', 'Date of publication (ISO 8601), as exact as known'],
    ['site', 'Blog, site or publisher'],
    ['language', 'Language of the source (BCP 47)'],
    ['doi', 'DOI of the source'],
    ['accessed', 'Date on which it was read'],
    ['archived', 'Date of the archived copy'],
    ['rights', 'Rights under which its text may be shown'],
  ] as const
).map(([name, description]): Column<Source> => ({
  name,
  type: 'string',
  description,
  value: ({ bibliography }) => bibliography[name] ?? null,
}));

const columns: readonly Column<Source>[] = [
  { name: 'id', type: 'string', description: 'Permanent id, such as s6 or p1', value: ({ id }) => id },
  { name: 'kind', type: 'string', description: 'source or interview', value: ({ kind }) => kind },
  { name: 'title', type: 'string', description: 'Title as shown', value: ({ title }) => title },
  { name: 'url', type: 'string', description: 'Address of the original', value: ({ url }) => url },
  { name: 'archive_url', type: 'string', description: 'Archived copy', value: ({ archiveUrl }) => archiveUrl },
  { name: 'tiny_url', type: 'string', description: 'Short address, as noted', value: ({ tinyUrl }) => tinyUrl },
  { name: 'source_type', type: 'string', description: 'Kind of publication', value: ({ sourceType }) => sourceType },
  { name: 'author_type', type: 'string', description: 'Kind of author', value: ({ authorType }) => authorType },
  { name: 'example', type: 'boolean', description: 'It shows an example', value: ({ example }) => example },
  { name: 'source_code', type: 'boolean', description: 'It shows source code', value: ({ sourceCode }) => sourceCode },
  {
    name: 'authors',
    type: 'string',
    description: 'Family, Given; Organisation',
    value: ({ bibliography }) => authorNames(bibliography.authors),
  },
  ...bibliographic,
  { name: 'excerpts', type: 'integer', description: 'Number of excerpts', value: ({ excerpts }) => excerpts.length },
  {
    name: 'passages',
    type: 'integer',
    description: 'Number of coded passages',
    value: ({ passages }) => passages.length,
  },
  {
    name: 'codes',
    type: 'integer',
    description: 'Number of different codes',
    value: ({ passages }) => new Set(passages.flatMap((passage) => passage.codes)).size,
  },
  { name: 'file', type: 'string', description: 'Its note, relative to the study', value: ({ file }) => file },
  {
    name: 'permalink',
    type: 'string',
    description: 'Its page on this site',
    value: ({ id }, context) => permalink(context, sourcePath(id)),
  },
];

export const sourcesTable: Table<Source> = {
  name: 'sources',
  description: 'The sources of the study: a row an article or interview.',
  columns,
  records: ({ study }) => study.sources,
  primaryKey: 'id',
};

export const sourcesCsv: ExportFormat = {
  id: 'sources-csv',
  title: 'Sources (CSV)',
  purpose: 'A row a source with its fields and counts, for spreadsheets, R and pandas.',
  follows: 'RFC 4180; columns in datapackage.json',
  files: (context) => [csvFile(sourcesTable, context)],
};

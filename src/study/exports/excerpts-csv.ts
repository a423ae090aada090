// In: a study. Out: exports/excerpts.csv, a row an excerpt, coded or not.

import type { Excerpt } from '../model/study.ts';
import { type Column, type Table, csvFile } from './csv.ts';
import type { ExportContext, ExportFormat } from './format.ts';
import { excerptLink } from './table-columns.ts';

const columns: readonly Column<Excerpt>[] = [
  { name: 'id', type: 'string', description: 'Permanent id, such as s6-e12', value: ({ id }) => id },
  { name: 'source', type: 'string', description: 'Id of its source', value: ({ source }) => source },
  { name: 'number', type: 'integer', description: 'Its permanent number', value: ({ number }) => number },
  {
    name: 'position',
    type: 'integer',
    description: 'Its place in the note, from 1',
    value: ({ position }) => position,
  },
  { name: 'kind', type: 'string', description: 'quote, heading, figure, listing or note', value: ({ kind }) => kind },
  {
    name: 'text',
    type: 'string',
    description: 'The text; of a figure its alternative text',
    value: ({ text }) => text,
  },
  {
    name: 'withheld',
    type: 'string',
    description: 'Why the text is not shown; empty when it is',
    value: ({ withheld }) => withheld ?? null,
  },
  {
    name: 'speaker',
    type: 'string',
    description: 'Who says it, in interviews',
    value: ({ speaker }) => speaker ?? null,
  },
  { name: 'url', type: 'string', description: 'Of a figure: its address as written', value: ({ url }) => url ?? null },
  {
    name: 'language',
    type: 'string',
    description: 'Of a listing: its language',
    value: ({ language }) => language ?? null,
  },
  {
    name: 'passage',
    type: 'string',
    description: 'Passage that covers it; empty when uncoded',
    value: ({ passage }) => passage,
  },
  { name: 'first_line', type: 'integer', description: 'First line in the note', value: ({ lines }) => lines[0] },
  { name: 'last_line', type: 'integer', description: 'Last line in the note', value: ({ lines }) => lines[1] },
  { name: 'permalink', type: 'string', description: 'Its address on this site', value: excerptLink },
];

function* excerptsOf({ study }: ExportContext): Generator<Excerpt> {
  for (const source of study.sources) yield* source.excerpts;
}

export const excerptsTable: Table<Excerpt> = {
  name: 'excerpts',
  description: 'Every excerpt in study order, coded or not.',
  columns,
  records: excerptsOf,
  primaryKey: 'id',
  foreignKeys: [{ column: 'source', table: 'sources', key: 'id' }],
};

export const excerptsCsv: ExportFormat = {
  id: 'excerpts-csv',
  title: 'Excerpts (CSV)',
  purpose: 'A row an excerpt with its text, place and address, for spreadsheets, R and pandas.',
  follows: 'RFC 4180; columns in datapackage.json',
  files: (context) => [csvFile(excerptsTable, context)],
};

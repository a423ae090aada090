// In: a study. Out: exports/problems.csv, a row a problem.

import type { Problem } from '../problems/problem.ts';
import { type Column, type Table, csvFile } from './csv.ts';
import type { ExportFormat } from './format.ts';

const columns: readonly Column<Problem>[] = [
  { name: 'problem', type: 'string', description: 'Permanent name of the kind of problem', value: ({ code }) => code },
  { name: 'severity', type: 'string', description: 'error, warning or info', value: ({ severity }) => severity },
  {
    name: 'message',
    type: 'string',
    description: 'What was found, expected and done',
    value: ({ message }) => message,
  },
  { name: 'file', type: 'string', description: 'File, relative to the study', value: ({ place }) => place.file },
  { name: 'line', type: 'integer', description: 'Line, from 1', value: ({ place }) => place.line },
  { name: 'column', type: 'integer', description: 'Column in code points, from 1', value: ({ place }) => place.column },
  { name: 'source', type: 'string', description: 'Id of the source concerned', value: ({ source }) => source ?? null },
  {
    name: 'excerpt',
    type: 'string',
    description: 'Id of the excerpt concerned',
    value: ({ excerpt }) => excerpt ?? null,
  },
  {
    name: 'passage',
    type: 'string',
    description: 'Id of the passage concerned',
    value: ({ passage }) => passage ?? null,
  },
  { name: 'code', type: 'string', description: 'Id of the code concerned', value: ({ codeId }) => codeId ?? null },
  {
    name: 'acknowledged',
    type: 'string',
    description: 'Reason for which the authors let it stand',
    value: ({ acknowledged }) => acknowledged ?? null,
  },
];

export const problemsTable: Table<Problem> = {
  name: 'problems',
  description: 'What readers and authors should know is wrong or was repaired.',
  columns,
  records: ({ study }) => study.problems,
};

export const problemsCsv: ExportFormat = {
  id: 'problems-csv',
  title: 'Problems (CSV)',
  purpose: 'A row a problem with its place, for working through the list.',
  follows: 'RFC 4180; columns in datapackage.json',
  files: (context) => [csvFile(problemsTable, context)],
};

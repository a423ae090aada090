// In: a study. Out: exports/codes.csv, a row a code; Taguette imports it as a codebook.
// Taguette (import_codebook.py) wants exactly one of the columns `tag`, `name` and `path`, unique and not empty, reads `description`
// when it is there, and takes a column `parent` for a tag of the same file: hence `name` and `parents`, and no `tag` or `path`.

import type { Code, Study } from '../model/study.ts';
import { type Column, type Table, csvFile } from './csv.ts';
import type { ExportContext, ExportFormat } from './format.ts';
import { codeDescription, codeLink } from './table-columns.ts';

const passagesOf = (code: Code, study: Study) => code.passages.flatMap((id) => study.passageById.get(id) ?? []);

const columns: readonly Column<Code>[] = [
  { name: 'name', type: 'string', description: 'Id of the code: its name as written, unique', value: ({ id }) => id },
  { name: 'label', type: 'string', description: 'Label as first defined', value: ({ label }) => label },
  {
    name: 'kind',
    type: 'string',
    description: 'practice, pattern, force, decision …; empty when nowhere defined',
    value: ({ kind }) => kind,
  },
  { name: 'description', type: 'string', description: 'Label and codebook entry in one text', value: codeDescription },
  {
    name: 'definition',
    type: 'string',
    description: 'Definition in the codebook',
    value: ({ codebook }) => codebook?.definition ?? null,
  },
  {
    name: 'parents',
    type: 'string',
    description: 'Groups or codes above it in the codebook, joined by "; "',
    value: ({ codebook }) => codebook?.parents.join('; ') ?? null,
  },
  {
    name: 'aliases',
    type: 'string',
    description: 'Other names, joined by "; "',
    value: ({ aliases }) => aliases.join('; '),
  },
  {
    name: 'passages',
    type: 'integer',
    description: 'Number of passages that bear it',
    value: ({ passages }) => passages.length,
  },
  {
    name: 'excerpts',
    type: 'integer',
    description: 'Number of excerpts in these passages',
    value: (code, { study }) => passagesOf(code, study).reduce((sum, passage) => sum + passage.excerpts.length, 0),
  },
  {
    name: 'sources',
    type: 'integer',
    description: 'Number of sources with such a passage',
    value: (code, { study }) => new Set(passagesOf(code, study).map((passage) => passage.source)).size,
  },
  {
    name: 'first_source',
    type: 'string',
    description: 'Source where it is first seen',
    value: ({ firstSeen }) => firstSeen?.source ?? null,
  },
  { name: 'permalink', type: 'string', description: 'Its page on this site', value: codeLink },
];

export const codesTable: Table<Code> = {
  name: 'codes',
  description: 'The codebook: a row a code.',
  columns,
  records: ({ study }: ExportContext) => study.codes,
  primaryKey: 'name',
};

export const codesCsv: ExportFormat = {
  id: 'codes-csv',
  title: 'Codes (CSV)',
  purpose: 'A row a code with description and counts; Taguette imports it as a codebook.',
  follows: 'RFC 4180; the columns that Taguette reads; all of them in datapackage.json',
  files: (context) => [csvFile(codesTable, context)],
};

// In: a study. Out: exports/datapackage.json, which documents the CSV files column by column.
// Data Package, Tabular Data Resource, Table Schema and CSV Dialect 1 (specs.frictionlessdata.io).

import type { Author, Settings } from '../model/study.ts';
import { chainTable } from './chain-csv.ts';
import { codesTable } from './codes-csv.ts';
import { codingsTable } from './codings-csv.ts';
import { type Table, formulaPattern } from './csv.ts';
import { excerptsTable } from './excerpts-csv.ts';
import type { ExportContext, ExportFormat } from './format.ts';
import { problemsTable } from './problems-csv.ts';
import { sourcesTable } from './sources-csv.ts';
import { decisionsTable, forcesTable } from './theory-csv.ts';
import { hasForces, hasTheory } from './theory-rows.ts';

export const dataPackage: ExportFormat = {
  id: 'datapackage',
  title: 'Data package',
  purpose: 'Names, types and meaning of every column of the CSV files, for frictionless, R and people.',
  follows: 'Data Package 1, Table Schema 1, CSV Dialect 1 (Frictionless Data)',
  files: (context) => [
    {
      path: 'exports/datapackage.json',
      mediaType: 'application/json',
      write: () => [`${JSON.stringify(descriptor(context), null, 2)}\n`],
    },
  ],
};

function descriptor({ study, site }: ExportContext): object {
  const { key, title, description, licence, release, authors } = study.settings;
  return {
    profile: 'tabular-data-package',
    name: key,
    ...given({ title, description, version: release, homepage: site }),
    ...(licence === '' ? {} : { licenses: [{ name: licence }] }),
    ...(authors.length === 0 ? {} : { contributors: authors.map(contributor) }),
    digest: study.digest,
    formulas: {
      description:
        'A text cell that a spreadsheet would run as a formula has an apostrophe in front: remove one leading apostrophe from cells that match the pattern. Control characters are written as tokens such as U+0007.',
      prefix: "'",
      pattern: formulaPattern,
    },
    resources: [
      resource(sourcesTable, study.settings),
      resource(excerptsTable, study.settings),
      resource(codingsTable, study.settings),
      resource(codesTable, study.settings),
      resource(problemsTable, study.settings),
      resource(chainTable, study.settings),
      ...(hasTheory(study) ? [resource(decisionsTable, study.settings)] : []),
      ...(hasForces(study) ? [resource(forcesTable, study.settings)] : []),
    ],
  };
}

const given = (fields: Readonly<Record<string, string>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''));

const contributor = (author: Author): object => ({
  title: 'name' in author ? author.name : [author.given, author.family].filter((part) => part !== undefined).join(' '),
  role: 'author',
});

const resource = <T>(table: Table<T>, { title }: Settings): object => ({
  profile: 'tabular-data-resource',
  name: table.name,
  path: `${table.name}.csv`,
  title: `${title}: ${table.name}`,
  description: table.description,
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
  schema: {
    fields: table.columns.map(({ name, type, description }) => ({ name, type, description })),
    missingValues: [''],
    ...(table.primaryKey === undefined ? {} : { primaryKey: table.primaryKey }),
    ...(table.foreignKeys === undefined
      ? {}
      : {
          foreignKeys: table.foreignKeys.map(({ column, table: resource, key }) => ({
            fields: column,
            reference: { resource, fields: key },
          })),
        }),
  },
});

// In: a study with a theory. Out: exports/decisions.csv, a row an option, and exports/forces.csv, a row an impact.

import type { Passage } from '../model/study.ts';
import { csvFile, type Column, type Table } from './csv.ts';
import type { ExportFormat } from './format.ts';
import { hasForces, hasTheory, impactRows, optionRows, type ImpactRow, type OptionRow } from './theory-rows.ts';

const column = <Row>(
  name: string,
  description: string,
  value: (row: Row) => string | number | null,
  type: Column<Row>['type'] = 'string',
): Column<Row> => ({ name, type, description, value });

const passagesOf = ({ evidence }: OptionRow | ImpactRow): string =>
  evidence.flatMap(({ passages }) => passages.map(({ id }: Passage) => id)).join('; ');
const sourcesBy =
  (...origins: readonly string[]) =>
  ({ evidence }: OptionRow): string =>
    evidence.flatMap(({ source, origin }) => (origins.includes(origin) ? [source] : [])).join('; ');

export const decisionsTable: Table<OptionRow> = {
  name: 'decisions',
  description: 'The decisions of the theory: a row an option, with its evidence and its forces.',
  columns: [
    column('decision', 'Name of the decision in the model', ({ decision }) => decision.id),
    column('decision_label', 'Its question', ({ decision }) => decision.label),
    column('option', 'Name of the option in the model', ({ option }) => option.id),
    column('option_label', 'Its label', ({ option }) => option.label),
    column('option_name', 'The words of the model for it', ({ name }) => name || null),
    column('sources', 'Number of sources that are evidence', ({ evidence }) => evidence.length, 'integer'),
    column('sources_both', 'Sources that notes and model name, joined by "; "', sourcesBy('both')),
    column('sources_model', 'Sources that only the model names', sourcesBy('model')),
    column('sources_notes', 'Sources that only the notes name', sourcesBy('notes')),
    column('passages', 'Passages that carry the code of this name, joined by "; "', passagesOf),
    column('forces', 'Forces with their impact, joined by "; "', ({ forces }) =>
      forces.map(({ force, impact }) => `${force.id} ${impact}`.trim()).join('; '),
    ),
    column('permalink', 'The page of the decision', ({ decision }) => decision.link || null),
  ],
  records: optionRows,
};

export const forcesTable: Table<ImpactRow> = {
  name: 'forces',
  description: 'What the options do to the forces: a row an impact.',
  columns: [
    column('solution', 'Name of the option or solution in the model', ({ solution }) => solution.id),
    column('solution_label', 'Its label', ({ solution }) => solution.label),
    column('force', 'Name of the force in the model', ({ force }) => force.id),
    column('force_label', 'Its label', ({ force }) => force.label),
    column('impact', '++ + o - -- +/-; empty when the model does not say', ({ impact }) => impact || null),
    column('impact_words', 'The same in words', ({ words }) => words || null),
    column('stated_in', 'Sources whose notes state it, joined by "; "', ({ stated }) => stated.join('; ')),
    column(
      'sources',
      'Number of sources that are evidence for the solution',
      ({ evidence }) => evidence.length,
      'integer',
    ),
    column('passages', 'Passages that carry the code of the solution, joined by "; "', passagesOf),
  ],
  records: impactRows,
};

export const theoryCsv: ExportFormat = {
  id: 'theory-csv',
  title: 'Decisions and forces (CSV)',
  purpose: 'A row an option with evidence and forces; a row an impact. For spreadsheets and R.',
  follows: 'RFC 4180; columns in datapackage.json',
  files: (context) => [
    ...(hasTheory(context.study) ? [csvFile(decisionsTable, context)] : []),
    ...(hasForces(context.study) ? [csvFile(forcesTable, context)] : []),
  ],
};

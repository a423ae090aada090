// In: a study. Out: exports/chain.csv, a row for every open code, code and model element: how far its chain of evidence reaches.

import { chainLines, type ChainLine } from './chain-rows.ts';
import { csvFile, type Column, type Table } from './csv.ts';
import type { ExportFormat } from './format.ts';

const column = (
  name: string,
  description: string,
  value: (row: ChainLine) => string | number | null,
): Column<ChainLine> => ({ name, type: 'string', description, value });

export const chainTable: Table<ChainLine> = {
  name: 'chain',
  description: 'The chain of evidence from excerpts to decisions: a row an open code, code or element of the model.',
  columns: [
    column('item', 'open code, code or model element', ({ item }) => item),
    column('id', 'Words of the open code, or id of the code or element', ({ id }) => id || null),
    column('label', 'Its label', ({ label }) => label),
    column('state', 'linked, broken or out of scope', ({ state }) => state),
    column('broken_at', 'First step that is missing', ({ brokenAt }) => brokenAt ?? null),
    column('reason', 'Why it is out of scope', ({ reason }) => reason ?? null),
    column('passages', 'Passages that bear it, joined by "; "', ({ passages }) => passages.join('; ')),
    column('open_codes', 'Open codes that say it, joined by "; "', ({ openCodes }) => openCodes.join('; ')),
    column('codes', 'Codes, joined by "; "', ({ codes }) => codes.join('; ')),
    column('elements', 'Elements of the model, joined by "; "', ({ elements }) => elements.join('; ')),
    column('decisions', 'Decisions that these belong to, joined by "; "', ({ decisions }) => decisions.join('; ')),
  ],
  records: chainLines,
};

export const chainCsv: ExportFormat = {
  id: 'chain-csv',
  title: 'Chain of evidence (CSV)',
  purpose: 'A row for every open code, code and model element, with the step at which its chain breaks.',
  follows: 'RFC 4180; columns in datapackage.json',
  files: (context) => [csvFile(chainTable, context)],
};

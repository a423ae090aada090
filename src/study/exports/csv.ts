// In: a table as columns and records. Out: CSV as UTF-8 without a byte order mark, in pieces.
// RFC 4180: CRLF after every row (its section 2.1; a line feed inside a cell then cannot be taken for the end of a row), a cell with a
// comma, quote or line break in quotes, quotes doubled. Python, pandas, R, Excel and Taguette read it as it is; a mark breaks base R.

import { visibleControls } from './visible-controls.ts';
import type { ExportContext, ExportFile } from './format.ts';

export interface Column<T> {
  readonly name: string;
  /** Type of the Table Schema specification. */
  readonly type: 'string' | 'integer' | 'boolean';
  readonly description: string;
  /** `null` is an empty cell: not recorded. */
  readonly value: (record: T, context: ExportContext) => string | number | boolean | null;
}

export interface Table<T> {
  /** Name of the file without `.csv`. */
  readonly name: string;
  readonly description: string;
  readonly columns: readonly Column<T>[];
  readonly records: (context: ExportContext) => Iterable<T>;
  /** Column whose values are unique, and columns that name a row of another table. */
  readonly primaryKey?: string;
  readonly foreignKeys?: readonly { readonly column: string; readonly table: string; readonly key: string }[];
}

export const csvFile = <T>(table: Table<T>, context: ExportContext): ExportFile => ({
  path: `exports/${table.name}.csv`,
  mediaType: 'text/csv',
  write: () => writeCsv(table, context),
});

export function* writeCsv<T>(table: Table<T>, context: ExportContext): Generator<string> {
  yield row(table.columns.map(({ name }) => name));
  for (const record of table.records(context))
    yield row(table.columns.map(({ value }) => cell(value(record, context))));
}

/** The same rules for a table that is no `Table`: the data of a plot. */
export function* writeRows(
  names: readonly string[],
  rows: Iterable<readonly (string | number | null)[]>,
): Generator<string> {
  yield row(names.map((name) => cell(name)));
  for (const cells of rows) yield row(cells.map(cell));
}

/**
 * A spreadsheet runs a cell that begins with one of these as a formula (OWASP, CSV injection: also tab, line breaks and the full-width
 * forms). Such a cell gets an apostrophe in front. Cells that begin so already get one more, so that it can be taken away again.
 */
export const formulaPattern = "^'*[=+\\-@\\t\\r\\n＝＋－＠]";
const formula = new RegExp(formulaPattern, 'u');

export const safeCell = (text: string): string => (formula.test(text) ? `'${text}` : text);
/** The reverse of `safeCell`: what a reader of the file does. */
export const originalCell = (text: string): string =>
  text.startsWith("'") && formula.test(text) ? text.slice(1) : text;

function cell(value: string | number | boolean | null): string {
  if (value === null) return '';
  return typeof value === 'string' ? safeCell(visibleControls(value)) : String(value);
}

const row = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

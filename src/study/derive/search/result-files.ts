// In: a result set and how it came about. Out: a file of it: CSV (RFC 4180), JSON or Markdown, each with query, date and digest.

import type { SearchRecord } from './record.ts';
import { toParams, type SearchState } from './state.ts';
import type { Results } from './search.ts';

export interface ResultSet {
  readonly records: readonly SearchRecord[];
  readonly state: SearchState;
  readonly count: Results['count'];
  readonly order: string;
  /** As the caller states it (ISO 8601): this room has no clock. */
  readonly date: string;
  readonly study: { readonly title: string; readonly release: string; readonly digest: string };
  /** Address of the search and of an excerpt; full where the site's is known. */
  readonly address: string;
  readonly addressOf: (record: SearchRecord) => string;
}

export interface ResultFile {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

export const resultFiles = {
  csv: (set: ResultSet): ResultFile => ({ name: 'search.csv', mediaType: 'text/csv;charset=utf-8', text: asCsv(set) }),
  json: (set: ResultSet): ResultFile => ({ name: 'search.json', mediaType: 'application/json', text: asJson(set) }),
  markdown: (set: ResultSet): ResultFile => ({
    name: 'search.md',
    mediaType: 'text/markdown;charset=utf-8',
    text: asMarkdown(set),
  }),
} as const;

/** What stands in the head of each file, and in "cite this search". */
export function headOf(set: ResultSet): readonly (readonly [name: string, value: string])[] {
  const { count, study } = set;
  return [
    ['query', set.state.text],
    ['search', `?${toParams(set.state).toString()}`],
    ['address', set.address],
    ['date', set.date],
    ['study', study.title],
    ['release', study.release],
    ['digest', study.digest],
    ['results', count.kind === 'exact' ? String(count.hits) : `at least ${count.hits}`],
    ['order', set.order],
  ];
}

const columns = [
  'excerpt',
  'source',
  'number',
  'kind',
  'speaker',
  'coded',
  'codes',
  'source title',
  'address',
  'text',
] as const;

// The head is rows of the same width whose first field begins with `#`: readers that know comments (`comment='#'`) pass over them.
function asCsv(set: ResultSet): string {
  const empty = Array<string>(columns.length - 2).fill('');
  const head = headOf(set).map(([name, value]) => [`# ${name}`, value, ...empty]);
  const rows = set.records.map((record) => [
    record.id,
    record.source,
    String(record.number),
    record.kind,
    record.speaker ?? '',
    record.coded ? 'coded' : 'uncoded',
    record.codes.join('; '),
    record.sourceTitle,
    set.addressOf(record),
    record.text,
  ]);
  return [...head, columns, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

// A field that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV injection").
function csvField(value: string): string {
  const safe = /^[=+\-@\t\r＝＋－＠]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]|^#./.test(safe) && !/^# [a-z]+$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function asJson(set: ResultSet): string {
  const results = set.records.map((record) => ({
    id: record.id,
    address: set.addressOf(record),
    source: record.source,
    number: record.number,
    kind: record.kind,
    ...(record.speaker === undefined ? {} : { speaker: record.speaker }),
    coded: record.coded,
    codes: record.codes,
    sourceTitle: record.sourceTitle,
    text: record.text,
  }));
  const { kind, hits } = set.count;
  const head = { ...Object.fromEntries(headOf(set)), results: hits, exact: kind === 'exact' };
  return `${JSON.stringify({ search: head, excerpts: results }, null, 2)}\n`;
}

function asMarkdown(set: ResultSet): string {
  const head = headOf(set).map(([name, value]) => `* ${name}: ${value === '' ? '–' : markdownText(value)}\n`);
  const results = set.records.map((record) => {
    const quote = record.text
      .split('\n')
      .map((line) => `> ${markdownText(line)}\n`)
      .join('>\n');
    const codes = record.codes.length === 0 ? '' : ` · ${record.codes.map(markdownText).join(', ')}`;
    const speaker = record.speaker === undefined ? '' : ` · ${markdownText(record.speaker)}`;
    return `\n${quote}>\n> [${record.id}](<${set.addressOf(record)}>) · ${markdownText(record.sourceTitle)}${speaker}${codes}\n`;
  });
  return `# Search results\n\n${head.join('')}${results.join('')}`;
}

// Every sign that could begin markup is escaped, so that an excerpt reads as its author wrote it.
const markdownText = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>#|~$&!]/g, '\\$&')
    .replace(/^(\s*)([-+=:])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2');

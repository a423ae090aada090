// In: reference items. Out: CSL-JSON: exports/sources.csl.json and one file a source. The best file for Zotero and for pandoc.
// Specification: CSL-JSON schema 1.0.2 (csl-data.json), CSL 1.0.2 appendices III and IV; CITING.md sections 3 and 4.
//
// | datum                   | property                              | remark                                                     |
// |-------------------------|---------------------------------------|------------------------------------------------------------|
// | kind                    | type                                  | post-weblog, webpage, report, interview, entry-dictionary, dataset |
// | key                     | id, citation-key                      | survives in Zotero                                         |
// | title, site             | title, container-title                | exact characters                                           |
// | authors                 | author: {family, given} or {literal}  |                                                            |
// | date, access date       | issued, accessed: {date-parts}        | as exact as known; left out when unknown                   |
// | address, DOI            | URL, DOI                              |                                                            |
// | archived copy, evidence | note                                  | a line each; Zotero's Extra                                |
// | source type             | genre                                 |                                                            |
// | language, version, quote | language, version, abstract          |                                                            |

import type { Author } from '../model/study.ts';
import type { ExportFormat } from './format.ts';
import type { ItemKind, ReferenceItem } from './reference.ts';
import { itemNotes } from './reference-notes.ts';
import { bibliographyFile } from './source-files.ts';
import { sourceListFiles } from './source-list.ts';

export const sourcesCsl: ExportFormat = {
  id: 'sources-csl',
  title: 'Sources as CSL-JSON',
  purpose: 'All sources with exact titles and citation keys, for Zotero and pandoc; also one file a source.',
  follows: 'CSL-JSON schema 1.0.2',
  files: (context) =>
    sourceListFiles(context, bibliographyFile('csl-json'), {
      head: () => '[\n',
      entry: (item) => JSON.stringify(cslItem(item)),
      between: ',\n',
      foot: '\n]\n',
    }),
};

const types: Readonly<Record<ItemKind, string>> = {
  blog: 'post-weblog',
  web: 'webpage',
  report: 'report',
  interview: 'interview',
  entry: 'entry-dictionary',
  dataset: 'dataset',
};

export type CslItem = Readonly<Record<string, unknown>>;

export function cslItem(item: ReferenceItem): CslItem {
  const authors = item.authors.map(cslName);
  const all: readonly (readonly [string, unknown])[] = [
    ['id', item.key],
    ['citation-key', item.key],
    ['type', types[item.kind]],
    ['title', item.title],
    ['author', authors.length === 0 ? '' : authors],
    ['container-title', item.container],
    ['issued', cslDate(item.date)],
    ['URL', item.url],
    ['DOI', item.doi],
    ['accessed', cslDate(item.accessed)],
    ['genre', item.genre],
    ['language', item.language],
    ['version', item.version],
    ['abstract', item.quote],
    ['note', itemNotes(item).join('\n')],
  ];
  return Object.fromEntries(all.filter(([, value]) => value !== ''));
}

export const cslFile = (items: readonly ReferenceItem[]): string =>
  `[\n${items.map((item) => JSON.stringify(cslItem(item))).join(',\n')}\n]\n`;

function cslName(author: Author): Readonly<Record<string, string>> {
  if ('name' in author) return { literal: author.name };
  return { family: author.family, ...(author.given === undefined ? {} : { given: author.given }) };
}

const cslDate = (date: string): unknown => (date === '' ? '' : { 'date-parts': [date.split('-').map(Number)] });

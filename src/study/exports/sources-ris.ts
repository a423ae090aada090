// In: reference items. Out: RIS records: exports/sources.ris and one file a source; Zotero, Mendeley, EndNote, Citavi, JabRef read them.
// Specification: RIS Format Specifications (Thomson ResearchSoft 2011): `XX  - value`, TY first, ER last, CR LF; CITING.md sections 3, 4.
//
// | datum                      | tag      | remark                                                                         |
// |----------------------------|----------|--------------------------------------------------------------------------------|
// | kind                       | TY       | BLOG, ELEC, RPRT, PCOMM (interview), DICT (code), DATA (study)                 |
// | key                        | ID       | Zotero drops it                                                                |
// | title                      | TI       |                                                                                |
// | authors                    | AU       | an organisation ends in a comma, else its last word becomes the family name    |
// | site                       | T2       |                                                                                |
// | date                       | PY, DA   | `2021`, `2021/02/04/`; left out when unknown                                   |
// | address, DOI               | UR, DO   |                                                                                |
// | access date                | Y2       |                                                                                |
// | archived copy, evidence    | N1       |                                                                                |
// | source type                | M3, KW   | the codes are no keywords: they would flood a library                          |
// | language, version, quote   | LA, ET, AB |                                                                              |

import { plainLine } from './escape-tex.ts';
import type { ExportFormat } from './format.ts';
import { creatorName } from './head-zotero.ts';
import type { ItemKind, ReferenceItem } from './reference.ts';
import { itemNotes } from './reference-notes.ts';
import { bibliographyFile } from './source-files.ts';
import { sourceListFiles } from './source-list.ts';

export const sourcesRis: ExportFormat = {
  id: 'sources-ris',
  title: 'Sources for reference managers (RIS)',
  purpose: 'All sources for Zotero, Mendeley, EndNote, Citavi and JabRef; also one file a source.',
  follows: 'RIS Format Specifications (Thomson ResearchSoft 2011)',
  files: (context) =>
    sourceListFiles(context, bibliographyFile('ris'), { head: () => '', entry: risRecord, between: '\r\n' }),
};

const types: Readonly<Record<ItemKind, string>> = {
  blog: 'BLOG',
  web: 'ELEC',
  report: 'RPRT',
  interview: 'PCOMM',
  entry: 'DICT',
  dataset: 'DATA',
};

export function risRecord(item: ReferenceItem): string {
  const lines: readonly (readonly [tag: string, value: string])[] = [
    ['TY', types[item.kind]],
    ['ID', item.key],
    ['TI', item.title],
    ...item.authors.map((author) => ['AU', creatorName(author)] as const),
    ['T2', item.container],
    ['PY', item.date.slice(0, 4)],
    ['DA', risDate(item.date)],
    ['UR', item.url],
    ['DO', item.doi],
    ['Y2', risDate(item.accessed)],
    ['LA', item.language],
    ['ET', item.version],
    ['M3', item.genre],
    ['KW', item.genre],
    ['AB', item.quote],
    ...itemNotes(item).map((note) => ['N1', note] as const),
  ];
  const written = lines.flatMap(([tag, value]) => {
    const text = plainLine(value);
    return text === '' ? [] : [`${tag}  - ${text}\r\n`];
  });
  return `${written.join('')}ER  - \r\n`;
}

/** `2021-02` → `2021/02//` */
function risDate(date: string): string {
  if (date === '') return '';
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}/${month}/${day}/`;
}

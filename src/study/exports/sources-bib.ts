// In: reference items. Out: BibLaTeX entries (UTF-8, for biber), all sources in exports/sources.bib and each in a file of its own.
// Specification: biblatex manual 3.18, sections 2.1 (entry types) and 2.2 (fields); CITING.md sections 4 and 5.
//
// | datum                 | field                    | remark                                                              |
// |-----------------------|--------------------------|---------------------------------------------------------------------|
// | kind                  | @online, @misc, @dataset, @inreference | @misc without an address, @inreference for our codes  |
// | title                 | title, double braces     | else styles print "media with snowflake"                            |
// | authors               | author                   | organisations in braces; left out when unknown                      |
// | site, review          | organization, booktitle  | booktitle for @inreference                                          |
// | date                  | date                     | left out when unknown: styles print n.d.                            |
// | address               | url                      | a verbatim field: nothing in it is escaped                          |
// | access date           | urldate                  |                                                                     |
// | archived copy         | addendum                 |                                                                     |
// | our evidence page     | note                     | `%` and `#` escaped: it is no verbatim field                        |
// | source type, short id | keywords                 | not titleaddon (pandoc), not shorthand (replaces [1])               |

import { webAddress } from '../derive/web-address.ts';
import { formatAuthors } from './tex-authors.ts';
import { texEdition } from './edition-words.ts';
import { type TexText, escapeTex, hyperrefRemark, texUrl } from './escape-tex.ts';
import type { ExportContext, ExportFormat } from './format.ts';
import { type ReferenceItem, referenceItem } from './reference.ts';
import { bibliographyFile } from './source-files.ts';
import { sourceListFiles } from './source-list.ts';

export const sourcesBib: ExportFormat = {
  id: 'sources-biblatex',
  title: 'Sources for BibLaTeX',
  purpose: 'All sources as @online entries for LaTeX with biber; also one file a source.',
  follows: 'biblatex manual 3.18, sections 2.1 and 2.2',
  files: (context) =>
    sourceListFiles(context, bibliographyFile('biblatex'), { head: headOfFile, entry: biblatexEntry }),
};

/** One entry with the comment lines that belong above it. */
export function biblatexEntry(item: ReferenceItem): string {
  const fields = fieldsOf(item);
  const lines = fields.flatMap(([name, value]) => (value.text === '' ? [] : [`  ${name} = {${value.text}},`]));
  return `${remarksOn(item.key, fields)}@${entryType(item)}{${item.key},\n${lines.join('\n')}\n}\n`;
}

/** Holds letters that only XeLaTeX and LuaLaTeX can set. */
export const isBeyondPdfLatex = (item: ReferenceItem): boolean => fieldsOf(item).some(([, value]) => value.beyond);

type Value = TexText;
type Field = readonly [name: string, value: Value];

function entryType(item: ReferenceItem): string {
  if (item.kind === 'dataset') return 'dataset';
  if (item.kind === 'entry') return 'inreference';
  return item.url === '' || item.kind === 'interview' ? 'misc' : 'online';
}

function fieldsOf(item: ReferenceItem): Field[] {
  const title = words(item.title);
  return [
    ['author', formatAuthors(item.authors, 'unicode')],
    ['title', { ...title, text: `{${title.text}}` }],
    // Twice in braces: `organization` is a list, which an “and” would split.
    [item.kind === 'entry' ? 'booktitle' : 'organization', wholeName(words(item.container))],
    ['howpublished', plain(item.kind === 'interview' ? 'Interview' : '')],
    ['date', plain(item.date)],
    ['version', words(item.version)],
    ['url', plain(item.url)],
    ['urldate', plain(item.accessed)],
    ['doi', plain(item.doi)],
    ['note', noteOf(item)],
    ['addendum', plain(item.archive === null ? '' : `Archived: \\url{${texUrl(item.archive.url)}}`)],
    ['abstract', words(item.quote)],
    ['langid', plain(babelName(item.language))],
    ['keywords', words([item.genre.replaceAll(',', ' '), item.id.replaceAll(',', ' ')].filter(Boolean).join(', '))],
  ];
}

function noteOf(item: ReferenceItem): Value {
  const remark = words(item.remark);
  const parts = [
    remark.text,
    item.evidence === '' ? '' : `Evidence: \\url{${texUrl(item.evidence)}}`,
    item.quoted === null ? '' : quotedNote(item.quoted),
  ];
  return { ...remark, text: parts.filter(Boolean).join('. ') };
}

const quotedNote = (quoted: { readonly key: string; readonly url: string }): string =>
  `Quoted source: ${words(quoted.key).text}${quoted.url === '' ? '' : `, \\url{${texUrl(quoted.url)}}`}`;

const words = (text: string): Value => escapeTex(text, 'unicode');
const wholeName = (value: Value): Value => (value.text === '' ? value : { ...value, text: `{${value.text}}` });
const plain = (text: string): Value => ({ text, removed: [], beyond: false });

/** Languages whose name babel and biblatex know; others are left out rather than guessed. */
const babelNames: ReadonlyMap<string, string> = new Map([
  ['en', 'english'],
  ['de', 'german'],
  ['fr', 'french'],
  ['es', 'spanish'],
  ['it', 'italian'],
  ['nl', 'dutch'],
  ['pt', 'portuguese'],
]);
const babelName = (tag: string): string => babelNames.get(tag.toLowerCase().split('-')[0] ?? '') ?? '';

/** Comment lines hold no `@`: BibTeX would read an entry there. */
function remarksOn(key: string, fields: readonly Field[]): string {
  const removed = [...new Set(fields.flatMap(([, value]) => value.removed))];
  const beyond = fields.some(([, value]) => value.beyond);
  return (
    (beyond
      ? `% ${key} holds letters that pdfLaTeX cannot set: use XeLaTeX or LuaLaTeX with a font that has them.\n`
      : '') + (removed.length > 0 ? `% ${key}: left out, since TeX has no sign for them: ${removed.join(', ')}.\n` : '')
  );
}

function headOfFile(context: ExportContext): string {
  const { settings, sources } = context.study;
  const beyond = sources
    .map((source) => referenceItem(context, { kind: 'original', source }))
    .filter(isBeyondPdfLatex)
    .map((item) => item.key);
  return (
    `% Sources of the study ${settings.key} for BibLaTeX with biber.\n` +
    texEdition(context.study) +
    hyperrefRemark(sources.map(({ archiveUrl }) => webAddress(archiveUrl))) +
    (beyond.length === 0 ? '' : `% For XeLaTeX or LuaLaTeX only: ${beyond.join(', ')}.\n`) +
    '\n'
  );
}

// In: reference items. Out: classic BibTeX entries in pure ASCII: exports/sources-bibtex.bib and one file a source.
// Specification: "BibTeXing" (Patashnik 1988), section 3; CITING.md sections 4 and 5; for plain, plainnat, IEEEtran, splncs04,
// ACM-Reference-Format, elsarticle-num.
//
// | datum              | field               | remark                                                                        |
// |--------------------|---------------------|-------------------------------------------------------------------------------|
// | every kind         | @misc               | no @electronic, no @online: unknown to the old styles                         |
// | title              | title, double braces |                                                                              |
// | authors            | author, else key    | without either, styles cannot sort                                            |
// | date               | year, month         | `year = {n.d.}` when unknown: author without year stops acmart and natbib     |
// | address            | howpublished        | only there: with `url` as well IEEEtran and plainnat print it twice           |
// | site, access date, evidence page, DOI | note |                                                                           |
// | archived copy      | –                   | it is in the BibLaTeX file                                                    |
// | quote of an excerpt | abstract           | the styles pass over it; whoever keeps the note has the words                 |

import { webAddress } from '../derive/web-address.ts';
import { texEdition } from './edition-words.ts';
import { type TexText, escapeTex, hyperrefRemark, texUrl } from './escape-tex.ts';
import type { ExportContext, ExportFormat } from './format.ts';
import { type ReferenceItem, doiAddress } from './reference.ts';
import { bibliographyFile } from './source-files.ts';
import { sourceListFiles } from './source-list.ts';
import { formatAuthors } from './tex-authors.ts';

export const sourcesBibtex: ExportFormat = {
  id: 'sources-bibtex',
  title: 'Sources for classic BibTeX',
  purpose: 'All sources as @misc entries in pure ASCII, for LaTeX with BibTeX; also one file a source.',
  follows: 'BibTeXing (Patashnik 1988), section 3',
  files: (context) => sourceListFiles(context, bibliographyFile('bibtex'), { head: headOfFile, entry: bibtexEntry }),
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export function bibtexEntry(item: ReferenceItem): string {
  const title = escapeTex(item.title, 'ascii');
  const authors = formatAuthors(item.authors, 'ascii');
  const note = noteOf(item);
  const quote = escapeTex(item.quote, 'ascii');
  const month = months[Number(item.date.slice(5, 7)) - 1];
  const fields: readonly (readonly [string, string])[] = [
    ['author', braced(authors.text)],
    ['key', authors.text === '' ? braced(escapeTex(item.id, 'ascii').text) : ''],
    ['title', `{{${title.text}}}`],
    ['howpublished', item.url === '' ? howPublished(item) : `{\\url{${texUrl(item.url)}}}`],
    ['year', braced(item.date.slice(0, 4) || 'n.d.')],
    ['month', month ?? ''],
    ['note', braced(note.text)],
    ['abstract', braced(quote.text)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === '' ? [] : [`  ${name} = ${value},`]));
  return `${remarksOn(item.key, [title, authors, note, quote])}@misc{${item.key},\n${lines.join('\n')}\n}\n`;
}

const braced = (text: string): string => (text === '' ? '' : `{${text}}`);
const howPublished = (item: ReferenceItem): string => (item.kind === 'interview' ? '{Interview}' : '');

function noteOf(item: ReferenceItem): TexText {
  const site = escapeTex(item.container, 'ascii');
  const remark = escapeTex(item.remark, 'ascii');
  const parts = [
    site.text,
    item.version === '' ? '' : `Release ${escapeTex(item.version, 'ascii').text}`,
    remark.text,
    item.accessed === '' ? '' : `Accessed ${item.accessed}`,
    item.doi === '' || item.url.endsWith(item.doi) ? '' : link('DOI', doiAddress(item.doi)),
    item.evidence === '' ? '' : link('Evidence', item.evidence),
    item.quoted === null ? '' : `Quoted source: ${escapeTex(item.quoted.key, 'ascii').text}`,
    item.quoted === null || item.quoted.url === '' ? '' : link('Original', item.quoted.url),
  ];
  return {
    text: parts.filter(Boolean).join('. '),
    removed: [...site.removed, ...remark.removed],
    beyond: site.beyond || remark.beyond,
  };
}

const link = (name: string, address: string): string => `${name}: \\url{${texUrl(address)}}`;

/** Comment lines hold no `@`: BibTeX would read an entry there. */
function remarksOn(key: string, texts: readonly TexText[]): string {
  const removed = [...new Set(texts.flatMap((text) => text.removed))];
  const beyond = texts.some((text) => text.beyond);
  return (
    (beyond ? `% ${key} is spelt in Latin letters here; its BibLaTeX entry has it as written.\n` : '') +
    (removed.length > 0 ? `% ${key}: left out, since TeX has no sign for them: ${removed.join(', ')}.\n` : '')
  );
}

const headOfFile = ({ study }: ExportContext): string =>
  `% Sources of the study ${study.settings.key} for classic BibTeX (pure ASCII).\n` +
  texEdition(study) +
  `${hyperrefRemark(study.sources.map(({ url }) => webAddress(url)))}\n`;

// In: a study's context and what a reader wants to cite. Out: the citation in one of eight forms, as the copy buttons give it.
// The form of a record is written by the same functions as the files, so that page and file cannot differ.

import { escapeHtml } from './escape-html.ts';
import { escapeMarkdown, markdownAddress } from './escape-markdown.ts';
import { escapeTex, plainLine } from './escape-tex.ts';
import type { ExportContext } from './format.ts';
import { type CitationTarget, type ReferenceItem, referenceItem } from './reference.ts';
import { type Phrase, phrasesOf } from './reference-phrases.ts';
import { biblatexEntry } from './sources-bib.ts';
import { bibtexEntry } from './sources-bibtex.ts';
import { cslFile } from './sources-csl.ts';
import { risRecord } from './sources-ris.ts';
import { texReference } from './tex-reference.ts';

export type CitationFormat = 'text' | 'markdown' | 'latex' | 'bibtex' | 'biblatex' | 'ris' | 'csl-json' | 'html';

/** In the order of the buttons; `html` is what goes to the clipboard beside `text`, so that Word keeps the link. */
export const citationFormats: readonly { readonly format: CitationFormat; readonly name: string }[] = [
  { format: 'text', name: 'Text' },
  { format: 'markdown', name: 'Markdown' },
  { format: 'latex', name: 'LaTeX' },
  { format: 'bibtex', name: 'BibTeX' },
  { format: 'biblatex', name: 'BibLaTeX' },
  { format: 'ris', name: 'RIS' },
  { format: 'csl-json', name: 'CSL-JSON' },
];

export function cite(context: ExportContext, target: CitationTarget, format: CitationFormat): string {
  return citeItem(context, target, referenceItem(context, target), format);
}

/** Every form at once, for a page that shows them all. */
export function citations(context: ExportContext, target: CitationTarget): Readonly<Record<CitationFormat, string>> {
  const item = referenceItem(context, target);
  const form = (format: CitationFormat): string => citeItem(context, target, item, format);
  return {
    text: form('text'),
    markdown: form('markdown'),
    latex: form('latex'),
    bibtex: form('bibtex'),
    biblatex: form('biblatex'),
    ris: form('ris'),
    'csl-json': form('csl-json'),
    html: form('html'),
  };
}

/** As `cite`, for whoever needs several forms of one item. */
export function citeItem(
  context: ExportContext,
  target: CitationTarget,
  item: ReferenceItem,
  format: CitationFormat,
): string {
  switch (format) {
    case 'text':
      return phrasesOf(item).map(asText).join('');
    case 'markdown':
      return escapeLineStart(phrasesOf(item).map(asMarkdown).join(''));
    case 'html':
      return phrasesOf(item).map(asHtml).join('');
    case 'latex':
      return asLatex(context, target, item);
    case 'bibtex':
      return bibtexEntry(item);
    case 'biblatex':
      return biblatexEntry(item);
    case 'ris':
      return risRecord(item);
    case 'csl-json':
      return cslFile([item]);
  }
}

const asText = (phrase: Phrase): string => (phrase.url === undefined ? phrase.text : phrase.url);

function asMarkdown(phrase: Phrase): string {
  if (phrase.url === undefined) return escapeMarkdown(phrase.text);
  return phrase.text === phrase.url
    ? `<${phrase.url}>`
    : `[${escapeMarkdown(phrase.text)}](${markdownAddress(phrase.url)})`;
}

const asHtml = (phrase: Phrase): string =>
  phrase.url === undefined
    ? escapeHtml(phrase.text)
    : `<a href="${escapeHtml(phrase.url)}">${escapeHtml(phrase.text)}</a>`;

/** A title such as `1. Flour` or `- flour` at the start would begin a list. */
const escapeLineStart = (text: string): string => text.replace(/^(\d+)([.)])/, '$1\\$2').replace(/^[-+=:]/, '\\$&');

/** The quote, the macro of catena.sty and the source's key; address and release stand in a comment for those without the package. */
function asLatex(context: ExportContext, target: CitationTarget, item: ReferenceItem): string {
  const { study } = context;
  const release = item.version === '' ? '' : `release ${plainLine(item.version)}`;
  const said = [item.url, release].filter((part) => part !== '').join(', ');
  const comment = said === '' ? '' : `% ${item.id}: ${said}\n`;
  if (target.kind === 'original') return `${comment}\\cite{${item.key}}\n`;
  const reference = texReference(study, target);
  const quote = item.quote === '' ? '' : `\`\`${escapeTex(item.quote, 'unicode').text}'' `;
  const original = item.quoted === null || target.kind === 'evidence' ? '' : `; \\cite{${item.quoted.key}}`;
  return `${comment}${quote}${quote === '' && original === '' ? reference : `(${reference}${original})`}\n`;
}

// In: a reference item and its page. Out: the meta elements that Zotero's Connector (z:, DC, dcterms, bibo) and Mendeley (DC) read.
// Specification: translator "Embedded Metadata" of Zotero; CITING.md sections 1 and 2. With `z:itemType` present the item is exactly this.
//
// Never in a source page, since Zotero would take it for the article's own: `<time datetime>`, `meta name="author"`, `a[rel=author]`,
// a class with `byline` or `vcard`, Highwire `citation_*`, COinS. `z:DOI` and `z:archive*` do not work, `z:accessDate` is overwritten.

import type { Author } from '../model/study.ts';
import { plainLine } from './escape-tex.ts';
import { type HeadElement, meta } from './head-elements.ts';
import type { ReferenceItem } from './reference.ts';

/** `van Eijk, Tom`; an organisation ends in a comma, else its last word becomes the family name. A comma within would cut the name. */
export function creatorName(author: Author): string {
  const [family = '', given = ''] = ('name' in author ? [author.name] : [author.family, author.given ?? '']).map(
    (part) => plainLine(part.replaceAll(',', ' ')),
  );
  return given === '' ? `${family},` : `${family}, ${given}`;
}

const sourceTypes = { blog: 'blogPost', web: 'webpage', report: 'report', interview: 'interview' } as const;

/** Of a source page: the article's own data, our page in Extra. */
export function originalMeta(item: ReferenceItem, kind: keyof typeof sourceTypes): HeadElement[] {
  const extra = [
    item.evidence === '' ? '' : `Evidence: ${item.evidence}`,
    item.archive === null ? '' : `Archived: ${item.archive.url}`,
  ];
  return [
    ...meta('z:itemType', sourceTypes[kind]),
    ...meta('DC.title', item.title),
    ...creators(item),
    ...meta('DC.date', item.date),
    ...meta('z:publicationTitle', item.container || item.host),
    ...meta('z:institution', kind === 'report' ? item.container : ''),
    ...meta('z:websiteType', item.genre),
    ...meta('z:url', item.url),
    ...meta('z:citationKey', item.key),
    ...meta('z:extra', extra.filter((line) => line !== '').join('\n')),
    ...meta('DC.language', item.language),
    ...meta('bibo.doi', item.doi),
  ];
}

/** Of an excerpt's page. */
export function excerptMeta(item: ReferenceItem, abstract: string): HeadElement[] {
  const { quoted } = item;
  const extra = quoted === null ? '' : `Quoted source: ${quoted.key}${quoted.url === '' ? '' : `, ${quoted.url}`}`;
  return [
    ...meta('z:itemType', 'webpage'),
    ...recordMeta(item),
    ...meta('z:websiteTitle', item.container),
    ...meta('z:extra', extra),
    ...meta('DC.language', item.language),
    ...meta('dcterms.abstract', abstract),
  ];
}

export const codeMeta = (item: ReferenceItem, abstract: string): HeadElement[] => [
  ...meta('z:itemType', 'dictionaryEntry'),
  ...recordMeta(item),
  ...meta('z:dictionaryTitle', item.container),
  ...meta('dcterms.abstract', abstract),
];

export const studyMeta = (item: ReferenceItem, abstract: string): HeadElement[] => [
  ...meta('z:itemType', 'dataset'),
  ...recordMeta(item),
  ...meta('DC.language', item.language),
  ...meta('dcterms.abstract', abstract),
  ...meta('bibo.doi', item.doi),
  ...meta('z:versionNumber', item.version),
  // The registrant of Zenodo; other repositories cannot be told from a DOI.
  ...meta('z:repository', item.doi.startsWith('10.5281/') ? 'Zenodo' : ''),
  ...meta('DC.rights', item.licence),
];

const recordMeta = (item: ReferenceItem): HeadElement[] => [
  ...meta('DC.title', item.title),
  ...creators(item),
  ...meta('DC.date', item.date),
  ...meta('z:url', item.url),
  ...meta('z:citationKey', item.key),
];

const creators = (item: ReferenceItem): HeadElement[] =>
  item.authors.flatMap((author) => meta('DC.creator', creatorName(author)));

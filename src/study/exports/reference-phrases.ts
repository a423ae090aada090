// In: a reference item. Out: the citation as a reader would write it, in phrases of plain text and links: author (date): title. Site. Address.

import type { Author } from '../model/study.ts';
import type { ReferenceItem } from './reference.ts';

export interface Phrase {
  readonly text: string;
  /** Present for a link: plain text shows the address itself. */
  readonly url?: string;
}

export function phrasesOf(item: ReferenceItem): Phrase[] {
  const where = item.container || (item.evidence === '' ? '' : item.host);
  const release = item.version === '' ? '' : `, release ${item.version}`;
  return [
    ...(item.quote === '' ? [] : [plain(`“${item.quote}” `)]),
    plain(sentence(heading(item))),
    ...(where === '' ? [] : [plain(` ${item.evidence === '' ? 'In: ' : ''}${where}${release}.`)]),
    ...(where === '' && release !== '' ? [plain(` ${release.slice(2).replace('release', 'Release')}.`)] : []),
    ...address(item),
    ...also('Archived', item.archive?.url ?? ''),
    ...quotedPhrases(item),
  ];
}

/** `Jürgen Müller and Tom van Eijk (2021-02-04): Title`; `Title (n.d.)` when nobody is recorded. */
function heading(item: ReferenceItem): string {
  const date = item.date || 'n.d.';
  // The quote stands before it already.
  const title = item.quote === '' ? item.title : `Excerpt ${item.id}`;
  const who = people(item.authors);
  return who === '' ? `${title} (${date})` : `${who} (${date}): ${title}`;
}

const sentence = (text: string): string => (/[.?!…]$/.test(text) ? text : `${text}.`);

export function people(authors: readonly Author[]): string {
  const names = authors.map(fullName).filter((name) => name !== '');
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

export const fullName = (author: Author): string =>
  'name' in author ? author.name : [author.given ?? '', author.family].filter((part) => part !== '').join(' ');

const plain = (text: string): Phrase => ({ text });

/** Our records are linked by their id, as Word and Markdown want it; a work by its address. */
function address(item: ReferenceItem): Phrase[] {
  if (item.url === '') return [];
  return [plain(' '), { text: item.evidence === '' && item.kind !== 'dataset' ? item.id : item.url, url: item.url }];
}

const also = (name: string, url: string): Phrase[] =>
  url === '' ? [] : [plain(` (${name}: `), { text: url, url }, plain(')')];

function quotedPhrases({ quoted }: ReferenceItem): Phrase[] {
  if (quoted === null) return [];
  const title = plain(` (Quoted source: ${quoted.title}`);
  return quoted.url === ''
    ? [title, plain(')')]
    : [title, plain(', '), { text: quoted.url, url: quoted.url }, plain(')')];
}

// In: a source and its study. Out: its record, its contents and its neighbours as plain values for the page.

import {
  headerKeys,
  oncePerStudy,
  originalLinks,
  webAddress,
  type Author,
  type HeaderKey,
  type OriginalLink,
  type OriginalLinks,
  type Source,
  type Study,
} from '#study';
import { inOneLine } from '#site/shown-text.ts';
import type { Words } from '#site/words/index.ts';

export interface FieldView {
  readonly key: string;
  readonly label: string;
  /** As shown; '' when it is not recorded. */
  readonly value: string;
  readonly href: string;
  /** Both values, where header and metadata disagree. */
  readonly header?: string;
  readonly metadata?: string;
  readonly shown?: 'header' | 'metadata';
}

/** The name by which a source is listed: its title, or its id when it has none. */
export const sourceName = (source: Source): string => (source.title === '' ? source.id : inOneLine(source.title));

export const authorName = (author: Author): string =>
  'name' in author ? author.name : [author.given ?? '', author.family].filter((part) => part !== '').join(' ');

/** All nine header fields, in the order of the notes. */
export function headerFields(source: Source, words: Words): readonly FieldView[] {
  const values = shownValues(source, words);
  return headerKeys.map((key) => {
    const value = values[key];
    const disagreement = source.disagreements.find(({ field }) => field === key);
    return {
      key,
      label: words.source.fields[key],
      value,
      href: key.endsWith('url') ? webAddress(value) : '',
      ...(disagreement === undefined
        ? {}
        : { header: disagreement.header, metadata: disagreement.metadata, shown: disagreement.shown }),
    };
  });
}

function shownValues(source: Source, words: Words): Readonly<Record<HeaderKey, string>> {
  const answer = (value: boolean | null, written: string): string =>
    value === null ? written : value ? words.yes : words.no;
  return {
    url: source.url,
    'tiny url': source.tinyUrl,
    'archive url': source.archiveUrl,
    title: source.title,
    'source code': answer(source.sourceCode, source.header['source code']),
    example: answer(source.example, source.header.example),
    'source type': source.sourceType,
    'author type': source.authorType,
    references: source.header.references,
  };
}

/** What `sources.yaml` adds; only what is known. */
export function addedFields({ bibliography, file }: Source, words: Words): readonly FieldView[] {
  const { authors = [], date, site, language, doi, accessed, archived, rights, note } = bibliography;
  const said = words.source;
  const fields: readonly (readonly [string, string, string | undefined])[] = [
    ['authors', said.authors, authors.map(authorName).join(', ')],
    ['date', said.date, date],
    ['site', said.publishedBy, site],
    ['language', said.language, language],
    ['doi', said.doi, doi],
    ['accessed', said.accessed, accessed],
    ['archived', said.archived, archived],
    ['rights', said.rights, rights],
    ['remark', said.remark, note],
    ['file', said.file, file],
  ];
  return fields.flatMap(([key, label, value]) =>
    value === undefined || value === ''
      ? []
      : [{ key, label, value, href: key === 'doi' ? webAddress(`https://doi.org/${value}`) : '' }],
  );
}

export interface OriginalView extends OriginalLink {
  readonly label: string;
  readonly said: string;
}

export function originals(
  study: Study,
  source: Source,
  words: Words,
): OriginalLinks & { readonly views: readonly OriginalView[] } {
  const found = originalLinks(study, source);
  const views = found.links.map((link) => ({
    ...link,
    label: link.role === 'original' ? words.source.original : words.source.archive,
    said: saidOf(link, found.checked, words),
  }));
  return { ...found, views };
}

function saidOf({ state, since, status }: OriginalLink, checked: string, { source }: Words): string {
  switch (state) {
    case 'not checked':
      return source.notChecked;
    case 'alive':
      return source.alive(checked);
    case 'dead':
      return source.deadSince(since);
    case 'unclear':
      return source.unclear(status, checked);
  }
}

export interface Neighbours {
  readonly previous: Source | undefined;
  readonly next: Source | undefined;
}

export function neighbours(source: Source, study: Study): Neighbours {
  const place = placesOf(study).get(source.id) ?? 0;
  return { previous: study.sources[place - 1], next: study.sources[place + 1] };
}

const placesOf = oncePerStudy((study) => new Map(study.sources.map(({ id }, place) => [id, place])));

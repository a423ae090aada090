// In: a study and what is to be cited. Out: one neutral item that every bibliographic format is written from. What the notes and
// sources.yaml do not say is empty here and absent in the files: nothing is guessed but the kind of a page and the host of its address.

import { hostOf, webAddress } from '../derive/web-address.ts';
import { codePath, excerptAnchor, excerptPath, passagePath, sourcePath } from '../model/addresses.ts';
import { isCalendarDate } from '../model/calendar-date.ts';
import { plainDoi } from '../model/doi.ts';
import type { Author, Code, Excerpt, Passage, Source, Study } from '../model/study.ts';
import { plainLine } from './escape-tex.ts';
import { type ExportContext, permalink } from './format.ts';

export type ItemKind = 'blog' | 'web' | 'report' | 'interview' | 'entry' | 'dataset';

export interface ReferenceItem {
  /** `smp-s6`: the study's prefix and the short id, since two studies both have an s6. */
  readonly key: string;
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly authors: readonly Author[];
  /** ISO 8601 as exact as known, '' when it is not recorded. */
  readonly date: string;
  /** Blog, site, review or codebook it is part of. */
  readonly container: string;
  /** Host of the address, for those who need a name where no site is recorded. */
  readonly host: string;
  readonly url: string;
  readonly accessed: string;
  readonly archive: { readonly url: string; readonly date: string } | null;
  /** Our page about it, '' for our own records. */
  readonly evidence: string;
  /** The source that an excerpt or passage of ours quotes. */
  readonly quoted: { readonly key: string; readonly title: string; readonly url: string } | null;
  readonly quote: string;
  readonly genre: string;
  readonly language: string;
  readonly doi: string;
  readonly version: string;
  readonly licence: string;
  readonly remark: string;
}

/** What can be cited: the original work of a source, or a record of ours. A decision is a code of that kind. */
export type CitationTarget =
  | { readonly kind: 'original' | 'evidence'; readonly source: Source }
  | { readonly kind: 'excerpt'; readonly excerpt: Excerpt }
  | { readonly kind: 'passage'; readonly passage: Passage }
  | { readonly kind: 'code' | 'decision'; readonly code: Code }
  | { readonly kind: 'study' };

export function referenceItem(context: ExportContext, target: CitationTarget): ReferenceItem {
  switch (target.kind) {
    case 'original':
      return originalItem(context, target.source);
    case 'evidence':
      return evidenceItem(context, target.source);
    case 'excerpt':
      return excerptItem(context, target.excerpt);
    case 'passage':
      return passageItem(context, target.passage);
    case 'code':
    case 'decision':
      return codeItem(context, target.code);
    case 'study':
      return studyItem(context);
  }
}

/** Citation key of a source, excerpt or passage, of characters that every format allows in a key. */
export const sourceKey = (study: Study, id: string): string =>
  `${study.settings.key}-${id}`.replace(/[^A-Za-z0-9_.:+-]/g, '-');

/** A code that is called like a source or an excerpt must not take its key. */
export function codeKey(study: Study, code: Code): string {
  const taken = study.sourceById.has(code.slug) || study.excerptById.has(code.slug) || study.passageById.has(code.slug);
  return `${study.settings.key}-${code.slug}${taken ? '-code' : ''}`;
}

export const sourceTitle = (source: Source): string => plainLine(source.title) || `Untitled source ${source.id}`;

/** A citation carries full addresses only: '' while the site's own is not known. */
export const fullAddress = (context: ExportContext, path: string): string =>
  context.site === '' ? '' : webAddress(permalink(context, path));

/** Full address of an excerpt: its page, or its place on the source's page. */
export const excerptAddress = (context: ExportContext, excerpt: Excerpt): string =>
  fullAddress(context, context.excerptPages ? excerptPath(excerpt.id) : excerptAnchor(excerpt.source, excerpt.id));

/** `2021`, `2021-02`, `2021-02-04`; anything else is not a date that the formats can carry. */
export const isoDate = (text: string | undefined): string => (text !== undefined && isCalendarDate(text) ? text : '');

export function shortened(text: string, words: number): string {
  const all = plainLine(text).split(' ');
  return all.length <= words ? all.join(' ') : `${all.slice(0, words).join(' ')}…`;
}

/** CITING.md section 2: report and PDF, interview, a blog post when a date or an author is known, else a web page. */
export function sourceKind(source: Source): 'blog' | 'web' | 'report' | 'interview' {
  if (source.kind === 'interview' || /\binterview\b/i.test(source.sourceType)) return 'interview';
  if (/\b(?:report|white ?paper|pdf)\b/i.test(source.sourceType)) return 'report';
  if (/\.pdf$/i.test(webAddress(source.url).replace(/[?#].*$/s, ''))) return 'report';
  const known = isoDate(source.bibliography.date) !== '' || (source.bibliography.authors ?? []).length > 0;
  return known ? 'blog' : 'web';
}

function originalItem(context: ExportContext, source: Source): ReferenceItem {
  const { bibliography } = source;
  const archive = webAddress(source.archiveUrl);
  return {
    ...empty,
    key: sourceKey(context.study, source.id),
    id: source.id,
    kind: sourceKind(source),
    title: sourceTitle(source),
    authors: bibliography.authors ?? [],
    date: isoDate(bibliography.date),
    container: plainLine(bibliography.site ?? ''),
    host: hostOf(source.url),
    url: webAddress(source.url),
    accessed: isoDate(bibliography.accessed),
    archive: archive === '' ? null : { url: archive, date: isoDate(bibliography.archived) },
    evidence: fullAddress(context, sourcePath(source.id)),
    genre: plainLine(source.sourceType),
    language: bibliography.language ?? '',
    doi: plainDoi(bibliography.doi ?? ''),
    remark: plainLine(bibliography.note ?? ''),
  };
}

/** What every record of ours has: the review's authors, date, release and licence. */
function ourItem({ study }: ExportContext): ReferenceItem {
  const { settings } = study;
  return {
    ...empty,
    key: settings.key,
    id: settings.key,
    kind: 'web',
    authors: settings.authors,
    date: isoDate(settings.released),
    container: plainLine(settings.title),
    version: settings.release,
    licence: settings.licence,
  };
}

function quotedSource(study: Study, id: string): ReferenceItem['quoted'] {
  const source = study.sourceById.get(id);
  if (source === undefined) return null;
  return { key: sourceKey(study, id), title: sourceTitle(source), url: webAddress(source.url) };
}

function evidenceItem(context: ExportContext, source: Source): ReferenceItem {
  return {
    ...ourItem(context),
    key: `${sourceKey(context.study, source.id)}-evidence`,
    id: source.id,
    title: `Evidence from ${source.id}: “${sourceTitle(source)}”`,
    url: fullAddress(context, sourcePath(source.id)),
    quoted: quotedSource(context.study, source.id),
  };
}

function excerptItem(context: ExportContext, excerpt: Excerpt): ReferenceItem {
  return {
    ...ourItem(context),
    key: sourceKey(context.study, excerpt.id),
    id: excerpt.id,
    title: excerptTitle(excerpt),
    url: excerptAddress(context, excerpt),
    quoted: quotedSource(context.study, excerpt.source),
    quote: shortened(excerpt.text, 60),
    language: context.study.sourceById.get(excerpt.source)?.bibliography.language ?? context.study.settings.language,
  };
}

/** `Excerpt s6-e12: “first 60 characters…”` */
export function excerptTitle(excerpt: Excerpt): string {
  const text = [...plainLine(excerpt.text)];
  if (text.length === 0) return `Excerpt ${excerpt.id}`;
  const start = text.length <= 60 ? text.join('') : `${text.slice(0, 60).join('').trimEnd()}…`;
  return `Excerpt ${excerpt.id}: “${start}”`;
}

function passageItem(context: ExportContext, passage: Passage): ReferenceItem {
  const labels = passage.codes.map((id) => plainLine(context.study.codeById.get(id)?.label ?? id));
  const said = labels.length === 0 ? '' : `: ${labels.slice(0, 4).join(', ')}${labels.length > 4 ? ' …' : ''}`;
  return {
    ...ourItem(context),
    key: sourceKey(context.study, passage.id),
    id: passage.id,
    title: `Passage ${passage.id}${said}`,
    url: fullAddress(context, passagePath(passage.source, passage.id)),
    quoted: quotedSource(context.study, passage.source),
  };
}

function codeItem(context: ExportContext, code: Code): ReferenceItem {
  const ours = ourItem(context);
  return {
    ...ours,
    key: codeKey(context.study, code),
    id: plainLine(code.id),
    kind: 'entry',
    title: plainLine(code.label) || plainLine(code.id),
    container: `${ours.container}: codebook`,
    url: fullAddress(context, codePath(code.slug)),
    genre: plainLine(code.kind ?? ''),
  };
}

function studyItem(context: ExportContext): ReferenceItem {
  const { settings } = context.study;
  const doi = plainDoi(settings.doi);
  return {
    ...ourItem(context),
    kind: 'dataset',
    title: plainLine(settings.title),
    container: '',
    url: doi === '' ? fullAddress(context, '') : doiAddress(doi),
    evidence: doi === '' ? '' : fullAddress(context, ''),
    doi,
    language: settings.language,
  };
}

/** Old DOIs hold `<` and `>`, which no address may. */
export const doiAddress = (doi: string): string => webAddress(`https://doi.org/${doi}`);

const empty: ReferenceItem = {
  key: '',
  id: '',
  kind: 'web',
  title: '',
  authors: [],
  date: '',
  container: '',
  host: '',
  url: '',
  accessed: '',
  archive: null,
  evidence: '',
  quoted: null,
  quote: '',
  genre: '',
  language: '',
  doi: '',
  version: '',
  licence: '',
  remark: '',
};

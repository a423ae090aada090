// In: a page of the site. Out: what its head says to reference managers, search engines, social cards and crawlers, as data, in order.
// The table of CITING.md section 2, column by column. What must never stand in a page is said in head-zotero.ts.
// Tombstones: CITING.md section 7.

import { codePath, excerptAnchor, excerptPath, sourcePath } from '../model/addresses.ts';
import type { Code, Excerpt, Source, Tombstone } from '../model/study.ts';
import { type CoinsSpan, coinsOf } from './coins.ts';
import { plainLine } from './escape-tex.ts';
import { type ExportContext, type ExportFormat, permalink } from './format.ts';
import { type HeadElement, jsonLd, link, meta, property } from './head-elements.ts';
import { codeJsonLd, datasetDescription, datasetJsonLd, excerptJsonLd, sourceJsonLd } from './head-jsonld.ts';
import { codeMeta, excerptMeta, originalMeta, studyMeta } from './head-zotero.ts';
import { type Signpost, homeSignposts, sourceSignposts } from './signposting.ts';
import { fullAddress, referenceItem, shortened, sourceKind, sourceTitle } from './reference.ts';

export interface HeadContext extends ExportContext {
  /** Path that the site lies under, with slashes (`/my-review/`): for links within the site while its address is not known. */
  readonly base: string;
  /** The files that the home page offers. */
  readonly formats: readonly ExportFormat[];
}

export type HeadPage =
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'excerpt'; readonly excerpt: Excerpt }
  | { readonly kind: 'tombstone'; readonly tombstone: Tombstone }
  | { readonly kind: 'code'; readonly code: Code }
  | { readonly kind: 'home' }
  /** A page that lists sources: `coins` are the spans for its body. */
  | { readonly kind: 'sources'; readonly path: string; readonly title: string; readonly description: string }
  | { readonly kind: 'other'; readonly path: string; readonly title: string; readonly description: string };

export interface PageHead {
  readonly elements: readonly HeadElement[];
  /** Empty but on list pages. */
  readonly coins: readonly CoinsSpan[];
}

export function headOf(context: HeadContext, page: HeadPage): PageHead {
  const coins = page.kind === 'sources' ? context.study.sources.map((source) => coinsOf(context, source)) : [];
  return { elements: elementsOf(context, page), coins };
}

function elementsOf(context: HeadContext, page: HeadPage): HeadElement[] {
  switch (page.kind) {
    case 'source':
      return sourceHead(context, page.source);
    case 'excerpt':
      return excerptHead(context, page.excerpt);
    case 'tombstone':
      return tombstoneHead(context, page.tombstone);
    case 'code':
      return codeHead(context, page.code);
    case 'home':
      return homeHead(context);
    case 'sources':
    case 'other':
      return ours(context, page.path, page.title, page.description);
  }
}

function sourceHead(context: HeadContext, source: Source): HeadElement[] {
  const title = `${source.id}: ${sourceTitle(source)}`;
  return [
    ...ours(context, sourcePath(source.id), title, sourceDescription(context, source)),
    ...originalMeta(referenceItem(context, { kind: 'original', source }), sourceKind(source)),
    ...signposted(context, sourceSignposts(source)),
    ...jsonLd(sourceJsonLd(context, source)),
  ];
}

/** True as an abstract too: Zotero takes it for one where there is none. */
function sourceDescription({ study }: HeadContext, source: Source): string {
  const coded = source.excerpts.filter((excerpt) => excerpt.passage !== null).length;
  const codes = new Set(source.passages.flatMap((passage) => passage.codes)).size;
  return `Source ${source.id} of ${plainLine(study.settings.title)}: ${String(source.excerpts.length)} excerpts, ${String(coded)} of them in coded passages, ${String(codes)} codes.`;
}

function excerptHead(context: HeadContext, excerpt: Excerpt): HeadElement[] {
  const { study } = context;
  const item = referenceItem(context, { kind: 'excerpt', excerpt });
  const passage = excerpt.passage === null ? undefined : study.passageById.get(excerpt.passage);
  const labels = (passage?.codes ?? []).map((id) => plainLine(study.codeById.get(id)?.label ?? id));
  const coded = labels.length === 0 ? 'Not coded.' : `Codes of its passage: ${labels.join(', ')}.`;
  const abstract = `${coded} Source: ${item.quoted?.title ?? excerpt.source}.`;
  return [
    ...ours(context, excerptHome(context, excerpt), item.title, shortened(excerpt.text, 40) || abstract),
    ...excerptMeta(item, abstract),
    ...signposted(context, [
      { rel: 'cite-as', path: excerptHome(context, excerpt) },
      { rel: 'collection', path: sourcePath(excerpt.source) },
    ]),
    ...jsonLd(excerptJsonLd(context, excerpt)),
  ];
}

const excerptHome = (context: HeadContext, excerpt: Excerpt): string =>
  context.excerptPages ? excerptPath(excerpt.id) : excerptAnchor(excerpt.source, excerpt.id);

/** Answers for ever, and is found by nobody who does not ask for it; a single successor becomes the canonical page. */
function tombstoneHead(context: HeadContext, tombstone: Tombstone): HeadElement[] {
  const target = tombstone.to.length === 1 ? context.study.excerptById.get(tombstone.to[0] ?? '') : undefined;
  const said = tombstone.status === 'moved' ? 'moved' : 'withdrawn';
  return [
    ...meta('description', `Excerpt ${tombstone.id} is ${said}.`),
    ...meta('robots', 'noindex'),
    ...(target === undefined ? [] : link('canonical', onSite(context, excerptHome(context, target)))),
  ];
}

function codeHead(context: HeadContext, code: Code): HeadElement[] {
  const item = referenceItem(context, { kind: 'code', code });
  const definition = plainLine(code.codebook?.definition ?? '');
  const passages = `Code ${item.id} of ${plainLine(context.study.settings.title)}: ${String(code.passages.length)} passages.`;
  return [
    ...ours(context, codePath(code.slug), item.title, definition || passages),
    ...codeMeta(item, definition),
    ...signposted(context, [
      { rel: 'cite-as', path: codePath(code.slug) },
      { rel: 'collection', path: '' },
    ]),
    ...jsonLd(codeJsonLd(context, code)),
  ];
}

function homeHead(context: HeadContext): HeadElement[] {
  const item = referenceItem(context, { kind: 'study' });
  const description = datasetDescription(context);
  return [
    ...ours(context, '', item.title, description),
    ...studyMeta(item, plainLine(context.study.settings.description)),
    ...signposted(context, homeSignposts(context, context.formats)),
    ...jsonLd(datasetJsonLd(context, context.formats)),
  ];
}

/** What is ours on every page: description, canonical address, social card. */
function ours(context: HeadContext, path: string, title: string, description: string): HeadElement[] {
  const address = fullAddress(context, path);
  return [
    ...meta('description', plainLine(description)),
    ...link('canonical', address.replace(/#.*$/s, '')),
    ...property('og:type', 'website'),
    ...property('og:site_name', plainLine(context.study.settings.title)),
    ...property('og:title', plainLine(title)),
    ...property('og:description', plainLine(description)),
    ...property('og:url', address),
  ];
}

/** `cite-as` must be a full address; the other links of the site may be relative to its root. */
function signposted(context: HeadContext, posts: readonly Signpost[]): HeadElement[] {
  return posts.flatMap((post) => {
    if ('url' in post) return link(post.rel, post.url, post.type);
    if (post.rel === 'cite-as') return link(post.rel, fullAddress(context, post.path));
    return link(post.rel, onSite(context, post.path), post.type);
  });
}

const onSite = (context: HeadContext, path: string): string =>
  context.site === '' ? `${context.base}${path}` : permalink(context, path);

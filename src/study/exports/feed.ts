// In: a study. Out: feed.xml, the sources that are new or changed in this release; all of them when the ledger tells no releases.
// Atom (RFC 4287) wants a date for every entry: it is the release's own, never the clock's. Without one, or without an address, no feed.

import { sourcePath } from '../model/addresses.ts';
import type { Source, Study } from '../model/study.ts';
import { dateTime } from './date-time.ts';
import { xmlEdition } from './edition-words.ts';
import { type ExportContext, type ExportFormat, permalink } from './format.ts';
import { permanentUuid } from './permanent-uuid.ts';
import { close, element, leaf, open, xmlDeclaration } from './xml.ts';

export const feed: ExportFormat = {
  id: 'feed',
  title: 'Feed of sources (Atom)',
  purpose: 'New and changed sources of this release, for feed readers.',
  follows: 'Atom, RFC 4287',
  files: (context) => {
    const updated = dateTime(context.study.settings.released);
    if (context.site === '' || updated === null || context.study.settings.draft) return [];
    return [{ path: 'feed.xml', mediaType: 'application/atom+xml', write: () => writeFeed(context, updated) }];
  },
};

function* writeFeed(context: ExportContext, updated: string): Generator<string> {
  const { title, subtitle, key, authors } = context.study.settings;
  yield xmlDeclaration;
  yield xmlEdition(context.study);
  yield `${open('feed', { xmlns: 'http://www.w3.org/2005/Atom' })}\n`;
  yield element('id', {}, urn(key, 'feed', ''));
  yield element('title', {}, title);
  if (subtitle !== '') yield element('subtitle', {}, subtitle);
  yield element('updated', {}, updated);
  yield leaf('link', { rel: 'self', type: 'application/atom+xml', href: permalink(context, 'feed.xml') });
  yield leaf('link', { rel: 'alternate', type: 'text/html', href: context.site });
  for (const author of authors.length === 0 ? [{ name: title }] : authors)
    yield person('name' in author ? author.name : [author.given, author.family].filter(Boolean).join(' '));
  for (const source of newOrChanged(context.study)) yield entry(source, context, updated);
  yield close('feed');
}

const person = (name: string): string => `${open('author')}${element('name', {}, name)}${close('author')}`;

function entry(source: Source, context: ExportContext, updated: string): string {
  const { id, title, excerpts, passages } = source;
  const codes = new Set(passages.flatMap((passage) => passage.codes)).size;
  return [
    `${open('entry')}\n`,
    element('id', {}, urn(context.study.settings.key, 'source', id)),
    element('title', {}, title === '' ? id : `${id}: ${title}`),
    element('updated', {}, updated),
    leaf('link', { rel: 'alternate', type: 'text/html', href: permalink(context, sourcePath(id)) }),
    element('summary', {}, `${excerpts.length} excerpts, ${passages.length} coded passages, ${codes} codes.`),
    close('entry'),
  ].join('');
}

const urn = (key: string, kind: string, id: string): string => `urn:uuid:${permanentUuid(key, kind, id).toLowerCase()}`;

/** The ledger knows since which release an excerpt stands; where it says nothing, every source is new. */
function newOrChanged({ sources, settings: { release } }: Study): readonly Source[] {
  const known = sources.some(({ excerpts }) => excerpts.some(({ since }) => since !== undefined && since !== ''));
  if (!known || release === '') return sources;
  return sources.filter(({ excerpts }) =>
    excerpts.some(({ since, editedSince }) => (since ?? release) === release || editedSince === release),
  );
}

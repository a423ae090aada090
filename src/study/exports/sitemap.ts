// In: a study. Out: sitemap.xml for search engines; nothing for a draft, or when the site's address is not known: addresses must be full.
// sitemaps.org protocol 0.9: at most 50,000 addresses a file, so a large site gets an index and numbered files.

import { codePath, excerptPath, sourcePath } from '../model/addresses.ts';
import { xmlEdition } from './edition-words.ts';
import type { ExportContext, ExportFile, ExportFormat } from './format.ts';
import { close, element, open, xmlDeclaration } from './xml.ts';

export const sitemap: ExportFormat = {
  id: 'sitemap',
  title: 'Sitemap',
  purpose: 'The addresses of all pages, for search engines.',
  follows: 'sitemaps.org protocol 0.9',
  files: (context) => {
    if (context.site === '' || context.study.settings.draft) return [];
    const files = Math.ceil(pageCount(context) / most);
    if (files === 1) return [file('sitemap.xml', () => urlSet(pages(context), context))];
    const numbered = Array.from({ length: files }, (_, n) => `sitemap-${n + 1}.xml`);
    return [
      file('sitemap.xml', () => index(numbered, context)),
      ...numbered.map((path, n) => file(path, () => urlSet(slice(pages(context), n * most, most), context))),
    ];
  },
};

const most = 50_000;

const file = (path: string, write: () => Iterable<string>): ExportFile => ({
  path,
  mediaType: 'application/xml',
  write,
});

const lists = ['', 'sources/', 'codes/', 'relations/', 'problems/', 'exports/'];

const pageCount = ({ study, excerptPages }: ExportContext): number =>
  lists.length + study.sources.length + study.codes.length + (excerptPages ? study.excerptById.size : 0);

function* pages({ study, excerptPages }: ExportContext): Generator<string> {
  yield* lists;
  for (const { id } of study.sources) yield sourcePath(id);
  for (const { slug } of study.codes) yield codePath(slug);
  if (excerptPages) for (const { excerpts } of study.sources) for (const { id } of excerpts) yield excerptPath(id);
}

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

function* urlSet(paths: Iterable<string>, { study, site }: ExportContext): Generator<string> {
  yield `${xmlDeclaration}${xmlEdition(study)}${open('urlset', { xmlns: namespace })}\n`;
  for (const path of paths) yield `${open('url')}${element('loc', {}, `${site}${path}`).trimEnd()}${close('url')}`;
  yield close('urlset');
}

function* index(paths: readonly string[], { study, site }: ExportContext): Generator<string> {
  yield `${xmlDeclaration}${xmlEdition(study)}${open('sitemapindex', { xmlns: namespace })}\n`;
  for (const path of paths)
    yield `${open('sitemap')}${element('loc', {}, `${site}${path}`).trimEnd()}${close('sitemap')}`;
  yield close('sitemapindex');
}

function* slice<T>(items: Iterable<T>, start: number, length: number): Generator<T> {
  let at = 0;
  for (const item of items) {
    if (at >= start + length) return;
    if (at >= start) yield item;
    at += 1;
  }
}

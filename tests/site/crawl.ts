// In: the folder of a built site and its base path. Out: its pages, their links that lead nowhere, and the pages that nothing leads to.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

interface Page {
  readonly ids: ReadonlySet<string>;
  readonly links: readonly string[];
}

interface Site {
  readonly folder: string;
  readonly base: string;
  /** By their addresses below the base path. */
  readonly pages: ReadonlyMap<string, Page>;
}

export interface Crawl {
  readonly pages: number;
  /** A sentence each. */
  readonly dead: readonly string[];
  readonly orphans: readonly string[];
}

export function crawl(folder: string, base: string): Crawl {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  const pages = new Map(files.sort().map((name) => [address(name), read(readFileSync(join(folder, name), 'utf8'))]));
  const site = { folder, base, pages };
  const dead = [...pages].flatMap(([page, { links }]) =>
    [...new Set(links)].flatMap((link) => {
      const why = fault(site, page, link);
      return why === undefined ? [] : [`${page}: ${link} ${why}`];
    }),
  );
  const reached = reachedPages(site);
  return { pages: pages.size, dead, orphans: [...pages.keys()].filter((page) => !reached.has(page)) };
}

function reachedPages({ base, pages }: Site): ReadonlySet<string> {
  const reached = new Set(['', '404.html']);
  for (const page of reached) {
    for (const link of pages.get(page)?.links ?? []) {
      const url = URL.parse(link, `http://site.invalid${base}${page}`);
      const path = url?.pathname.startsWith(base) ? decodeURIComponent(url.pathname.slice(base.length)) : undefined;
      if (path !== undefined && url?.host === 'site.invalid' && pages.has(path)) reached.add(path);
    }
  }
  return reached;
}

/** `s/s6/index.html` → `s/s6/` */
const address = (file: string): string => file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1');

function read(html: string): Page {
  const ids = new Set<string>();
  const links: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('attrs' in node) {
      for (const { name, value } of node.attrs) {
        if (name === 'id') ids.add(value);
        if (name === 'href' || name === 'src' || name === 'action') links.push(value);
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return { ids, links };
}

/** Why a link of a page leads nowhere, if it does. */
function fault({ folder, base, pages }: Site, page: string, link: string): string | undefined {
  const url = URL.parse(link, `http://site.invalid${base}${page}`);
  if (!url) return 'is no address';
  if (url.host !== 'site.invalid')
    return /^(https?|mailto|data):$/.test(url.protocol) ? undefined : 'is not http, https or mailto';
  if (!url.pathname.startsWith(base)) return 'leaves the base path';
  const path = decodeURIComponent(url.pathname.slice(base.length));
  const target = pages.get(path);
  if (!target)
    return existsSync(join(folder, path)) && statSync(join(folder, path)).isFile()
      ? undefined
      : 'leads to no page and no file';
  const place = decodeURIComponent(url.hash.slice(1));
  if (place === '' || place.startsWith(':~:') || target.ids.has(place.split(':~:')[0] ?? '')) return undefined;
  return 'leads to no place on its page';
}

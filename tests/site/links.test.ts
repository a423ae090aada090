// No link of the site leads nowhere: pages, files and places on pages are there, under the base path; links elsewhere are http, https or
// mailto; and every page can be reached from the home page.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../src/commands/project.ts';
import { cleanEnvironment } from '../commands/clean-environment.ts';

const base = '/my-review/';
let folder: string;
let site: string;
let pages: ReadonlyMap<string, Page>;

interface Page {
  readonly ids: ReadonlySet<string>;
  readonly links: readonly string[];
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'catena-links-'));
  site = join(folder, 'site');
  const run = join(projectFolder, 'src', 'commands', 'run.mjs');
  const words = [run, 'build', '--study', join(projectFolder, 'content'), '--out', site, '--base', base];
  await promisify(execFile)(process.execPath, words, { env: { ...cleanEnvironment }, maxBuffer: 64 * 1024 * 1024 });
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  pages = new Map(files.sort().map((name) => [address(name), read(readFileSync(join(site, name), 'utf8'))]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
function fault(page: string, link: string): string | undefined {
  const url = URL.parse(link, `http://site.invalid${base}${page}`);
  if (!url) return 'is no address';
  if (url.host !== 'site.invalid')
    return /^(https?|mailto|data):$/.test(url.protocol) ? undefined : 'is not http, https or mailto';
  if (!url.pathname.startsWith(base)) return 'leaves the base path';
  const path = decodeURIComponent(url.pathname.slice(base.length));
  const target = pages.get(path);
  if (!target)
    return existsSync(join(site, path)) && statSync(join(site, path)).isFile()
      ? undefined
      : 'leads to no page and no file';
  const place = decodeURIComponent(url.hash.slice(1));
  if (place === '' || place.startsWith(':~:') || target.ids.has(place.split(':~:')[0] ?? '')) return undefined;
  return 'leads to no place on its page';
}

describe('the site', () => {
  it('has no link that leads nowhere', () => {
    const faults = [...pages].flatMap(([page, { links }]) =>
      [...new Set(links)].flatMap((link) => {
        const why = fault(page, link);
        return why === undefined ? [] : [`${page}: ${link} ${why}`];
      }),
    );
    expect(pages.size).toBeGreaterThan(50);
    expect(faults.slice(0, 50)).toEqual([]);
  });

  it('has no page that no other page leads to', () => {
    const reached = new Set(['', '404.html']);
    for (const page of reached) {
      for (const link of pages.get(page)?.links ?? []) {
        const url = URL.parse(link, `http://site.invalid${base}${page}`);
        const path = url?.pathname.startsWith(base) ? decodeURIComponent(url.pathname.slice(base.length)) : undefined;
        if (path !== undefined && url?.host === 'site.invalid' && pages.has(path)) reached.add(path);
      }
    }
    expect([...pages.keys()].filter((page) => !reached.has(page)).slice(0, 50)).toEqual([]);
  });
});

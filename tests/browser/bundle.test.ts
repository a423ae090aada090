// The offline bundle, unpacked into a folder and opened from there (file:): it reads and searches as the site does from a server.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../src/commands/project.ts';
import { launchBrowser, watchedPage, type WatchedPage } from './launch.ts';
import { generatedSearches } from './search-queries.ts';
import { answers, embedded, openSearch, studySite, type StudySite } from './search-sites.ts';

let browser: Browser;
let site: StudySite;
let folder = '';
let files: Readonly<Record<string, Uint8Array>> = {};
let root = '';

const bundled = (name: string) =>
  spawnSync(
    process.execPath,
    [join(projectFolder, 'src', 'commands', 'run.mjs'), 'bundle', '--study', embedded, '--out', join(folder, name)],
    { encoding: 'utf8', cwd: folder },
  );

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'catena-bundle-test-'));
  [browser, site] = await Promise.all([launchBrowser(), studySite(embedded, '/my-review/')]);
  const made = bundled('a.zip');
  if (made.status !== 0) throw new Error(made.stderr);
  files = unzipSync(readFileSync(join(folder, 'a.zip')));
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'here & there', path)), { recursive: true });
    writeFileSync(join(folder, 'here & there', path), bytes);
  }
  root = join(folder, 'here & there', readdirSync(join(folder, 'here & there'))[0] ?? '');
});
afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** On a disk no request may leave it, and none may fail. */
async function open(path: string): Promise<WatchedPage> {
  const watched = await watchedPage(browser);
  await watched.page.goto(pathToFileURL(join(root, path)).href);
  return watched;
}

describe('the bundle', () => {
  it('lies in one folder of the zip, and its checksums are right', () => {
    expect(new Set(Object.keys(files).map((path) => path.split('/')[0]))).toEqual(new Set(['ssp-1.0.0']));
    const check = spawnSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: root });
    expect(check.status).toBe(0);
  });

  it('is the same, byte for byte, when it is made again', () => {
    expect(bundled('b.zip').status).toBe(0);
    expect(readFileSync(join(folder, 'b.zip')).equals(readFileSync(join(folder, 'a.zip')))).toBe(true);
  });

  it('leads from no page to a server, a folder or a file that is not there', () => {
    const names = new Set(Object.keys(files));
    let links = 0;
    for (const [path, bytes] of Object.entries(files)) {
      if (!path.endsWith('.html')) continue;
      for (const [, address = ''] of new TextDecoder().decode(bytes).matchAll(/ (?:href|src|action)="([^"]*)"/g)) {
        const url = new URL(address.replaceAll('&amp;', '&'), `file:///${path}`);
        if (url.protocol !== 'file:') continue;
        links += 1;
        if (!names.has(decodeURIComponent(url.pathname.slice(1)))) expect.fail(`${path}: ${address}`);
      }
    }
    expect(links).toBeGreaterThan(1000);
  });

  it('shows its pages in their own type, and leads on by a click', async () => {
    const { page, faults } = await open('index.html');
    const fonts = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter(({ status }) => status === 'loaded').length;
    });
    expect(fonts).toBeGreaterThan(0);
    await page.click('nav a[href*="sources"]');
    await page.click('main a[href*="s/s6/index.html"]');
    expect(page.url()).toBe(pathToFileURL(join(root, 's', 's6', 'index.html')).href);
    expect(await page.innerText('h1')).not.toBe('');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('gives the same results as over http, in the same order, for 50 searches', async () => {
    const searches = generatedSearches(site.records, 6).filter((_, at) => at % 6 === 0);
    expect(searches).toHaveLength(50);
    const server = await watchedPage(browser);
    await openSearch(server.page, site);
    const there = await answers(server.page, searches);
    const { page, faults } = await open('search/index.html');
    await page.waitForSelector('search-page[data-ready]');
    const here = await answers(page, searches);
    expect(here.map(({ ids, shown }) => [ids, shown])).toEqual(there.map(({ ids, shown }) => [ids, shown]));
    expect(here.filter(({ ids }) => ids.length > 0).length).toBeGreaterThan(20);
    expect(faults).toEqual([]);
    for (const watched of [server.page, page]) await watched.context().close();
  });

  it('searches from the head of any page, keeps the search in the address, and opens a hit', async () => {
    const { page, faults } = await open('s/s6/index.html');
    await page.fill('#find', 'platform');
    await page.press('#find', 'Enter');
    await page.waitForSelector('[data-excerpt]');
    expect(new URL(page.url()).pathname).toMatch(/\/search\/index\.html$/);
    await page.fill('#search-box', 'team');
    await page.press('#search-box', 'Enter');
    await page.waitForFunction(() => new URLSearchParams(location.search).get('q') === 'team');
    await page.goBack();
    expect(new URL(page.url()).searchParams.get('q')).toBe('platform');
    await page.click('[data-excerpt] a.hit-id');
    await page.waitForURL(/\/s\/\w+\/index\.html\?q=platform#/);
    await page.fill('#find', 'S6.2');
    await page.press('#find', 'Enter');
    await page.waitForURL(/\/e\/s6-e2\/index\.html$/);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('needs no word index and no fetched previews', () => {
    for (const path of ['pagefind', 'cards', '_headers']) expect(existsSync(join(root, path)), path).toBe(false);
  });
});

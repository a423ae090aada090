// The search page when something is missing: the program, the store, some texts, the index, the network; and when a study is too
// large to be read whole unasked.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeSearch } from '../../bench/search-site.ts';
import { generatedSearchStudy } from '../../bench/search-study.ts';
import { serve, type Serving } from '../../src/commands/serve.ts';
import {
  buildStore,
  fold,
  openStore,
  scan,
  queryOf,
  fromParams,
  withShard,
  wordsOf,
  type SearchRecord,
} from '../../src/study/derive/search/index.ts';
import { sampleEdition, sampleSite, type SampleSite } from '../site/sample-site.ts';
import { launchBrowser } from './launch.ts';
import { answers } from './search-sites.ts';

let browser: Browser;
let sample: SampleSite;
let serving: Serving;

beforeAll(async () => {
  [browser, sample] = await Promise.all([launchBrowser(), sampleSite(sampleEdition())]);
  serving = await serve(sample.out, '/', null);
});
afterAll(async () => {
  await browser.close();
  await serving.close();
  sample.remove();
});

async function newPage(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  return (await browser.newContext(options)).newPage();
}
const status = (page: Page): Promise<string> => page.innerText('.search-status');

describe('without JavaScript', () => {
  it('the page says so and leads to the indexes; the box of every page still leads here', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(`${serving.address}search/?q=oven`);
    const text = await page.innerText('main');
    expect(text).toContain('Search needs JavaScript');
    await page.locator('.search-instead').waitFor({ state: 'visible', timeout: 10_000 });
    const links = await page
      .locator('.search-instead a')
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).pathname));
    expect(links).toEqual(['/sources/', '/codes/', '/index/', '/codebook/']);
    await page.fill('#find', 'oven');
    await page.click('.masthead button');
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/search/?q=oven');
    await page.context().close();
  });

  it('the same is said when its program cannot be loaded', async () => {
    const page = await newPage();
    await page.route(/\/_astro\/.*\.js/, (route) => route.abort());
    await page.goto(`${serving.address}search/`);
    await page.locator('.search-instead').waitFor({ state: 'visible', timeout: 10_000 });
    await page.context().close();
  });
});

describe('when the store is not there', () => {
  it.each([
    ['does not have', (page: Page) => page.route('**/_search/store.json*', (route) => route.fulfill({ status: 404 }))],
    ['could not be fetched', (page: Page) => page.route('**/_search/store.json*', (route) => route.abort())],
    [
      'could not be read',
      (page: Page) => page.route('**/_search/store.json*', (route) => route.fulfill({ body: '<html>' })),
    ],
  ])('the page says that it %s, leads to the indexes, and tries again', async (said, breakIt) => {
    const page = await newPage();
    await breakIt(page);
    await page.goto(`${serving.address}search/?q=oven`);
    await expect.poll(() => status(page)).toContain(said);
    expect(await status(page)).toContain('Nothing was searched');
    expect(await page.locator('.search-status a').count()).toBe(2);
    await page.unrouteAll();
    await page.click('.search-status button');
    await page.waitForSelector('search-page[data-ready]');
    expect(await status(page)).toMatch(/\d of \d verified/);
    await page.context().close();
  });
});

describe('when texts are not there', () => {
  it('the index proposes, each proposal is verified, and the number is a lower bound', async () => {
    const page = await newPage();
    await page.route('**/_search/text-*', (route) => route.fulfill({ status: 404 }));
    await page.goto(`${serving.address}search/?q=oven`);
    await page.waitForSelector('search-page[data-ready]');
    const said = await status(page);
    expect(said).toMatch(
      /^at least [1-9]\d* excerpts?: 0 of \d+ texts read; the index proposes \d+; \d+ of them looked at/,
    );
    expect(said).toContain('404');
    for (const text of await page.locator('.hit blockquote').allInnerTexts()) {
      expect(wordsOf(fold(text))).toContain('oven');
    }
    await page.context().close();
  });

  it('and when the index is missing as well, it says that nothing is certain, and breaks nothing', async () => {
    const page = await newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.route(/\/(_search\/text-|pagefind\/)/, (route) => route.abort());
    await page.goto(`${serving.address}search/?q=oven`);
    await page.waitForSelector('search-page[data-ready]');
    expect(await status(page)).toContain('at least 0 excerpts: 0 of');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('offline it goes on with what it has, and says what it lacks', async () => {
    const page = await newPage();
    await page.goto(`${serving.address}search/?source=s6`);
    await page.waitForSelector('search-page[data-ready]');
    await page.context().setOffline(true);
    await page.fill('#search-box', 'baker');
    await page.keyboard.press('Enter');
    await expect.poll(() => status(page)).toMatch(/1 of 1 verified|at least/);
    await page.context().close();
  });
});

describe('awkward texts', () => {
  it('reach the page as characters', async () => {
    const page = await newPage();
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => dialogs.push(dialog.message()));
    await page.goto(`${serving.address}search/?q=keys`);
    await page.waitForSelector('search-page[data-ready]');
    expect(await page.locator('.hit blockquote').first().innerText()).toContain('<b>Keys</b>');
    expect(await page.locator('.hit blockquote b').count()).toBe(0);
    await page.goto(`${serving.address}search/?q=${encodeURIComponent('🙂')}`);
    await page.waitForSelector('search-page[data-ready]');
    expect(await page.locator('.hit mark').first().innerText()).toBe('🙂');
    expect(dialogs).toEqual([]);
    await page.context().close();
  });
});

describe('a study too large to be read whole', () => {
  const study = generatedSearchStudy(4000);
  let site: SampleSite;
  let large: Serving;
  let page: Page;
  let requested: string[];
  let records: readonly SearchRecord[];

  beforeAll(async () => {
    const built = buildStore(study);
    let store = openStore(built.manifest.json);
    for (const shard of built.shards) store = store === null ? null : withShard(store, shard.json);
    records = store?.records ?? [];
    site = await sampleSite(sampleEdition());
    await placeSearch(site.out, study);
    large = await serve(site.out, '/', null);
    page = await newPage();
    requested = [];
    page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  });
  afterAll(async () => {
    await large.close();
    site.remove();
  });

  const found = (search: string): readonly string[] =>
    scan(records, queryOf(fromParams(new URLSearchParams(search))).query);
  const counts = new Map<string, number>();
  const wordOf = (least: number, most: number): string => {
    if (counts.size === 0) {
      for (const { text } of records)
        for (const one of new Set(wordsOf(fold(text)))) counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    return [...counts].find(([word, count]) => count >= least && count <= most && word.length > 4)?.[0] ?? '';
  };

  async function open(search: string): Promise<void> {
    requested.length = 0;
    // A fresh page each time: what was loaded before is gone.
    await page.goto('about:blank');
    await page.goto(`${large.address}search/${search}`);
    await page.waitForSelector('search-page[data-ready]', { timeout: 60_000 });
  }
  const shards = (): number => requested.filter((path) => path.includes('/_search/text-')).length;

  it('shows a frequent word’s first hits from the first texts, without asking the index', async () => {
    const word = wordOf(500, 3000);
    await open(`?q=${word}`);
    expect(await status(page)).toMatch(/^at least \d+ excerpts: \d+ of 4,000 texts read/);
    expect(requested.some((path) => path.includes('/pagefind/'))).toBe(false);
    expect(shards()).toBe(2);
    const shown = await page.$$eval('[data-excerpt]', (hits) =>
      hits.map((hit) => (hit as HTMLElement).dataset['excerpt']),
    );
    expect(shown).toEqual(found(`?q=${word}`).slice(0, 10));
  });

  it('knows of a rare word which texts hold it, and is exact with these, without asking the index', async () => {
    const word = wordOf(5, 12);
    await open(`?q=${word}`);
    const all = found(`?q=${word}`);
    expect(await status(page)).toBe(
      `${String(all.length)} excerpts: ${String(all.length)} of ${String(all.length)} verified`,
    );
    expect(requested.some((path) => path.includes('/pagefind/'))).toBe(false);
    expect(shards()).toBeLessThanOrEqual(all.length + 2);
    expect(requested.filter((path) => path.includes('/_search/words-')).length).toBe(1);
  });

  it('says of a word that occurs nowhere that it does not, and what may have been meant', async () => {
    const word = wordOf(5, 12);
    await open(`?q=${word}q`);
    expect(await status(page)).toBe('No excerpt of this study holds this.');
    expect(await page.innerText('.notices')).toContain(
      `“${word}q” occurs in no excerpt. Words of this study that are spelt nearly so: ${word}`,
    );
  });

  it('reads of a word of many texts those that hold it, until ten hits stand there', async () => {
    const word = wordOf(30, 60);
    await open(`?q=${word}`);
    expect(await status(page)).toMatch(/^at least \d+ excerpts: \d+ of [\d,]+ texts read/);
    expect(requested.some((path) => path.includes('/pagefind/'))).toBe(false);
    expect(shards()).toBeLessThanOrEqual(12);
    expect(await page.locator('[data-excerpt]').count()).toBe(10);
  });

  it('asks the index for several words of many texts, shows none but verified hits, and counts exactly when asked', async () => {
    const word = `${wordOf(30, 60)}+${wordOf(500, 3000)}`;
    await open(`?q=${word}`);
    expect(requested.some((path) => path.endsWith('/pagefind/pagefind.js'))).toBe(true);
    expect(await status(page)).toMatch(/^at least \d+ excerpts?: .*the index proposes \d+/);
    const [answer] = await answers(page, [`?q=${word}`]);
    expect(answer?.kind).toBe('at least');
    const all = found(`?q=${word}`);
    expect(answer?.ids.every((id) => all.includes(id))).toBe(true);
    expect(answer?.ids.length).toBeGreaterThan(0);
    await page.click('[data-key=read-all]');
    await expect
      .poll(() => status(page), { timeout: 60_000 })
      .toBe(`${String(all.length)} excerpts: ${String(all.length)} of ${String(all.length)} verified`);
    expect(new URL(page.url()).search).toBe(`?q=${word}&exact=on`);
    expect(await page.locator('[data-key=read-all]').count()).toBe(0);
  });

  it('reads no more texts than filters leave to read, and is exact with these', async () => {
    const word = wordOf(500, 3000);
    const search = `?q=${word}&source=s77`;
    await open(search);
    const all = found(search);
    expect(await status(page)).toBe(
      `${String(all.length)} excerpts: ${String(all.length)} of ${String(all.length)} verified`,
    );
    expect(shards()).toBeLessThanOrEqual(3);
  });

  it('counts filters exactly without any text', async () => {
    const code = study.codes[3]?.id ?? '';
    const search = `?code=${encodeURIComponent(code)}&not=kind:heading`;
    await open(search);
    expect(await status(page)).toBe(`${String(found(search).length)} excerpts: found by filters alone`);
  });

  it('finds exactly what the scan finds when everything is read', async () => {
    const words = [wordOf(1, 2), wordOf(5, 12), wordOf(100, 300), wordOf(500, 3000)];
    const searches = words.flatMap((word, index) => [
      `?q=${word}&exact=on`,
      `?q=-${word}&exact=on`,
      `?q=${word}+OR+${words[(index + 1) % 4] ?? ''}&exact=on`,
      `?q=%22${word}+${words[(index + 2) % 4] ?? ''}%22+OR+${word}&exact=on`,
    ]);
    await open('');
    const given = await answers(page, searches);
    const place = new Map(records.map((record, index) => [record.id as string, index]));
    given.forEach((answer, index) => {
      const ids = answer.ids.toSorted((a, b) => (place.get(a) ?? -1) - (place.get(b) ?? -1));
      expect(ids, searches[index]).toEqual(found(searches[index] ?? ''));
      expect(answer.kind).toBe('exact');
    });
  });

  it('says so when neither index nor more texts can be had', async () => {
    const word = `${wordOf(30, 60)}+${wordOf(500, 3000)}`;
    rmSync(join(site.out, 'pagefind'), { recursive: true, force: true });
    await open(`?q=${word}`);
    expect(await status(page)).toMatch(/^at least \d+ excerpts?: \d+ of [\d,]+ texts read/);
    expect(await page.locator('[data-key=read-all]').count()).toBe(1);
  });
});

// The lists of sources and codes in the browser: facets, order, filter and address; and what reading pages weigh.

import { gzipSync } from 'node:zlib';
import type { Browser, Page, Response } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Serving } from '../../src/commands/serve.ts';
import { buildStudy, type Study } from '../../src/study/index.ts';
import { builtSite, studies } from '../built-site.ts';
import { launchBrowser } from './launch.ts';

let browser: Browser;
let serving: Serving;
let study: Study;

beforeAll(async () => {
  const site = await builtSite('content');
  ({ study } = await buildStudy({ directory: studies.content }));
  browser = await launchBrowser();
  serving = await serve(site, '/', null);
});

afterAll(async () => {
  await browser?.close();
  await serving?.close();
});

const rows = (page: Page): Promise<readonly string[]> => page.locator('.sources tbody tr:visible .id').allInnerTexts();
const addressOf = (page: Page): string => page.url().slice(serving.address.length);

describe.each([1280, 390])('at %i px', (width) => {
  async function open(path: string, options = {}): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 844 }, ...options });
    await page.goto(`${serving.address}${path}`);
    return page;
  }

  it('each facet of the sources counts up to all of them, narrows to what it counts, and stays in the address', async () => {
    const page = await open('sources/');
    for (const name of ['type', 'author', 'example', 'code']) {
      const options = await page.locator(`select[name=${name}] option`).allInnerTexts();
      const [all = 0, ...counts] = options.map((text) => Number(/\((\d+)\)$/.exec(text)?.[1]));
      expect(all, name).toBe(study.sources.length);
      expect(
        counts.reduce((sum, n) => sum + n, 0),
        name,
      ).toBe(all);
    }
    await page.locator('select[name=type]').selectOption('Interview');
    const interviews = study.sources.filter(({ sourceType }) => sourceType === 'Interview').map(({ id }) => id);
    expect(await rows(page)).toEqual(interviews);
    expect(addressOf(page)).toBe('sources/?type=Interview');
    await page.reload();
    expect(await rows(page)).toEqual(interviews);
    await page.locator('button[type=reset]').click();
    expect(await rows(page)).toEqual(study.sources.map(({ id }) => id));
    expect(addressOf(page)).toBe('sources/');
    await page.close();
  });

  it('a column sorts up, down and not at all, and the address says so', async () => {
    const page = await open('sources/');
    const head = page.locator('th[data-column=excerpts] button');
    const counts = async (): Promise<readonly number[]> =>
      (await rows(page)).map((id) => study.sources.find((source) => source.id === id)?.excerpts.length ?? 0);
    await head.click();
    expect(addressOf(page)).toBe('sources/?sort=excerpts');
    expect(await counts()).toEqual([...(await counts())].sort((a, b) => a - b));
    await head.click();
    await page.reload();
    expect(addressOf(page)).toBe('sources/?sort=-excerpts');
    expect(await counts()).toEqual([...(await counts())].sort((a, b) => b - a));
    await head.click();
    expect(await rows(page)).toEqual(study.sources.map(({ id }) => id));
    await page.close();
  });

  it('codes are filtered by any part of an id or label as one types', async () => {
    const page = await open('codes/');
    await page.locator('input[name=filter]').pressSequentially('travel');
    expect(
      await page.locator('tr[data-code]:visible').evaluateAll((all) => all.map((row) => row.dataset['code'])),
    ).toEqual(['time_travel']);
    expect(addressOf(page)).toBe('codes/?filter=travel');
    await page.locator('input[name=filter]').fill('zebra');
    expect(await page.locator('.none').isVisible()).toBe(true);
    await page.close();
  });

  it('without JavaScript the sources are a plain table of all their fields', async () => {
    const page = await open('sources/', { javaScriptEnabled: false });
    expect(await rows(page)).toEqual(study.sources.map(({ id }) => id));
    expect(await page.locator('.facets').isVisible()).toBe(false);
    const last = page.locator('.sources tbody tr').last();
    expect(await last.innerText()).toMatch(/Interview[^]*Practitioner[^]*12/);
    await page.close();
  });

  it('nothing of the list of sources is cut off', async () => {
    const page = await open('sources/');
    const cut = await page.locator('.scrolls').evaluate((box) => box.scrollWidth - box.clientWidth);
    expect(cut).toBe(0);
    await page.close();
  });
});

const kilobyte = 1000;

/** Gzipped, in bytes; what is read is subtracted from the page, and so are drawings and what only machines read. */
async function weigh(path: string): Promise<{ readonly page: number; readonly script: number }> {
  const page = await browser.newPage();
  const answers: Response[] = [];
  page.on('response', (answer) => answers.push(answer));
  await page.goto(`${serving.address}${path}`);
  const sized = async (ending: RegExp): Promise<number> => {
    const bodies = answers
      .filter((answer) => ending.test(new URL(answer.url()).pathname))
      .map((answer) => answer.body());
    return (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
  };
  const html = (await answers[0]?.text()) ?? '';
  const markup = html
    .replace(/<(svg|script type="application\/ld\+json")[^]*?<\/(?:svg|script)>/g, '')
    .replace(/>[^<]+</g, '><');
  const script = await sized(/\.js$/);
  const weight = gzipSync(markup).length + (await sized(/\.css$/)) + script;
  await page.close();
  return { page: weight, script };
}

describe('the weight of a page', () => {
  it.each([
    '',
    's/s6/',
    's/s32/',
    's/p1/',
    'c/time_travel/',
    'c/data_catalog/',
    'e/s6-e12/',
    'sources/',
    'codes/',
    'index/',
    'codebook/',
  ])('“%s” is at most 25 kB beside fonts, text and plots, with at most 8 kB of JavaScript', async (path) => {
    const { page, script } = await weigh(path);
    expect(script).toBeLessThanOrEqual(8 * kilobyte);
    expect(page).toBeLessThanOrEqual(25 * kilobyte);
  });
});

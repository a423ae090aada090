// What a reader does on the page of a source or a code, on a wide screen and on a phone: marks, steps, leaves out, looks ahead, prints.

import type { Browser, Page } from 'playwright';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Serving } from '../../src/commands/serve.ts';
import { buildStudy, type Study } from '../../src/study/index.ts';
import { builtSite, studies } from '../built-site.ts';
import { launchBrowser } from './launch.ts';

let browser: Browser;
let serving: Serving;
let study: Study;
let passages: readonly { readonly id: string; readonly source: string; readonly codes: readonly string[] }[];

beforeAll(async () => {
  const site = await builtSite('content');
  ({ study } = await buildStudy({ directory: studies.content }));
  passages = study.sources.flatMap((source) => source.passages);
  browser = await launchBrowser();
  serving = await serve(site, '/', null);
});

afterAll(async () => {
  await browser?.close();
  await serving?.close();
});

const idsIn = (page: Page, selector: string): Promise<readonly string[]> =>
  page.locator(selector).evaluateAll((elements) => elements.map((element) => element.id));

const addressOf = (page: Page): string => page.url().slice(serving.address.length);

describe.each([1280, 390])('at %i px', (width) => {
  async function open(path: string, options = {}): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 844 }, ...options });
    await page.goto(`${serving.address}${path}`);
    return page;
  }

  it('?code= marks exactly the passages of that code, and n and p go round them', async () => {
    const carried = passages.filter(({ source, codes }) => source === 's27' && codes.includes('autonomous'));
    const page = await open('s/s27/?code=autonomous');
    expect(await idsIn(page, '.passage.marked')).toEqual(carried.map(({ id }) => id));
    const at = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.closest('.passage')?.id);
    const steps: (string | undefined)[] = [];
    for (const key of ['n', 'n', 'p', 'p', 'p']) {
      steps.push(await at());
      await page.keyboard.press(key);
    }
    const [first, second] = carried.map(({ id }) => id);
    expect(second).toBeDefined();
    expect(steps).toEqual([first, second, first, second, first]);
    await page.close();
  });

  it('a code that is not there marks nothing and says so', async () => {
    const page = await open('s/s6/?code=no_such_code');
    expect(await page.locator('.passage.marked').count()).toBe(0);
    expect(await page.locator('.marks').innerText()).toContain('no_such_code');
    await page.close();
  });

  it('coded-only leaves out what is not coded, counts what is left, and survives a reload', async () => {
    const source = study.sourceById.get('s6');
    const coded = source?.excerpts.filter(({ passage }) => passage !== null).map(({ id }) => id) ?? [];
    const shown = async (): Promise<readonly string[]> =>
      page.locator('.edition .run [data-excerpt]:visible').evaluateAll((all) => all.map(({ id }) => id));
    const page = await open('s/s6/');
    expect(await shown()).toEqual(source?.excerpts.map(({ id }) => id));
    await page.locator('#coded-only').check();
    expect(addressOf(page)).toBe('s/s6/?view=coded');
    await page.reload({ waitUntil: 'networkidle' });
    expect(await shown()).toEqual(coded);
    expect(await page.locator('.tally').innerText()).toContain(String(coded.length));
    expect(await page.locator('.tally').innerText()).toContain(String(source?.excerpts.length));
    await page.locator('#coded-only').uncheck();
    expect(addressOf(page)).toBe('s/s6/');
    await page.close();
  });

  it('the portrait has one named link an excerpt, in their order', async () => {
    const page = await open('s/s26/');
    const cells = await page
      .locator('.strip a')
      .evaluateAll((links) =>
        links.map((link) => [link.getAttribute('href'), link.getAttribute('aria-label') ?? ''] as const),
      );
    const excerpts = study.sourceById.get('s26')?.excerpts ?? [];
    expect(cells.map(([href]) => href)).toEqual(excerpts.map(({ id }) => `#${id}`));
    expect(cells.every(([, name], place) => name.startsWith(`Excerpt ${excerpts[place]?.number ?? ''}`))).toBe(true);
    await page.close();
  });

  it('a card opens on focus and on hover, moves nothing, and Esc closes it', async () => {
    const page = await open('s/s6/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url().slice(serving.address.length)));
    const card = page.locator('preview-cards');
    const link = page.locator('.gloss .codes a').first();
    const before = await page.evaluate(() => document.documentElement.scrollHeight);
    await link.focus();
    await card.waitFor({ state: 'visible' });
    expect(await card.innerText()).toContain('Data Governance Function');
    expect(await link.getAttribute('aria-describedby')).toBe('preview');
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(before);
    const box = await card.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true);
    await page.keyboard.press('Escape');
    expect(await card.isVisible()).toBe(false);
    await page.locator('.gloss .codes a').nth(1).hover();
    await card.waitFor({ state: 'visible' });
    expect(await card.innerText()).toContain('Delegated ownership');
    await page.keyboard.press('Escape');
    expect(await card.isVisible()).toBe(false);
    expect(asked.filter((path) => path !== 'icon.svg')).toEqual([
      'cards/c/data_governance_function.json',
      'cards/c/delegated_ownership.json',
    ]);
    await page.close();
  });

  it('j and k step through excerpts, / goes to the search, ? lists the keys, which can be switched off', async () => {
    const page = await open('s/s6/#s6-e4');
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.locator('.n').nth(3).focus();
    for (const [key, excerpt] of [
      ['j', 's6-e5'],
      ['j', 's6-e6'],
      ['k', 's6-e5'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await focused()).toBe(`Excerpt ${excerpt}`);
    }
    await page.keyboard.press('?');
    expect(await page.locator('dialog').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('find');
    await page.keyboard.type('jk?');
    expect(await page.locator('#find').inputValue()).toBe('jk?');
    await page.locator('[data-keys]').click();
    await page.locator('dialog input').uncheck();
    await page.keyboard.press('Escape');
    await page.locator('.n').nth(3).focus();
    await page.keyboard.press('j');
    expect(await focused()).toBe('Excerpt s6-e4');
    await page.close();
  });

  it('n and p step through the excerpts that a search marked, j and k through its results', async () => {
    const page = await open('search/?q=domains');
    await page.waitForSelector('search-page[data-stage="whole"]');
    const results = await page.locator('.hit-id').allInnerTexts();
    await page.locator('h1').click();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(results[1]);
    await page.goto(`${serving.address}s/s6/?q=domains#s6-e5`);
    await page.waitForSelector('.found');
    const marked = await idsIn(page, '[data-excerpt]:has(.found)');
    expect(marked).toContain('s6-e5');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('s6-e5');
    await page.keyboard.press('n');
    const next = marked[marked.indexOf('s6-e5') + 1];
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(`Excerpt ${next}`);
    await page.close();
  });

  it('a count of companions opens exactly the passages that carry both codes', async () => {
    const both = passages.filter(({ codes }) => codes.includes('data_catalog') && codes.includes('autonomous'));
    const page = await open('c/data_catalog/');
    await page.locator('#with-autonomous .count').click();
    await page.locator('only-passages .marks').waitFor();
    expect(await page.locator('#with-autonomous .count').innerText()).toBe(String(both.length));
    const shown = page.locator('.edition > .passage:visible');
    expect(await shown.evaluateAll((all) => all.map(({ id }) => id))).toEqual(both.map(({ id }) => id));
    await page.locator('only-passages a').click();
    expect(await shown.count()).toBe(passages.filter(({ codes }) => codes.includes('data_catalog')).length);
    await page.close();
  });

  it('a passage of a code can be widened to its neighbours where it stands', async () => {
    const page = await open('c/time_travel/');
    const context = page.locator('#s6-p3 .context');
    const words = (number: number): string => study.sourceById.get('s6')?.excerpts[number - 1]?.text ?? '?';
    expect(await context.getByText(words(10)).isVisible()).toBe(false);
    await context.locator('summary').click();
    expect(await context.getByText(words(10)).isVisible()).toBe(true);
    expect(await context.getByText(words(14)).isVisible()).toBe(true);
    await page.close();
  });

  it('without JavaScript all excerpts are there, and coded-only works', async () => {
    const page = await open('s/s6/', { javaScriptEnabled: false });
    const quotes = page.locator('.edition .run [data-excerpt]:visible');
    expect(await quotes.count()).toBe(16);
    await page.locator('#coded-only').check();
    expect(await quotes.count()).toBe(13);
    await page.close();
  });
});

describe('on paper', () => {
  it.each(['s/s6/', 'c/time_travel/', 'codebook/'])('%s has its text and codes, and no menus', async (path) => {
    const page = await browser.newPage();
    await page.goto(`${serving.address}${path}`);
    const text = await page.locator('main blockquote').allInnerTexts();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('nav:visible, form:visible, button:visible').count()).toBe(0);
    expect(await page.locator('main blockquote:not(.context *)').first().isVisible()).toBe(true);
    expect((await page.locator('main blockquote:visible').allInnerTexts()).length).toBeGreaterThan(text.length / 3);
    expect(await page.locator('main a[href*="/c/"]:visible').count()).toBeGreaterThan(3);
    await page.close();
  });

  it('no text stands on another where a page ends', async () => {
    const page = await browser.newPage();
    await page.goto(`${serving.address}s/s6/`);
    const printed = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4', preferCSSPageSize: true })));
    await page.close();
    expect(printed.numPages).toBeGreaterThan(2);
    const struck: string[] = [];
    for (let number = 1; number <= printed.numPages; number += 1) {
      const boxes = await textBoxes(await printed.getPage(number));
      for (const [place, one] of boxes.entries())
        for (const other of boxes.slice(place + 1))
          if (overlap(one, other)) struck.push(`page ${number}: ${one.text} | ${other.text}`);
    }
    await printed.loadingTask.destroy();
    expect(struck).toEqual([]);
  });
});

interface Box {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is printed, in points; a line's box without its ascenders. */
async function textBoxes(
  page: Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>,
): Promise<readonly Box[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    // A transformation matrix of the PDF: its last two numbers are the place.
    const [, , , , x = 0, y = 0] = item.transform as readonly number[];
    return [{ text: item.str, x, y, width: item.width, height: item.height * 0.5 }];
  });
}

const overlap = (one: Box, other: Box): boolean =>
  one.x + 1 < other.x + other.width &&
  other.x + 1 < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

// Plots and the pages of the theory in a browser: keys, views, filters, both themes, without JavaScript, on paper.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Serving } from '../../src/commands/serve.ts';
import { builtSite } from '../built-site.ts';
import { launchBrowser, watchedPage } from './launch.ts';

let browser: Browser;
let serving: Serving;
let addresses: readonly string[];

beforeAll(async () => {
  const site = await builtSite('content');
  const folders = (path: string): readonly string[] =>
    readdirSync(join(site, path), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${path}/${name}/`);
  const plots = folders('plots');
  addresses = ['plots/', ...plots, ...folders('d').slice(0, 2), 'c/data_catalog/'];
  browser = await launchBrowser();
  serving = await serve(site, '/', null);
});
afterAll(async () => {
  await browser?.close();
  await serving?.close();
});

const open = async (path: string, options: Parameters<Browser['newContext']>[0] = {}) => {
  const watched = await watchedPage(browser, options);
  await watched.page.goto(`${serving.address}${path}`);
  return watched;
};

async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // axe put itself on the page one line above.
    const { axe: here } = window as unknown as { axe: typeof axe };
    const { violations } = await here.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
  });
}

// The plots of a family differ in their order only: each page is looked at once, the next one in the other theme and width.
describe('every page of plots', () => {
  for (const [turn, width, colorScheme] of [
    [0, 1280, 'light'],
    [1, 390, 'dark'],
  ] as const) {
    it(`is clean at ${width} pixels, ${colorScheme}`, async () => {
      for (const address of addresses.filter((_, place) => place % 2 === turn)) {
        const { page, faults } = await open(address, { viewport: { width, height: 800 }, colorScheme });
        expect(await findings(page), address).toEqual([]);
        expect(faults, address).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          address,
        ).toBeLessThanOrEqual(0);
        await page.context().close();
      }
    });
  }
});

describe('a matrix', () => {
  it('is one stop for the tab key; arrow keys go from mark to mark and say what each stands for', async () => {
    const { page } = await open('plots/sources-codes/');
    const stops = await page.locator('.body a:not(.of-head):not([tabindex])').count();
    expect(stops).toBe(1);
    const first = page.locator('.body a:not(.of-head)').first();
    await first.focus();
    expect(await page.locator('.says output').textContent()).toBe(await first.getAttribute('aria-label'));
    await page.keyboard.press('ArrowRight');
    const right = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(right).not.toBe(await first.getAttribute('aria-label'));
    // The same row: the same code in another source.
    expect(right?.split(', s')[0]).toBe((await first.getAttribute('aria-label'))?.split(', s')[0]);
    expect(await page.locator('.says output').textContent()).toBe(right);
    await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      await first.getAttribute('aria-label'),
    );
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/c\/[^/]+\/#in-/);
    expect(await page.evaluate(() => document.querySelector(':target') !== null)).toBe(true);
    await page.context().close();
  });

  it('shows counts or presence', async () => {
    const { page } = await open('plots/sources-codes/');
    const radii = (): Promise<number> =>
      page.evaluate(() => new Set([...document.querySelectorAll('.dot')].map((dot) => getComputedStyle(dot).r)).size);
    expect(await radii()).toBeGreaterThan(1);
    expect(await page.locator('.body .count').first().isVisible()).toBe(true);
    await page.getByLabel('presence').check();
    expect(await radii()).toBe(1);
    expect(await page.locator('.body .count').first().isVisible()).toBe(false);
    await page.context().close();
  });

  it('keeps its heads in sight when it is scrolled', async () => {
    const { page } = await open('plots/codes-together/', { viewport: { width: 700, height: 600 } });
    const frame = page.locator('.frame');
    await frame.evaluate((element) => element.scrollTo(500, 500));
    const [outer, left, top] = await Promise.all([
      frame.boundingBox(),
      page.locator('.frame .left').boundingBox(),
      page.locator('.frame .top').boundingBox(),
    ]);
    expect(left?.x).toBeCloseTo(outer?.x ?? 0, 0);
    expect(Math.abs((top?.y ?? 0) - (outer?.y ?? 0))).toBeLessThan(3);
    await page.context().close();
  });

  it('is complete without JavaScript: marks are links, and the other view is a choice', async () => {
    const { page } = await open('plots/sources-codes/', { javaScriptEnabled: false });
    expect(await page.locator('.body a:not(.of-head)').count()).toBeGreaterThan(100);
    await page.getByLabel('presence').check();
    expect(await page.locator('.body .count').first().isVisible()).toBe(false);
    expect(await page.locator('.says').isVisible()).toBe(false);
    await page.context().close();
  });

  it('is printed whole', async () => {
    const { page } = await open('plots/sources-codes/');
    await page.emulateMedia({ media: 'print' });
    expect(
      await page.locator('.frame').evaluate((element) => element.scrollHeight - element.clientHeight),
    ).toBeLessThanOrEqual(1);
    await page.context().close();
  });
});

describe('a picture', () => {
  it('is downloaded and stands alone', async () => {
    const { page, faults } = await watchedPage(browser);
    // Chromium asks for one beside a picture, which names no icon of its own.
    await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
    await page.goto(`${serving.address}plots/portrait.svg`);
    expect(await page.evaluate(() => document.documentElement.tagName)).toBe('svg');
    expect(await page.evaluate(() => document.querySelector('title')?.textContent)).toBe('Portrait of the study');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('the chain of evidence', () => {
  it('is filtered by where chains end, and its address says so', async () => {
    const { page } = await open('chain/');
    const visible = (): Promise<readonly (string | null)[]> =>
      page
        .locator('section[data-ending]:visible')
        .evaluateAll((groups) => groups.map((group) => group.getAttribute('data-ending')));
    const every = await visible();
    expect(new Set(every).size).toBeGreaterThan(3);
    await page.getByLabel('Show').selectOption('linked');
    expect(new Set(await visible())).toEqual(new Set(['linked']));
    expect(page.url()).toContain('chain=linked');
    await page.reload();
    expect(new Set(await visible())).toEqual(new Set(['linked']));
    await page.locator('.chain-counts a').first().click();
    expect(await visible()).toEqual(every);
    await page.context().close();
  });

  it('leads to every group without JavaScript', async () => {
    const { page } = await open('chain/', { javaScriptEnabled: false });
    const links = await page
      .locator('.chain-counts a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')?.split('#')[1]));
    for (const id of links) expect(await page.locator(`#${id}`).count(), id).toBe(1);
    await page.context().close();
  });
});

describe('the saturation curve', () => {
  it('leads from a point to what was first seen there', async () => {
    const { page } = await open('saturation/');
    await page.locator('.body a:not(.of-head)').nth(3).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#new-/);
    expect(await page.locator('tr:target a').count()).toBeGreaterThan(1);
    await page.context().close();
  });
});

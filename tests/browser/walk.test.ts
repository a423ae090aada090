// Promises 1, 6, 7 and 9 on every kind of page of the embedded study: two widths, two themes, nothing from elsewhere, nothing in the
// console, nothing that axe finds, nothing that makes a narrow screen scroll sideways.

import { readdirSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Serving } from '../../src/commands/serve.ts';
import { builtSite } from '../built-site.ts';
import { launchBrowser, watchedPage } from './launch.ts';

let browser: Browser;
let serving: Serving;
let addresses: readonly string[];

/** One page of each kind: of folders with many pages of one kind only a few that differ. */
const samples: Readonly<Record<string, readonly string[]>> = {
  s: ['s6', 's26', 's17', 'p1'],
  c: ['time_travel', 'acces_control_management'],
  e: ['s6-e12', 'p1-e3'],
};
const noPages = new Set(['_astro', '_search', '_cards', 'pagefind', 'exports', 'fonts', 'd', 'plots', 'e', 's', 'c']);

beforeAll(async () => {
  const site = await builtSite('content');
  const folders = readdirSync(site, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.'),
  );
  const lists = folders
    .map(({ name }) => name)
    .filter((name) => !noPages.has(name) && readdirSync(`${site}/${name}`).includes('index.html'));
  const single = Object.entries(samples).flatMap(([folder, ids]) => ids.map((id) => `${folder}/${id}/`));
  const about = readdirSync(`${site}/about`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  addresses = [
    '',
    ...lists.map((name) => `${name}/`),
    'exports/',
    ...about.map(({ name }) => `about/${name}/`),
    ...single,
    'nowhere/',
  ];
  browser = await launchBrowser();
  serving = await serve(site, '/', null);
});

afterAll(async () => {
  await browser?.close();
  await serving?.close();
});

async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    // axe put itself on the page one line above.
    const { axe: here } = window as unknown as { axe: typeof axe };
    const { violations } = await here.run(document);
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)} (${nodes[0]?.failureSummary?.slice(0, 160)})`,
    );
  });
  return found.map((line) => `${new URL(page.url()).pathname} ${line}`);
}

describe.each([
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 390 },
] as const)('every kind of page, $theme at $width px', ({ theme, width }) => {
  it('asks no other host, breaks no policy and passes axe', { timeout: 240_000 }, async () => {
    const { page, faults } = await watchedPage(browser, { colorScheme: theme, viewport: { width, height: 900 } });
    const findings: string[] = [];
    const own: string[] = [];
    for (const address of addresses) {
      const before = faults.length;
      // Only these two fetch what they show.
      const waitUntil = address === 'search/' || address === 'basket/' ? 'networkidle' : 'load';
      await page.goto(`${serving.address}${address}`, { waitUntil });
      // What axe does to the page afterwards (it adds styles of its own) is not the page's.
      own.push(...faults.slice(before).map((fault) => `${address} ${fault}`));
      expect(await page.locator('h1').count(), address).toBe(1);
      expect(await page.locator('main').count(), address).toBe(1);
      findings.push(...(await axeFindings(page)));
    }
    await page.context().close();
    expect(findings).toEqual([]);
    // The address that is nowhere is answered with 404, which the console says.
    expect(own.filter((fault) => !fault.includes('404'))).toEqual([]);
    expect(addresses.length).toBeGreaterThan(18);
  });
});

describe('a narrow screen', () => {
  it('never scrolls sideways, at 320 px and with text at 200 %, on a phone too', { timeout: 240_000 }, async () => {
    const { page } = await watchedPage(browser);
    const wide: string[] = [];
    for (const address of addresses) {
      await page.goto(`${serving.address}${address}`);
      for (const { width, size } of [
        { width: 320, size: '100%' },
        { width: 390, size: '200%' },
        { width: 1280, size: '200%' },
      ]) {
        await page.setViewportSize({ width, height: 700 });
        await page.evaluate((percent) => document.documentElement.style.setProperty('font-size', percent), size);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (over > 0) wide.push(`${address}: ${over} px too wide at ${width} px and ${size}`);
      }
    }
    await page.context().close();
    expect(wide).toEqual([]);
  });
});

describe('the main walk', () => {
  it('leads from home to a source, a code, a passage, the search and an excerpt', async () => {
    const { page, faults } = await watchedPage(browser, { viewport: { width: 1280, height: 900 } });
    await page.goto(serving.address);
    await page.locator('a[href$="/sources/"]').first().click();
    await page.locator('main a[href$="/s/s6/"]').first().click();
    expect(page.url()).toMatch(/\/s\/s6\/$/);
    await page.locator('main a[href*="/c/time_travel/"]').first().click();
    expect(await page.locator('h1').innerText()).toContain('Time travel');
    await page.locator('main a[href*="/s/s6/"]').first().click();
    expect(page.url()).toContain('/s/s6/');
    await page.goto(`${serving.address}search/?q=mistakes`);
    const hit = page.locator('main a[href*="/e/"]').first();
    await hit.waitFor({ timeout: 15_000 });
    await hit.click();
    await page.waitForURL(/\/e\/[a-z0-9-]+\//);
    expect(await page.locator('main blockquote, main .excerpt').first().innerText()).not.toBe('');
    await page.context().close();
    expect(faults).toEqual([]);
  });
});

// What a reader does who cites: copies a citation, finds an excerpt in the original, fills a basket, hands it on, saves it as files.

import axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Serving } from '../../src/commands/serve.ts';
import type { Source, Study } from '../../src/study/model/study.ts';
import { sampleStudy } from '../exports/sample-study.ts';
import { sampleEdition, sampleSite, type SampleSite } from '../site/sample-site.ts';
import { launchBrowser, watchedPage } from './launch.ts';

const base = '/ovens/';
const filler = '<p class="filler">Nothing is said here.</p>'.repeat(40);
/** A local copy of what s6 quotes. */
const article = `<!doctype html><html lang="en"><title>Oven</title><style>.filler{margin:2em 0}</style><body>${filler}<p id="said">Every baker has a key, but only <em>one</em> of them may hold the fire.</p>${filler}</body></html>`;

let original: Server;
let built: SampleSite;
let serving: Serving;
let browser: Browser;

function quoting(url: string): Study {
  const study = sampleStudy();
  const sources = study.sources.map((source): Source => (source.id === 's6' ? { ...source, url } : source));
  return { ...study, sources, sourceById: new Map(sources.map((source) => [source.id, source])) };
}

beforeAll(async () => {
  original = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(article),
  );
  await new Promise<void>((resolve) => original.listen(0, '127.0.0.1', resolve));
  const { port } = original.address() as AddressInfo; // it listens on a port
  const study = quoting(`http://127.0.0.1:${String(port)}/oven`);
  built = await sampleSite(sampleEdition({ study, base, site: 'https://review.example.edu/ovens/' }));
  serving = await serve(built.out, base, null);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await serving?.close();
  await new Promise((resolve) => original.close(resolve));
  built?.remove();
});

const clipboard: BrowserContextOptions = {
  viewport: { width: 1280, height: 900 },
  permissions: ['clipboard-read', 'clipboard-write'],
};
const open = async (path: string, options = clipboard) => {
  const watched = await watchedPage(browser, options);
  await watched.page.goto(serving.address + path);
  return watched;
};
const copied = (page: Page): Promise<Readonly<Record<string, string>>> =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const found: Record<string, string> = {};
    for (const type of item?.types ?? []) found[type] = (await (await item?.getType(type))?.text()) ?? '';
    return found;
  });
const names = (page: Page): Promise<string[]> => page.locator('.chosen > li p a').allTextContents();

describe('a copy button', () => {
  it('puts the citation on the clipboard as text and, with its link, as HTML', async () => {
    const { page, faults } = await open('e/s6-e1/');
    await page.locator('#cite [data-form=text] button').click();
    await expect.poll(() => page.locator('#cite [data-form=text] button').textContent()).toBe('Copied');
    const both = await copied(page);
    expect(both['text/plain']).toContain('“Every baker has a key, but only one of them may hold the fire.”');
    expect(both['text/plain']).toContain('https://review.example.edu/ovens/e/s6-e1/');
    expect(both['text/html']).toContain('<a href="https://review.example.edu/ovens/e/s6-e1/">s6-e1</a>');
    await expect
      .poll(() => page.locator('#cite [data-form=text] button').textContent(), { timeout: 5_000 })
      .toBe('Copy');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('copies code as it is shown, and only as text', async () => {
    const { page } = await open('s/s6/');
    await page.locator('#cite-article > summary').click();
    await page.getByRole('button', { name: 'Copy as BibTeX' }).first().click();
    const only = await copied(page);
    expect(Object.keys(only)).toEqual(['text/plain']);
    expect(only['text/plain']).toMatch(/^@misc\{smp-s6,\n/);
    await page.context().close();
  });

  it('takes quote, citation and link in one action, in four forms', async () => {
    const { page } = await open('e/s6-e1/');
    const words = /Every baker has a key, but only one of them may hold the fire/;
    for (const [form, link] of [
      ['Text', 'https://review.example.edu/ovens/e/s6-e1/'],
      ['Markdown', '[s6-e1](https://review.example.edu/ovens/e/s6-e1/)'],
      ['LaTeX', '\\ceexcerpt{s6-e1}'],
      ['BibTeX', '\\url{https://review.example.edu/ovens/e/s6-e1/}'],
    ] as const) {
      await page.locator('.copy-quote').getByRole('button', { name: form, exact: true }).click();
      await expect.poll(async () => (await copied(page))['text/plain']).toContain(link);
      expect((await copied(page))['text/plain'], form).toMatch(words);
    }
    await page.context().close();
  });

  it('works where the page has no clipboard of its own', async () => {
    const { page } = await open('e/s6-e1/');
    await page.evaluate(() => Object.defineProperty(navigator.clipboard, 'write', { value: undefined }));
    await page.locator('#cite [data-form=text] button').click();
    const both = await copied(page);
    expect(both['text/plain']).toContain('Every baker');
    expect(both['text/html']).toContain('>s6-e1</a>');
    await page.context().close();
  });

  it('is not there without JavaScript, where every form can be selected', async () => {
    const { page } = await open('s/s6/', { javaScriptEnabled: false });
    expect(await page.locator('.cite button').count()).toBe(0);
    await page.locator('#cite-page > summary').click();
    await page.locator('#cite-page summary', { hasText: 'BibLaTeX' }).click();
    expect(await page.locator('#cite-page pre:visible').textContent()).toContain('@online{smp-s6-evidence,');
    await page.context().close();
  });
});

describe('find in the original', () => {
  it('lands on the words in a local copy of the page', async () => {
    const { page, faults } = await open('e/s6-e1/', { viewport: { width: 800, height: 400 } });
    await page.getByRole('link', { name: 'Find in the original' }).click();
    await page.waitForFunction(() => window.scrollY > 0, undefined, { timeout: 5_000 });
    const box = await page.locator('#said').boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(-20);
    expect(box?.y).toBeLessThan(400);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is there for each excerpt on the source’s page: by the keyboard, and on a touch screen without it', async () => {
    const { page } = await open('s/s6/');
    const link = page.getByRole('link', { name: 'Find s6-e1 in the original' });
    await link.focus();
    expect(await link.evaluate((element) => getComputedStyle(element.parentElement ?? element).opacity)).toBe('1');
    await page.context().close();
    const { page: phone } = await open('s/s6/', {
      viewport: { width: 390, height: 800 },
      isMobile: true,
      hasTouch: true,
    });
    const acts = phone.locator('.acts').first();
    expect(await acts.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
    expect(await acts.evaluate((element) => getComputedStyle(element).position)).toBe('static');
    await phone.context().close();
  });
});

describe('the basket', () => {
  it('is filled on the pages, kept, put in order, and emptied', async () => {
    const { page, faults } = await open('s/s6/');
    expect(await page.locator('excerpt-basket').isVisible()).toBe(false);
    for (const id of ['s6-e3', 's6-e1']) {
      await page.locator(`#${id}`).hover();
      await page.getByRole('button', { name: `Add to the basket: ${id}` }).click();
    }
    await page.goto(`${serving.address}c/resting_time/`);
    await page.locator('[data-excerpt=s2-e1]').hover();
    await page.getByRole('button', { name: 'Add to the basket: s2-e1' }).click();
    await page.goto(`${serving.address}e/s1-e2/`);
    await page.locator('.sole').getByRole('button', { name: 'Add to the basket: s1-e2' }).click();
    await page.getByRole('link', { name: '4 excerpts in the basket' }).click();
    await expect.poll(() => names(page)).toEqual(['s6-e3', 's6-e1', 's2-e1', 's1-e2']);
    expect(await page.locator('.chosen blockquote').first().textContent()).toMatch(/^<b>Keys<\/b> & fires/);

    await page.getByRole('button', { name: 'Move s2-e1 up' }).click();
    await expect.poll(() => names(page)).toEqual(['s6-e3', 's2-e1', 's6-e1', 's1-e2']);
    // What was pressed keeps the focus, so that it can be pressed again.
    await page.keyboard.press('Enter');
    await expect.poll(() => names(page)).toEqual(['s2-e1', 's6-e3', 's6-e1', 's1-e2']);
    await page.getByRole('button', { name: 'Take s6-e1 out' }).click();
    await page.reload();
    await expect.poll(() => names(page)).toEqual(['s2-e1', 's6-e3', 's1-e2']);
    await page.getByRole('button', { name: 'Empty the basket' }).click();
    await expect.poll(() => page.locator('.basket-body').textContent()).toContain('Nothing is chosen yet');
    expect(await page.locator('excerpt-basket').isVisible()).toBe(false);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is handed on by its address, and becomes the reader’s own only when asked', async () => {
    const { page, faults } = await open('basket/?ids=s6-e3,s1-e2,s6-e3,nonsense,../../x-e1,s6-e99');
    await expect.poll(() => names(page)).toEqual(['s6-e3', 's1-e2', 's6-e99']);
    expect(await page.locator('.chosen').textContent()).toContain('s6-e99 is no excerpt of this release.');
    await page.getByRole('button', { name: 'Take s6-e99 out' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('?ids=s6-e3,s1-e2');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(await page.locator('.address a').getAttribute('href')).toBe(
      'https://review.example.edu/ovens/basket/?ids=s6-e3,s1-e2',
    );
    await page.getByRole('button', { name: 'Keep as my basket' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('');
    await page.goto(`${serving.address}e/s1-e2/`);
    await page.locator('.sole').getByRole('button', { name: 'Take out of the basket: s1-e2' }).click();
    expect(await page.locator('excerpt-basket').textContent()).toContain('1');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('saves exactly the chosen excerpts, in order, in each kind of file', async () => {
    const { page } = await open('basket/?ids=s3-e1,p1-e2,s6-e1');
    const files: string[] = [];
    for (const kind of ['CSV', 'JSON', 'Markdown', 'BibTeX']) {
      const waiting = page.waitForEvent('download');
      await page.locator('.basket-files').getByRole('button', { name: kind, exact: true }).click();
      const saved = await waiting;
      files.push(saved.suggestedFilename());
      const text = readFileSync(await saved.path(), 'utf8');
      const order = ['s3-e1', 'p1-e2', 's6-e1'].map((id) => text.indexOf(id));
      expect(
        [...order].sort((a, b) => a - b),
        kind,
      ).toEqual(order);
      expect(order[0], kind).toBeGreaterThan(-1);
      expect(text, kind).not.toContain('s6-e3');
    }
    expect(files).toEqual(['basket.csv', 'basket.json', 'basket.md', 'basket.bib']);
    await page.context().close();
  });

  it('takes results of a search', async () => {
    const { page } = await open('search/?q=baker');
    await page.getByRole('button', { name: 'Add to the basket: s6-e1' }).click();
    await expect.poll(() => page.locator('excerpt-basket').textContent()).toContain('1');
    await page.context().close();
  });

  it('follows what another tab does', async () => {
    const { page } = await open('e/s1-e2/');
    const other = await page.context().newPage();
    await other.goto(`${serving.address}e/s1-e3/`);
    await other.locator('.sole').getByRole('button', { name: /^Add/ }).click();
    await expect.poll(() => page.locator('excerpt-basket').isVisible()).toBe(true);
    await page.context().close();
  });

  it('says what it needs where scripts are off', async () => {
    const { page } = await open('basket/', { javaScriptEnabled: false });
    expect(await page.locator('main').textContent()).toContain('The basket needs JavaScript');
    expect(await page.getByRole('link', { name: 'excerpts.csv' }).getAttribute('href')).toBe(
      `${base}exports/excerpts.csv`,
    );
    await page.context().close();
  });
});

describe.each(['light', 'dark'] as const)('pages that cite, %s', (colorScheme) => {
  it('pass axe with their boxes open', async () => {
    const { page, faults } = await watchedPage(browser, { colorScheme, viewport: { width: 1280, height: 900 } });
    const findings: string[] = [];
    for (const path of [
      '',
      's/s6/',
      'e/s6-e1/',
      'c/access_control/',
      'exports/',
      'basket/',
      'basket/?ids=s6-e3,s5-e3,s6-e99',
    ]) {
      await page.goto(serving.address + path);
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => {
        for (const details of document.querySelectorAll<HTMLDetailsElement>('.cite, .cite details'))
          details.open = true;
      });
      findings.push(...(await axeFindings(page)).map((finding) => `${path}: ${finding}`));
    }
    expect(findings).toEqual([]);
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
    await page.context().close();
  });
});

async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // axe put itself on the page one line above.
    const { axe: here } = window as unknown as { axe: typeof axe };
    const { violations } = await here.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(
      ({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160) ?? ''} ${nodes[0]?.failureSummary?.slice(0, 200) ?? ''}`,
    );
  });
}

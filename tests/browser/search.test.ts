// The search page as readers meet it, in Chromium, at the width of a desk and of a phone.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fold, searchRules, wordsOf, type SearchRecord } from '../../src/study/derive/search/index.ts';
import { launchBrowser, watchedPage } from './launch.ts';
import { embedded, openSearch, scanned, studySite, type StudySite } from './search-sites.ts';

let browser: Browser;
let site: StudySite;
/** What the tests search for, taken from the study itself. */
let word: string;
let rare: string;
let code: string;
let other: string;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), studySite(embedded, '/my-review/')]);
  const counts = countBy(site.records.flatMap((record) => [...new Set(wordsOf(fold(record.text)))]));
  const byCount = [...counts].filter(([text]) => /^[a-z]{5,}$/.test(text)).sort((a, b) => b[1] - a[1]);
  word = byCount.find(([, count]) => count < site.records.length / 2)?.[0] ?? '';
  rare = byCount.find(([, count]) => count === 2)?.[0] ?? '';
  const codes = [...countBy(site.records.flatMap((record) => record.codes as readonly string[]))]
    .filter(([id]) => /^[a-z]+_[a-z]{4,}$/.test(id))
    .sort((a, b) => b[1] - a[1]);
  [code, other] = [codes[0]?.[0] ?? '', codes[1]?.[0] ?? ''];
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

function countBy(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const shownIds = (page: Page): Promise<readonly string[]> =>
  page.$$eval('[data-excerpt]', (hits) => hits.map((hit) => (hit as HTMLElement).dataset['excerpt'] ?? ''));
const status = (page: Page): Promise<string> => page.innerText('.search-status');
const searchOf = (page: Page): string => new URL(page.url()).search;
const recordOf = (id: string): SearchRecord | undefined => site.records.find((record) => record.id === id);
/** Waits until the page has answered the search that its address now stands for. */
const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const stage = document.querySelector<HTMLElement>('search-page')?.dataset['stage'];
    return stage === 'whole' || stage === 'partial';
  });

describe.each([1280, 390])('at %i pixels', (width) => {
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    ({ page, faults } = await watchedPage(browser, { viewport: { width, height: 900 }, acceptDownloads: true }));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });
  afterAll(async () => {
    expect(faults).toEqual([]);
    await page.context().close();
  });

  async function open(search: string): Promise<void> {
    await openSearch(page, site, search);
    await settled(page);
  }
  async function type(text: string): Promise<void> {
    await page.fill('#search-box', '');
    await page.locator('#search-box').pressSequentially(text);
  }
  async function openFacets(): Promise<void> {
    if ((await page.getAttribute('.narrow', 'open')) === null) await page.click('.narrow > summary');
  }

  it('has something to search for', () => {
    expect([word, rare, code, other].every((one) => one !== '')).toBe(true);
  });

  it('offers a code by a part of its name, and takes it as a filter', async () => {
    await open('');
    const part = code.split('_')[1] ?? '';
    await type(`${word} ${part}`);
    const options = page.locator('[role=option]');
    await expect.poll(() => options.count()).toBeGreaterThan(0);
    const at = (await options.allInnerTexts()).findIndex((text) => text.includes(code));
    expect(at).toBeGreaterThanOrEqual(0);
    for (let step = 0; step <= at; step += 1) await page.keyboard.press('ArrowDown');
    const active = await page.getAttribute('#search-box', 'aria-activedescendant');
    expect(await page.getAttribute(`#${active ?? ''}`, 'aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await settled(page);
    expect(searchOf(page)).toBe(`?q=${word}&code=${code}`);
    expect(await page.inputValue('#search-box')).toBe(word);
    expect((await shownIds(page)).toSorted()).toEqual(
      scanned(site.records, `?q=${word}&code=${code}`).slice(0, 10).toSorted(),
    );
  });

  it('offers sources and words too, by mouse', async () => {
    await open('');
    const source = site.records[0]?.source ?? '';
    await type(source);
    await page.locator('[role=group]', { hasText: source }).locator('[role=option]').first().click();
    await settled(page);
    expect(searchOf(page)).toBe(`?source=${source}`);
    await open('');
    await type(word.slice(0, -1));
    await page
      .locator('[role=option]')
      .filter({ has: page.getByText(word, { exact: true }) })
      .last()
      .click();
    await settled(page);
    expect(searchOf(page)).toBe(`?q=${word}`);
  });

  it('is a combobox: it says whether it is open, Esc closes it and then empties the box', async () => {
    await open('');
    const box = page.locator('#search-box');
    expect(await box.getAttribute('role')).toBe('combobox');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    await type(code.split('_')[0] ?? '');
    await expect.poll(() => box.getAttribute('aria-expanded')).toBe('true');
    expect(await page.getAttribute(`#${(await box.getAttribute('aria-controls')) ?? ''}`, 'role')).toBe('listbox');
    await page.keyboard.press('ArrowUp');
    expect(await box.getAttribute('aria-activedescendant')).not.toBe(null);
    await page.keyboard.press('Escape');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    expect(await box.inputValue()).not.toBe('');
    await page.keyboard.press('Escape');
    expect(await box.inputValue()).toBe('');
  });

  it('shows codes as chips whose every way of counting leads to the number that it said', async () => {
    await open(`?q=${word}&code=${code}&any=code:${other}`);
    const choice = page.locator('.chip select').first();
    // Until the texts that only other searches need have been read, the numbers are called lower bounds.
    await expect.poll(() => choice.innerText()).not.toContain('≥');
    const said = await choice.locator('option').allInnerTexts();
    for (const [index, mode] of (['and', 'any', 'not'] as const).entries()) {
      await choice.selectOption(mode);
      await page.waitForURL((url) =>
        url.searchParams.getAll(mode === 'and' ? 'code' : mode).some((v) => v.endsWith(code)),
      );
      await settled(page);
      const found = scanned(site.records, searchOf(page));
      expect(said[index]).toContain(`(${String(found.length)})`);
      expect(
        (await status(page)).startsWith(found.length === 0 ? 'No excerpt' : `${String(found.length)} excerpt`),
      ).toBe(true);
      // The chip that was changed stands last now.
      await page.goBack();
      await settled(page);
    }
    const remove = page.locator('.chip button').first();
    const without = Number(/\d+/.exec((await remove.getAttribute('title')) ?? '')?.[0]);
    await remove.click();
    await settled(page);
    expect(scanned(site.records, searchOf(page)).length).toBe(without);
    expect(searchOf(page)).not.toContain(`code=${code}`);
  });

  it('says beside each filter how many results it would leave', async () => {
    for (const search of [`?q=${word}`, `?code=${code}`]) {
      await open(search);
      await openFacets();
      for (const more of await page.locator('.facet button').all()) await more.click();
      const rows = await page.$$eval('.facet label', (labels) =>
        labels.map((label) => ({
          key: label.querySelector('input')?.dataset['key'] ?? '',
          count: label.querySelector('.count')?.textContent ?? '',
        })),
      );
      const wrong = rows.filter(({ key, count }) => {
        const colon = key.indexOf(':');
        const params = new URLSearchParams(search);
        if (params.getAll(key.slice(0, colon)).includes(key.slice(colon + 1))) return false;
        params.append(key.slice(0, colon), key.slice(colon + 1));
        return String(scanned(site.records, `?${params.toString()}`).length) !== count;
      });
      expect(wrong).toEqual([]);
      expect(rows.length).toBeGreaterThan(15);
      expect(new Set(rows.map(({ key }) => key.slice(0, key.indexOf(':')))).size).toBeGreaterThanOrEqual(4);
    }
  });

  it('sets a filter by its box, keeps the focus there, and takes it back', async () => {
    await open('');
    await openFacets();
    const key = `code:${code}`;
    await page.click('[data-key="more code"]');
    await page.check(`[data-key="${key}"]`);
    await settled(page);
    expect(searchOf(page)).toBe(`?code=${code}`);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-key'))).toBe(key);
    expect(await status(page)).toBe(
      `${String(scanned(site.records, searchOf(page)).length)} excerpts: found by filters alone`,
    );
    await page.uncheck(`[data-key="${key}"]`);
    await settled(page);
    expect(searchOf(page)).toBe('');
  });

  it('lists everything when nothing is typed: in study order, page by page', async () => {
    await open('');
    const all = site.records.map((record) => record.id as string);
    expect(await status(page)).toContain(`all ${String(all.length)} excerpts`);
    expect(await shownIds(page)).toEqual(all.slice(0, 10));
    await page.click('a[rel=next]');
    await expect.poll(() => shownIds(page)).toEqual(all.slice(10, 20));
    expect(searchOf(page)).toBe('?page=2');
    await open('?page=99999');
    expect(await shownIds(page)).toEqual(all.slice(Math.floor((all.length - 1) / 10) * 10));
  });

  it('shows verified hits, with number, source, marked quote, codes and address', async () => {
    await open(`?q=${word}`);
    const found = scanned(site.records, `?q=${word}`);
    expect(await status(page)).toBe(
      `${String(found.length)} excerpts: ${String(found.length)} of ${String(found.length)} verified`,
    );
    expect(await shownIds(page)).toEqual(found.slice(0, 10));
    const hit = page.locator('.hit').first();
    const record = recordOf(found[0] ?? '');
    expect(await hit.locator('.hit-id').innerText()).toBe(found[0]);
    expect(await hit.locator('.hit-source').innerText()).toBe(record?.sourceTitle);
    for (const mark of await page.locator('.hit mark').allInnerTexts()) expect(fold(mark)).toBe(word);
    expect(
      await page
        .locator('.hit')
        .filter({ has: page.locator('mark') })
        .count(),
    ).toBe(Math.min(10, found.length));
    expect(await hit.locator('.hit-address').innerText()).toContain(`/my-review/e/${found[0] ?? ''}/`);
    const coded = found.slice(0, 10).find((id) => (recordOf(id)?.codes.length ?? 0) > 0) ?? '';
    const links = page.locator(`[data-excerpt="${coded}"] .hit-codes a`);
    expect(await links.evaluateAll((all) => all.map((link) => (link as HTMLElement).dataset['code']))).toEqual(
      recordOf(coded)?.codes,
    );
    // The links lead to pages that are there.
    for (const link of [hit.locator('.hit-address a'), links.first()]) {
      expect((await page.request.get(await link.evaluate((a) => (a as HTMLAnchorElement).href))).status()).toBe(200);
    }
  });

  it('leads from a hit to the excerpt: in view, focused, its words marked; and back to the same results', async () => {
    await open(`?q=${word}&page=2`);
    const before = await shownIds(page);
    const id = before.at(-1) ?? '';
    await page.locator(`[data-excerpt="${id}"] .hit-id`).click();
    await page.waitForSelector('mark.found');
    expect(new URL(page.url()).hash).toBe(`#${id}`);
    expect(searchOf(page)).toBe(`?q=${word}`);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(id);
    const box = await page.locator(`#${id}`).boundingBox();
    expect(box !== null && box.y + box.height > 0 && box.y < 900).toBe(true);
    const marks = await page.locator(`#${id} mark`).allInnerTexts();
    expect(marks.length).toBeGreaterThan(0);
    expect(marks.every((mark) => fold(mark) === word)).toBe(true);
    await page.locator('marked-words button').click();
    expect(await page.locator('mark.found').count()).toBe(0);
    await page.goBack();
    await page.waitForSelector('search-page[data-ready]');
    await settled(page);
    expect(await shownIds(page)).toEqual(before);
  });

  it('marks the words on the page of one excerpt', async () => {
    const [id = ''] = scanned(site.records, `?q=${word}`);
    await page.goto(`${site.address}e/${id}/?q=${word}`);
    await page.waitForSelector('mark.found');
    expect(fold(await page.locator(`[data-excerpt="${id}"] mark`).first().innerText())).toBe(word);
  });

  it('enforces a quoted phrase also beside other words', async () => {
    const record = site.records.find(({ text }) => /\w{4,} \w{4,} \w{4,}/.test(text));
    const phrase = /\w{4,} \w{4,}/.exec(record?.text ?? '')?.[0] ?? '';
    const search = `?${new URLSearchParams({ q: `"${phrase}" ${word}` }).toString()}`;
    await open(`?${new URLSearchParams({ q: `"${phrase}"` }).toString()}`);
    expect(await shownIds(page)).toContain(record?.id);
    for (const text of await page.locator('.hit blockquote').allInnerTexts())
      expect(fold(text)).toContain(fold(phrase));
    await open(search);
    expect((await shownIds(page)).toSorted()).toEqual(scanned(site.records, search).slice(0, 10).toSorted());
  });

  it('says zero for a word that is not there, and offers what it may have been', async () => {
    await open(`?q=${word}zz`);
    expect(await status(page)).toMatch(
      /^No excerpt(?: of this study holds this|\. All \d+ that could hold this were read)\.$/,
    );
    const meant = page.locator('.notices a', { hasText: new RegExp(`^${word}$`) });
    expect(await page.innerText('.notices')).toContain(`“${word}zz” occurs in no excerpt`);
    expect(searchOf(page)).toBe(`?q=${word}zz`);
    await meant.click();
    await settled(page);
    expect(searchOf(page)).toBe(`?q=${word}`);
    expect(await shownIds(page)).toEqual(scanned(site.records, `?q=${word}`).slice(0, 10));
  });

  it('counts other forms of a word only when asked, and names them', async () => {
    const plain = scanned(site.records, `?q=${word}`);
    await open(`?q=${word}`);
    await page.check('[data-key=variants]');
    await settled(page);
    expect(searchOf(page)).toBe(`?q=${word}&variants=on`);
    const wide = scanned(site.records, searchOf(page));
    expect(wide.length).toBeGreaterThanOrEqual(plain.length);
    expect(await status(page)).toContain(`${String(wide.length)} of ${String(wide.length)} verified`);
    expect(await page.innerText('.notices')).toMatch(/also counted as|has no other forms/);
  });

  it('lines the words up in a concordance, sorted by neighbours, and copies it', async () => {
    await open(`?q=${word}`);
    await page.click('[data-key=kwic]');
    await settled(page);
    expect(searchOf(page)).toBe(`?q=${word}&view=kwic`);
    const occurrences = site.records.reduce(
      (sum, { text }) => sum + wordsOf(fold(text)).filter((one) => one === word).length,
      0,
    );
    for (const mark of await page.locator('.kwic mark').allInnerTexts()) expect(fold(mark)).toBe(word);
    await page.selectOption('[data-key=sort]', 'right');
    await page.selectOption('[data-key=window]', '4');
    await expect.poll(() => searchOf(page)).toBe(`?q=${word}&view=kwic&sort=right&window=4`);
    await settled(page);
    const right = await page.locator('.kwic .right').allInnerTexts();
    const first = right.map((text) => wordsOf(fold(text))[0] ?? '');
    expect(first).toEqual(first.toSorted());
    expect(right.every((text) => wordsOf(fold(text)).length <= 4)).toBe(true);
    await page.click('[data-key=copy]');
    await expect.poll(() => page.innerText('.kwic-copy')).toContain(`Copied: ${String(occurrences)} lines.`);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.trimEnd().split('\n').length).toBe(occurrences);
    await page.locator('.kwic th a').first().click();
    await page.waitForSelector('mark.found');
  });

  it('groups the results under their sources', async () => {
    await open(`?q=${word}&view=source`);
    const found = scanned(site.records, `?q=${word}`);
    expect(await shownIds(page)).toEqual(found.slice(0, 25));
    const heads = await page.locator('.source-hits h3').allInnerTexts();
    const counts = countBy(found.map((id) => id.replace(/-e\d+$/, '')));
    for (const head of heads) expect(head).toContain(` ${String(counts.get(head.split(' ')[0] ?? ''))} excerpt`);
  });

  it('gives the same excerpts in the same order for the same address, and goes back and forth', async () => {
    const addresses = [
      `?q=${word}+${rare}`,
      `?q=${word}+OR+${rare}&code=${code}&page=1`,
      `?q=${word}&not=code%3A${code}&sort=study&page=2`,
      `?any=code%3A${code}&any=code%3A${other}&view=source`,
      '?kind=quote&is=coded&page=3',
    ];
    const seen: (readonly string[])[] = [];
    for (const search of addresses) {
      await open(search);
      seen.push(await shownIds(page));
    }
    for (const index of [3, 2, 1, 0]) {
      await page.goBack();
      await page.waitForSelector('search-page[data-ready]');
      await settled(page);
      expect(await shownIds(page)).toEqual(seen[index]);
    }
    // Within one page, too: no reload.
    await open(`?q=${word}`);
    await page.fill('#search-box', rare);
    await page.keyboard.press('Enter');
    await expect.poll(() => shownIds(page)).toEqual(scanned(site.records, `?q=${rare}`));
    await page.goBack();
    await expect.poll(() => shownIds(page)).toEqual(scanned(site.records, `?q=${word}`).slice(0, 10));
    expect(await page.inputValue('#search-box')).toBe(word);
    await page.goForward();
    await expect.poll(() => shownIds(page)).toEqual(scanned(site.records, `?q=${rare}`));
  });

  it('cites the search, and gives its results as files', async () => {
    await open(`?q=${word}&not=code:${code}`);
    const found = scanned(site.records, searchOf(page));
    const line = await page.innerText('.search-citation');
    expect(line).toMatch(
      new RegExp(
        `\\[${word} not code:${code}\\].*digest [0-9a-f]{12}: ${String(found.length)} excerpts, \\d{4}-\\d\\d-\\d\\d\\. http`,
      ),
    );
    expect(line).toContain(`/my-review/search/?q=${word}&not=code%3A${code}`);
    const texts: string[] = [];
    for (const kind of ['csv', 'json', 'markdown']) {
      const waiting = page.waitForEvent('download');
      await page.click(`[data-key=${kind}]`);
      texts.push(readFileSync((await (await waiting).path()) ?? '', 'utf8'));
    }
    const [csv = '', json = '', markdown = ''] = texts;
    expect(csv.split('\r\n').filter((row) => /^[sp]\d+-e\d+,/.test(row)).length).toBe(found.length);
    const parsed = JSON.parse(json) as { excerpts: { id: string; text: string }[]; search: { digest: string } };
    expect(parsed.excerpts.map((one) => one.id)).toEqual(found);
    expect(parsed.search.digest).toMatch(/^[0-9a-f]{64}$/);
    for (const id of found) expect(markdown).toContain(`[${id}](<http`);
  });

  it('gives files with their texts also when filters alone found them', async () => {
    await open(`?code=${code}`);
    const waiting = page.waitForEvent('download');
    await page.click('[data-key=json]');
    const text = readFileSync((await (await waiting).path()) ?? '', 'utf8');
    const { excerpts } = JSON.parse(text) as { excerpts: { id: string; text: string }[] };
    expect(excerpts.map(({ id, text: own }) => [id, own])).toEqual(
      scanned(site.records, `?code=${code}`).map((id) => [id, recordOf(id)?.text]),
    );
  });

  it('says how results are ordered, and under which rules they are found', async () => {
    await open(`?q=${word}+${rare}+OR+${word}`);
    expect(await page.innerText('.order')).toContain('By relevance: first where the words stand together');
    await page.selectOption('[data-key=sort]', 'study');
    await expect.poll(() => page.innerText('.order')).toContain('In study order');
    await page.click('.search-rules summary');
    const rules = await page.innerText('.search-rules');
    for (const { sentence } of searchRules) expect(rules).toContain(sentence);
  });

  it('goes to the box with /, and to the search from the box in the head of every page', async () => {
    await open('');
    await page.locator('h1').click();
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-box');
    expect(await page.inputValue('#search-box')).toBe('');
    await page.goto(site.address);
    await page.fill('#find', word);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/my-review\/search\/\?q=/);
    await page.waitForSelector('search-page[data-ready]');
    expect(await page.inputValue('#search-box')).toBe(word);
  });

  it('answers whatever is typed', async () => {
    const long = Array.from(
      { length: 200 },
      (_, index) => wordsOf(fold(site.records[index % site.records.length]?.text ?? ''))[index % 3] ?? 'x',
    ).join(' ');
    for (const typed of [
      long,
      `"${word} open`,
      '.*',
      '(((',
      '[a-z]+',
      '\\d',
      '🙂',
      'שלום',
      '<b>x</b>',
      '"',
      'AND',
      'code:',
      '-',
      `-${word}`,
    ]) {
      await open('');
      await page.fill('#search-box', typed);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.searchParams.get('q') === typed);
      await settled(page);
      const found = scanned(site.records, searchOf(page));
      const said = await status(page);
      expect(said, typed).toContain(
        found.length === 0 ? 'No excerpt' : new Intl.NumberFormat('en').format(found.length),
      );
      expect((await shownIds(page)).length, typed).toBe(Math.min(10, found.length));
    }
    await open('?q=%22open');
    expect(await page.innerText('.notices')).toContain('has no partner');
    await open('?code=no_such_code');
    expect(await page.innerText('.notices')).toContain('No excerpt of this study has Code “no_such_code”');
  });

  it.each(['light', 'dark'] as const)('is accessible in every view (%s)', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const views = [`?q=${word}&code=${code}`, `?q=${word}&view=kwic`, `?q=${word}&view=source`, `?q=${word}zz`, ''];
    for (const search of views) {
      await open(search);
      if (search === '') {
        await type(code.slice(0, 3));
        await page.waitForSelector('[role=option]');
      }
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { axe: run } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await run.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
      });
      expect(found, search).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), search).toBeLessThanOrEqual(
        0,
      );
    }
    await page.emulateMedia({ colorScheme: null });
  });
});

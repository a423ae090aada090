// The canonical search index answers as Pagefind's own, under the search page's policy and a base path.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchRecords, writeSearchIndex } from '../../src/commands/pagefind.ts';
import { serve, type Serving } from '../../src/commands/serve.ts';
import { searchPolicy } from '../../src/site/policy.ts';
import { sampleEdition } from '../site/sample-site.ts';
import { launchBrowser, watchedPage } from './launch.ts';

const edition = sampleEdition({ base: '/my-review/' });
const records = [...searchRecords(edition)];

let site: string;
let serving: Serving;
let browser: Browser;
let page: Page;
let faults: readonly string[];

beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), 'catena-pagefind-'));
  await writeSearchIndex(edition, join(site, 'pagefind'), () => {});
  const head = `<meta http-equiv="Content-Security-Policy" content="${searchPolicy}"><title>Search</title><link rel="icon" href="data:,"><script type="module" src="search.js"></script>`;
  writeFileSync(join(site, 'search.js'), "window.pagefind = await import('./pagefind/pagefind.js');");
  writeFileSync(join(site, 'index.html'), `<!doctype html><html lang="en"><head>${head}</head><body></body></html>`);
  serving = await serve(site, '/my-review/', null);
  browser = await launchBrowser();
  ({ page, faults } = await watchedPage(browser));
  await page.goto(serving.address);
  await page.waitForFunction(() => 'pagefind' in window);
});

afterAll(async () => {
  await browser.close();
  await serving.close();
  rmSync(site, { recursive: true, force: true });
});

interface Hit {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

interface Pagefind {
  readonly search: (
    words: string | null,
    options: object,
  ) => Promise<{ results: readonly { data: () => Promise<Hit> }[] }>;
}

/** `null` browses: filters without words. */
const search = (
  words: string | null,
  filters: Readonly<Record<string, readonly string[]>> = {},
): Promise<readonly Hit[]> =>
  page.evaluate(
    async ([term, chosen]) => {
      const { pagefind } = window as unknown as { pagefind: Pagefind };
      const { results } = await pagefind.search(term, { filters: chosen });
      return Promise.all(results.map((result) => result.data()));
    },
    [words, filters] as const,
  );

const ids = (hits: readonly Hit[]): readonly string[] => hits.map((hit) => hit.meta['title'] ?? '').sort();

describe('the search index', () => {
  it('finds every excerpt by a word of its text, at its own address', async () => {
    for (const record of records) {
      const word = /[\p{L}]{5,}/u.exec(record.content)?.[0];
      if (word === undefined) continue;
      const hit = (await search(word)).find((found) => found.meta['title'] === record.meta?.['title']);
      expect(hit?.content, word).toBe(record.content.replace(/\s+/g, ' ').trim());
      expect(hit?.url).toBe(`/my-review/${record.url}`);
    }
  });

  it('finds exactly the excerpts of each value of each filter', async () => {
    const values = new Set(
      records.flatMap((record) =>
        Object.entries(record.filters ?? {}).flatMap(([name, all]) =>
          all.map((value) => JSON.stringify([name, value])),
        ),
      ),
    );
    expect(values.size).toBeGreaterThan(10);
    for (const value of values) {
      const [name, wanted] = JSON.parse(value) as [string, string];
      const expected = records
        .filter((record) => record.filters?.[name]?.includes(wanted))
        .map((record) => record.meta?.['title'])
        .sort();
      expect(ids(await search(null, { [name]: [wanted] })), value).toEqual(expected);
    }
  });

  it('keeps what two filters and a word have in common', async () => {
    const record = records.find((one) => (one.filters?.['code']?.length ?? 0) > 0);
    const word = /[\p{L}]{5,}/u.exec(record?.content ?? '')?.[0] ?? '';
    const code = record?.filters?.['code']?.[0] ?? '';
    const source = record?.filters?.['source']?.[0] ?? '';
    expect(ids(await search(word, { code: [code], source: [source] }))).toContain(record?.meta?.['title']);
    expect(await search(word, { code: [code], source: ['no such source'] })).toEqual([]);
  });

  it('loads under the policy without a fault', () => {
    expect(faults).toEqual([]);
  });

  it('holds no interface of Pagefind’s own', () => {
    const files = readdirSync(join(site, 'pagefind'));
    expect(files.filter((file) => /ui|highlight|component|\.css$/.test(file))).toEqual([]);
  });

  it('has the same bytes when it is built again', async () => {
    const again = mkdtempSync(join(tmpdir(), 'catena-pagefind-'));
    await writeSearchIndex(edition, join(again, 'pagefind'), () => {});
    const tree = (folder: string): Readonly<Record<string, string>> =>
      Object.fromEntries(
        readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
          .map((file) => [file.slice(folder.length), readFileSync(file).toString('base64')]),
      );
    expect(tree(join(again, 'pagefind'))).toEqual(tree(join(site, 'pagefind')));
    rmSync(again, { recursive: true, force: true });
  });
});

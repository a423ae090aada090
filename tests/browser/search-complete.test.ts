// Of 300 searches the page finds, in Chromium, exactly the excerpts that a linear scan of the same build's study.json finds.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, watchedPage } from './launch.ts';
import { generatedSearches } from './search-queries.ts';
import { answers, embedded, openSearch, scanned, sharedStudies, studySite, type StudySite } from './search-sites.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function agreesWithTheScan(directory: string, seed: number): Promise<void> {
  const site: StudySite = await studySite(directory);
  try {
    const searches = generatedSearches(site.records, seed);
    expect(searches.length).toBe(300);
    const expected = searches.map((search) => scanned(site.records, search));
    const { page, faults } = await watchedPage(browser);
    await openSearch(page, site);
    const found = await answers(page, searches);
    const place = new Map(site.records.map((record, index) => [record.id as string, index]));
    const inStudyOrder = (ids: readonly string[]): readonly string[] =>
      ids.toSorted((a, b) => (place.get(a) ?? -1) - (place.get(b) ?? -1));
    const wrong = searches.flatMap((search, index) => {
      const answer = found[index];
      const same = JSON.stringify(inStudyOrder(answer?.ids ?? [])) === JSON.stringify(expected[index]);
      const first = JSON.stringify(answer?.shown) === JSON.stringify(answer?.ids.slice(0, 10));
      return same && first && answer?.kind === 'exact' ? [] : [{ search, expected: expected[index], ...answer }];
    });
    expect(wrong).toEqual([]);
    // The searches would prove little if they all found nothing, or everything.
    const sizes = expected.map((ids) => ids.length);
    expect(sizes.filter((size) => size === 0).length).toBeGreaterThan(20);
    expect(sizes.filter((size) => size > 0 && size < site.records.length).length).toBeGreaterThan(150);
    expect(faults).toEqual([]);
    await page.context().close();
  } finally {
    await site.close();
  }
}

describe('300 searches find what a linear scan of study.json finds', () => {
  it('in the embedded study', () => agreesWithTheScan(embedded, 1));

  // The visible corpora lie beside the repository only where Catena is developed.
  it.skipIf(!existsSync(sharedStudies))('in the two seeds', () => agreesWithTheScan(join(sharedStudies, 'seeds'), 2));
  it.skipIf(!existsSync(sharedStudies))('in the 49 notes', () =>
    agreesWithTheScan(join(sharedStudies, 'self-serve-platform'), 3),
  );
});

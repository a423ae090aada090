// In: a study's folder. Out: its built site, served, and what the tests of search ask of it: its excerpts as study.json has them.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { publish } from '../../src/commands/publish.ts';
import { editionOf } from '../../src/commands/reading.ts';
import { serve, type Serving } from '../../src/commands/serve.ts';
import { fromParams, queryOf, scan, type SearchRecord } from '../../src/study/derive/search/index.ts';
import { buildStudy } from '../../src/study/index.ts';

export const embedded = fileURLToPath(new URL('../../content/', import.meta.url));
export const sharedStudies = fileURLToPath(new URL('../../../shared/studies/', import.meta.url));

export interface StudySite {
  readonly folder: string;
  readonly address: string;
  readonly records: readonly SearchRecord[];
  readonly close: () => Promise<void>;
}

export async function studySite(directory: string, base = '/'): Promise<StudySite> {
  const { study } = await buildStudy({ directory });
  const folder = mkdtempSync(join(tmpdir(), 'catena-search-'));
  const out = join(folder, 'site');
  const edition = editionOf(study, { study: directory, base, site: '', excerptPages: null });
  await publish(edition, { out, force: false, search: true, exports: true, progress: () => {} });
  const serving: Serving = await serve(out, base, null);
  return {
    folder: out,
    address: serving.address,
    records: recordsOf(JSON.parse(readFileSync(join(out, 'exports', 'study.json'), 'utf8')) as StudyJson),
    close: async () => {
      await serving.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What of study.json search is about; its schema is tested elsewhere. */
interface StudyJson {
  readonly sources: readonly { id: string; title: string; sourceType: string; authorType: string }[];
  readonly excerpts: readonly {
    id: string;
    source: string;
    number: number;
    kind: string;
    text: string;
    speaker?: string;
    passage: string | null;
  }[];
  readonly passages: readonly { id: string; openCodes: readonly { text: string }[]; codes: readonly string[] }[];
  readonly codes: readonly { id: string; kind: string | null }[];
}

/** The excerpts of study.json as search sees them, by another way than the store's. */
function recordsOf(study: StudyJson): readonly SearchRecord[] {
  const sources = new Map(study.sources.map((source) => [source.id, source]));
  const passages = new Map(study.passages.map((passage) => [passage.id, passage]));
  const kinds = new Map(study.codes.map((code) => [code.id, code.kind]));
  return study.excerpts.map((excerpt, index) => {
    const source = sources.get(excerpt.source);
    const passage = excerpt.passage === null ? undefined : passages.get(excerpt.passage);
    const codes = passage?.codes ?? [];
    return {
      ...excerpt,
      position: index + 1,
      codes,
      codeKinds: [...new Set(codes.map((code) => kinds.get(code) ?? null))].filter((kind) => kind !== null),
      openCodes: passage?.openCodes.map((open) => open.text) ?? [],
      coded: passage !== undefined,
      sourceType: source?.sourceType ?? '',
      authorType: source?.authorType ?? '',
      sourceTitle: source?.title ?? '',
    } as unknown as SearchRecord; // ids and kinds of a file are strings
  });
}

/** What a linear scan of study.json finds for an address's query, in study order. */
export const scanned = (records: readonly SearchRecord[], search: string): readonly string[] =>
  scan(records, queryOf(fromParams(new URLSearchParams(search))).query);

export async function openSearch(page: Page, site: Pick<StudySite, 'address'>, search = ''): Promise<void> {
  await page.goto(`${site.address}search/${search}`);
  await page.waitForSelector('search-page[data-ready]');
}

/** As the page's own code answers, and shows: ids of the answer, and of the excerpts on the page. */
export interface Answered {
  readonly ids: readonly string[];
  readonly shown: readonly string[];
  readonly kind: string;
  readonly status: string;
}

export const answers = (page: Page, searches: readonly string[]): Promise<readonly Answered[]> =>
  page.evaluate(async (all) => {
    interface SearchPage extends Element {
      search(query: string): Promise<{ records: readonly { id: string }[]; count: { kind: string } }>;
    }
    const element = document.querySelector<SearchPage>('search-page');
    const found = [];
    for (const one of all) {
      const answer = await element?.search(one);
      found.push({
        ids: answer?.records.map((record) => record.id) ?? [],
        shown: [...document.querySelectorAll<HTMLElement>('[data-excerpt]')].map((hit) => hit.dataset['excerpt'] ?? ''),
        kind: answer?.count.kind ?? '',
        status: document.querySelector('.search-status')?.textContent ?? '',
      });
    }
    return found;
  }, searches);

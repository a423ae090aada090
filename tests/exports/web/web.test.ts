import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dateTime } from '../../../src/study/exports/date-time.ts';
import { feed } from '../../../src/study/exports/feed.ts';
import type { ExportContext, ExportFormat } from '../../../src/study/exports/format.ts';
import { llmsTxt } from '../../../src/study/exports/llms-txt.ts';
import { sha256Sums } from '../../../src/study/exports/sha256-sums.ts';
import { sitemap } from '../../../src/study/exports/sitemap.ts';
import type { Study } from '../../../src/study/model/study.ts';
import { all, parseXml } from '../refi/parse-xml.ts';
import { sampleContext, sampleStudy } from '../sample-study.ts';
import { richStudy } from '../study-json/rich-study.ts';

const written = (format: ExportFormat, context: ExportContext): string =>
  [...([...format.files(context)][0]?.write() ?? [])].join('');

const context = sampleContext(richStudy());
const locations = (xml: string) => all(parseXml(xml), 'loc').map(({ text }) => text);

describe('sitemap.xml', () => {
  it('has the full address of every source, code and excerpt, each once', () => {
    const urls = locations(written(sitemap, context));
    const site = 'https://review.example.edu/ovens/';
    expect(urls).toEqual(expect.arrayContaining([site, `${site}s/s1/`, `${site}c/access_control/`, `${site}e/s6-e2/`]));
    expect(new Set(urls).size).toBe(urls.length);
    for (const url of urls) expect(url.startsWith(site)).toBe(true);
  });

  it('has no excerpts where they have no page', () => {
    expect(locations(written(sitemap, { ...context, excerptPages: false })).join()).not.toContain('/e/');
  });

  it('is not there when the address is not known, nor for a draft', () => {
    expect([...sitemap.files({ ...context, site: '' })]).toEqual([]);
    expect([...sitemap.files(sampleContext(sampleStudy({ draft: true })))]).toEqual([]);
  });

  it('is an index of files of at most 50,000 addresses when there are more', () => {
    const [source] = context.study.sources;
    const sources = source === undefined ? [] : Array.from({ length: 120_000 }, () => source);
    const files = [...sitemap.files({ ...context, study: { ...context.study, sources }, excerptPages: false })];
    expect(files.map(({ path }) => path)).toEqual(['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml', 'sitemap-3.xml']);
    expect(locations([...(files[0]?.write() ?? [])].join(''))).toHaveLength(3);
    const counts = files.slice(1).map((file) => [...file.write()].join('').match(/<loc>/g)?.length ?? 0);
    expect(Math.max(...counts)).toBe(50_000);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(6 + 120_000 + context.study.codes.length);
  });
});

describe('feed.xml', () => {
  const edited = (study: Study): Study => ({
    ...study,
    sources: study.sources.map((source, index) => ({
      ...source,
      excerpts: source.excerpts.map((excerpt, n) => ({
        ...excerpt,
        since: '1.0.0',
        ...(index === 2 && n === 0 ? { editedSince: '1.2.0' } : {}),
      })),
    })),
  });

  it('has the sources that are new or changed in the release', () => {
    const root = parseXml(written(feed, sampleContext(edited(sampleStudy()))));
    expect(all(root, 'entry').map((entry) => all(entry, 'title')[0]?.text)).toEqual([
      's3: Annual report of a lamp maker',
    ]);
  });

  it('has all sources when no ledger tells releases', () => {
    const study = sampleStudy();
    const sources = study.sources.map((source) => ({
      ...source,
      excerpts: source.excerpts.map(({ since: _since, ...excerpt }) => excerpt),
    }));
    const root = parseXml(written(feed, sampleContext({ ...study, sources })));
    expect(all(root, 'entry')).toHaveLength(sources.length);
  });

  it('is dated by the release, has an author, and full addresses', () => {
    const root = parseXml(written(feed, sampleContext(edited(sampleStudy()))));
    expect(new Set(all(root, 'updated').map(({ text }) => text))).toEqual(new Set(['2023-04-05T00:00:00Z']));
    expect(all(root, 'author').length).toBeGreaterThan(0);
    for (const { attributes } of all(root, 'link'))
      expect(attributes['href']).toMatch(/^https:\/\/review\.example\.edu\/ovens\//);
    const ids = all(root, 'id').map(({ text }) => text);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
  });

  it('is not there without a date, without an address, or for a draft', () => {
    for (const changed of [{ released: '' }, { released: 'soon' }, { draft: true }])
      expect([...feed.files(sampleContext(sampleStudy(changed)))]).toEqual([]);
    expect([...feed.files({ ...context, site: '' })]).toEqual([]);
  });
});

describe('a date', () => {
  it.each([
    ['2023', '2023-01-01T00:00:00Z'],
    ['2023-04', '2023-04-01T00:00:00Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
    ['2023-02-29', null],
    ['2023-13', null],
    ['yesterday', null],
    ['', null],
  ])('%j is %j', (date, expected) => {
    expect(dateTime(date)).toBe(expected);
  });
});

describe('llms.txt', () => {
  const text = written(llmsTxt, context);

  it('begins with the title and what the study is', () => {
    expect(text).toMatch(/^# Ovens \\& lamps: a review of 100 % invented sources\n\n> Field notes about/);
  });

  it('has a line for each source and each code', () => {
    const items = text.split('\n').filter((line) => line.startsWith('- ['));
    expect(items).toHaveLength(5 + context.study.sources.length + context.study.codes.length);
  });

  it('lets no title break out of its line or become markup', () => {
    expect(text).toContain('\\<b\\>');
    expect(text).toContain('two lines');
    expect(text).not.toMatch(/<b>/);
  });
});

describe('SHA256SUMS', () => {
  const sha256 = createHash('sha256').update('').digest('hex');

  it('is sorted, one line a file, without itself', () => {
    const files = ['b', 'a/z', 'SHA256SUMS', 'Z'].map((path) => ({ path, sha256 }));
    expect(sha256Sums(files)).toBe(`${sha256}  Z\n${sha256}  a/z\n${sha256}  b\n`);
    expect(sha256Sums([...files].reverse())).toBe(sha256Sums(files));
  });

  it('escapes names as sha256sum does', () => {
    expect(sha256Sums([{ path: 'a\nb\\c', sha256 }])).toBe(`\\${sha256}  a\\nb\\\\c\n`);
  });
});

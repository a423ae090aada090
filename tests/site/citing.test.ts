// What the built pages say of themselves to reference managers and crawlers (the table of CITING.md), how they let themselves be cited,
// how they lead into the original, and what the page of exports says of the files.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asExcerptId, sourceId } from '../../src/study/model/ids.ts';
import type { LinkLedger, Study } from '../../src/study/model/study.ts';
import { sampleStudy } from '../exports/sample-study.ts';
import { sampleEdition, sampleSite, type SampleSite } from './sample-site.ts';

type Element = DefaultTreeAdapterMap['element'];

const site = 'https://review.example.edu/ovens/';
const base = '/ovens/';
const links: LinkLedger = {
  checked: '2023-04-01',
  results: {
    'https://blog.example.org/2021/02/cost_and_care?a=1&b=50%25#part~2': {
      status: 404,
      ok: false,
      since: '2023-01-02',
    },
    'https://oven.example.org/share#:~:text=old,words': { status: 200, ok: true },
  },
};
const gone = { status: 'moved', since: '1.0.0', gone: '1.1.0' } as const;
const study: Study = {
  ...sampleStudy(),
  links,
  tombstones: [
    {
      id: asExcerptId('s6-e9'),
      source: sourceId('s6'),
      status: 'moved',
      since: '1.0.0',
      gone: '1.1.0',
      to: [asExcerptId('s6-e3')],
    },
    ...(['s7', 's8'] as const).flatMap((old): Study['tombstones'] => [
      { ...gone, id: asExcerptId(`${old}-e1`), source: sourceId(old), to: [asExcerptId('s6-e1')] },
      { ...gone, id: asExcerptId(`${old}-e2`), source: sourceId(old), to: old === 's7' ? [asExcerptId('s6-e3')] : [] },
    ]),
    { id: asExcerptId('s6-e8'), source: sourceId('s6'), status: 'retired', since: '1.0.0', gone: '1.1.0', to: [] },
  ],
};

let built: SampleSite;
beforeAll(async () => {
  built = await sampleSite(sampleEdition({ study, site, base }));
});
afterAll(() => built.remove());

const markup = (path: string): string => readFileSync(join(built.out, path, 'index.html'), 'utf8');

function* elementsOf(path: string): Iterable<Element> {
  const open: DefaultTreeAdapterMap['node'][] = [parse(markup(path))];
  for (let node = open.shift(); node !== undefined; node = open.shift()) {
    if ('tagName' in node) yield node;
    if ('childNodes' in node) open.unshift(...node.childNodes);
  }
}
const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((one) => one.name === name)?.value;
const all = (path: string, tag: string): Element[] => [...elementsOf(path)].filter(({ tagName }) => tagName === tag);
const textOf = (element: Element): string =>
  element.childNodes.map((node) => ('value' in node ? node.value : 'tagName' in node ? textOf(node) : '')).join('');
const classes = (element: Element): readonly string[] => (attribute(element, 'class') ?? '').split(/\s+/);

/** Every named meta with its values, in order. */
function metas(path: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const element of all(path, 'meta')) {
    const name = attribute(element, 'name') ?? attribute(element, 'property');
    if (name !== undefined) found.set(name, [...(found.get(name) ?? []), attribute(element, 'content') ?? '']);
  }
  return found;
}
const forManagers = (path: string): Record<string, readonly string[]> =>
  Object.fromEntries([...metas(path)].filter(([name]) => /^(?:z:|DC\.|dcterms\.|bibo\.|citation_)/.test(name)));
const linked = (path: string, rel: string): readonly string[] =>
  all(path, 'link')
    .filter((element) => attribute(element, 'rel') === rel)
    .map((element) => attribute(element, 'href') ?? '');
function jsonLd(path: string): Record<string, unknown> {
  const [script] = all(path, 'script').filter((element) => attribute(element, 'type') === 'application/ld+json');
  return JSON.parse(script ? textOf(script) : '{}') as Record<string, unknown>; // written as an object
}
const ours = { 'DC.creator': ['Größe, Ada', 'O’Neill, Sam'], 'DC.date': ['2023-04-05'] };

describe('the head of a built page (CITING.md, section 2)', () => {
  it('of a source is about the article', () => {
    expect(forManagers('s/s6')).toEqual({
      'z:itemType': ['blogPost'],
      'DC.title': ['How we share one oven'],
      'DC.date': ['2022-07-01'],
      'z:publicationTitle': ['Oven News'],
      'z:websiteType': ['blog post'],
      'z:url': ['https://oven.example.org/share#:~:text=old,words'],
      'z:citationKey': ['smp-s6'],
      'z:extra': [`Evidence: ${site}s/s6/\nArchived: https://archive.example.net/oven`],
    });
    expect(linked('s/s6', 'cite-as')).toEqual([`${site}s/s6/`]);
    expect(linked('s/s6', 'collection')).toEqual([site]);
    expect(linked('s/s6', 'describedby')).toEqual(
      ['csl.json', 'bib', 'ris'].map((end) => `${site}exports/sources/s6.${end}`),
    );
    expect(linked('s/s6', 'type')).toEqual(['https://schema.org/WebPage']);
    expect(jsonLd('s/s6')).toMatchObject({
      '@type': 'WebPage',
      about: { '@type': 'Article', headline: 'How we share one oven' },
    });
  });

  it('parts the lines of z:extra by a character reference', () => {
    expect(markup('s/s6')).toContain(`content="Evidence: ${site}s/s6/&#10;Archived: https://archive.example.net/oven"`);
  });

  it('of a source without date and author, of a report and of an interview says so by its type', () => {
    const type = (path: string): readonly string[] => metas(path).get('z:itemType') ?? [];
    expect([type('s/s2'), type('s/s3'), type('s/p1')]).toEqual([['webpage'], ['report'], ['interview']]);
    expect(metas('s/s2').has('DC.date')).toBe(false);
    expect(metas('s/s2').has('DC.creator')).toBe(false);
  });

  it('of an excerpt is about our record', () => {
    const head = forManagers('e/s6-e3');
    expect(head).toMatchObject({
      'z:itemType': ['webpage'],
      ...ours,
      'z:websiteTitle': ['Ovens & lamps: a review of 100 % invented sources'],
      'z:url': [`${site}e/s6-e3/`],
      'z:citationKey': ['smp-s6-e3'],
      'z:extra': ['Quoted source: smp-s6, https://oven.example.org/share#:~:text=old,words'],
    });
    expect(head['DC.title']?.[0]).toMatch(/^Excerpt s6-e3: “<b>Keys<\/b> & fires/);
    expect(linked('e/s6-e3', 'cite-as')).toEqual([`${site}e/s6-e3/`]);
    expect(linked('e/s6-e3', 'collection')).toEqual([`${site}s/s6/`]);
    expect(jsonLd('e/s6-e3')).toMatchObject({
      type: 'Annotation',
      motivation: 'classifying',
      target: { selector: { type: 'TextQuoteSelector', exact: study.excerptById.get('s6-e3')?.text } },
    });
  });

  it('of a code is an entry of the codebook', () => {
    expect(forManagers('c/access_control')).toMatchObject({
      'z:itemType': ['dictionaryEntry'],
      'DC.title': ['Access control'],
      ...ours,
      'z:dictionaryTitle': ['Ovens & lamps: a review of 100 % invented sources: codebook'],
      'z:citationKey': ['smp-access_control'],
    });
    expect(jsonLd('c/access_control')).toMatchObject({ '@type': 'DefinedTerm', termCode: 'access_control' });
  });

  it('of the home page is a dataset with its files', () => {
    expect(forManagers('')).toMatchObject({
      'z:itemType': ['dataset'],
      ...ours,
      'z:url': ['https://doi.org/10.5281/zenodo.1234567'],
      'z:citationKey': ['smp'],
      'bibo.doi': ['10.5281/zenodo.1234567'],
      'z:versionNumber': ['1.2.0'],
      'z:repository': ['Zenodo'],
    });
    expect(linked('', 'cite-as')).toEqual(['https://doi.org/10.5281/zenodo.1234567']);
    expect(linked('', 'linkset')).toEqual([`${site}linkset.json`]);
    const items = linked('', 'item').map((url) => url.replace(site, ''));
    expect(items.length).toBeGreaterThan(10);
    expect(items.filter((path) => !existsSync(join(built.out, path)))).toEqual([]);
    expect(jsonLd('')).toMatchObject({ '@type': 'Dataset', version: '1.2.0' });
  });

  it('of the list of sources has a span for each of them, and nothing that would stand for one of them', () => {
    const spans = all('sources', 'span').filter((element) => classes(element).includes('Z3988'));
    const pages = spans.map((element) => new URLSearchParams(attribute(element, 'title')).get('rft.description'));
    expect(pages).toEqual(study.sources.map(({ id }) => `Evidence: ${site}s/${id}/`));
    expect(forManagers('sources')).toEqual({});
  });

  it('of an id that was given up leads on, and asks not to be found', () => {
    expect(metas('e/s6-e9').get('robots')).toEqual(['noindex']);
    expect(linked('e/s6-e9', 'canonical')).toEqual([`${site}e/s6-e3/`]);
    expect(all('e/s6-e9', 'meta').map((element) => attribute(element, 'http-equiv'))).toContain('refresh');
    expect(metas('e/s6-e8').get('robots')).toEqual(['noindex']);
    expect(linked('e/s6-e8', 'canonical')).toEqual([]);
    expect(forManagers('e/s6-e9')).toEqual({});
  });

  it('of a source that is gone leads to the one that has its texts, else to the pages of its excerpts', () => {
    const leadsTo = (path: string): readonly (string | undefined)[] =>
      all(path, 'meta').flatMap((one) =>
        attribute(one, 'http-equiv') === 'refresh' ? [attribute(one, 'content')] : [],
      );
    expect(leadsTo('s/s7')).toEqual([`0; url=${base}s/s6/`]);
    expect(metas('s/s7').get('robots')).toEqual(['noindex']);
    expect(leadsTo('s/s8')).toEqual([]);
    expect(metas('s/s8').get('robots')).toEqual(['noindex']);
    const links = all('s/s8', 'a').map((one) => attribute(one, 'href'));
    expect(links).toEqual(expect.arrayContaining([`${base}e/s8-e1/`, `${base}e/s8-e2/`]));
    expect(all('e/s8-e2', 'a').map((one) => attribute(one, 'href'))).toContain(`${base}s/s8/`);
  });

  it('of every page has our address and our card, and the policy before all else', () => {
    for (const path of ['', 's/s6', 'e/s6-e3', 'c/access_control', 'sources', 'codes', 'exports', 'search']) {
      const address = `${site}${path}${path === '' ? '' : '/'}`;
      expect(linked(path, 'canonical'), path).toEqual([address]);
      expect(metas(path).get('og:url'), path).toEqual([address]);
      expect(metas(path).get('description')?.[0], path).toMatch(/\S/);
      expect(metas(path).get('og:title')?.length, path).toBe(1);
      const [first] = all(path, 'meta');
      expect(first && attribute(first, 'http-equiv'), path).toBe('Content-Security-Policy');
    }
  });

  it('of a page that only leads on has one canonical address', () => {
    expect(linked('s/s60', 'canonical')).toHaveLength(1);
    expect(forManagers('s/s60')).toEqual({});
  });
});

describe('a source page', () => {
  it('has nothing that Zotero would take for the article’s date or author', () => {
    for (const { id } of study.sources) {
      for (const element of elementsOf(`s/${id}`)) {
        const { tagName } = element;
        expect(tagName === 'time' && attribute(element, 'datetime') !== undefined, id).toBe(false);
        expect(tagName === 'meta' && /^(?:author|citation_)/i.test(attribute(element, 'name') ?? ''), id).toBe(false);
        expect(tagName === 'a' && /\bauthor\b/.test(attribute(element, 'rel') ?? ''), id).toBe(false);
        expect(
          classes(element).some((name) => /byline|vcard|Z3988/i.test(name)),
          id,
        ).toBe(false);
      }
    }
  });

  it('lets the article be cited first and then itself, in seven forms each, without JavaScript', () => {
    const boxes = all('s/s6', 'details').filter((element) => classes(element).includes('cite'));
    expect(boxes.map((element) => attribute(element, 'id'))).toEqual(['cite-article', 'cite-page']);
    const forms = all('s/s6', 'div').flatMap((element) => attribute(element, 'data-form') ?? []);
    const seven = ['text', 'markdown', 'latex', 'bibtex', 'biblatex', 'ris', 'csl-json'];
    expect(forms).toEqual([...seven, ...seven]);
    expect(boxes.map(textOf).map((text) => /@misc\{([^,]+),/.exec(text)?.[1])).toEqual(['smp-s6', 'smp-s6-evidence']);
  });

  it('offers the files of its own bibliography', () => {
    const files = all('s/s6', 'a')
      .filter((element) => attribute(element, 'download') !== undefined)
      .map((element) => attribute(element, 'href') ?? '');
    expect(files).toHaveLength(4);
    for (const file of files) expect(existsSync(join(built.out, file.slice(base.length))), file).toBe(true);
  });
});

describe('the way into the original', () => {
  const external = (path: string): readonly Element[] =>
    all(path, 'a').filter((element) => (attribute(element, 'rel') ?? '').includes('external'));

  it('is offered for each excerpt whose words can be found, and for no other', () => {
    const found = external('s/s6').map((element) => attribute(element, 'href') ?? '');
    const fragments = found.filter((href) => href.includes(':~:text=') && !href.endsWith('=old,words'));
    expect(fragments).toHaveLength(3);
    expect(fragments.every((href) => href.startsWith('https://oven.example.org/share#:~:text='))).toBe(true);
  });

  it('stands before the archived copy, with the attributes of Robust Links', () => {
    const [original, archive] = external('e/s6-e1');
    expect(original && attribute(original, 'href')).toContain('https://oven.example.org/share#:~:text=Every%20baker');
    expect(original && attribute(original, 'data-versionurl')).toBe('https://archive.example.net/oven');
    expect(original && attribute(original, 'data-originalurl')).toBe(
      'https://oven.example.org/share#:~:text=old,words',
    );
    expect(original && attribute(original, 'data-versiondate')).toBeUndefined();
    expect(archive && attribute(archive, 'href')).toContain('https://archive.example.net/oven#:~:text=Every%20baker');
  });

  it('begins with the archived copy when the original is dead, and says since when', () => {
    const [first, second] = external('e/s1-e2');
    expect(first && attribute(first, 'href')).toMatch(/^https:\/\/archive\.example\.net\/.*:~:text=/);
    expect(second && attribute(second, 'href')).toMatch(/^https:\/\/blog\.example\.org\//);
    expect(second && attribute(second, 'data-versiondate')).toBe('2021-03-01');
    expect(markup('e/s1-e2')).toContain('dead since 2023-01-02');
    expect(markup('e/s6-e1')).toContain('answered on 2023-04-01');
    expect(markup('e/s2-e1')).toContain('not checked');
  });
});

describe('the page of exports', () => {
  it('says of every file what it weighs and what its digest is', () => {
    const rows = all('exports', 'li').filter((element) => /[0-9a-f]{64}/.test(textOf(element)));
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      const link = row.childNodes.find((node): node is Element => 'tagName' in node && node.tagName === 'a');
      const href = (link && attribute(link, 'href')) ?? '';
      expect(href.startsWith(base), href).toBe(true);
      const bytes = readFileSync(join(built.out, href.slice(base.length)));
      expect(textOf(row), href).toContain(createHash('sha256').update(bytes).digest('hex'));
      const said = bytes.length < 1000 ? `${String(bytes.length)} B` : `${(bytes.length / 1000).toFixed(1)} kB`;
      expect(textOf(row), href).toContain(said);
    }
  });

  it('shows how to use the files with ids that the study has', () => {
    const lines = all('exports', 'pre').map(textOf).join('\n');
    expect(lines).toContain('\\usepackage[study=smp]{catena}');
    expect(lines).toContain('--lua-filter catena.lua');
    const [id = ''] = /(?<=\\ceexcerpt\{)[^}]+/.exec(lines) ?? [];
    expect(study.excerptById.has(id)).toBe(true);
  });
});

describe('the basket', () => {
  it('says what it needs and where else excerpts are, for those without JavaScript', () => {
    const [way] = all('basket', 'div').filter((element) => classes(element).includes('basket-body'));
    expect(way && textOf(way)).toContain('needs JavaScript');
    const hrefs = all('basket', 'a').map((element) => attribute(element, 'href') ?? '');
    const files = ['excerpts.csv', 'codings.csv', 'study.json'].map((name) => `${base}exports/${name}`);
    expect(hrefs).toEqual(expect.arrayContaining(files));
    for (const file of files) expect(existsSync(join(built.out, file.slice(base.length))), file).toBe(true);
  });

  it('has a file for every hundred excerpts of a source, with nothing that is withheld', () => {
    for (const { id } of study.sources) expect(existsSync(join(built.out, `basket/${id}-0.json`)), id).toBe(true);
    const shard = JSON.parse(readFileSync(join(built.out, 'basket/s6-0.json'), 'utf8')) as {
      excerpts: { id: string; text: string }[];
    }; // as it was written
    expect(shard.excerpts.map(({ id }) => id)).toEqual(['s6-e1', 's6-e2', 's6-e3', 's6-e4']);
    expect(shard.excerpts[1]?.text).toBe('');
  });
});

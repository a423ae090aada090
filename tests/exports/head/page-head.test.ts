import { describe, expect, it } from 'vitest';
import { formats } from '../../../src/study/exports/index.ts';
import type { HeadElement } from '../../../src/study/exports/head-elements.ts';
import { datasetDescription } from '../../../src/study/exports/head-jsonld.ts';
import { licenceAddress } from '../../../src/study/exports/licence.ts';
import { linksetOf } from '../../../src/study/exports/linkset.ts';
import { type HeadContext, type HeadPage, headOf } from '../../../src/study/exports/page-head.ts';
import { asExcerptId, sourceId } from '../../../src/study/model/ids.ts';
import { sampleContext, sampleStudy } from '../sample-study.ts';
import { writtenBy } from '../written.ts';

const context: HeadContext = { ...sampleContext(), base: '/ovens/', formats };
const { study } = context;
const site = 'https://review.example.edu/ovens/';

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the sample study has it');
  return value;
}
const sourcePage = (id: string): HeadPage => ({ kind: 'source', source: found(study.sourceById.get(id)) });
const excerptPage = (id: string): HeadPage => ({ kind: 'excerpt', excerpt: found(study.excerptById.get(id)) });
const codePage = (id: string): HeadPage => ({ kind: 'code', code: found(study.codeById.get(id)) });
const listPage: HeadPage = { kind: 'sources', path: 'sources/', title: 'Sources', description: 'All sources' };

/** Names with their values, in order: `z:url`, `og:title`, `link cite-as`. */
function pairs(elements: readonly HeadElement[]): [string, string][] {
  return elements.flatMap((element): [string, string][] => {
    switch (element.tag) {
      case 'meta':
        return [['name' in element ? element.name : element.property, element.content]];
      case 'link':
        return [[`link ${element.rel}`, element.href]];
      case 'script-jsonld':
        return [];
    }
  });
}
const all = (page: HeadPage, of = context) => pairs(headOf(of, page).elements);
const zotero = (page: HeadPage) =>
  Object.fromEntries(all(page).filter(([name]) => /^(?:z:|DC\.|dcterms\.|bibo\.)/.test(name) && name !== 'DC.creator'));
const creators = (page: HeadPage) =>
  all(page)
    .filter(([name]) => name === 'DC.creator')
    .map(([, value]) => value);
const links = (page: HeadPage, of = context) => all(page, of).filter(([name]) => name.startsWith('link '));
function jsonLd(page: HeadPage): Record<string, unknown> {
  const script = headOf(context, page).elements.find((element) => element.tag === 'script-jsonld');
  return JSON.parse(script?.tag === 'script-jsonld' ? script.json : '{}') as Record<string, unknown>; // written as an object
}

describe('the head of a source page (CITING.md section 2)', () => {
  it('is about the article, not about us', () => {
    expect(zotero(sourcePage('s1'))).toEqual({
      'z:itemType': 'blogPost',
      'DC.title': 'Cost & care: 100 % {curly} #1, a_b ~ c^2 for $5 \\path "quoted" – really…',
      'DC.date': '2021-02-04',
      'z:publicationTitle': 'Müllers Werkstatt & Söhne',
      'z:websiteType': 'blog post',
      'z:url': 'https://blog.example.org/2021/02/cost_and_care?a=1&b=50%25#part~2',
      'z:citationKey': 'smp-s1',
      'z:extra': `Evidence: ${site}s/s1/\nArchived: https://archive.example.net/20210301120000/https://blog.example.org/2021/02/cost_and_care`,
      'DC.language': 'en',
    });
    expect(creators(sourcePage('s1'))).toEqual(['Müller, Jürgen', 'van Eijk, Tom']);
  });

  it('leaves out what is not known: no author, no date, the host in place of a site', () => {
    expect(zotero(sourcePage('s2'))).toEqual({
      'z:itemType': 'webpage',
      'DC.title': 'Undated notes of nobody',
      'z:publicationTitle': 'example.org',
      'z:websiteType': 'documentation',
      'z:url': 'https://example.org/a%20b_c/d%20e?x=%7B2%7D%7C3#Logical',
      'z:citationKey': 'smp-s2',
      'z:extra': `Evidence: ${site}s/s2/`,
    });
    expect(creators(sourcePage('s2'))).toEqual([]);
  });

  it('marks organisations with a final comma, reports and interviews as what they are', () => {
    expect(creators(sourcePage('s3'))).toEqual(['Lamp & Wick Ltd,']);
    expect(zotero(sourcePage('s3'))['z:itemType']).toBe('report');
    expect(zotero(sourcePage('p1'))['z:itemType']).toBe('interview');
  });

  it('has our social card, address and typed links', () => {
    const card = Object.fromEntries(
      all(sourcePage('s6')).filter(([name]) => name.startsWith('og:') || name === 'description'),
    );
    expect(card).toEqual({
      description:
        'Source s6 of Ovens & lamps: a review of 100 % invented sources: 4 excerpts, 3 of them in coded passages, 4 codes.',
      'og:type': 'website',
      'og:site_name': 'Ovens & lamps: a review of 100 % invented sources',
      'og:title': 's6: How we share one oven',
      'og:description':
        'Source s6 of Ovens & lamps: a review of 100 % invented sources: 4 excerpts, 3 of them in coded passages, 4 codes.',
      'og:url': `${site}s/s6/`,
    });
    expect(links(sourcePage('s6'))).toEqual([
      ['link canonical', `${site}s/s6/`],
      ['link cite-as', `${site}s/s6/`],
      ['link collection', site],
      ['link describedby', `${site}exports/sources/s6.csl.json`],
      ['link describedby', `${site}exports/sources/s6.bib`],
      ['link describedby', `${site}exports/sources/s6.ris`],
      ['link type', 'https://schema.org/WebPage'],
    ]);
  });

  it('names describing files that the exports write', () => {
    const paths = new Set(formats.flatMap((format) => [...writtenBy(format, context).keys()]));
    for (const page of [sourcePage('s6'), { kind: 'home' } as const]) {
      for (const [name, href] of links(page).filter(([rel]) => /describedby|item|linkset/.test(rel))) {
        expect(paths.has(href.slice(site.length)), `${name} ${href}`).toBe(true);
      }
    }
  });

  it('says in JSON-LD that the page is about an article with quotations', () => {
    const data = jsonLd(sourcePage('s6'));
    expect(data).toMatchObject({
      '@type': 'WebPage',
      '@id': `${site}s/s6/`,
      about: {
        '@type': 'Article',
        headline: 'How we share one oven',
        datePublished: '2022-07-01',
        archivedAt: 'https://archive.example.net/oven',
      },
    });
    expect(data['hasPart']).toEqual(
      [1, 2, 3, 4].map((number) => ({ '@type': 'Quotation', '@id': `${site}e/s6-e${String(number)}/` })),
    );
  });
});

describe('what would make Zotero save the wrong thing', () => {
  it('stands on no page', () => {
    const pages: HeadPage[] = [
      ...study.sources.map(({ id }) => sourcePage(id)),
      ...study.sources.flatMap((source) => source.excerpts.map(({ id }) => excerptPage(id))),
      ...study.codes.map(({ id }) => codePage(id)),
      { kind: 'home' },
      listPage,
    ];
    for (const page of pages) {
      const names = all(page).map(([name]) => name);
      expect(
        names.filter((name) => /^citation_|^author$|article:|z:DOI|z:archive|z:accessDate|DC\.identifier/.test(name)),
      ).toEqual([]);
      expect(all(page).every(([, value]) => value !== '')).toBe(true);
    }
  });

  it('COinS stand on list pages only, and there no z: block', () => {
    expect(headOf(context, sourcePage('s1')).coins).toEqual([]);
    expect(headOf(context, listPage).coins.map(({ source }) => source)).toEqual(study.sources.map(({ id }) => id));
    expect(all(listPage).filter(([name]) => name.startsWith('z:'))).toEqual([]);
  });
});

describe('COinS', () => {
  it('give each source as a KEV of Dublin Core', () => {
    const [s1, s2, s3] = headOf(context, listPage).coins.map(({ title }) => [...new URLSearchParams(title)]);
    expect(s1).toEqual([
      ['ctx_ver', 'Z39.88-2004'],
      ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
      ['rft.type', 'blogPost'],
      ['rft.title', 'Cost & care: 100 % {curly} #1, a_b ~ c^2 for $5 \\path "quoted" – really…'],
      ['rft.au', 'Müller, Jürgen'],
      ['rft.au', 'van Eijk, Tom'],
      ['rft.date', '2021-02-04'],
      ['rft.source', 'Müllers Werkstatt & Söhne'],
      ['rft.identifier', 'https://blog.example.org/2021/02/cost_and_care?a=1&b=50%25#part~2'],
      ['rft.language', 'en'],
      ['rft.description', `Evidence: ${site}s/s1/`],
    ]);
    expect(s2?.map(([name]) => name)).not.toContain('rft.date');
    expect(s3).toContainEqual(['rft.aucorp', 'Lamp & Wick Ltd']);
  });
});

describe('the head of our own records', () => {
  it('an excerpt is a web page of ours that quotes a source', () => {
    expect(zotero(excerptPage('s6-e1'))).toEqual({
      'z:itemType': 'webpage',
      'DC.title': 'Excerpt s6-e1: “Every baker has a key, but only one of them may hold the fir…”',
      'DC.date': '2023-04-05',
      'z:url': `${site}e/s6-e1/`,
      'z:citationKey': 'smp-s6-e1',
      'z:websiteTitle': 'Ovens & lamps: a review of 100 % invented sources',
      'z:extra': 'Quoted source: smp-s6, https://oven.example.org/share#:~:text=old,words',
      'DC.language': 'en',
      'dcterms.abstract':
        'Codes of its passage: Access control, acces_control, Virtual machines. Source: How we share one oven.',
    });
    expect(creators(excerptPage('s6-e1'))).toEqual(['Größe, Ada', 'O’Neill, Sam']);
    expect(links(excerptPage('s6-e1')).slice(1)).toEqual([
      ['link cite-as', `${site}e/s6-e1/`],
      ['link collection', `${site}s/s6/`],
    ]);
  });

  it('an excerpt is a Web Annotation that finds its quote by 32 characters on either side', () => {
    expect(jsonLd(excerptPage('s1-e3'))).toEqual({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `${site}e/s1-e3/`,
      type: 'Annotation',
      motivation: 'classifying',
      creator: [
        { type: 'Person', name: 'Ada Größe' },
        { type: 'Person', name: 'Sam O’Neill' },
      ],
      body: ['c/cost_transparency/', 'c/c-xf1deb75f/'].map((path) => ({
        type: 'SpecificResource',
        purpose: 'classifying',
        source: site + path,
      })),
      target: {
        source: 'https://blog.example.org/2021/02/cost_and_care?a=1&b=50%25#part~2',
        selector: {
          type: 'TextQuoteSelector',
          exact: 'Cold ovens, well-kept & cheap, are rare.',
          prefix: ' it, and when the oven is cold. ',
          suffix: ' Flour first.\nWater second, and ',
        },
      },
    });
  });

  it('withheld text is neither quoted nor context', () => {
    const text = JSON.stringify(headOf(context, excerptPage('s6-e2')).elements);
    expect(text).not.toContain('TextQuoteSelector');
    expect(jsonLd(excerptPage('s6-e3'))['target']).toHaveProperty('selector.prefix', '');
  });

  it('a code is an entry of the codebook and a defined term', () => {
    expect(zotero(codePage('access_control'))).toEqual({
      'z:itemType': 'dictionaryEntry',
      'DC.title': 'Access control',
      'DC.date': '2023-04-05',
      'z:url': `${site}c/access_control/`,
      'z:citationKey': 'smp-access_control',
      'z:dictionaryTitle': 'Ovens & lamps: a review of 100 % invented sources: codebook',
      'dcterms.abstract': 'Who may do what, & under which key; "asking first" counts too.',
    });
    expect(jsonLd(codePage('C++'))).toMatchObject({ '@type': 'DefinedTerm', termCode: 'C++', name: 'C++ & friends' });
    expect(links(codePage('C++')).slice(1)).toEqual([
      ['link cite-as', `${site}c/c-xf1deb75f/`],
      ['link collection', site],
    ]);
  });

  it('home is a dataset with a DOI, a release, a licence and its files', () => {
    const home: HeadPage = { kind: 'home' };
    expect(zotero(home)).toMatchObject({
      'z:itemType': 'dataset',
      'z:url': 'https://doi.org/10.5281/zenodo.1234567',
      'z:citationKey': 'smp',
      'bibo.doi': '10.5281/zenodo.1234567',
      'z:versionNumber': '1.2.0',
      'z:repository': 'Zenodo',
      'DC.rights': 'CC-BY-4.0',
    });
    const data = jsonLd(home);
    expect(data).toMatchObject({
      '@type': 'Dataset',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      version: '1.2.0',
      isAccessibleForFree: true,
    });
    const written = formats.filter((format) => writtenBy(format, context).size > 0);
    expect(data['distribution']).toHaveLength(written.length);
    expect(links(home)).toContainEqual(['link cite-as', 'https://doi.org/10.5281/zenodo.1234567']);
    expect(links(home)).toContainEqual(['link linkset', `${site}linkset.json`]);
    expect(links(home).filter(([rel]) => rel === 'link item')).toHaveLength(written.length - 1);
  });

  it('the description of the dataset has fifty characters at least, five thousand at most', () => {
    const length = (description: string): number =>
      datasetDescription(sampleContext(sampleStudy({ description }))).length;
    expect(length('')).toBeGreaterThanOrEqual(50);
    expect(length('Short.')).toBeGreaterThanOrEqual(50);
    expect(length('x'.repeat(9000))).toBe(5000);
  });

  it('a tombstone is found by nobody who does not ask for it, and points to its one successor', () => {
    const tombstone = { id: asExcerptId('s6-e9'), source: sourceId('s6'), since: '1.0.0', gone: '1.1.0' };
    const moved: HeadPage = {
      kind: 'tombstone',
      tombstone: { ...tombstone, status: 'moved', to: [asExcerptId('s6-e1')] },
    };
    expect(all(moved)).toEqual([
      ['description', 'Excerpt s6-e9 is moved.'],
      ['robots', 'noindex'],
      ['link canonical', `${site}e/s6-e1/`],
    ]);
    expect(headOf({ ...context, site: '' }, moved).elements).toContainEqual({
      tag: 'link',
      rel: 'canonical',
      href: '/ovens/e/s6-e1/',
    });
    const gone: HeadPage = { kind: 'tombstone', tombstone: { ...tombstone, status: 'retired', to: [] } };
    expect(all(gone)).toEqual([
      ['description', 'Excerpt s6-e9 is withdrawn.'],
      ['robots', 'noindex'],
    ]);
  });
});

describe('data of the head', () => {
  it('never closes its own script', () => {
    const evil = sampleStudy({ title: '</script><script>alert(1)</script>\u2028', description: '<!-- '.repeat(20) });
    const elements = headOf({ ...context, ...sampleContext(evil) }, { kind: 'home' }).elements;
    for (const element of elements) {
      if (element.tag === 'script-jsonld') expect(element.json).not.toMatch(/[<\u2028\u2029]/);
    }
  });

  it('holds no full address of ours while the site is not known, and links within the base', () => {
    const nowhere = { ...context, site: '' };
    expect(all(sourcePage('s6'), nowhere).map(([name]) => name)).not.toEqual(expect.arrayContaining(['og:url']));
    expect(links(sourcePage('s6'), nowhere)).toEqual([
      ['link collection', '/ovens/'],
      ['link describedby', '/ovens/exports/sources/s6.csl.json'],
      ['link describedby', '/ovens/exports/sources/s6.bib'],
      ['link describedby', '/ovens/exports/sources/s6.ris'],
      ['link type', 'https://schema.org/WebPage'],
    ]);
  });

  it('knows the address of common licences only', () => {
    expect(licenceAddress('CC-BY-NC-SA-4.0')).toBe('https://creativecommons.org/licenses/by-nc-sa/4.0/');
    expect(licenceAddress('CC0-1.0')).toBe('https://creativecommons.org/publicdomain/zero/1.0/');
    expect(licenceAddress('Apache-2.0')).toBe('https://spdx.org/licenses/Apache-2.0');
    expect(licenceAddress('https://example.org/licence')).toBe('https://example.org/licence');
    expect(licenceAddress('ask the authors')).toBe('');
  });
});

describe('linkset.json', () => {
  it('is the home page’s links as RFC 9264 has them', () => {
    const [text = ''] = writtenBy(linksetOf(formats.slice(0, 2)), context).values();
    expect(JSON.parse(text)).toEqual({
      linkset: [
        {
          anchor: site,
          'cite-as': [{ href: 'https://doi.org/10.5281/zenodo.1234567' }],
          author: [{ href: 'https://orcid.org/0000-0001-5109-3700' }],
          type: [{ href: 'https://schema.org/AboutPage' }, { href: 'https://schema.org/Dataset' }],
          item: [
            { href: `${site}exports/sources.csv`, type: 'text/csv' },
            { href: `${site}exports/excerpts.csv`, type: 'text/csv' },
          ],
          license: [{ href: 'https://creativecommons.org/licenses/by/4.0/' }],
        },
      ],
    });
  });

  it('counts from its own place while the address of the site is not known', () => {
    const study = sampleStudy({ doi: '' });
    const [text = ''] = writtenBy(linksetOf(formats.slice(0, 1)), { ...sampleContext(study), site: '' }).values();
    const { linkset } = JSON.parse(text) as { linkset: Record<string, unknown>[] }; // as it was written
    expect(linkset[0]).toMatchObject({ anchor: './', item: [{ href: './exports/sources.csv', type: 'text/csv' }] });
    expect(linkset[0]).not.toHaveProperty('cite-as');
  });
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textFragments } from '../../src/study/derive/text-fragment.ts';
import { excerptId, sourceId } from '../../src/study/model/ids.ts';
import type { Excerpt, Source } from '../../src/study/model/study.ts';
import { sampleStudy } from '../exports/sample-study.ts';

const executablePath = '/usr/bin/chromium';
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Blocks of an invented article; those with a number are quoted. A line end in a quote is the end of a block. */
const article: readonly { readonly html: string; readonly quote: string | null }[] = [
  { html: '<h2 id="q0">How to keep an oven warm</h2>', quote: 'How to keep an oven warm' },
  {
    html: '<p id="q1">An oven, well-kept &amp; clean, is warm when the street wakes; it is never cold.</p>',
    quote: 'An oven, well-kept & clean, is warm when the street wakes; it is never cold.',
  },
  { html: '<p>An oven, well-kept &amp; clean, needs wood.</p>', quote: null },
  {
    html: '<p id="q3">Wood comes from <em>the forest</em> behind the <a href="#x">mill</a>, and from nowhere else, said she.</p>',
    quote: 'Wood comes from the forest behind the mill, and from nowhere else, said she.',
  },
  {
    html: '<h3>Ash</h3><p id="q4">Ash is carried out at noon by whoever came last, and nobody minds.</p><p>Then the floor is swept with a wet broom until it shines.</p>',
    quote:
      'Ash\nAsh is carried out at noon by whoever came last, and nobody minds.\nThen the floor is swept with a wet broom until it shines.',
  },
  {
    html: '<ol><li id="q5">Open the door before you light the lamp</li><li>Light it</li></ol>',
    quote: '1. Open the door before you light the lamp',
  },
  {
    html: '<p id="q6">«Ψωμί» is bread – “bread”, they say – and bread is ψωμί, so it’s settled.</p>',
    quote: '«Ψωμί» is bread – “bread”, they say – and bread is ψωμί, so it’s settled.',
  },
];

const filler = '<p class="filler">Nothing is said here.</p>'.repeat(40);
const page = `<!doctype html><html lang="en"><title>Oven</title><style>.filler{margin:2em 0}</style><body>${article.map(({ html }) => filler + html).join('')}${filler}</body></html>`;

function sourceAt(url: string): Source {
  const base = sampleStudy().sourceById.get('s1');
  if (base === undefined) throw new Error('the sample study has an s1');
  const id = sourceId('s9');
  const excerpts = article.flatMap(({ quote }, index): Excerpt[] =>
    quote === null
      ? []
      : [
          {
            id: excerptId(id, index),
            source: id,
            number: index,
            position: index,
            kind: 'quote',
            text: quote,
            passage: null,
            lines: [1, 1],
            repairs: [],
          },
        ],
  );
  return { ...base, id, url, excerpts };
}

describe.skipIf(!existsSync(executablePath))('a text fragment leads Chromium to its passage', () => {
  let server: Server;
  let browser: Browser;
  let links: ReadonlyMap<string, string>;
  beforeAll(async () => {
    server = createServer((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // it listens on a port
    links = textFragments(sourceAt(`http://127.0.0.1:${String(port)}/oven#:~:text=old`));
    browser = await chromium.launch({ executablePath, args: flags });
  });
  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  });

  for (const [index, { quote }] of article.entries()) {
    if (quote === null) continue;
    it(`“${quote.slice(0, 40).replaceAll('\n', ' ')}…”`, async () => {
      const link = links.get(`s9-e${String(index)}`);
      expect(link).toBeDefined();
      const tab = await browser.newPage({ viewport: { width: 800, height: 400 } });
      try {
        await tab.goto(link ?? '');
        await tab.waitForFunction(() => window.scrollY > 0, undefined, { timeout: 5_000 });
        const box = await tab.locator(`#q${String(index)}`).boundingBox();
        expect(box?.y).toBeGreaterThanOrEqual(-20);
        expect(box?.y).toBeLessThan(400);
      } finally {
        await tab.close();
      }
    });
  }

  it('and a phrase that is not on the page leads nowhere', async () => {
    const tab = await browser.newPage({ viewport: { width: 800, height: 400 } });
    const [link = ''] = links.values();
    await tab.goto(link.replace(/text=.*$/, 'text=never%20said%20anywhere'));
    await tab.waitForTimeout(500);
    expect(await tab.evaluate(() => window.scrollY)).toBe(0);
    await tab.close();
  });
});

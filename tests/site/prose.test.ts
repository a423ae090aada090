// A prose page that cannot be built is named with its place and left out; the others are built.

import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readProse } from '../../src/site/prose.ts';
import { writeStudy } from '../commands/tiny-study.ts';
import { sampleEdition } from './sample-site.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'catena-prose-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

async function prose(files: Readonly<Record<string, string>>, foreign = false) {
  writeStudy(join(directory, 'pages'), files);
  const { pages, faults } = await readProse({ ...sampleEdition({ directory }), foreign });
  return { pages, faults: faults.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`) };
}

const front = '---\ntitle: A page\n---\n\n';
const source = sampleEdition().study.sources[0]?.id ?? '';

describe('prose pages', () => {
  it('that are right are taken, wherever they lie below the folder, in one order', async () => {
    const files = {
      'z.mdx': `${front}See [@${source}].`,
      'a.mdx': 'No front matter',
      'deep/b_1.mdx': '---\n---\nEmpty',
    };
    expect(await prose(files)).toEqual({ pages: ['a.mdx', 'deep/b_1.mdx', 'z.mdx'], faults: [] });
  });

  it('may import and use what they like', async () => {
    const text = `${front}import Plot from './Plot.astro'\nimport * as d from 'd3'\nexport const One = () => 1\n\n<Plot n={d.max([1])}/> <One/> <b>x</b>\n`;
    expect(await prose({ 'a.mdx': text })).toEqual({ pages: ['a.mdx'], faults: [] });
  });

  it.each([
    ['broken MDX', `${front}Text {unclosed\n`, 'pages/a.mdx:5:15 prose-syntax'],
    ['broken JavaScript', `${front}Text {1 +}\n`, 'pages/a.mdx:5:10 prose-syntax'],
    ['a component from nowhere', `${front}Text <Foo/>\n`, 'pages/a.mdx:5:6 prose-component'],
    ['broken front matter', '---\ntitle: [x\n---\n', 'pages/a.mdx:2:10 prose-front-matter'],
    ['a title that is no text', '---\ntitle: [x]\n---\n', 'pages/a.mdx:1:1 prose-front-matter'],
  ])('with %s are left out and named', async (_what, text, fault) => {
    expect(await prose({ 'a.mdx': text, 'b.mdx': front })).toEqual({ pages: ['b.mdx'], faults: [fault] });
  });

  it('that cite what is not there are kept, and named', async () => {
    expect(await prose({ 'a.mdx': `${front}One\n\n😀 [@nobody]` })).toEqual({
      pages: ['a.mdx'],
      faults: ['pages/a.mdx:7:3 prose-citation'],
    });
  });

  it('with names that no address can have are left out, and links are not followed', async () => {
    writeFileSync(join(directory, 'outside.mdx'), 'secret');
    writeStudy(join(directory, 'pages'), {});
    const named = await prose({ 'q?.mdx': front, '#x.mdx': front, 'a b.mdx': front, 'x.md': front });
    symlinkSync(join(directory, 'outside.mdx'), join(directory, 'pages', 'link.mdx'));
    expect(named.pages).toEqual([]);
    expect(named.faults).toHaveLength(4);
    expect((await prose({})).pages).toEqual([]);
  });

  it.each([
    ['an import', "import fs from 'node:fs'\n\nText\n"],
    ['an export', 'export const a = 1\n\nText\n'],
    ['an expression', 'Text {process.env.HOME}\n'],
    ['an expression in an attribute', '<b title={process.env.HOME}>x</b>\n'],
    ['spread attributes', '<b {...globalThis}>x</b>\n'],
    ['a script', '<script src="/x.js"></script>\n'],
    ['an element that loads', '<img src="https://example.org/x.png"/>\n'],
    ['a handler', '<b onclick="x()">x</b>\n'],
    ['an address that runs', '<a href="javascript:x()">x</a>\n'],
    ['a layout', '---\ntitle: A\nlayout: ./x.astro\n---\n\nText\n'],
    ['a layout behind blank lines', '\n\n---\nlayout: ./x.astro\n---\n\nText\n'],
    ['a layout in TOML', '+++\nlayout = "./x.astro"\n+++\n\nText\n'],
  ])('of a study.json do not run: %s', async (_what, text) => {
    const { pages, faults } = await prose(
      { 'a.mdx': text, 'b.mdx': `${front}{/**/}<mark class="x">x</mark> *y* [@${source}]` },
      true,
    );
    expect(pages).toEqual(['b.mdx']);
    expect(faults).not.toEqual([]);
    for (const fault of faults) expect(fault).toMatch(/ prose-code$/);
  });

  it('may be missing', async () => {
    expect(await prose({})).toEqual({ pages: [], faults: [] });
  });
});

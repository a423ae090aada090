// Memos of the embedded study on the pages as they are sent.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/study/parse/yaml-file.ts';
import { builtSite, studies } from '../built-site.ts';

let site = '';
beforeAll(async () => {
  site = await builtSite('content');
});

const memos = parseYaml(readFileSync(join(studies.content, 'memos.yaml'), 'utf8')).data as Record<string, string>;

interface Found {
  readonly text: string;
  /** Classes and data attributes of what it stands in, the nearest first. */
  readonly within: readonly string[];
}

function memosOn(page: string): readonly Found[] {
  const found: Found[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node, within: readonly string[]): void => {
    const names = 'attrs' in node ? node.attrs.map(({ name, value }) => (name === 'class' ? value : name)) : [];
    if (names.includes('memo')) found.push({ text: textOf(node), within });
    if ('childNodes' in node) for (const child of node.childNodes) visit(child, [...names, ...within]);
  };
  visit(parse(readFileSync(join(site, page, 'index.html'), 'utf8')), []);
  return found;
}

const textOf = (node: DefaultTreeAdapterTypes.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('a memo', () => {
  it('stands at its excerpt’s page, beside the excerpt’s passage, or at the head of its source, and never in a quote', () => {
    for (const [id, words] of Object.entries(memos)) {
      const source = /^[a-z]+\d+/.exec(id)?.[0] ?? '';
      const pages = id === source ? [`s/${source}`] : [`s/${source}`, `e/${id}`];
      for (const page of pages) {
        const [memo, ...more] = memosOn(page).filter(({ text }) => folded(text).includes(folded(words)));
        expect([more.length, folded(memo?.text ?? '')], `${id} on ${page}`).toEqual([0, expect.stringContaining(id)]);
        expect(memo?.within).not.toContain('data-excerpt');
        if (page.startsWith('s/')) expect(memo?.within).toContain(id === source ? 'leaf-head' : 'gloss');
      }
    }
  });

  it('is nowhere else: a source without any has no empty box', () => {
    expect(memosOn('s/s1')).toEqual([]);
    expect(memosOn('e/s6-e11')).toEqual([]);
  });
});

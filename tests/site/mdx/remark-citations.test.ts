// Ids in prose pages become links to what they cite; unknown ones stay visible and are reported with their place.

import { compile } from '@mdx-js/mdx';
import { describe, expect, it } from 'vitest';
import { remarkCitations, type UnknownCitation } from '../../../src/site/mdx/remark-citations.ts';
import { sampleEdition } from '../sample-site.ts';

const edition = sampleEdition({ base: '/my-review/' });
const [code] = edition.study.codes;
const [source] = edition.study.sources;
const [excerpt] = source?.excerpts ?? [];

async function page(text: string, changed: Partial<typeof edition> = {}) {
  const unknown: UnknownCitation[] = [];
  const options = {
    edition: () => ({ ...edition, ...changed }),
    unknown: (citation: UnknownCitation) => unknown.push(citation),
  };
  const code = await compile(
    { value: text, path: 'pages/about.mdx' },
    { remarkPlugins: [[remarkCitations, options]], jsx: true },
  );
  return { jsx: String(code), unknown };
}

describe('citations in prose pages', () => {
  it('lead to sources, excerpts and codes under the base path', async () => {
    const { jsx, unknown } = await page(`See [@${source?.id}], [@${excerpt?.id}] and [@${code?.id}].`);
    expect(jsx).toContain(`href="/my-review/s/${source?.id}/"`);
    expect(jsx).toContain(`href="/my-review/e/${excerpt?.id}/"`);
    expect(jsx).toContain(`href="/my-review/c/${code?.slug}/"`);
    expect(jsx).toContain(`data-cites="${excerpt?.id}"`);
    expect(unknown).toEqual([]);
  });

  it('lead to the anchor on the source page where excerpts have no pages', async () => {
    const { jsx } = await page(`[@${excerpt?.id}]`, { excerptPages: false });
    expect(jsx).toContain(`href="/my-review/s/${source?.id}/#${excerpt?.id}"`);
  });

  it('stand in one pair of brackets when several are cited together', async () => {
    const { jsx, unknown } = await page(`Seen twice [@${source?.id}; @nobody; @${excerpt?.id}].`);
    expect(jsx).toContain(`href="/my-review/s/${source?.id}/"`);
    expect(jsx).toContain(`href="/my-review/e/${excerpt?.id}/"`);
    expect(jsx).toContain('@nobody');
    expect(unknown.map(({ id }) => id)).toEqual(['nobody']);
  });

  it('stay visible and are reported with line and column when the study has no such id', async () => {
    const { jsx, unknown } = await page('First line\nand 😀 [@nobody] here');
    expect(jsx).toContain('[@nobody]');
    expect(unknown).toEqual([{ page: 'pages/about.mdx', id: 'nobody', line: 2, column: 7 }]);
  });

  it('are left alone in code and in links', async () => {
    const { jsx, unknown } = await page('`[@nobody]` and [a [@nobody] b](https://example.org/)');
    expect(jsx).not.toContain('<mark');
    expect(unknown).toEqual([]);
  });
});

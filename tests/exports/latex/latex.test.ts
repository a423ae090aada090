import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildStudy } from '../../../src/study/build-study.ts';
import { catenaDef } from '../../../src/study/exports/catena-def.ts';
import { catenaIds } from '../../../src/study/exports/catena-ids.ts';
import { catenaQuotes } from '../../../src/study/exports/catena-quotes.ts';
import { catenaSty } from '../../../src/study/exports/catena-sty.ts';
import { citableIds } from '../../../src/study/exports/citable-ids.ts';
import { latexTables } from '../../../src/study/exports/latex-tables.ts';
import { asExcerptId, codeId, slugOf, sourceId } from '../../../src/study/model/ids.ts';
import { sampleContext, sampleStudy } from '../sample-study.ts';
import { writtenBy } from '../written.ts';

const tombstone = { source: sourceId('s6'), since: '1.0.0', gone: '1.1.0' };
const context = sampleContext({
  ...sampleStudy(),
  tombstones: [
    { ...tombstone, id: asExcerptId('s6-e9'), status: 'moved', to: [asExcerptId('s6-e1')] },
    { ...tombstone, id: asExcerptId('s6-e8'), status: 'retired', to: [], reason: 'by \\request% of {them}' },
    { ...tombstone, id: asExcerptId('s6-e7'), status: 'moved', to: [asExcerptId('s6-e777')] },
  ],
});
const files = new Map([
  ...writtenBy(catenaDef, context),
  ...writtenBy(latexTables, context),
  ...writtenBy(catenaIds, context),
  ...writtenBy(catenaQuotes, context),
  ...writtenBy(catenaSty, context),
]);
const file = (name: string): string => files.get(`exports/${name}`) ?? '';

describe('the files for LaTeX and pandoc', () => {
  it.each([
    'catena-smp.def',
    'catena-smp-quotes.def',
    'catena-smp-sources.tex',
    'catena-smp-codes.tex',
    'catena-ids.txt',
  ])('%s is as expected', async (name) => {
    await expect(file(name)).toMatchFileSnapshot(`expected/${name}`);
  });

  it('name every source, excerpt, passage and code once', () => {
    const names = (kind: string): string[] =>
      [...file('catena-smp.def').matchAll(new RegExp(`^\\\\CEdef\\{${kind}\\}\\{([^}]*)\\}`, 'gm'))].map(
        (match) => match[1] ?? '',
      );
    const { sources, codes } = context.study;
    expect(names('source')).toEqual(sources.map(({ id }) => id));
    expect(names('excerpt')).toEqual(sources.flatMap(({ excerpts }) => excerpts.map(({ id }) => id)));
    expect(names('passage')).toEqual(sources.flatMap(({ passages }) => passages.map(({ id }) => id)));
    expect(new Set(names('code'))).toEqual(new Set(codes.flatMap(({ id, slug }) => [id, slug])));
    expect(names('code')).toHaveLength(new Set(names('code')).size);
  });

  it('are pure ASCII, the ids for pandoc apart, which are UTF-8', () => {
    for (const name of ['catena-smp.def', 'catena-smp-sources.tex', 'catena-smp-codes.tex', 'catena.sty']) {
      expect(file(name)).toMatch(/^[\n -~]+$/);
    }
    expect(file('catena.lua')).not.toContain('\t');
  });

  it('say which words an excerpt has, the same however they are wrapped, and nothing of words that are withheld', () => {
    const def = (change: (text: string) => string): string => {
      const study = sampleStudy();
      const sources = study.sources.map((source) => ({
        ...source,
        excerpts: source.excerpts.map((excerpt) => ({ ...excerpt, text: change(excerpt.text) })),
      }));
      return [...writtenBy(catenaDef, sampleContext({ ...study, sources })).values()].join('');
    };
    expect(def((text) => text.replaceAll(' ', '\n'))).toBe(def((text) => text));
    expect(def((text) => `${text} not`)).not.toBe(def((text) => text));
    expect(def(() => '')).not.toContain('\\CEtext{');
  });

  it('send renamed and moved ids on, and say why an id is gone', () => {
    const def = file('catena-smp.def');
    expect(def).toContain('\\CEmoved{source}{s60}{s6}\n');
    expect(def).toContain('\\CEmoved{code}{door_control}{access_control}\n');
    expect(def).toContain('\\CEmoved{excerpt}{s6-e9}{s6-e1}\n');
    expect(def).toContain('\\CEgone{excerpt}{s6-e8}{by request of them}\n');
    // Its successor does not stand: a redirect to nowhere is no redirect.
    expect(def).toContain('\\CEgone{excerpt}{s6-e7}{no reason recorded}\n');
    expect(file('catena-ids.txt')).toContain('gone\texcerpt\ts6-e8\tby \\request% of {them}\n');
  });

  it('send the old names of a code on, in words or by the slug that papers use, to a name that TeX can read', () => {
    const study = sampleStudy({ renamed: { sources: {}, codes: { 'Data & more': 'C++ & co' } } });
    const [first] = study.codes;
    if (first === undefined) throw new Error('the sample study has codes');
    const code = { ...first, id: codeId('C++ & co'), slug: slugOf('C++ & co'), aliases: [] };
    const ids = citableIds({ ...study, codes: [code], codeById: new Map([[code.id, code]]) }, true);
    expect(ids.filter(({ state }) => state === 'moved')).toEqual([
      { kind: 'code', id: 'Data & more', state: 'moved', to: code.slug },
      { kind: 'code', id: slugOf('Data & more'), state: 'moved', to: code.slug },
    ]);
  });

  it('never let an older id hide one that stands', () => {
    const study = sampleStudy({ renamed: { sources: { s1: 's6', s99: 's98' }, codes: { VMs: 'access_control' } } });
    const ids = citableIds(study, true);
    expect(ids.filter(({ state }) => state === 'moved')).toEqual([]);
  });

  it('hold no command of a code, a title or a reason', () => {
    const hostile = 'x}\\input{/etc/passwd}%\\write18{id}';
    const study = sampleStudy({ title: hostile, key: 'smp' });
    const [first] = study.codes;
    if (first === undefined) throw new Error('the sample study has codes');
    const codes = [
      {
        ...first,
        id: codeId(hostile),
        slug: slugOf(hostile),
        label: hostile,
        kind: hostile,
        codebook: { definition: hostile, parents: [], aliases: [] },
      },
    ];
    const sources = study.sources.map((source) => ({
      ...source,
      title: hostile,
      sourceType: hostile,
      url: `https://example.org/${hostile}`,
      bibliography: { site: hostile, authors: [{ name: hostile }] },
    }));
    const made = sampleContext({ ...study, codes, sources });
    const texts = [catenaDef, latexTables].flatMap((format) => [...writtenBy(format, made).values()]);
    for (const text of texts) {
      const commands = new Set(text.match(/\\[A-Za-z]+/g));
      expect([...commands].filter((command) => /input|write/.test(command))).toEqual([]);
      for (const line of text.split('\n').filter((each) => !each.startsWith('%'))) {
        const plain = line.replace(/\\[%#&_$]/g, '');
        expect(plain).not.toContain('%');
        if (line.includes('\\CEdef')) expect(plain.split('{').length).toBe(plain.split('}').length);
      }
    }
  });

  it('tell in the package what an unknown id is, and load nothing that clashes with a paper', () => {
    expect(file('catena.sty')).toContain("unknown~#1~'\\tl_to_str:n{#2}'~in~\\__catena_where:");
    expect(file('catena.sty')).not.toMatch(/RequirePackage\{[^}]*(?:hyperref|xcolor|colortbl)/);
  });
});

const shared = new URL('../../../../shared/studies/self-serve-platform/', import.meta.url);

describe('over the real corpus', () => {
  it.skipIf(!existsSync(shared))('the definitions stay below 100 bytes an id', async () => {
    const { study } = await buildStudy({ directory: fileURLToPath(shared) });
    const real = { study, site: 'https://review.example.org/', excerptPages: true };
    const [def = ''] = writtenBy(catenaDef, real).values();
    const ids = citableIds(study, true).length;
    expect(ids).toBeGreaterThan(1000);
    expect(def.length / ids).toBeLessThan(100);
  });
});

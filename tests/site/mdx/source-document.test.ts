// A source's MDX document says the same to any MDX compiler as to the site, and no word of a note is in its body.

import { evaluate } from '@mdx-js/mdx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { excerptId, passageId } from '../../../src/study/model/ids.ts';
import type { Passage, Source } from '../../../src/study/model/study.ts';
import { sourceDocument } from '../../../src/site/mdx/source-document.ts';
import { sourceParts, type SourcePart } from '../../../src/site/mdx/source-parts.ts';
import { sampleStudy } from '../../exports/sample-study.ts';

const study = sampleStudy();

interface Element {
  readonly type: unknown;
  readonly props: { readonly id?: string; readonly children?: unknown };
}

/** Compiles with @mdx-js/mdx and a runtime that keeps elements as data. */
async function compiled(document: string): Promise<readonly SourcePart[]> {
  const element = (type: unknown, props: Element['props']): Element => ({ type, props });
  const body = document.slice(document.indexOf('\n---\n') + 5);
  const runtime: unknown = { Fragment: 'fragment', jsx: element, jsxs: element };
  const { default: Content } = await evaluate(body, runtime as never);
  const components = { Passage: 'passage', Excerpt: 'excerpt', Figure: 'figure', Listing: 'listing' };
  return partsOf(Content({ components }));
}

function partsOf(node: unknown): readonly SourcePart[] {
  if (Array.isArray(node)) return node.flatMap(partsOf);
  if (node === null || typeof node !== 'object') return [];
  const { type, props } = node as Element;
  const children = partsOf(props.children);
  if (type === 'fragment') return children;
  const id = props.id ?? '';
  if (type === 'passage') return [{ kind: 'passage', id, parts: children }];
  return [{ kind: type as 'excerpt', id }];
}

const flat = (parts: readonly SourcePart[]): readonly string[] =>
  parts.flatMap((part) => (part.kind === 'passage' ? [part.id, ...flat(part.parts)] : [part.id]));

describe('the MDX document of a source', () => {
  it('gives any MDX compiler the tree that the site reads', async () => {
    for (const source of study.sources) {
      const document = sourceDocument(source);
      expect(await compiled(document), source.id).toEqual(sourceParts(document));
    }
  });

  it('holds every excerpt and every passage once, in the order of the note', () => {
    for (const source of study.sources) {
      const ids = flat(sourceParts(sourceDocument(source)));
      expect(ids.filter((id) => /-e\d+$/.test(id))).toEqual(source.excerpts.map((excerpt) => excerpt.id));
      expect(ids.filter((id) => /-p\d+$/.test(id)).toSorted()).toEqual(source.passages.map((p) => p.id).toSorted());
    }
  });

  it('puts an excerpt into its own passage and no other', () => {
    for (const source of study.sources) {
      for (const part of sourceParts(sourceDocument(source))) {
        const inside = part.kind === 'passage' ? part.parts : [part];
        const passage = part.kind === 'passage' ? part.id : null;
        for (const { id } of inside) expect(study.excerptById.get(id)?.passage).toBe(passage);
      }
    }
  });

  it('gives front matter that YAML reads back exactly, whatever a title says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (title, url) => {
        const [first] = study.sources;
        if (!first) throw new Error('the sample has no source');
        const document = sourceDocument({ ...first, title, url });
        const front: unknown = parse(document.slice(4, document.indexOf('\n---\n', 3)));
        expect(front).toMatchObject({ title, url, id: first.id });
        expect(sourceParts(document)).toEqual(sourceParts(sourceDocument(first)));
      }),
    );
  });

  it('places a passage without excerpts where its trace stands', () => {
    const [first] = study.sources;
    const [passage] = first?.passages ?? [];
    if (!first || !passage) throw new Error('the sample has no passage');
    const bare: Passage = { ...passage, id: passageId(first.id, 99), excerpts: [], line: 1_000_000 };
    const source: Source = { ...first, passages: [...first.passages, bare] };
    expect(sourceParts(sourceDocument(source)).at(-1)).toEqual({ kind: 'passage', id: bare.id, parts: [] });
    const early: Source = { ...first, passages: [...first.passages, { ...bare, line: 0 }] };
    expect(sourceParts(sourceDocument(early))[0]).toEqual({ kind: 'passage', id: bare.id, parts: [] });
  });

  it('refuses ids that could be markup', () => {
    const [first] = study.sources;
    const [excerpt] = first?.excerpts ?? [];
    if (!first || !excerpt) throw new Error('the sample has no excerpt');
    const id = `${excerptId(first.id, 1)}" onclick="x` as never;
    expect(() => sourceDocument({ ...first, excerpts: [{ ...excerpt, id, passage: null }] })).toThrow(/is no id/);
  });
});

describe('reading a source document', () => {
  const front = '---\n"id": "s1"\n---\n\n';
  it.each([
    ['an import', 'import x from "node:fs"'],
    ['an export', 'export const x = 1'],
    ['an expression', '{process.env.HOME}'],
    ['another component', '<Script id="s1-e1" />'],
    ['plain HTML', '<script id="s1-e1" />'],
    ['prose', 'Some words'],
    ['a component named after an object’s own property', '<constructor id="s1-e1" />'],
    ['a computed attribute', '<Excerpt id={process.env.HOME} />'],
    ['a spread attribute', '<Excerpt {...props} />'],
    ['a second attribute', '<Excerpt id="s1-e1" onclick="x" />'],
    ['text inside', '<Excerpt id="s1-e1">Some words</Excerpt>'],
  ])('refuses %s', (_what, body) => {
    expect(() => sourceParts(front + body + '\n')).toThrow();
  });
});

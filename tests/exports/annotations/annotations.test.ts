import { describe, expect, it } from 'vitest';
import { annotations } from '../../../src/study/exports/annotations.ts';
import type { ExportContext } from '../../../src/study/exports/format.ts';
import { sampleContext, sampleStudy } from '../sample-study.ts';
import { richStudy } from '../study-json/rich-study.ts';

interface Annotation {
  readonly id: string;
  readonly canonical: string;
  readonly motivation: string;
  readonly body?: readonly { readonly id?: string; readonly value: string; readonly purpose: string }[];
  readonly target: {
    readonly source: string;
    readonly scope?: string;
    readonly selector?: { readonly exact: string; readonly prefix: string; readonly suffix: string };
  };
}

function written(context: ExportContext) {
  const [file] = [...annotations.files(context)];
  return JSON.parse([...(file?.write() ?? [])].join(''));
}

describe('annotations.jsonld', () => {
  const context = sampleContext();
  const document = written(context);
  const items: readonly Annotation[] = document.first.items;
  const of = (id: string) => items.find((item) => item.id.endsWith(`/e/${id}/`));

  it('is a collection with one annotation for each excerpt', () => {
    expect(document).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationCollection' });
    expect(document.total).toBe(context.study.excerptById.size);
    expect(items.map(({ id }) => id)).toEqual(
      [...context.study.excerptById.keys()].map((id) => `https://review.example.edu/ovens/e/${id}/`),
    );
  });

  it('points into the original with the exact text and 32 characters on both sides', () => {
    expect(of('s1-e3')?.target).toMatchObject({
      source: 'https://blog.example.org/2021/02/cost_and_care?a=1&b=50%25#part~2',
      selector: {
        exact: 'Cold ovens, well-kept & cheap, are rare.',
        prefix: ' it, and when the oven is cold. ',
        suffix: ' Flour first.\nWater second, and ',
      },
    });
  });

  it('has no context before the first and after the last excerpt', () => {
    expect(of('s1-e1')?.target.selector?.prefix).toBe('');
    expect(of('s1-e5')?.target.selector?.suffix).toBe('');
  });

  it('cuts no character in two', () => {
    const study = richStudy();
    const all: readonly Annotation[] = written(sampleContext(study)).first.items;
    const contexts = all.flatMap(({ target: { selector } }) =>
      selector === undefined ? [] : [selector.prefix, selector.suffix],
    );
    for (const text of contexts) expect([...text].length).toBeLessThanOrEqual(32);
    for (const text of contexts) expect(text.isWellFormed()).toBe(true);
  });

  it('names the codes of the passage by page and label', () => {
    expect(of('s6-e1')).toMatchObject({ motivation: 'classifying' });
    expect(of('s6-e1')?.body?.[0]).toEqual({
      id: 'https://review.example.edu/ovens/c/access_control/',
      type: 'TextualBody',
      value: 'Access control',
      purpose: 'classifying',
    });
    expect(of('s1-e5')?.motivation).toBe('highlighting');
  });

  it('says that a text is withheld instead of quoting it, also beside its neighbours', () => {
    expect(of('s6-e2')?.target).not.toHaveProperty('selector');
    expect(of('s6-e2')?.body?.at(-1)).toMatchObject({ value: 'withheld: no permission of the publisher' });
    expect(of('s6-e1')?.target.selector?.suffix).toBe('');
  });

  it('points at the image of a figure, in its page', () => {
    expect(of('s5-e2')?.target).toEqual({
      type: 'SpecificResource',
      source: 'https://smile.example.org/queue.png',
      scope: 'https://smile.example.org/~ten/',
    });
  });

  it('points at our own page where no original is known', () => {
    expect(of('p1-e1')?.target.source).toBe('https://review.example.edu/ovens/s/p1/');
  });

  it('keeps its canonical ids when the site moves', () => {
    const moved: readonly Annotation[] = written({ ...context, site: 'https://elsewhere.example.net/' }).first.items;
    expect(moved.map(({ canonical }) => canonical)).toEqual(items.map(({ canonical }) => canonical));
    expect(new Set(items.map(({ canonical }) => canonical)).size).toBe(items.length);
  });

  it('never links what is no web address', () => {
    const study = sampleStudy();
    const sources = study.sources.map((source) => ({ ...source, url: 'javascript:alert(1)' }));
    const all: readonly Annotation[] = written(sampleContext({ ...study, sources })).first.items;
    for (const { target } of all) expect(target.source).toMatch(/^https:/);
  });
});

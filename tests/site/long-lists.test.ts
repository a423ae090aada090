// What a large study must not put on one page, and what must not be kept for all pages.

import { describe, expect, it } from 'vitest';
import { codeIndex, sharingWith, type Passage } from '../../src/study/index.ts';
import { accountPages } from '../../src/site/components/problems/problems-view.ts';
import { sharingMarkup } from '../../src/site/components/source/sharing-markup.ts';
import { keepLast } from '../../src/site/keep-last.ts';
import { asHtml } from '../../src/site/markup.ts';
import { publishEdition } from '../../src/site/study.ts';
import { sampleStudy } from '../exports/sample-study.ts';

describe('the account of notes', () => {
  it('has a row for every note, a thousand a page', () => {
    const study = sampleStudy();
    const [file] = study.files;
    if (!file) throw new Error('the sample has a file');
    const account = { shown: 1, structure: 1, ignored: 2 };
    const files = Array.from({ length: 2_345 }, (_, i) => ({ ...file, path: `s_${i}.md`, bytes: 4, account }));
    const pages = accountPages({ ...study, files });
    expect(pages.map((rows) => rows.length)).toEqual([1000, 1000, 345]);
    expect(pages.flat().map(({ file: { path } }) => path)).toEqual(files.map(({ path }) => path));
    expect(pages[0]?.[0]).toMatchObject({ shown: '25.0', structure: '25.0', ignored: '50.0' });
  });
});

describe('a code whose passages take several pages', () => {
  it('is linked at the page on which a source stands', () => {
    const sample = sampleStudy();
    const entry = [...codeIndex(sample).values()].find(({ sources }) => sources.length > 1);
    const [first, second] = entry?.sources ?? [];
    const asked = sample.sourceById.get(first?.source ?? '');
    if (!entry || !first || !second || !asked) throw new Error('the sample has a code in two sources');
    const long = new Set<string>(first.passages.map(({ id }) => id));
    const lengthened = (passage: Passage): Passage => {
      const [one] = asked.excerpts;
      return one && long.has(passage.id)
        ? { ...passage, excerpts: Array.from({ length: 200 }, () => one.id) }
        : passage;
    };
    const passageById = new Map([...sample.passageById].map(([id, passage]) => [id, lengthened(passage)]));
    const study = { ...sample, passageById };
    publishEdition({ study, base: '/', site: '', excerptPages: true, directory: '', reading: 0 });
    const html = asHtml(sharingMarkup(sharingWith(study, asked, 60)));
    expect(html).toMatch(new RegExp(`href="/c/${entry.code.slug}/\\d+/#in-${second.source}"`));
    expect(html).not.toContain(`href="/c/${entry.code.slug}/#in-${second.source}"`);
  });
});

describe('what was made last', () => {
  const counted = (): { readonly ask: (key: object) => object; readonly times: () => number } => {
    let times = 0;
    return { ask: keepLast((_key: object) => ({ made: ++times })), times: () => times };
  };

  it('is made once for those who ask for it one after the other, in one job and in the next', async () => {
    const { ask, times } = counted();
    const key = {};
    const made = ask(key);
    expect(ask(key)).toBe(made);
    await new Promise((done) => setImmediate(done));
    expect(ask(key)).toBe(made);
    expect(times()).toBe(1);
  });

  it('gives way to the next', () => {
    const { ask, times } = counted();
    const [one, other] = [{}, {}];
    ask(one);
    ask(other);
    ask(other);
    expect(times()).toBe(2);
    ask(one);
    expect(times()).toBe(3);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textFragments, uniqueFragments, withFragment } from '../../../src/study/derive/text-fragment.ts';
import { excerptId, sourceId } from '../../../src/study/model/ids.ts';
import type { Excerpt, Source } from '../../../src/study/model/study.ts';
import { sampleStudy } from '../../exports/sample-study.ts';

const study = sampleStudy();
const base = study.sourceById.get('s1');
if (base === undefined) throw new Error('the sample study has an s1');

function sourceWith(texts: readonly string[], url = 'https://example.org/a'): Source {
  const id = sourceId('s9');
  const excerpts = texts.map((text, index): Excerpt => {
    const number = index + 1;
    return {
      id: excerptId(id, number),
      source: id,
      number,
      position: number,
      kind: 'quote',
      text,
      passage: null,
      lines: [1, 1],
      repairs: [],
    };
  });
  return { ...(base as Source), id, url, excerpts }; // the check above
}

const fragmentOf = (text: string, ...others: string[]) => uniqueFragments(sourceWith([text, ...others])).get('s9-e1');
const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function decoded(link: string): string[] {
  const directive = link.slice(link.indexOf(':~:text=') + 8);
  return directive.split(',').map((term) => decodeURIComponent(term));
}

describe('a text fragment', () => {
  it('is the whole quote up to ten words, else its first five and last five', () => {
    expect(fragmentOf('one two three four five six seven eight nine ten')).toEqual({
      start: 'one two three four five six seven eight nine ten',
      end: null,
    });
    expect(fragmentOf('one two three four five six seven eight nine ten eleven')).toEqual({
      start: 'one two three four five',
      end: 'seven eight nine ten eleven',
    });
  });

  it('is not offered with less than four words', () => {
    expect(fragmentOf('one two three')).toBeUndefined();
    expect(fragmentOf('one two three four')).toBeDefined();
    expect(fragmentOf('one\ntwo\nthree\nfour\nfive')).toBeUndefined();
  });

  it('is not offered for a quote that the source repeats, whatever the case, accents and punctuation', () => {
    expect(fragmentOf('the lamp is lit', 'The Lamp is lít!')).toBeUndefined();
    expect(fragmentOf('the lamp is lit', 'and then the lamp is lit again')).toBeUndefined();
    expect(fragmentOf('the lamp is lit', 'the lamp is\nlit')).toBeDefined();
  });

  it('takes more first words when five stand elsewhere too', () => {
    const words = 'a b c d e f g h i j k l m n o p q r';
    expect(fragmentOf(words, 'a b c d e x y z')).toEqual({ start: 'a b c d e f', end: 'n o p q r' });
  });

  it('takes its terms from lines, since a term never crosses a paragraph', () => {
    expect(fragmentOf('First of all this\nand then some more words that follow after the end of it')).toEqual({
      start: 'First of all this',
      end: 'after the end of it',
    });
    expect(fragmentOf('Title\nThis is the paragraph below it')).toEqual({
      start: 'This is the paragraph below it',
      end: null,
    });
  });

  it('leaves out bullets and numbers, which browsers draw', () => {
    expect(fragmentOf('- bread and salt and water')?.start).toBe('bread and salt and water');
    expect(fragmentOf('2. bread and salt and water')?.start).toBe('bread and salt and water');
  });

  it('encodes what is syntax: hyphen, comma, ampersand', () => {
    const link = withFragment('https://example.org/', { start: 'a-b, c & (d)', end: "it's~*!" });
    expect(link).toBe('https://example.org/#:~:text=a%2Db%2C%20c%20%26%20%28d%29,it%27s%7E%2A%21');
    expect(link.split(':~:text=')[1]).not.toMatch(/[-&()]/);
  });

  it('keeps the fragment of the address and replaces its text directive', () => {
    const fragment = { start: 'a b c d', end: null };
    expect(withFragment('https://example.org/x#Logical', fragment)).toBe(
      'https://example.org/x#Logical:~:text=a%20b%20c%20d',
    );
    expect(withFragment('https://example.org/x#:~:text=old', fragment)).toBe(
      'https://example.org/x#:~:text=a%20b%20c%20d',
    );
    expect(withFragment('https://example.org/x#L:~:text=old&text=b', fragment)).toBe(
      'https://example.org/x#L:~:text=a%20b%20c%20d',
    );
  });

  it('is offered for web sources only, and never for withheld text', () => {
    const texts = ['one two three four five'];
    expect(textFragments(sourceWith(texts)).size).toBe(1);
    expect(textFragments(sourceWith(texts, '')).size).toBe(0);
    expect(textFragments(sourceWith(texts, 'javascript:alert(1)')).size).toBe(0);
    expect(textFragments({ ...sourceWith(texts), kind: 'interview' }).size).toBe(0);
    expect(textFragments(study.sourceById.get('s6') as Source).has('s6-e2')).toBe(false); // s6 is in the sample
  });

  it('decodes to words of its excerpt, for any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary', maxLength: 8 }), { maxLength: 30 }), { maxLength: 6 }),
        (quotes) => {
          const texts = quotes.map((words) => words.join(' '));
          const source = sourceWith(texts);
          for (const [id, fragment] of uniqueFragments(source)) {
            const text = squeeze(source.excerpts.find((excerpt) => excerpt.id === id)?.text ?? '');
            expect(text).toContain(fragment.start);
            expect(text).toContain(fragment.end ?? '');
            expect(decoded(withFragment('https://example.org/', fragment))[0]).toBe(fragment.start.toWellFormed());
          }
        },
      ),
      { numRuns: 200, seed: 5 },
    );
  });

  it('takes time linear in the source, hostile repetitions included', () => {
    const time = (count: number): number => {
      const source = sourceWith(
        Array.from({ length: count }, (_, index) => `same same same same ${String(index)} ${'-'.repeat(50)}x and more`),
      );
      const before = performance.now();
      expect(textFragments(source).size).toBe(count);
      return performance.now() - before;
    };
    time(500);
    expect(time(8000)).toBeLessThan(40 * Math.max(5, time(1000)));
  });
});

const shared = new URL('../../../../shared/truth/self-serve-platform.json', import.meta.url);

interface Truth {
  readonly sources: readonly {
    readonly id: string;
    readonly excerpts: readonly { readonly kind: string; readonly text?: string }[];
  }[];
}

describe('over the real corpus', () => {
  it.skipIf(!existsSync(shared))('most quotes get a fragment, and each decodes to words of its excerpt', () => {
    const truth = JSON.parse(readFileSync(shared, 'utf8')) as Truth; // the shape that its tool writes
    let offered = 0;
    let all = 0;
    for (const source of truth.sources.filter(({ id }) => id.startsWith('s'))) {
      const texts = source.excerpts.map((excerpt) => excerpt.text ?? '');
      const made = sourceWith(texts);
      all += texts.filter((text) => text.trim().split(/\s+/).length >= 4).length;
      for (const [id, fragment] of uniqueFragments(made)) {
        offered += 1;
        const text = squeeze(made.excerpts.find((excerpt) => excerpt.id === id)?.text ?? '');
        expect(text.includes(fragment.start) && text.includes(fragment.end ?? '')).toBe(true);
      }
    }
    expect(offered / all).toBeGreaterThan(0.95);
  });
});

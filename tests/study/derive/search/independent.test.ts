import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../../src/study/derive/search/folding.ts';
import { scan } from '../../../../src/study/derive/search/scan.ts';
import { aCorpus, hasCorpora, recordsOfCorpus } from './records.ts';

const folder = new URL('../../../../src/study/derive/search/', import.meta.url);

describe('the engine', () => {
  it('imports nothing but itself and types, so that it runs wherever JavaScript does', () => {
    const foreign = readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => {
        const lines = readFileSync(new URL(file, folder), 'utf8').matchAll(
          /^(import|export) (type )?[^;]*? from '([^']+)';/gms,
        );
        return [...lines]
          .filter(([, , type, from]) => type === undefined && !from?.startsWith('./'))
          .map(([line]) => `${file}: ${line}`);
      });
    expect(foreign).toEqual([]);
  });

  it('uses no clock, chance, language or page', () => {
    const forbidden = /\b(?:Date|Math\.random|localeCompare|toLocale\w+|Intl|document|window\.|fetch|process|Buffer)\b/;
    const using = readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .filter((file) =>
        forbidden.test(readFileSync(new URL(file, folder), 'utf8').replace(/\/\/.*|\/\*[^]*?\*\//g, '')),
      );
    expect(using).toEqual([]);
  });
});

// Written from the declared rules, with nothing of the engine but its folding. A Han character is a word of its own, and so
// ends those beside it.
const words = (text: string): readonly string[] => fold(text).split(/(?:[^\p{L}\p{M}\p{Nd}\p{Nl}]|\p{Script=Han})+/u);
const holdsPhrase = (text: string, phrase: string): boolean => {
  const sign = '[^\\p{L}\\p{M}\\p{Nd}\\p{Nl}]|\\p{Script=Han}';
  const literal = fold(phrase).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return new RegExp(`(?:^|${sign})${literal}(?:$|${sign})`, 'u').test(fold(text));
};

describe('the scan agrees with a second reading of the rules', () => {
  it('for words and phrases of generated excerpts', () => {
    const typed = fc.constantFrom('self', 'SERVE', 'naïve', 'platform', 'strasse', 'x', 'c', 'zebra');
    fc.assert(
      fc.property(aCorpus, typed, typed, (corpus, one, two) => {
        const word = scan(corpus, { kind: 'word', text: one, variants: false });
        expect(word).toEqual(corpus.filter(({ text }) => words(text).includes(fold(one))).map(({ id }) => id));
        const phrase = scan(corpus, { kind: 'phrase', text: `${one} ${two}` });
        expect(phrase).toEqual(corpus.filter(({ text }) => holdsPhrase(text, `${one} ${two}`)).map(({ id }) => id));
      }),
      { numRuns: 1500 },
    );
  });

  it.skipIf(!hasCorpora)(
    'for 60 words and 60 phrases of the 49 notes (they lie beside the repository where it is built)',
    () => {
      const corpus = recordsOfCorpus('self-serve-platform');
      const texts = corpus.filter(({ text }) => words(text).length > 8);
      for (let step = 0; step < 60; step += 1) {
        const own = words(texts[(step * 37) % texts.length]?.text ?? '').filter((word) => word !== '');
        const at = (step * 13) % (own.length - 3);
        const word = own[at] ?? '';
        const phrase = own.slice(at, at + 3).join(' ');
        expect(scan(corpus, { kind: 'word', text: word, variants: false })).toEqual(
          corpus.filter(({ text }) => words(text).includes(word)).map(({ id }) => id),
        );
        expect(scan(corpus, { kind: 'phrase', text: phrase })).toEqual(
          corpus.filter(({ text }) => holdsPhrase(text, phrase)).map(({ id }) => id),
        );
      }
    },
  );
});

// In: a number of excerpts. Out: an invented study of so many, as search sees it, with words as frequent and rare as those of texts.

import type { StoredStudy } from '../src/study/derive/search/index.ts';
import { asExcerptId, codeId, sourceId } from '../src/study/model/ids.ts';

/** Numbers below 1 in a fixed sequence: the same corpus on every machine. */
function* numbers(): Generator<number> {
  let state = 1;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

const random = numbers();
const next = (): number => random.next().value ?? 0;

const syllables = [
  'da',
  'ta',
  'me',
  'sh',
  'plat',
  'form',
  'gov',
  'ern',
  'ser',
  've',
  'own',
  'er',
  'pro',
  'duct',
  'lake',
  'team',
  'in',
  're',
];
/** By rank: few words make most of a text, since the rank falls with the fourth power of a number below 1. */
export const vocabulary = Array.from({ length: 20_000 }, (_, index) =>
  Array.from({ length: 1 + (index % 4) }, () => syllables[Math.floor(next() * syllables.length)] ?? '').join(''),
);
export const aWord = (): string => vocabulary[Math.floor(next() ** 4 * vocabulary.length)] ?? 'data';
const aText = (words: number): string => `${Array.from({ length: words }, aWord).join(' ')}’s end.`;

export function generatedSearchStudy(excerpts: number): StoredStudy {
  const codes = Array.from({ length: 200 }, (_, index) => codeId(`${aWord()}_${aWord()}_${index}`));
  const perSource = 27;
  const sources = Array.from({ length: Math.ceil(excerpts / perSource) }, (_, at) => {
    const ids = Array.from({ length: Math.min(perSource, excerpts - at * perSource) }, (_one, index) => index + 1);
    const texts = ids.map(() => aText(20 + Math.floor(next() * 110)));
    const passageOf = (first: number): StoredStudy['sources'][number]['passages'][number] => ({
      excerpts: ids.slice(first, first + 5).map((number) => asExcerptId(`s${at + 1}-e${number}`)),
      codes: codes.filter(() => next() < 0.02),
      openCodes: [{ text: aText(4) }],
    });
    return {
      id: sourceId(`s${at + 1}`),
      title: aText(6),
      sourceType: at % 3 === 0 ? 'Blog post' : 'Talk',
      authorType: 'Practitioner',
      excerpts: ids.map((number, index) => ({
        id: asExcerptId(`s${at + 1}-e${number}`),
        number,
        kind: number % 9 === 1 ? ('heading' as const) : ('quote' as const),
        text: texts[index] ?? '',
      })),
      passages: [0, 5, 10, 15, 20].map(passageOf),
    };
  });
  return {
    digest: '0'.repeat(64),
    settings: { release: '' },
    codes: codes.map((id) => ({ id, label: id.replaceAll('_', ' '), kind: 'force', aliases: [] })),
    sources,
  };
}

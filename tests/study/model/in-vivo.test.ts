import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWords } from '../../../src/study/model/find-words.ts';
import { codeId } from '../../../src/study/model/ids.ts';
import { foldWords, sameWords, standingIn, standsIn } from '../../../src/study/model/in-vivo.ts';

describe('folding', () => {
  it('forgets case, blanks, underscores and the shape of quotes and dashes', () => {
    expect(foldWords('  The_“Big”\n Team’s  plan – A ')).toBe('the "big" team\'s plan - a');
    expect(foldWords('plain words')).toBe('plain words');
  });
});

describe('words in vivo', () => {
  it('stand in a text when no letter goes on where they begin or end', () => {
    expect(standsIn('cat', 'the cat sat')).toBe(true);
    expect(standsIn('cat', 'catalogue, concat')).toBe(false);
    expect(standsIn('cat', 'catalogue, cat')).toBe(true);
    expect(standsIn('c++', 'in c++17')).toBe(true);
    expect(standsIn('(x', 'f(x)')).toBe(true);
    expect(standsIn('data', '大data大')).toBe(false);
    expect(standsIn('', 'anything')).toBe(false);
  });

  it('are found alike one by one and all at once', () => {
    const letters = fc.constantFrom('a', 'b', 'ab', ' ', ' ', '-', '(', '𐌰', 'é');
    const text = fc.array(letters, { maxLength: 30 }).map((parts) => foldWords(parts.join('')));
    const wanted = fc
      .uniqueArray(fc.array(letters, { minLength: 1, maxLength: 5 }).map((parts) => foldWords(parts.join(''))))
      .map((all) => all.filter((words) => words !== ''));
    fc.assert(
      fc.property(wanted, fc.array(text, { maxLength: 4 }), (words, texts) => {
        const slowly = words.filter((one) => texts.some((whole) => standsIn(one, whole)));
        expect([...findWords(words, texts)].sort()).toEqual([...slowly].sort());
        expect([...standingIn(words, texts)].sort()).toEqual([...slowly].sort());
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('are found in linear time where looking for each would take hours', () => {
    const wanted = Array.from({ length: 20_000 }, (_, i) => `${'a '.repeat(20)}${i}`);
    const texts = ['a '.repeat(200_000), `${'a '.repeat(50)}19999 b`];
    expect([...standingIn(wanted, texts)]).toEqual([`${'a '.repeat(20)}19999`]);
    expect(standingIn(['a'.repeat(100_000)], ['a'.repeat(1_000_000)]).size).toBe(0);
  });
});

describe('codes with the words of an open code', () => {
  it('say them by id or label, hyphens and blanks apart', () => {
    const taken = sameWords([
      { id: codeId('access_control'), label: 'Access Control' },
      { id: codeId('rbac'), label: 'Access-control!' },
      { id: codeId('__proto__'), label: 'constructor' },
    ]);
    expect(taken('access control')).toEqual(['access_control', 'rbac']);
    expect(taken('Constructor')).toEqual(['__proto__']);
    expect(taken('toString')).toEqual([]);
  });
});

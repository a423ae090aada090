import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byCodePoint, fold, foldWithOffsets, originalSpan } from '../../../../src/study/derive/search/folding.ts';
import { isWordBoundary, wordSpans, wordsOf } from '../../../../src/study/derive/search/words.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(
      'e',
      '\u0301',
      'É',
      'ß',
      'İ',
      'ﬁ',
      ' ',
      '\u00ad',
      '\u200d',
      '👩',
      '💻',
      '’',
      '—',
      '\n',
      '数',
      'が',
      'か',
      '\u3099',
      '\ud800',
    ),
    maxLength: 30,
  }),
);

describe('folding', () => {
  it.each([
    ['case', 'Self-Serve PLATFORM', 'self-serve platform'],
    ['accents, composed or not', 'naïve nai\u0308ve Čapek', 'naive naive capek'],
    ['typographic quotes', '‘team’s’ “mesh” „netz“', `'team's' "mesh" "netz"`],
    ['dashes', 'self‑serve – and — on', 'self-serve - and - on'],
    ['white space', ' a\u00a0b\r\n\tc\u2009d ', 'a b c d'],
    ['invisible characters', 'plat\u00adform\u200b s\u2060o\ufeff', 'platform so'],
    ['ligatures', 'eﬃcient ﬁle', 'efficient file'],
    ['sharp s, small and capital', 'Straße STRAẞE', 'strasse strasse'],
    ['Turkish dotted and dotless i', 'İstanbul ısı', 'istanbul isi'],
    ['final sigma', 'ΛΌΓΟΣ λόγος', 'λογοσ λογοσ'],
    ['full-width letters', 'Ｄａｔａ', 'data'],
    ['subscripts, not the numbers of notes', 'CO₂ mesh¹', 'co2 mesh¹'],
    ['signs keep their meaning', 'a≠b Delivery™', 'a≠b delivery™'],
    ['kana keep their voicing', 'が か\u3099 か', 'が が か'],
  ])('makes no difference of %s', (_what, text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('folds every character to something that folds to itself', () => {
    const changing: string[] = [];
    for (let point = 0; point < 0x20000; point += 1) {
      // Han and Hangul fold to themselves in tens of thousands; private and unassigned code points are nobody's letters.
      if (/[\p{Script=Han}\p{Script=Hangul}\p{Co}\p{Cn}]/u.test(String.fromCodePoint(point))) continue;
      const folded = fold(`a${String.fromCodePoint(point)}b`);
      if (fold(folded) !== folded) changing.push(point.toString(16));
    }
    expect(changing).toEqual([]);
  });

  it('says the same with and without offsets', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldWithOffsets(text).text).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('leads every folded range back to original characters that fold to it', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const folded = foldWithOffsets(text);
        fc.pre(folded.text.length > 0);
        const start = a % folded.text.length;
        const end = start + 1 + (b % (folded.text.length - start));
        const span = originalSpan(folded, start, end);
        expect(span.start).toBeLessThan(span.end);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(fold(text.slice(span.start, span.end))).toContain(folded.text.slice(start, end).trim());
      }),
      { numRuns: 2000 },
    );
  });

  it('never cuts a surrogate pair or a letter from its accents', () => {
    const text = 'x cafe\u0301 🙂 ﬁn';
    const folded = foldWithOffsets(text);
    const at = (part: string): string => {
      const start = folded.text.indexOf(part);
      const span = originalSpan(folded, start, start + part.length);
      return text.slice(span.start, span.end);
    };
    expect(at('cafe')).toBe('cafe\u0301');
    expect(at('🙂')).toBe('🙂');
    expect(at('f')).toBe('f');
    expect(at('in')).toBe('ﬁn');
  });

  it('takes time in proportion to the text, whatever the text', () => {
    const heaps = ['a'.repeat(400_000), 'a' + '\u0301'.repeat(400_000), '’ '.repeat(200_000), '\u00ad'.repeat(400_000)];
    for (const heap of heaps) {
      const started = performance.now();
      fold(heap);
      foldWithOffsets(heap);
      expect(performance.now() - started).toBeLessThan(3000);
    }
  });
});

describe('words', () => {
  it('are runs of letters and digits, and single characters where no blanks are written', () => {
    expect(wordsOf(fold('Self-serve’s team_2, 数据 ไทย C++ 3.5 🙂'))).toEqual([
      'self',
      'serve',
      's',
      'team',
      '2',
      '数',
      '据',
      'ไ',
      'ท',
      'ย',
      'c',
      '3',
      '5',
    ]);
  });

  it('begin and end exactly where a boundary is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = fold(text);
        const spans = wordSpans(folded);
        const inside = new Set(
          spans.flatMap(({ start, end }) => Array.from({ length: end - start - 1 }, (_, step) => start + 1 + step)),
        );
        for (let at = 0; at <= folded.length; at += 1) {
          const low = folded.charCodeAt(at);
          const inPair = low >= 0xdc00 && low <= 0xdfff && /[\ud800-\udbff]/.test(folded.charAt(at - 1));
          if (!inPair) expect([at, isWordBoundary(folded, at)]).toEqual([at, !inside.has(at)]);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('order by code point', () => {
  it('is that of the code points, also beyond the first plane', () => {
    const byNumbers = (a: string, b: string): number => {
      const left = [...a].map((char) => char.codePointAt(0) ?? 0);
      const right = [...b].map((char) => char.codePointAt(0) ?? 0);
      const at = left.findIndex((point, index) => point !== right[index]);
      return at === -1 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1);
    };
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\uffee', '🙂', '数', '\ue000'), maxLength: 4 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(byCodePoint(a, b))).toBe(Math.sign(byNumbers(a, b)));
      }),
    );
  });
});

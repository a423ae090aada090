import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../../src/study/derive/search/folding.ts';
import { marksIn, piecesOf } from '../../../../src/study/derive/search/marks.ts';
import { parseQuery } from '../../../../src/study/derive/search/parse-query.ts';
import { textsOf } from '../../../../src/study/derive/search/query.ts';
import { scan } from '../../../../src/study/derive/search/scan.ts';
import { aCorpus, aQuery } from './records.ts';

const marked = (text: string, typed: string): string =>
  piecesOf(text, marksIn(text, parseQuery(typed).query))
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

describe('marks', () => {
  it.each([
    ['A data mesh, and DATA.', 'data', 'A [data] mesh, and [DATA].'],
    ['data-mesh', 'data mesh', '[data]-[mesh]'],
    ['the data mesh', '"data mesh" mesh', 'the [data mesh]'],
    ['meshes and mesh', 'mesh', 'meshes and [mesh]'],
    ['platforms', '~platform', '[platforms]'],
    ['naïve nai\u0308ve!', 'naive', '[naïve] [nai\u0308ve]!'],
    ['plat\u00adform', 'platform', '[plat\u00adform]'],
    ['Straße', 'strasse', '[Straße]'],
    ['İstanbul is big', 'istanbul', '[İstanbul] is big'],
    ['an eﬃcient one', 'efficient', 'an [eﬃcient] one'],
    ['🙂 data 🙂', 'data', '🙂 [data] 🙂'],
    ['we 👩\u200d💻 code', '👩', 'we [👩\u200d💻] code'],
    ['we 👩\u200d💻 code', '💻', 'we [👩\u200d💻] code'],
    ['ok 👍🏽 yes', '👍', 'ok [👍🏽] yes'],
    ['self \n serve', 'self-serve', '[self \n serve]'],
    ['a b', '-a', 'a b'],
    ['a b', 'code:a', 'a b'],
    ['“mesh”', '"“mesh”"', '[“mesh”]'],
    ['שלום עולם', 'עולם', 'שלום [עולם]'],
    ['大数据', '数据', '大[数据]'],
    ['大数据', '数 据', '大[数][据]'],
    ['<b>mesh</b>', 'b', '<[b]>mesh</[b]>'],
  ])('in %j for %s are %j', (text, typed, expected) => {
    expect(marked(text, typed)).toBe(expected);
  });

  it('lie in order, apart, inside the text, and the pieces are the text', () => {
    fc.assert(
      fc.property(aCorpus, aQuery, (corpus, query) => {
        for (const { text } of corpus) {
          const marks = marksIn(text, query);
          marks.forEach(({ start, end }, index) => {
            expect(start).toBeLessThan(end);
            expect(start).toBeGreaterThanOrEqual(marks[index - 1]?.end ?? 0);
          });
          expect(
            piecesOf(text, marks)
              .map((piece) => piece.text)
              .join(''),
          ).toBe(text);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('are there in every hit of a single word or phrase, and hold it', () => {
    fc.assert(
      fc.property(aCorpus, aQuery, (corpus, query) => {
        const [text] = textsOf(query);
        fc.pre(text !== undefined && !(text.kind === 'word' && text.variants));
        if (text === undefined) return;
        const hits = new Set(scan(corpus, text));
        for (const one of corpus) {
          const marks = marksIn(one.text, text);
          expect(marks.length > 0).toBe(hits.has(one.id));
          const plain = (part: string): string => fold(part).replaceAll('-', ' ');
          for (const { start, end } of marks)
            expect(plain(one.text.slice(start, end))).toContain(plain(text.text).trim());
        }
      }),
      { numRuns: 1000 },
    );
  });
});

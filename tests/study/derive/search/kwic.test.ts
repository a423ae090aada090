import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concordance, linesAsText, linesOf } from '../../../../src/study/derive/search/kwic.ts';
import { parseQuery } from '../../../../src/study/derive/search/parse-query.ts';
import { record } from './records.ts';

const lines = (text: string, typed: string, window = 2): readonly string[] =>
  linesOf(record(text), parseQuery(typed).query, window).map((line) => `${line.left}|${line.keyword}|${line.right}`);

describe('a concordance', () => {
  it('has one line an occurrence, with so many words to each side as written', () => {
    expect(lines('One, two three Mesh four; five six mesh.', 'mesh')).toEqual([
      'two three |Mesh| four; five',
      'five six |mesh|',
    ]);
    expect(lines('mesh', 'mesh')).toEqual(['|mesh|']);
    expect(lines('a mesh', 'mesh', 0)).toEqual(['|mesh|']);
    expect(lines('a\n\nb “data  mesh” c', '"data mesh"', 9)).toEqual(['a b “|data mesh|” c']);
    expect(lines('naïve 🙂 Straße x', 'strasse', 1)).toEqual(['naïve 🙂 |Straße| x']);
  });

  it('has no line for what is excluded or only filtered, and one for a place that two words of the query mean', () => {
    expect(lines('a b', '-b')).toEqual([]);
    expect(lines('a b', 'code:x')).toEqual([]);
    expect(lines('a b', 'a OR A')).toEqual(['|a| b']);
  });

  it('says where the keyword stands in the excerpt', () => {
    const text = 'x 👩\u200d💻 nai\u0308ve y';
    const [line] = linesOf(record(text), parseQuery('naive').query, 3);
    expect(text.slice(line?.span.start, line?.span.end)).toBe('nai\u0308ve');
  });

  it('sorts by the first neighbour, then the second, then study order, as a plain reference does', () => {
    const aText = fc.array(fc.constantFrom('a', 'b', 'É', 'e', 'Z', 'k', '🙂'), { maxLength: 8 });
    const window = 3;
    fc.assert(
      fc.property(fc.array(aText, { maxLength: 6 }), fc.constantFrom('left', 'right'), (texts, order) => {
        const places = texts.flatMap((words, index) => {
          const plain = words.filter((word) => word !== '🙂').map((word) => word.toLowerCase().replace('é', 'e'));
          return plain.flatMap((word, at) => {
            const beside =
              order === 'left'
                ? plain.slice(Math.max(0, at - window), at).toReversed()
                : plain.slice(at + 1, at + 1 + window);
            return word === 'k' ? [{ id: `s1-e${index + 1}`, key: beside.join('\u0001') }] : [];
          });
        });
        const expected = places.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ id }) => id);
        const records = texts.map((words, index) => record(words.join(' '), { number: index + 1 }));
        expect(concordance(records, parseQuery('k').query, window, order).map((line) => line.id)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('is copied as text with the keywords in one column', () => {
    const records = [record('the data mesh is', { number: 9 }), record('é mesh 🙂', { number: 10 })];
    const text = linesAsText(concordance(records, parseQuery('mesh').query, 3, 'study'));
    expect(text).toBe('s1-e9   the data [mesh] is\ns1-e10         é [mesh]\n');
  });
});

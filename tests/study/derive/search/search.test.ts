import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStore, storeOf, withShard, type Store } from '../../../../src/study/derive/search/open-store.ts';
import { parseQuery } from '../../../../src/study/derive/search/parse-query.ts';
import { needsText, type Query } from '../../../../src/study/derive/search/query.ts';
import { valuesOf, type SearchRecord } from '../../../../src/study/derive/search/record.ts';
import { matches, scan } from '../../../../src/study/derive/search/scan.ts';
import { search } from '../../../../src/study/derive/search/search.ts';
import { verify } from '../../../../src/study/derive/search/verify.ts';
import { fold } from '../../../../src/study/derive/search/folding.ts';
import { wordsOf } from '../../../../src/study/derive/search/words.ts';
import { aCorpus, aQuery, hasCorpora, record, recordsOfCorpus } from './records.ts';

const found = (store: Store, typed: string): readonly string[] => search(store, parseQuery(typed).query).ids;

describe('search', () => {
  it('finds what the scan finds, in its order', () => {
    fc.assert(
      fc.property(aCorpus, aQuery, (records, query) => {
        const results = search(storeOf(records), query, 'study');
        expect(results.ids).toEqual(scan(records, query));
        expect(results.count).toEqual({
          kind: 'exact',
          hits: results.ids.length,
          read: records.length,
          of: records.length,
        });
      }),
      { numRuns: 3000 },
    );
  });

  it('finds the same in every order', () => {
    fc.assert(
      fc.property(aCorpus, aQuery, (records, query) => {
        const ids = search(storeOf(records), query, 'relevance').ids;
        expect(ids.toSorted()).toEqual(scan(records, query).toSorted());
      }),
      { numRuns: 500 },
    );
  });

  it('puts words that stand together first, then more of them, then the nearest, then study order', () => {
    const texts = [
      'mesh one two data',
      'data, then the mesh',
      'a data-mesh',
      'data then mesh',
      'data far away and much later the mesh',
      'mesh data',
      'DATA mesh here',
    ];
    const store = storeOf(texts.map((text, index) => record(text, { number: index + 1 })));
    expect(found(store, 'data mesh')).toEqual(['s1-e3', 's1-e7', 's1-e6', 's1-e4', 's1-e1', 's1-e2', 's1-e5']);
    expect(found(store, 'far OR mesh OR later').slice(0, 1)).toEqual(['s1-e5']);
    expect(search(store, parseQuery('mesh').query).order).toBe('study');
    expect(search(store, parseQuery('"data mesh"').query).order).toBe('study');
  });

  // Three words are sought one by one, six by a single reading of the text.
  it.each([
    ['a b c', ['a', 'b', 'c']],
    ['a b c d e f', ['a', 'b', 'c', 'd', 'e', 'f']],
  ])('ranks by the shortest stretch that holds all of %s', (typed, wanted) => {
    const aText = fc
      .tuple(
        fc.shuffledSubarray([...wanted], { minLength: 2 }),
        fc.array(fc.constantFrom(...wanted, 'x'), { maxLength: 12 }),
      )
      .map(([some, more]) => [...more, ...some]);
    const shortest = (words: readonly string[]): number => {
      const lengths = words.flatMap((_, from) =>
        words.map((_word, to) =>
          wanted.every((word) => words.slice(from, to + 1).includes(word)) ? to - from : Infinity,
        ),
      );
      return Math.min(...lengths);
    };
    const together = (words: readonly string[]): boolean => words.join('').includes(wanted.join(''));
    fc.assert(
      fc.property(fc.array(aText, { maxLength: 8 }), (texts) => {
        const hits = texts
          .map((words, index) => ({ words, id: `s1-e${index + 1}` }))
          .filter(({ words }) => shortest(words) < Infinity);
        const expected = hits.toSorted(
          (a, b) => Number(together(b.words)) - Number(together(a.words)) || shortest(a.words) - shortest(b.words),
        );
        const store = storeOf(texts.map((words, index) => record(words.join(' '), { number: index + 1 })));
        expect(found(store, typed)).toEqual(expected.map(({ id }) => id));
      }),
      { numRuns: 1000 },
    );
  });
});

// A fixed sequence, so that a failing query can be met again.
function* numbers(): Generator<number> {
  let state = 20_240_229;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

// Words, phrases, codes and mixtures taken from the corpus itself, and words that are not in it.
function queriesFrom(records: readonly SearchRecord[], many: number): readonly string[] {
  const random = numbers();
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor((random.next().value ?? 0) * list.length)];
  const aWord = (): string => pick(wordsOf(fold(pick(records)?.text ?? ''))) ?? 'data';
  const aPhrase = (): string => {
    const words = (pick(records)?.text ?? '')
      .replaceAll('"', ' ')
      .split(/\s+/)
      .filter((word) => word !== '');
    const from = Math.floor((random.next().value ?? 0) * words.length);
    return `"${words.slice(from, from + 2 + (from % 3)).join(' ')}"`;
  };
  const aCode = (): string => {
    const field = pick(['code', 'code', 'code', 'source', 'type', 'speaker', 'kind', 'author'] as const) ?? 'code';
    const value = pick(valuesOf(pick(records) ?? record(''), field)) ?? 'none';
    return `${field}:"${value.replaceAll('"', '""')}"`;
  };
  const makers: readonly (() => string)[] = [
    aWord,
    () => `${aWord()} ${aWord()}`,
    aPhrase,
    () => `${aPhrase()} ${aWord()}`,
    aCode,
    () => `${aCode()} OR ${aCode()}`,
    () => `${aCode()} -${aCode()}`,
    () => `${aWord()} ${aCode()}`,
    () => `(${aWord()} OR ${aPhrase()}) -${aCode()} ~${aWord()}`,
    () => `zebra${aWord()} ${aWord()}`,
    () => `${aWord()}-${aWord()}`,
    () => `-${aWord()} ${aCode()} is:${pick(['coded', 'uncoded'])}`,
  ];
  return Array.from({ length: many }, (_, index) => makers[index % makers.length]?.() ?? '');
}

describe.skipIf(!hasCorpora)('search over real notes (they lie beside the repository where it is built)', () => {
  it.each([
    ['seeds', 300],
    ['self-serve-platform', 300],
  ])('finds in %s what the scan finds, for %i queries', (name, many) => {
    const records = recordsOfCorpus(name);
    const store = storeOf(records);
    const queries = queriesFrom(records, many);
    const differing = queries.filter((typed) => {
      const query: Query = parseQuery(typed).query;
      return search(store, query, 'study').ids.join() !== scan(records, query).join();
    });
    expect(differing).toEqual([]);
    const hits = queries.map((typed) => found(store, typed).length);
    expect(hits.filter((count) => count > 0).length).toBeGreaterThan(many / 3);
    expect(hits.filter((count) => count === 0).length).toBeGreaterThan(many / 20);
  });

  it('gives nothing for the words that Pagefind is known to answer with one', () => {
    const store = storeOf(recordsOfCorpus('self-serve-platform'));
    expect(found(store, 'zebra')).toEqual([]);
    expect(found(store, 'zzzqqq')).toEqual([]);
    expect(found(store, 'governanc')).toEqual([]);
    expect(found(store, 'governance').length).toBeGreaterThan(50);
  });
});

describe('verification', () => {
  const records = [
    record('a data mesh', { number: 1, codes: ['x'] }),
    record('a data lake', { number: 2 }),
    record('mesh of data', { number: 3, codes: ['x'] }),
  ];
  const candidates = records.map(({ id, text }) => ({ id, text }));
  const bare: Store = { ...storeOf(records.map((one) => ({ ...one, text: '' }))), segments: [null] };

  it('keeps the true hits, says why the others are none, and counts exactly when all were proposed', () => {
    const result = verify(bare, parseQuery('"data mesh" code:x').query, candidates);
    expect(result.hits.map((hit) => [hit.id, hit.text])).toEqual([['s1-e1', 'a data mesh']]);
    expect(result.refused.map(({ id, why }) => [id, why.kind])).toEqual([
      ['s1-e2', 'missing'],
      ['s1-e3', 'missing'],
    ]);
    expect(result.count).toEqual({ kind: 'exact', hits: 1, read: 3, of: 3 });
  });

  it('says "at least" while not every excerpt was proposed, refuses unknown ids, and judges each once', () => {
    const [first] = candidates;
    const proposed = [
      ...candidates.slice(0, 1),
      { id: 's9-e9', text: 'data' },
      ...(first === undefined ? [] : [first]),
    ];
    const result = verify(bare, parseQuery('data').query, proposed);
    expect(result.count).toEqual({ kind: 'at least', hits: 1, read: 1, of: 3 });
    expect(result.refused).toEqual([{ id: 's9-e9', why: { kind: 'unknown' } }]);
  });

  it('agrees with the definition for whatever is proposed', () => {
    fc.assert(
      fc.property(aCorpus, aQuery, (corpus, query) => {
        const store: Store = { ...storeOf(corpus.map((one) => ({ ...one, text: '' }))), segments: [null] };
        const hits = verify(
          store,
          query,
          corpus.map(({ id, text }) => ({ id, text })),
        ).hits;
        expect(hits.map((hit) => hit.id)).toEqual(corpus.filter((one) => matches(one, query)).map((one) => one.id));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a store whose texts are not loaded', () => {
  it('answers filters exactly, and words with "at least" nothing', () => {
    fc.assert(
      fc.property(aCorpus, aQuery, (corpus, query) => {
        const store: Store = { ...storeOf(corpus.map((one) => ({ ...one, text: '' }))), segments: [null] };
        const { ids, count } = search(store, query, 'study');
        if (needsText(query)) expect([ids, count.kind]).toEqual([[], corpus.length === 0 ? 'exact' : 'at least']);
        else expect(ids).toEqual(scan(corpus, query));
      }),
      { numRuns: 500 },
    );
  });

  it('refuses what is no store', () => {
    for (const json of ['', '<!doctype html>', 'null', '{}', '[1]', '{"format":99,"shards":[]}']) {
      expect(openStore(json)).toBeNull();
      expect(withShard(storeOf([]), json)).toBeNull();
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../src/study/derive/search/parse-query.ts';
import { allOf, formatQuery } from '../../../../src/study/derive/search/query.ts';
import { filterFields } from '../../../../src/study/derive/search/record.ts';
import { matches } from '../../../../src/study/derive/search/scan.ts';
import {
  chipQuery,
  fromParams,
  orderOf,
  queryOf,
  sorts,
  startState,
  toParams,
  views,
  withChip,
  withoutChip,
  type Chip,
  type SearchState,
} from '../../../../src/study/derive/search/state.ts';
import { aCorpus } from './records.ts';

const address = (state: SearchState): string => toParams(state).toString();
const read = (text: string): SearchState => fromParams(new URLSearchParams(text));

const aChip = fc.record({
  mode: fc.constantFrom('and', 'any', 'not'),
  field: fc.constantFrom(...filterFields),
  value: fc.constantFrom('a', 'b:c', 'C++ x', 'é&=', '🙂', 'coded'),
});
const aState: fc.Arbitrary<SearchState> = fc
  .record({
    text: fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
    variants: fc.boolean(),
    view: fc.constantFrom(...views),
    sort: fc.constantFrom(...sorts, null),
    page: fc.integer({ min: 1, max: 99 }),
    window: fc.integer({ min: 1, max: 40 }),
  })
  .chain((plain) =>
    fc.array(aChip, { maxLength: 6 }).map((chips) => {
      const state: SearchState = { ...plain, chips: [] };
      return { ...chips.reduce<SearchState>(withChip, state), page: plain.page };
    }),
  );

describe('the address of a search', () => {
  it('is short for an ordinary search and names what is special', () => {
    expect(address(startState)).toBe('');
    const state = withChip(
      { ...startState, text: '"data mesh" cost' },
      { mode: 'and', field: 'code', value: 'access_control' },
    );
    expect(address(state)).toBe('q=%22data+mesh%22+cost&code=access_control');
    const more = withChip(
      { ...state, view: 'kwic', sort: 'left', variants: true },
      { mode: 'not', field: 'source', value: 's6' },
    );
    expect(address({ ...more, page: 2, window: 5 })).toBe(
      'q=%22data+mesh%22+cost&code=access_control&not=source%3As6&variants=on&view=kwic&sort=left&page=2&window=5',
    );
  });

  it('leads back to the same query, and written again it is the same address', () => {
    fc.assert(
      fc.property(aState, (state) => {
        const again = read(address(state));
        expect(address(again)).toBe(address(state));
        expect({ ...again, chips: [] }).toEqual({ ...state, chips: [] });
        expect(again.chips).toEqual(expect.arrayContaining([...state.chips]));
        expect(queryOf(again)).toEqual(queryOf(state));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['page=0&window=99&view=x&sort=y&variants=yes', ''],
    ['page=-1&page=2', ''],
    ['page=1e9&window=1.5', ''],
    ['any=nonsense&not=:x&code=&foo=bar', ''],
    ['code=a&code=a&not=code:a', 'code=a&not=code%3Aa'],
    ['q=a&q=b', 'q=a'],
    ['page=007', 'page=7'],
  ])('%s by hand is read as %j', (given, kept) => {
    expect(address(read(given))).toBe(kept);
  });
});

describe('chips', () => {
  const and = (field: Chip['field'], value: string): Chip => ({ mode: 'and', field, value });

  it('of codes must all hold, of sources one of them, with AND, OR and NOT side by side', () => {
    const chips: readonly Chip[] = [
      and('code', 'a'),
      and('code', 'b'),
      and('source', 's1'),
      and('source', 's2'),
      { mode: 'any', field: 'code', value: 'c' },
      { mode: 'any', field: 'kind', value: 'force' },
      { mode: 'not', field: 'code', value: 'd' },
    ];
    expect(formatQuery(chipQuery(chips))).toBe('code:a code:b (source:s1 OR source:s2) (code:c OR kind:force) -code:d');
  });

  it('mean the same as the query that they are written as', () => {
    fc.assert(
      fc.property(fc.array(aChip, { maxLength: 4 }), aCorpus, (chips, corpus) => {
        const query = chipQuery(chips.map((chip) => (chip.field === 'is' ? { ...chip, value: 'coded' } : chip)));
        const again = parseQuery(formatQuery(query)).query;
        expect(corpus.map((one) => matches(one, again))).toEqual(corpus.map((one) => matches(one, query)));
      }),
      { numRuns: 500 },
    );
  });

  it('may contradict each other in an address: then nothing is found, and each can be taken away', () => {
    const state = read('code=a&not=code:a&any=code:a&any=code:a');
    expect(state.chips.map(({ mode }) => mode)).toEqual(['and', 'any', 'not']);
    fc.assert(
      fc.property(aCorpus, (records) => records.every((one) => !matches(one, queryOf(state).query))),
      { numRuns: 50 },
    );
    const [first] = state.chips;
    expect(first && address(withoutChip(state, first))).toBe('any=code%3Aa&not=code%3Aa');
    expect(address(withoutChip(state, { field: 'code', value: 'a' }))).toBe('');
    expect(read(address(state))).toEqual(state);
  });

  it('give way to the same value in another mode, and go without a trace', () => {
    const state = withChip(withChip(startState, and('speaker', 'Participant 1')), {
      mode: 'not',
      field: 'speaker',
      value: 'participant 1',
    });
    expect(state.chips).toEqual([{ mode: 'not', field: 'speaker', value: 'participant 1' }]);
    expect(withoutChip(state, { field: 'speaker', value: 'PARTICIPANT 1' })).toEqual(startState);
    expect(withChip(withChip(startState, and('code', 'VMs')), and('code', 'vms')).chips).toHaveLength(2);
  });

  it('turn variants on for every word, and for nothing else', () => {
    const { query } = queryOf({ ...startState, text: 'a -b "c" code:d', variants: true });
    expect(query).toEqual(allOf([parseQuery('~a -~b "c" code:d').query]));
  });
});

describe('the order of results', () => {
  const orderFor = (text: string, more: Partial<SearchState> = {}): string => {
    const state = { ...startState, text, ...more };
    return orderOf(state, queryOf(state).query);
  };
  it('is study order for one word and for filters, relevance for several words, and what the reader asks for', () => {
    expect(orderFor('mesh')).toBe('study');
    expect(orderFor('code:a code:b')).toBe('study');
    expect(orderFor('data mesh')).toBe('relevance');
    expect(orderFor('data mesh', { sort: 'study' })).toBe('study');
    expect(orderFor('data mesh', { view: 'kwic' })).toBe('study');
    expect(orderFor('data mesh', { view: 'kwic', sort: 'right' })).toBe('right');
    expect(orderFor('data mesh', { view: 'kwic', sort: 'relevance' })).toBe('study');
    expect(orderFor('data mesh', { sort: 'left' })).toBe('relevance');
  });
});

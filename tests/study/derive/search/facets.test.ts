import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWithout, facetOf } from '../../../../src/study/derive/search/facets.ts';
import { storeOf } from '../../../../src/study/derive/search/open-store.ts';
import { filterFields, type SearchRecord } from '../../../../src/study/derive/search/record.ts';
import { scan } from '../../../../src/study/derive/search/scan.ts';
import {
  queryOf,
  startState,
  withChip,
  withoutChip,
  type SearchState,
} from '../../../../src/study/derive/search/state.ts';
import { aCorpus, record } from './records.ts';

const count = (records: readonly SearchRecord[], state: SearchState): number =>
  scan(records, queryOf(state).query).length;

const aChip = fc.record({
  mode: fc.constantFrom('and', 'any', 'not'),
  field: fc.constantFrom('code', 'source', 'kind', 'speaker', 'is'),
  value: fc.constantFrom('access_control', 'VMs', 's1', 's2', 'quote', 'force', 'Interviewer', 'coded'),
});

describe('live counts', () => {
  it('are what the search with that chip finds, for every value, in every mode, beside any other chips', () => {
    const words = fc.constantFrom('', 'data', 'data OR mesh', '-self', '"self-serve"');
    fc.assert(
      fc.property(
        aCorpus,
        words,
        fc.array(aChip, { maxLength: 4 }),
        fc.constantFrom(...filterFields),
        (records, text, chips, field) => {
          const state = chips.reduce<SearchState>(withChip, { ...startState, text });
          const facet = facetOf(storeOf(records), state, field);
          for (const value of facet.values) {
            const chip = { field, value: value.value };
            const base = value.chip === null ? state : withoutChip(state, chip);
            const expected = Object.fromEntries(
              (['and', 'any', 'not'] as const).map((mode) => [mode, count(records, withChip(base, { ...chip, mode }))]),
            );
            expect({ and: value.and, any: value.any, not: value.not }).toEqual(expected);
            if (value.chip !== null) expect(value[value.chip]).toBe(count(records, state));
          }
        },
      ),
      { numRuns: 800 },
    );
  });

  it('name each value once, in the order of its first excerpt, with how many excerpts have it', () => {
    const records = [
      record('a', { number: 1, speaker: 'Participant 2' }),
      record('b', { number: 2, speaker: 'participant 2' }),
      record('c', { number: 3, speaker: 'Interviewer' }),
      record('d', { number: 4 }),
    ];
    const { values, kind } = facetOf(storeOf(records), startState, 'speaker');
    expect(values.map(({ value, total, not }) => [value, total, not])).toEqual([
      ['Participant 2', 2, 2],
      ['Interviewer', 1, 3],
    ]);
    expect(kind).toBe('exact');
  });

  it('say "at least" while texts are missing', () => {
    const store = { ...storeOf([record('a')]), segments: [null] };
    expect(facetOf(store, { ...startState, text: 'a' }, 'is').kind).toBe('at least');
    expect(facetOf(store, startState, 'is').kind).toBe('exact');
  });

  it('tell what taking a chip away would show', () => {
    const records = [record('a', { number: 1, codes: ['x'] }), record('a', { number: 2 })];
    const chip = { mode: 'and', field: 'code', value: 'x' } as const;
    expect(countWithout(storeOf(records), withChip({ ...startState, text: 'a' }, chip), chip)).toBe(2);
  });
});

// THE definition of search: which excerpts a query finds, by reading each one. search.ts is faster and must agree with it.

import type { ExcerptId } from '../../model/ids.ts';
import { fold } from './folding.ts';
import type { FilterQuery, Query } from './query.ts';
import { filterKey, valuesOf, type SearchRecord } from './record.ts';
import { occursIn, termOf } from './terms.ts';

/** Whether an excerpt matches. Words and phrases ask its own text only, filters its fields. */
export const matches = (record: SearchRecord, query: Query): boolean => matcher(query)(record);

/** The linear scan: ids of the matching excerpts, in the order of the records. */
export function scan(records: readonly SearchRecord[], query: Query): readonly ExcerptId[] {
  const isHit = matcher(query);
  return records.filter((record) => isHit(record)).map((record) => record.id);
}

/** As `matches`, for many records: the query is prepared once. `folded` saves folding the text again. */
export type Matcher = (record: SearchRecord, folded?: string) => boolean;

export function matcher(query: Query): Matcher {
  const test = prepare(query);
  return (record, folded = fold(record.text)) => test(record, folded);
}

type Test = (record: SearchRecord, folded: string) => boolean;

function prepare(query: Query): Test {
  switch (query.kind) {
    case 'all': {
      const tests = query.of.map(prepare);
      return (record, folded) => tests.every((test) => test(record, folded));
    }
    case 'any': {
      const tests = query.of.map(prepare);
      return (record, folded) => tests.some((test) => test(record, folded));
    }
    case 'not': {
      const test = prepare(query.of);
      return (record, folded) => !test(record, folded);
    }
    case 'filter': {
      const test = filterTest(query);
      return (record) => test(record);
    }
    default: {
      const term = termOf(query);
      return (_record, folded) => occursIn(term, folded);
    }
  }
}

/** Whether a record has the value that a filter asks for. */
export function filterTest(query: FilterQuery): (record: SearchRecord) => boolean {
  const wanted = filterKey(query.field, query.value);
  return (record) => valuesOf(record, query.field).some((value) => filterKey(query.field, value) === wanted);
}

/** Why an excerpt is no hit: the first condition that it does not meet; `null` when it meets all. */
export interface Refusal {
  /** `missing`: a word, phrase or value that it had to have; `excluded`: one that it must not have; `none`: not one of several. */
  readonly kind: 'missing' | 'excluded' | 'none';
  readonly condition: Query;
}

export function refusalOf(record: SearchRecord, query: Query, folded = fold(record.text)): Refusal | null {
  if (prepare(query)(record, folded)) return null;
  if (query.kind === 'all') {
    const failing = query.of.find((part) => !prepare(part)(record, folded));
    return failing === undefined ? null : refusalOf(record, failing, folded);
  }
  if (query.kind === 'not') return { kind: 'excluded', condition: query.of };
  return { kind: query.kind === 'any' ? 'none' : 'missing', condition: query };
}

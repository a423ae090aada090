// In: a store and a search. Out: for each value of a field, how many results there would be with its chip set, in each mode.
// Each number is what the search with that chip finds, never an estimate.

import { isComplete, type Store } from './open-store.ts';
import { missingShards } from './needed-shards.ts';
import { parseQuery } from './parse-query.ts';
import { needsText } from './query.ts';
import { filterKey, isSingleField, valuesOf, type FilterField } from './record.ts';
import { matchingBits, type Bits, type Count } from './search.ts';
import { queryOf, withoutChip, type Chip, type ChipMode, type SearchState } from './state.ts';

export interface FacetValue {
  readonly value: string;
  /** Excerpts of the study that have it. */
  readonly total: number;
  /** Results with this value required, as one more of the values of which one must hold, and excluded. */
  readonly and: number;
  readonly any: number;
  readonly not: number;
  /** The chip that is set, if one is; its own mode's number is then the number of results now. */
  readonly chip: ChipMode | null;
}

export interface Facet {
  readonly field: FilterField;
  /** As `Count.kind`: exact, or "at least" while texts are missing. */
  readonly kind: Count['kind'];
  /** In the order of their first excerpt. */
  readonly values: readonly FacetValue[];
}

export function facetOf(store: Store, state: SearchState, field: FilterField): Facet {
  const postings = postingsOf(store, field);
  const chips = new Map(
    state.chips.filter((chip) => chip.field === field).map((chip) => [filterKey(field, chip.value), chip]),
  );
  const plain = countsWith(store, state, field);
  const values = [...postings].map(([key, { value, ordinals }]): FacetValue => {
    const chip = chips.get(key);
    // A value whose chip is set is counted as if it were not, then set in each mode.
    const counts = chip === undefined ? plain : countsWith(store, withoutChip(state, { field, value }), field);
    return { value, total: ordinals.length, ...counts(ordinals), chip: chip?.mode ?? null };
  });
  return { field, kind: isExact(store, state, field) ? 'exact' : 'at least', values };
}

interface Posting {
  readonly value: string;
  readonly ordinals: number[];
}

function postingsOf(store: Store, field: FilterField): ReadonlyMap<string, Posting> {
  const postings = new Map<string, Posting>();
  store.records.forEach((record, ordinal) => {
    for (const value of valuesOf(record, field)) {
      const key = filterKey(field, value);
      const posting = postings.get(key) ?? { value, ordinals: [] };
      postings.set(key, posting);
      if (posting.ordinals.at(-1) !== ordinal) posting.ordinals.push(ordinal);
    }
  });
  return postings;
}

type Counts = (ordinals: readonly number[]) => Pick<FacetValue, ChipMode>;

// and: results that have it; where the field's chips mean "any of these", those without these chips that have it or one of them.
// any: likewise with the `any` chips. not: results that lack it.
function countsWith(store: Store, state: SearchState, field: FilterField): Counts {
  const now = matchingBits(store, queryOf(state).query);
  const results = countOf(now);
  const single = isSingleField(field);
  const and = single ? widened(store, state, (chip) => chip.mode === 'and' && chip.field === field) : null;
  const any = widened(store, state, (chip) => chip.mode === 'any');
  return (ordinals) => {
    const having = among(now, ordinals);
    return {
      and: and === null ? having : and(ordinals),
      any: any(ordinals),
      not: results - having,
    };
  };
}

// Results if the chips of one group (at least one must hold) were joined by one more value.
function widened(
  store: Store,
  state: SearchState,
  inGroup: (chip: Chip) => boolean,
): (ordinals: readonly number[]) => number {
  const rest = matchingBits(store, queryOf({ ...state, chips: state.chips.filter((chip) => !inGroup(chip)) }).query);
  if (!state.chips.some(inGroup)) return (ordinals) => among(rest, ordinals);
  const now = matchingBits(store, queryOf(state).query);
  const results = countOf(now);
  return (ordinals) => results + ordinals.filter((at) => rest[at] === 1 && now[at] === 0).length;
}

const among = (bits: Bits, ordinals: readonly number[]): number =>
  ordinals.reduce((sum, ordinal) => sum + (bits[ordinal] ?? 0), 0);
const countOf = (bits: Bits): number => bits.reduce((sum, bit) => sum + bit, 0);

/** The numbers ask for the same words beside other chips, or none; those of open codes, which stand with the texts, for all of them. */
function isExact(store: Store, state: SearchState, field: FilterField): boolean {
  const { query } = queryOf({ ...state, chips: [] });
  const chipsAskOpen = state.chips.some((chip) => chip.field === 'open');
  if (field === 'open' || (chipsAskOpen && !needsText(query))) return isComplete(store);
  return missingShards(store, query).length === 0;
}

/** Results of the search without one of its chips: what taking it away would show. */
export const countWithout = (store: Store, state: SearchState, chip: Chip): number =>
  countOf(matchingBits(store, queryOf(withoutChip(state, chip)).query));

/** How many excerpts match a text alone: the number beside a suggestion. */
export const countOfText = (store: Store, text: string): number => countOf(matchingBits(store, parseQuery(text).query));

// In: an address's parameters. Out: the search it stands for, and back. Same address, same ids in the same order.
//
//   q         what was typed, as typed
//   code, source, kind, speaker, type, author, is, open     a chip; may repeat. Chips of different fields must all hold;
//             several of code, kind or open must all hold; several of the others mean any of these
//   any       `field:value`; may repeat: at least one of these must hold
//   not       `field:value`; may repeat: none of these may hold
//   variants  `on`: every word of `q` counts with its plural and endings
//   view      list (default) | kwic | source
//   sort      study | relevance | left | right; absent: relevance for several words in the list, else study
//   page      from 1 (default)
//   window    words to each side in the concordance, 1 to 40 (default 8)
//
// Defaults are left out; the order is the one above, chips as they were added. Unknown parameters and values are passed over.

import { parseQuery, type ParsedQuery } from './parse-query.ts';
import { allOf, anyOf, filter, not, textsOf, withVariants, type Query } from './query.ts';
import { filterFields, filterKey, isFilterField, isSingleField, type FilterField } from './record.ts';
import { isRankable } from './rank.ts';

export type ChipMode = 'and' | 'any' | 'not';

export interface Chip {
  readonly mode: ChipMode;
  readonly field: FilterField;
  readonly value: string;
}

export const views = ['list', 'kwic', 'source'] as const;
export type View = (typeof views)[number];
export const sorts = ['study', 'relevance', 'left', 'right'] as const;
export type Sort = (typeof sorts)[number];

export interface SearchState {
  readonly text: string;
  readonly chips: readonly Chip[];
  readonly variants: boolean;
  readonly view: View;
  /** `null`: the order that the query calls for. */
  readonly sort: Sort | null;
  readonly page: number;
  readonly window: number;
}

export const startState: SearchState = {
  text: '',
  chips: [],
  variants: false,
  view: 'list',
  sort: null,
  page: 1,
  window: 8,
};

/** The whole query of a search, chips included, and the notices of what was typed. */
export function queryOf(state: SearchState): ParsedQuery {
  const { query, notices } = parseQuery(state.text);
  const typed = state.variants ? withVariants(query) : query;
  return { query: allOf([typed, chipQuery(state.chips)]), notices };
}

export function chipQuery(chips: readonly Chip[]): Query {
  const ofMode = (mode: ChipMode): readonly Chip[] => chips.filter((chip) => chip.mode === mode);
  const required = filterFields.flatMap((field): Query[] => {
    const values = ofMode('and')
      .filter((chip) => chip.field === field)
      .map(chipFilter);
    if (values.length === 0) return [];
    return isSingleField(field) ? [anyOf(values)] : values;
  });
  const any = ofMode('any').map(chipFilter);
  return allOf([
    ...required,
    ...(any.length === 0 ? [] : [anyOf(any)]),
    ...ofMode('not').map((chip) => not(chipFilter(chip))),
  ]);
}

const chipFilter = (chip: Chip): Query => filter(chip.field, chip.value);

/** With a chip added (the same value in another mode gives way), on the first page again. */
export function withChip(state: SearchState, chip: Chip): SearchState {
  const { field, value } = chip;
  return { ...state, chips: [...withoutChip(state, { field, value }).chips, chip], page: 1 };
}

/** Without the chip; of no mode: without every chip of that value. */
export function withoutChip(state: SearchState, chip: Omit<Chip, 'mode'> & { readonly mode?: ChipMode }): SearchState {
  const key = filterKey(chip.field, chip.value);
  const chips = state.chips.filter(
    ({ field, value, mode }) => field !== chip.field || filterKey(field, value) !== key || mode !== (chip.mode ?? mode),
  );
  return { ...state, chips, page: 1 };
}

/** The order that the results are shown in: `left` and `right` are the concordance's, `relevance` the list's. */
export function orderOf(state: SearchState, query: Query): Sort {
  const fits =
    state.view === 'kwic' ? state.sort !== 'relevance' : state.sort === 'study' || state.sort === 'relevance';
  if (state.sort !== null && fits) return state.sort;
  return state.view === 'list' && isRankable(textsOf(query)) ? 'relevance' : 'study';
}

export function toParams(state: SearchState): URLSearchParams {
  const params = new URLSearchParams();
  if (state.text !== '') params.set('q', state.text);
  for (const field of filterFields) {
    for (const chip of state.chips) if (chip.mode === 'and' && chip.field === field) params.append(field, chip.value);
  }
  for (const mode of ['any', 'not'] as const) {
    for (const chip of state.chips) if (chip.mode === mode) params.append(mode, `${chip.field}:${chip.value}`);
  }
  if (state.variants) params.set('variants', 'on');
  if (state.view !== startState.view) params.set('view', state.view);
  if (state.sort !== null) params.set('sort', state.sort);
  if (state.page !== startState.page) params.set('page', String(state.page));
  if (state.window !== startState.window) params.set('window', String(state.window));
  return params;
}

export function fromParams(params: URLSearchParams): SearchState {
  const chips = [
    ...filterFields.flatMap((field) => params.getAll(field).map((value): Chip => ({ mode: 'and', field, value }))),
    ...params.getAll('any').flatMap((text) => chipOf('any', text)),
    ...params.getAll('not').flatMap((text) => chipOf('not', text)),
  ];
  return {
    text: params.get('q') ?? '',
    chips: distinctChips(chips.filter((chip) => chip.value !== '')),
    variants: params.get('variants') === 'on',
    view: views.find((view) => view === params.get('view')) ?? startState.view,
    sort: sorts.find((sort) => sort === params.get('sort')) ?? null,
    page: wholeNumber(params.get('page'), 1, 1_000_000) ?? startState.page,
    window: wholeNumber(params.get('window'), 1, 40) ?? startState.window,
  };
}

function chipOf(mode: ChipMode, text: string): readonly Chip[] {
  const colon = text.indexOf(':');
  const field = text.slice(0, Math.max(0, colon));
  return isFilterField(field) ? [{ mode, field, value: text.slice(colon + 1) }] : [];
}

// Equal chips count once. An address may contradict itself (`code=x&not=code:x`): it then finds nothing, as it says.
function distinctChips(chips: readonly Chip[]): readonly Chip[] {
  const seen = new Set<string>();
  return chips.filter((chip) => {
    const key = `${chip.mode} ${chip.field}:${filterKey(chip.field, chip.value)}`;
    return !seen.has(key) && seen.add(key);
  });
}

function wholeNumber(text: string | null, least: number, most: number): number | null {
  const number = text !== null && /^\d{1,7}$/.test(text) ? Number(text) : 0;
  return number >= least && number <= most ? number : null;
}

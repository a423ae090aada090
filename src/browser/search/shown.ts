// What the parts of the search page are given to show: one answer, where the site is, and how to ask for another.

import {
  facetOf,
  vocabularyOf,
  type Facet,
  type FilterField,
  type SearchRecord,
  type SearchState,
  type Store,
  type Vocabulary,
} from '#study/search';
import type { Answer } from './answer.ts';
import type { SearchPlace } from './place.ts';

export interface Shown {
  readonly place: SearchPlace;
  readonly answer: Answer;
  /** The reader asked for the exact count. */
  readonly exact: boolean;
  readonly addressOf: (state: SearchState) => string;
  readonly go: (state: SearchState) => void;
  readonly readAll: () => void;
}

/** A part of the search page: it shows an answer and nothing else. */
export interface SearchPart extends HTMLElement {
  show(shown: Shown): void;
}

const facets = new WeakMap<Answer, Map<FilterField, Facet>>();

/** Counted once for an answer, however many parts show them. */
export function facetIn(answer: Answer, field: FilterField): Facet {
  const known = facets.get(answer) ?? new Map<FilterField, Facet>();
  facets.set(answer, known);
  const facet = known.get(field) ?? facetOf(answer.store, answer.state, field);
  known.set(field, facet);
  return facet;
}

const vocabularies = new WeakMap<Store, Vocabulary>();

export function vocabularyIn(store: Store): Vocabulary {
  const known = vocabularies.get(store) ?? vocabularyOf(store.segments, store.table);
  vocabularies.set(store, known);
  return known;
}

const names = new WeakMap<Store['manifest'], ReadonlyMap<string, { readonly label: string; readonly kind: string }>>();

/** Label and kind (`''`: never defined) of a code. */
export function codeName(store: Store, id: string): { readonly label: string; readonly kind: string } {
  const known =
    names.get(store.manifest) ??
    new Map(store.manifest.codes.map(([code, label, kind]) => [code, { label, kind: kind ?? '' }]));
  names.set(store.manifest, known);
  return known.get(id) ?? { label: id, kind: '' };
}

export const pageSize = { list: 10, source: 25, kwic: 25, lines: 50 } as const;

/** The part of a list that stands on a page; a page beyond the last is the last. */
export function pageOf<T>(all: readonly T[], page: number, size: number): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const at = Math.min(page, pages);
  const first = (at - 1) * size;
  return { items: all.slice(first, first + size), page: at, pages, first: first + 1, all: all.length };
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly page: number;
  readonly pages: number;
  /** Number of the first item, from 1. */
  readonly first: number;
  readonly all: number;
}

/** The excerpts whose texts the shown page needs. */
export function recordsOnPage({ records, state }: Answer): readonly SearchRecord[] {
  return pageOf(records, state.page, pageSize[state.view]).items;
}

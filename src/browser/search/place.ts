// In: what the page says of its site. Out: addresses on it. Written by the page as JSON, read once when the search starts.

import { codePath, excerptAnchor, excerptPath, sourcePath } from '#study/addresses';
import { toParams, type SearchRecord, type SearchState } from '#study/search';
import { fromFolder } from '../read-text.ts';
import type { SearchWords } from './words.ts';

export interface SearchPlace {
  /** Path of the site's root with both slashes. */
  readonly base: string;
  /** Full address of the site's root, `''` when it is not known. */
  readonly site: string;
  /** Address of the store's manifest, with the study's digest as its query, so that no old copy is used. */
  readonly store: string;
  readonly excerptPages: boolean;
  readonly title: string;
  readonly release: string;
  readonly digest: string;
  /** Language of the quotes, `''` when not recorded. */
  readonly language: string;
  /** Kinds of code that have a colour and sign of their own. */
  readonly kinds: readonly string[];
  /** The address part of each code whose id is not its own. */
  readonly slugs: Readonly<Record<string, string>>;
  readonly words: SearchWords;
}

/** The permanent address of an excerpt, a path. */
export const excerptAddress = (place: SearchPlace, { id, source }: SearchRecord): string =>
  place.base + (place.excerptPages ? excerptPath(id) : excerptAnchor(source, id));

/** Where a click on a hit leads: the excerpt among its neighbours, the words of the search marked. */
export function hitAddress(place: SearchPlace, record: SearchRecord, state: SearchState): string {
  const path = place.base + sourcePath(record.source);
  return `${path}${wordsAsParams(state)}#${record.id}`;
}

/** As `?q=…`, without the filters: what the target page needs to mark the words. */
export function wordsAsParams({ text, variants }: SearchState): string {
  if (text.trim() === '') return '';
  const params = new URLSearchParams({ q: text, ...(variants ? { variants: 'on' } : {}) });
  return `?${params.toString()}`;
}

export function codeAddress(place: SearchPlace, code: string): string {
  const slug = Object.hasOwn(place.slugs, code) ? place.slugs[code] : code;
  // Made by the toolkit's own rule: the page lists every code whose slug differs from its id.
  return place.base + codePath((slug ?? code) as Parameters<typeof codePath>[0]);
}

/** The address of a search, a path with its query. `exact`: the reader asked for the exact count. */
export function searchAddress(place: SearchPlace, state: SearchState, exact: boolean): string {
  const params = toParams(state);
  if (exact) params.set('exact', 'on');
  const query = params.toString();
  // A folder on a disk has no page of its own, and a page there may change no more of its address than the query.
  const page = fromFolder() ? 'index.html' : '';
  return `${place.base}search/${page}${query === '' ? '' : `?${query}`}`;
}

/** A path of this site as a full address: of the site where it is known, else of the server that it is read from. */
export const fullAddress = (place: SearchPlace, path: string): string =>
  place.site === '' ? new URL(path, location.href).href : place.site + path.slice(place.base.length);

/** The class that gives a code the colour and sign of its kind. */
export const codeClass = (place: SearchPlace, kind: string): string =>
  `code ${place.kinds.includes(kind) ? kind : 'other'}`;

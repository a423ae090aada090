// In: the text before the cursor. Out: what may be meant by its end: codes, sources and words; and the search with one of them.

import {
  filter,
  isComplete,
  search,
  suggestCodes,
  suggestSources,
  suggestWords,
  withChip,
  type SearchState,
  type Store,
} from '#study/search';
import { vocabularyIn } from './shown.ts';

export interface Offer {
  readonly kind: 'code' | 'source' | 'word';
  readonly value: string;
  readonly name: string;
  /** Kind of a code, `''` of anything else. */
  readonly codeKind: string;
  readonly excerpts: number;
  /** The number is a lower bound: not every text is here. */
  readonly bound: boolean;
  /** The end of the typed text that it was found by. */
  readonly typed: string;
}

export function offersFor(store: Store, typed: string): readonly Offer[] {
  const endings = endingsOf(typed);
  const codes = firstFilled(endings, (ending) => suggestCodes(store.manifest, ending, 6));
  const sources = firstFilled(endings, (ending) => suggestSources(store.manifest, ending, 4));
  const having = (field: 'code' | 'source', value: string): number =>
    search(store, filter(field, value), 'study').ordinals.length;
  return [
    ...codes.found.map(({ id, label, kind }): Offer => ({
      kind: 'code',
      value: id,
      name: label,
      codeKind: kind ?? '',
      excerpts: having('code', id),
      bound: false,
      typed: codes.ending,
    })),
    ...sources.found.map(({ id, title }): Offer => ({
      kind: 'source',
      value: id,
      name: title === '' ? id : title,
      codeKind: '',
      excerpts: having('source', id),
      bound: false,
      typed: sources.ending,
    })),
    ...wordOffers(store, typed),
  ];
}

function wordOffers(store: Store, typed: string): readonly Offer[] {
  const last = /[\p{L}\p{M}\p{N}]{2,40}$/u.exec(typed.slice(-40))?.[0];
  if (last === undefined) return [];
  const bound = !isComplete(store);
  return suggestWords(vocabularyIn(store), last, 4).map(({ word, excerpts }): Offer => ({
    kind: 'word',
    value: word,
    name: word,
    codeKind: '',
    excerpts,
    bound,
    typed: last,
  }));
}

/** The search when an offer is chosen: a code or source becomes a filter in place of the words that named it. */
export function chosen(state: SearchState, text: string, cursor: number, offer: Offer): SearchState {
  const before = text.slice(0, cursor);
  const rest = before.slice(0, before.length - offer.typed.length);
  const after = text.slice(cursor);
  if (offer.kind === 'word') return { ...state, text: `${rest}${offer.value}${after}`, page: 1 };
  const bare = rest.replace(/(?:^|\s)(?:-|~|[a-z]{1,9}:)?["“]?$/iu, ' ');
  const left = `${bare.trimEnd()} ${after.trimStart()}`.trim();
  return withChip({ ...state, text: left }, { mode: 'and', field: offer.kind, value: offer.value });
}

/** Of the typed words the last ones may name a code or a source of several words. */
const wordsBack = 4;

/** The ends of the text from each of its last words, the longest first; a sign or `code:` before a word is no part of it. */
function endingsOf(typed: string): readonly string[] {
  const end = typed.slice(-200);
  if (/(?:^|\s)$/u.test(end)) return [];
  const starts = [...end.matchAll(/[^\s()"“”„‟«»]+/gu)].slice(-wordsBack).map((match) => match.index);
  return starts.map((start) => end.slice(start).replace(/^(?:-|~)?(?:(?:code|source):)?["“]?/iu, ''));
}

function firstFilled<T>(
  endings: readonly string[],
  suggest: (ending: string) => readonly T[],
): { readonly ending: string; readonly found: readonly T[] } {
  for (const ending of endings) {
    const found = suggest(ending);
    if (found.length > 0) return { ending, found };
  }
  return { ending: '', found: [] };
}

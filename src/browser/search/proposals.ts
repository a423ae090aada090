// In: a query. Out: excerpts that Pagefind's index proposes for it, with their texts. Nothing of it is believed: see `verify`.

import { fold, wordsOf, type Candidate, type Query } from '#study/search';

export interface Proposals {
  readonly candidates: readonly Candidate[];
  /** How many the index proposes in all. */
  readonly known: number;
}

/**
 * `isCommon`: a word that stands in so many excerpts that its part of the index is large and tells little: left out beside others.
 * `null`: the index cannot be loaded, or has nothing to say of such a query (only exclusions, only signs).
 */
export type Propose = (query: Query, most: number, isCommon: (word: string) => boolean) => Promise<Proposals | null>;

interface PagefindResult {
  readonly id: string;
  readonly data: () => Promise<{ readonly content: string; readonly meta: Readonly<Record<string, string>> }>;
}
interface Pagefind {
  readonly options: (options: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly search: (words: string) => Promise<{ readonly results: readonly PagefindResult[] } | null>;
}

/** `folder`: address of the site's `pagefind/`. The script is fetched when it is first asked, and again after a failure. */
export function pagefindIn(folder: string): Propose {
  let loading: Promise<Pagefind> | null = null;
  const load = async (): Promise<Pagefind> => {
    // The module is written by Pagefind, at the address that the build put it; its shape is the one of version 1.5.
    const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
    await pagefind.options({ excerptLength: 1 });
    return pagefind;
  };
  return async (query, most, isCommon) => {
    const asked = wordsToAsk(query, isCommon);
    if (asked === null) return null;
    try {
      loading ??= load();
      const pagefind = await loading;
      const answers = await Promise.all(asked.map((words) => pagefind.search(words)));
      const results = new Map(answers.flatMap((answer) => answer?.results ?? []).map((result) => [result.id, result]));
      const fetched = await Promise.all([...results.values()].slice(0, most).map((result) => result.data()));
      const candidates = fetched.map(({ meta, content }) => ({ id: meta['title'] ?? '', text: content }));
      return { candidates, known: results.size };
    } catch {
      loading = null;
      return null;
    }
  };
}

/** Above this many ways to meet a query, proposals would cost more than the texts. */
const mostWays = 8;

/** Words for each way in which a query can be met; `null` when one of the ways asks for no word at all. */
export function wordsToAsk(query: Query, isCommon: (word: string) => boolean): readonly string[] | null {
  const ways = waysOf(query);
  const telling = (words: readonly string[]): readonly string[] => {
    const few = words.filter((word) => !isCommon(word));
    return [...new Set(few.length === 0 ? words : few)];
  };
  const asked = [...new Set(ways?.map((words) => telling(words).join(' ')))];
  return ways === null || asked.includes('') ? null : asked;
}

type Ways = readonly (readonly string[])[];

function waysOf(query: Query): Ways | null {
  switch (query.kind) {
    case 'word':
    case 'phrase':
      return [wordsOf(fold(query.text))];
    case 'any': {
      const ways = query.of.map(waysOf);
      return ways.some((way) => way === null) ? null : capped(ways.flatMap((way) => way ?? []));
    }
    case 'all':
      return query.of.reduce<Ways | null>(
        (sofar, part) => {
          const ways = waysOf(part);
          if (sofar === null || ways === null) return null;
          return capped(sofar.flatMap((words) => ways.map((more) => [...words, ...more])));
        },
        [[]],
      );
    default:
      return [[]];
  }
}

const capped = (ways: Ways): Ways | null => (ways.length > mostWays ? null : ways);

// In: the edition. Out: what the search in the reader's browser must know of its site, as the page's JSON.

import type { SearchPlace } from '#browser/search/place.ts';
import { signs } from '#site/kinds.ts';
import { currentEdition } from '#site/study.ts';
import { at } from '#site/urls.ts';
import { searchDe } from '#site/words/search-de.ts';
import { searchEn } from '#site/words/search-en.ts';
import { searchPageDe } from '#site/words/search-page-de.ts';
import { searchPageEn, type SearchPageWords } from '#site/words/search-page-en.ts';

export const searchPageWords = (): SearchPageWords =>
  currentEdition().study.settings.interface === 'de' ? searchPageDe : searchPageEn;

export function searchPlace(): SearchPlace {
  const { study, base, site, excerptPages } = currentEdition();
  const { settings, digest, codes } = study;
  const odd = codes.filter(({ id, slug }) => id !== (slug as string)); // a slug is a string
  return {
    base,
    site,
    store: `${at('_search/store.json')}?${digest.slice(0, 12)}`,
    excerptPages,
    title: settings.title,
    release: settings.release,
    digest,
    language: settings.language,
    kinds: Object.keys(signs),
    slugs: Object.fromEntries(odd.map(({ id, slug }) => [id, slug])),
    words: settings.interface === 'de' ? searchDe : searchEn,
  };
}

/** What nearly every search begins with: the manifest, and the first shard of texts, under the name that the store gives it. */
export function firstFiles(): readonly string[] {
  const { digest, excerptById } = currentEdition().study;
  const shard = excerptById.size === 0 ? [] : [at(`_search/text-${digest.slice(0, 12)}-0.json`)];
  return [searchPlace().store, ...shard];
}

/** JSON that may stand in a script element: no `<` that could end it, none of the two line ends that HTML tools stumble over. */
export const jsonForScript = (value: unknown): string =>
  JSON.stringify(value).replace(/[<\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

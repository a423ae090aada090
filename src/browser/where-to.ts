// In: what a reader typed or which address was not found. Out: the addresses that may be meant, likeliest first.

import { fromFolder, readText } from './read-text.ts';
import { excerptAnchor, excerptPath, passagePath, resolveId, resolvePassageId, sourcePath } from '#study/addresses';

export interface SitePlace {
  /** Path of the site's root with both slashes. */
  readonly base: string;
  readonly excerptPages: boolean;
}

/** What an element knows of the site from its attributes. */
export const placeOf = (element: HTMLElement): SitePlace => ({
  base: element.dataset['base'] ?? '/',
  excerptPages: element.dataset['excerptPages'] !== undefined,
});

/** Sources, excerpts and passages by the form of their ids, codes by their underscore: `s6`, `S6.12`, `s6-p3`, `access_control`. */
export const idsIn = (typed: string, place: SitePlace): readonly string[] =>
  /_|^\W*[sp]\d/i.test(typed) ? candidates(typed, place) : [];

/** Whatever an address may have meant, a single word of it, too. */
export function candidates(typed: string, { base, excerptPages }: SitePlace): readonly string[] {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  if (text === '' || text.length > 100) return [];
  const excerpt = resolveId(text);
  const passage = resolvePassageId(text);
  const found: string[] = [];
  if (excerpt !== null) {
    const anchor = excerptAnchor(excerpt.replace(/-e\d+$/, ''), excerpt);
    found.push(excerptPages ? excerptPath(excerpt) : anchor);
  }
  if (passage !== null) found.push(passagePath(passage.replace(/-p\d+$/, ''), passage));
  if (/^[a-z0-9_-]+$/.test(text)) found.push(sourcePath(text.replace(/_/g, '')));
  // Codes that are a plain name; others are found by the search.
  const code = text.replace(/[\s-]+/g, '_');
  if (/^[a-z0-9_]+$/.test(code)) found.push(`c/${code}/`);
  return found.map((path) => base + path);
}

/** The first of these addresses that exists, its place on the page included; '' when none does. */
export async function firstThatExists(urls: readonly string[], { base }: SitePlace): Promise<string> {
  if (fromFolder()) return firstInFolder(urls, base);
  for (const url of urls) {
    try {
      const [page = '', place] = url.split('#');
      const answer = await fetch(page, place === undefined ? { method: 'HEAD' } : {});
      if (answer.ok && (place === undefined || (await answer.text()).includes(`id="${place}"`))) return url;
    } catch {
      return '';
    }
  }
  return '';
}

/** The bundle has a list of its pages, since nobody answers there whether one exists. */
async function firstInFolder(urls: readonly string[], base: string): Promise<string> {
  const read = await readText(`${base}_search/pages.json`);
  if (read.kind === 'failed') return '';
  // Written by the bundle as a list of paths.
  const pages = new Set(JSON.parse(read.text) as readonly string[]);
  const url = urls.find((one) => pages.has(one.slice(base.length).replace(/#.*/, ''))) ?? '';
  return url === '' ? '' : url.replace(/(?=#|$)/, 'index.html');
}

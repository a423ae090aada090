// In: a study. Out: the passages of each code in portions that a reader and a browser can take: at most two hundred excerpts a page.

import type { Passage, Study } from '../model/study.ts';
import { codeIndex, type CodeInSource } from './code-index.ts';
import { inPages } from './in-pages.ts';
import { oncePerStudy } from './once-per-study.ts';

const excerptsPerPage = 200;

/** Every code has a page, also one without passages. A source begins a new page rather than be cut, unless it is longer than a page. */
export const codePages: (study: Study) => ReadonlyMap<string, readonly (readonly Passage[])[]> = oncePerStudy(
  (study) => new Map([...codeIndex(study)].map(([id, { sources }]) => [id, pagesOf(sources)])),
);

const pagesOf = (sources: readonly CodeInSource[]): readonly (readonly Passage[])[] =>
  inPages(sources, excerptsPerPage, ({ excerpts }) => excerpts).flatMap((page) =>
    inPages(
      page.flatMap(({ passages }) => passages),
      excerptsPerPage,
      ({ excerpts }) => excerpts.length,
    ),
  );

/** On which page of its code (from 1) the passages of a source begin. */
export const codePageOf = (study: Study, code: string, source: string): number =>
  firstPages(study).get(code)?.get(source) ?? 1;

/** Only codes with several pages are there. */
const firstPages = oncePerStudy((study) => {
  const found = new Map<string, ReadonlyMap<string, number>>();
  for (const [code, pages] of codePages(study)) {
    if (pages.length < 2) continue;
    const first = new Map<string, number>();
    pages.forEach((passages, place) => {
      for (const { source } of passages) if (!first.has(source)) first.set(source, place + 1);
    });
    found.set(code, first);
  }
  return found;
});

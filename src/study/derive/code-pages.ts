// In: a study. Out: the passages of each code in portions that a reader and a browser can take: at most about a thousand excerpts a page.

import type { Passage, Study } from '../model/study.ts';
import { codeIndex } from './code-index.ts';
import { inPages } from './in-pages.ts';
import { oncePerStudy } from './once-per-study.ts';

const excerptsPerPage = 1000;

/** Every code has a page, also one without passages. */
export const codePages: (study: Study) => ReadonlyMap<string, readonly (readonly Passage[])[]> = oncePerStudy(
  (study) =>
    new Map(
      [...codeIndex(study)].map(([id, { sources }]) => [
        id,
        inPages(
          sources.flatMap(({ passages }) => passages),
          excerptsPerPage,
          ({ excerpts }) => excerpts.length,
        ),
      ]),
    ),
);

/** On which page of its code (from 1) the first passage of a source stands. */
export function codePageOf(study: Study, code: string, holds: (passage: Passage) => boolean): number {
  const pages = codePages(study).get(code) ?? [];
  return pages.length < 2 ? 1 : Math.max(1, pages.findIndex((page) => page.some(holds)) + 1);
}

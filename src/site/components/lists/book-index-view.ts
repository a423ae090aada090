// In: the study. Out: its book index in pages, and the entries of a page under their letters.

import { bookIndex, initialOf, inPages, oncePerStudy, type IndexEntry, type Study } from '#study';
import { rowsPerPage } from './lists-view.ts';

export interface IndexLetter {
  readonly letter: string;
  readonly entries: readonly IndexEntry[];
}

/** Sub-entries are rows, too. */
export const bookIndexPages: (study: Study) => readonly (readonly IndexEntry[])[] = oncePerStudy((study) =>
  inPages(bookIndex(study), rowsPerPage, (entry) => (entry.kind === 'code' ? 1 + entry.sources.length : 1)),
);

export function letters(entries: readonly IndexEntry[]): readonly IndexLetter[] {
  const found: { letter: string; entries: IndexEntry[] }[] = [];
  for (const entry of entries) {
    const letter = initialOf(entry.label);
    const open = found.at(-1);
    if (open?.letter === letter) open.entries.push(entry);
    else found.push({ letter, entries: [entry] });
  }
  return found;
}

// In: a study. Out: an index as at the end of a book: codes by label, below each its sources with the numbers of their excerpts,
// `see` from other names to the code, `see also` to codes that a reader may have meant.

import type { CodeId, PassageId, SourceId } from '../model/ids.ts';
import type { Code, Passage, Study } from '../model/study.ts';
import { codeIndex } from './code-index.ts';
import { byLabel } from './in-order.ts';
import { oncePerStudy } from './once-per-study.ts';

/** The excerpts of one passage: `8` or `8–12`. */
export interface NumberRange {
  readonly passage: PassageId;
  /** `null` when the passage has no excerpts. */
  readonly first: number | null;
  readonly last: number | null;
}

/** Passages are turned into numbers when a page shows them (`numberRange`): those of a large study would fill the memory. */
export interface IndexSubEntry {
  readonly source: SourceId;
  readonly passages: readonly Passage[];
}

export type IndexEntry =
  | {
      readonly kind: 'code';
      readonly label: string;
      readonly code: Code;
      readonly sources: readonly IndexSubEntry[];
      readonly seeAlso: readonly CodeId[];
    }
  | { readonly kind: 'see'; readonly label: string; readonly to: CodeId };

export const bookIndex: (study: Study) => readonly IndexEntry[] = oncePerStudy((study) =>
  byLabel(
    study.codes.flatMap((code) => [codeEntry(code, study), ...seeEntries(code, study)]),
    ({ label }) => label,
  ),
);

function codeEntry(code: Code, study: Study): IndexEntry {
  return {
    kind: 'code',
    label: code.label,
    code,
    sources: codeIndex(study).get(code.id)?.sources ?? [],
    seeAlso: [...new Set([...code.sameLabel, ...code.similar])],
  };
}

export const numberRange = ({ id, excerpts }: Passage, study: Study): NumberRange => ({
  passage: id,
  first: numberOf(excerpts[0], study),
  last: numberOf(excerpts.at(-1), study),
});

const numberOf = (excerpt: string | undefined, study: Study): number | null =>
  excerpt === undefined ? null : (study.excerptById.get(excerpt)?.number ?? null);

/** Other names of a code; a name that is a code of its own has its own entry. */
const seeEntries = (code: Code, study: Study): readonly IndexEntry[] =>
  code.aliases
    .filter((alias) => alias !== code.label && !study.codeById.has(alias))
    .map((alias) => ({ kind: 'see', label: alias, to: code.id }));

// In: a study. Out: an index as at the end of a book: codes by label, below each its sources with the numbers of their excerpts,
// `see` from other names to the code, `see also` to codes that a reader may have meant.

import type { CodeId, PassageId, SourceId } from '../model/ids.ts';
import type { Code, Study } from '../model/study.ts';
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

export interface IndexSubEntry {
  readonly source: SourceId;
  readonly ranges: readonly NumberRange[];
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
  const sources = (codeIndex(study).get(code.id)?.sources ?? []).map(({ source, passages }) => ({
    source,
    ranges: passages.map(({ id, excerpts }) => ({
      passage: id,
      first: numberOf(excerpts[0], study),
      last: numberOf(excerpts.at(-1), study),
    })),
  }));
  return {
    kind: 'code',
    label: code.label,
    code,
    sources,
    seeAlso: [...new Set([...code.sameLabel, ...code.similar])],
  };
}

const numberOf = (excerpt: string | undefined, study: Study): number | null =>
  excerpt === undefined ? null : (study.excerptById.get(excerpt)?.number ?? null);

/** Other names of a code; a name that is a code of its own has its own entry. */
const seeEntries = (code: Code, study: Study): readonly IndexEntry[] =>
  code.aliases
    .filter((alias) => alias !== code.label && !study.codeById.has(alias))
    .map((alias) => ({ kind: 'see', label: alias, to: code.id }));

// In: a study. Out: for every source and every kind of code the passages in which codes of that kind stand. Empty cells are part of it.

import type { CodeId } from '../model/ids.ts';
import type { Passage, Source, Study } from '../model/study.ts';
import { oncePerStudy } from './once-per-study.ts';

export interface CoverageCell {
  readonly kind: string | null;
  readonly passages: readonly Passage[];
  /** In order of first mention. */
  readonly codes: readonly CodeId[];
}

export interface Coverage {
  /** As written, most codes first; `null` last: codes that are defined nowhere. */
  readonly kinds: readonly (string | null)[];
  /** A row a source, a cell a kind. */
  readonly rows: readonly { readonly source: Source; readonly cells: readonly CoverageCell[] }[];
}

export const coverage: (study: Study) => Coverage = oncePerStudy((study) => {
  const kinds = kindsInUse(study);
  const rows = study.sources.map((source) => {
    const found = new Map(kinds.map((kind) => [kind, { passages: new Set<Passage>(), codes: new Set<CodeId>() }]));
    for (const passage of source.passages) {
      for (const code of passage.codes) {
        const cell = found.get(study.codeById.get(code)?.kind ?? null);
        cell?.passages.add(passage);
        cell?.codes.add(code);
      }
    }
    return {
      source,
      cells: [...found].map(([kind, { passages, codes }]) => ({ kind, passages: [...passages], codes: [...codes] })),
    };
  });
  return { kinds, rows };
});

function kindsInUse(study: Study): readonly (string | null)[] {
  const counts = new Map<string | null, number>();
  for (const { kind, passages } of study.codes) if (passages.length > 0) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => Number(a === null) - Number(b === null) || m - n).map(([kind]) => kind);
}

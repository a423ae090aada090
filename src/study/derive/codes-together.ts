// In: a study. Out: which codes stand in one passage, and in which passages they do.
// A passage with more than `mostCodes` codes is left out: its pairs would be more than the rest of a study, and say nothing.

import type { CodeId, PassageId } from '../model/ids.ts';
import type { Study } from '../model/study.ts';
import { oncePerStudy } from './once-per-study.ts';

export interface Companion {
  readonly code: CodeId;
  /** Where both stand, in study order. */
  readonly passages: readonly PassageId[];
}

export interface CodePair {
  readonly a: CodeId;
  readonly b: CodeId;
  readonly passages: readonly PassageId[];
}

export const mostCodes = 200;

/** For each code its companions, most passages first, then by place in `study.codes`. A code without any is not there. */
export const companionsOf: (study: Study) => ReadonlyMap<CodeId, readonly Companion[]> = oncePerStudy((study) => {
  const order = new Map(study.codes.map((code, place) => [code.id, place]));
  const together = countTogether(study);
  const sorted = (companions: ReadonlyMap<CodeId, readonly PassageId[]>): readonly Companion[] =>
    [...companions]
      .map(([code, passages]) => ({ code, passages }))
      .sort((a, b) => b.passages.length - a.passages.length || (order.get(a.code) ?? 0) - (order.get(b.code) ?? 0));
  return new Map([...together].map(([code, companions]) => [code, sorted(companions)]));
});

/** Each pair once, `a` before `b` in `study.codes`; most passages first. */
export const codePairs: (study: Study) => readonly CodePair[] = oncePerStudy((study) => {
  const order = new Map(study.codes.map((code, place) => [code.id, place]));
  const before = (a: CodeId, b: CodeId): boolean => (order.get(a) ?? 0) < (order.get(b) ?? 0);
  return study.codes
    .flatMap(({ id: a }) =>
      (companionsOf(study).get(a) ?? [])
        .filter(({ code }) => before(a, code))
        .map(({ code, passages }): CodePair => ({ a, b: code, passages })),
    )
    .sort((a, b) => b.passages.length - a.passages.length);
});

/** Passages whose pairs were not counted. */
export const crowdedPassages: (study: Study) => readonly PassageId[] = oncePerStudy((study) =>
  study.sources.flatMap(({ passages }) => passages.filter(({ codes }) => codes.length > mostCodes).map(({ id }) => id)),
);

function countTogether(study: Study): Map<CodeId, Map<CodeId, PassageId[]>> {
  const together = new Map<CodeId, Map<CodeId, PassageId[]>>();
  for (const { passages } of study.sources) {
    for (const { id, codes } of passages) {
      if (codes.length < 2 || codes.length > mostCodes) continue;
      for (const a of codes) for (const b of codes) if (a !== b) note(together, a, b, id);
    }
  }
  return together;
}

function note(together: Map<CodeId, Map<CodeId, PassageId[]>>, a: CodeId, b: CodeId, passage: PassageId): void {
  let companions = together.get(a);
  if (!companions) together.set(a, (companions = new Map<CodeId, PassageId[]>()));
  const passages = companions.get(b);
  if (passages) passages.push(passage);
  else companions.set(b, [passage]);
}

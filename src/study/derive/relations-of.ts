// In: a study. Out: for each code its relations in both directions, those of the notes and those of the model.

import type { Relation, Study } from '../model/study.ts';
import { oncePerStudy } from './once-per-study.ts';

export interface RelationsOfCode {
  /** From the code to others. */
  readonly out: readonly Relation[];
  /** From others to the code. */
  readonly in: readonly Relation[];
}

/** A code without relations is not there. A relation said twice (in the notes and in the model, in two sources) stands twice. */
export const relationsOf: (study: Study) => ReadonlyMap<string, RelationsOfCode> = oncePerStudy((study) => {
  const relations = new Map<string, { out: Relation[]; in: Relation[] }>();
  const of = (code: string): { out: Relation[]; in: Relation[] } => {
    let known = relations.get(code);
    if (!known) relations.set(code, (known = { out: [], in: [] }));
    return known;
  };
  for (const relation of study.relations) {
    of(relation.from).out.push(relation);
    of(relation.to).in.push(relation);
  }
  return relations;
});

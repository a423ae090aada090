// In: a theory. Out: what every solution does to every force, as a table with solutions as rows and forces as columns.

import type { CompanionModel, ModelForce } from '../model/companion/types.ts';
import { inGroups } from './in-groups.ts';
import { byLabel } from './in-order.ts';

export const impacts = ['++', '+', 'o', '-', '--', '+/-'] as const;
export type Impact = (typeof impacts)[number];
export const isImpact = (text: string): text is Impact => impacts.some((impact) => impact === text);

export interface ForceTable {
  /** Ids by label: only forces that some solution has. */
  readonly forces: readonly string[];
  /** Options in the order of the model's decisions, then other solutions that have forces. */
  readonly solutions: readonly { readonly id: string; readonly decisions: readonly string[] }[];
  /** By solution and force; several when the model says it more than once. */
  readonly cell: (solution: string, force: string) => readonly ModelForce[];
}

export function forceTable(model: CompanionModel): ForceTable {
  const labels = new Map(model.classes.flatMap(({ id, label }) => (id === null ? [] : [[id, label] as const])));
  const cells = inGroups(model.forces, ({ solution, force }) =>
    solution === null || force === null ? null : `${solution}\n${force}`,
  );
  const decisionsOf = inGroups(model.options, ({ option }) => option);
  const having = new Set(model.forces.flatMap(({ solution }) => solution ?? []));
  const ids = [...new Set([...model.options.flatMap(({ option }) => option ?? []), ...having])];
  return {
    forces: byLabel([...new Set(model.forces.flatMap(({ force }) => force ?? []))], (id) => labels.get(id) ?? id),
    solutions: ids
      .filter((id) => having.has(id))
      .map((id) => ({
        id,
        decisions: [...new Set((decisionsOf.get(id) ?? []).flatMap(({ decision }) => decision ?? []))],
      })),
    cell: (solution, force) => cells.get(`${solution}\n${force}`) ?? [],
  };
}

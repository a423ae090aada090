// In: a companion model. Out: for every decision its options, forces and neighbours, and for every element the decisions that lead to it.

import type { CompanionModel, ModelClass, ModelForce, ModelLink, ModelOption } from '../model/companion/types.ts';
import { inGroups } from './in-groups.ts';

export interface DecisionView {
  readonly decision: ModelClass;
  readonly options: readonly {
    readonly option: string;
    readonly name: string;
    readonly forces: readonly ModelForce[];
  }[];
  /** Domain classes that set its scene. */
  readonly context: readonly string[];
  /** Decisions that follow from this one or its options, with their stereotypes. */
  readonly next: readonly ModelLink[];
  readonly previous: readonly ModelLink[];
  /** Other links from and to the decision and its options. */
  readonly dependencies: readonly ModelLink[];
}

/** In the order of the model. A decision without a name in the model has no page. */
export function decisionViews(model: CompanionModel): readonly DecisionView[] {
  const optionsOf = inGroups(model.options, (option) => option.decision);
  const forcesOf = inGroups(model.forces, (force) => force.solution);
  const linksFrom = inGroups(model.links, (link) => link.from);
  const linksTo = inGroups(model.links, (link) => link.to);
  return model.classes.flatMap((decision): readonly DecisionView[] => {
    if (decision.kind !== 'Decision' || decision.id === null) return [];
    const options = distinctOptions(optionsOf.get(decision.id) ?? []);
    const own = [decision.id, ...options.map(({ option }) => option)];
    const from = own.flatMap((id) => linksFrom.get(id) ?? []);
    const to = own.flatMap((id) => linksTo.get(id) ?? []);
    return [
      {
        decision,
        options: options.map(({ option, name }) => ({ option, name, forces: forcesOf.get(option) ?? [] })),
        context: from.filter((link) => link.association === 'has context').flatMap((link) => link.to ?? []),
        next: from.filter((link) => link.association === 'is next'),
        previous: to.filter((link) => link.association === 'is next' && link.to === decision.id),
        dependencies: distinct([...from, ...to]).filter(
          (link) => link.association === 'is dependent on' && !link.stereotypes.includes('Option'),
        ),
      },
    ];
  });
}

function distinctOptions(options: readonly ModelOption[]): readonly { option: string; name: string }[] {
  const seen = new Map<string, { option: string; name: string }>();
  for (const { option, name } of options) {
    if (option === null) continue;
    const known = seen.get(option);
    if (!known || known.name === '') seen.set(option, { option, name });
  }
  return [...seen.values()];
}

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/**
 * For every element the decisions from which it can be reached over options, forces, dependencies and context, in their true direction.
 * A decision leads to itself; another decision is not walked through, so that each keeps its own elements.
 */
export function decisionsOf(model: CompanionModel): ReadonlyMap<string, readonly string[]> {
  const steps = stepsOf(model);
  const decisions = model.classes.flatMap((one) => (one.kind === 'Decision' && one.id !== null ? [one.id] : []));
  const isDecision = new Set(decisions);
  const found = new Map<string, string[]>();
  for (const decision of decisions) {
    const seen = new Set([decision]);
    const open = [decision];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const next of steps.get(id) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        if (!isDecision.has(next)) open.push(next);
      }
    }
    for (const id of seen) {
      if (isDecision.has(id) && id !== decision) continue;
      const list = found.get(id);
      if (list) list.push(decision);
      else found.set(id, [decision]);
    }
  }
  return found;
}

function stepsOf(model: CompanionModel): ReadonlyMap<string, readonly string[]> {
  const walked = new Set(['has', 'is dependent on', 'has context']);
  const pairs: { readonly from: string | null; readonly to: string | null }[] = [
    ...model.options.map(({ decision, option }) => ({ from: decision, to: option })),
    ...model.forces.map(({ solution, force }) => ({ from: solution, to: force })),
    ...model.links.filter((link) => link.association !== null && walked.has(link.association)),
  ];
  return new Map(
    [...inGroups(pairs, (pair) => pair.from)].map(
      ([id, list]) => [id, distinct(list.flatMap((pair) => pair.to ?? []))] as const,
    ),
  );
}

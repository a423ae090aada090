// In: a theory and some of its elements. Out: these elements as nodes in columns, and every relation of the theory between two of them.

import type { CompanionModel } from '../model/companion/types.ts';
import { isDefined } from './is-defined.ts';

export interface ModelNode {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  /** 0 what sets the scene, 1 decisions, 2 options, 3 other solutions, 4 forces. */
  readonly column: number;
}

export interface ModelEdge {
  readonly from: string;
  readonly to: string;
  readonly association: string;
  /** Stereotypes or impacts, as written. */
  readonly words: string;
}

export interface ModelGraph {
  readonly nodes: readonly ModelNode[];
  readonly edges: readonly ModelEdge[];
}

/** Elements that are links, sources or unknown are no nodes. */
export function modelGraph(model: CompanionModel, elements: Iterable<string>): ModelGraph {
  const classes = new Map(model.classes.flatMap((one) => (one.id === null ? [] : [[one.id, one] as const])));
  const options = new Set(model.options.flatMap(({ option }) => option ?? []));
  const nodes = [...new Set(elements)].flatMap((id): readonly ModelNode[] => {
    const one = classes.get(id);
    if (!one || one.kind === 'Source' || one.kind === 'Reference') return [];
    return [{ id, label: one.label, kind: one.kind, column: columnOf(one.kind, options.has(id)) }];
  });
  const shown = new Set(nodes.map(({ id }) => id));
  return { nodes, edges: edgesOf(model).filter(({ from, to }) => shown.has(from) && shown.has(to)) };
}

/** All classes of the theory, for a model without views. */
export const wholeModel = (model: CompanionModel): ModelGraph =>
  modelGraph(model, model.classes.map(({ id }) => id).filter(isDefined));

function columnOf(kind: string, isOption: boolean): number {
  if (isOption) return 2;
  if (kind === 'Decision') return 1;
  if (kind === 'Force') return 4;
  return ['Category', 'Domain Class', 'Domain Class Group'].includes(kind) ? 0 : 3;
}

function edgesOf(model: CompanionModel): readonly ModelEdge[] {
  const isOption = new Set(model.options.map(({ decision, option }) => `${decision} ${option}`));
  return [
    ...model.options.map(({ decision, option, name }) => edge(decision, option, 'has', name)),
    ...model.links
      .filter(({ from, to, stereotypes }) => !(stereotypes.includes('Option') && isOption.has(`${from} ${to}`)))
      .filter(({ from, to, association }) => !(association === 'has' && isOption.has(`${from} ${to}`)))
      .map(({ from, to, association, stereotypes }) => edge(from, to, association ?? '', stereotypes.join(', '))),
    ...model.forces.map(({ solution, force, impact }) => edge(solution, force, 'has force', impact.join(' '))),
  ].filter(isDefined);
}

const edge = (from: string | null, to: string | null, association: string, words: string): ModelEdge | null =>
  from === null || to === null ? null : { from, to, association, words };

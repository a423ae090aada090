// In: a theory. Out: its decisions with their options in layers, so that what follows stands after what it follows from.

import type { CompanionModel, ModelLink } from '../model/companion/types.ts';
import { decisionViews, type DecisionView } from './decisions.ts';

export interface DecisionCard {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  /** 0 for a decision that follows from no other. */
  readonly layer: number;
}

export interface DecisionEdge {
  /** A decision, or an option of one. */
  readonly from: string;
  readonly to: string;
  readonly kind: 'next' | 'dependency';
  /** Stereotypes as written. */
  readonly words: string;
}

export interface DecisionGraph {
  readonly cards: readonly DecisionCard[];
  /** Between different decisions; what holds inside one stands on its page. */
  readonly edges: readonly DecisionEdge[];
}

export function decisionGraph(model: CompanionModel): DecisionGraph {
  const views = decisionViews(model);
  const labels = new Map(model.classes.flatMap(({ id, label }) => (id === null ? [] : [[id, label] as const])));
  const homes = homesOf(views);
  const edges = model.links.flatMap((link): readonly DecisionEdge[] => edgesOf(link, homes));
  const layers = layersOf(
    views.map(idOf),
    edges.filter(({ kind }) => kind === 'next').map(({ from, to }) => [homes.get(from)?.[0] ?? from, to] as const),
  );
  const cards = views.map((view) => ({
    id: idOf(view),
    label: view.decision.label,
    options: view.options.map(({ option }) => ({ id: option, label: labels.get(option) ?? option })),
    layer: layers.get(idOf(view)) ?? 0,
  }));
  return { cards, edges };
}

const idOf = ({ decision }: DecisionView): string => decision.id ?? '';

/** For a decision itself, for an option all decisions that have it. */
function homesOf(views: readonly DecisionView[]): ReadonlyMap<string, readonly string[]> {
  const homes = new Map<string, string[]>();
  for (const view of views) {
    for (const id of [idOf(view), ...view.options.map(({ option }) => option)]) {
      const known = homes.get(id);
      if (known) known.push(idOf(view));
      else homes.set(id, [idOf(view)]);
    }
  }
  return homes;
}

function edgesOf(link: ModelLink, homes: ReadonlyMap<string, readonly string[]>): readonly DecisionEdge[] {
  const { from, to, association, stereotypes } = link;
  if (from === null || to === null || stereotypes.includes('Option')) return [];
  const [start, end] = [homes.get(from), homes.get(to)];
  const kind = association === 'is next' ? 'next' : association === 'is dependent on' ? 'dependency' : null;
  if (!start || !end || kind === null || start.some((id) => end.includes(id))) return [];
  return [{ from, to, kind, words: stereotypes.join(', ') }];
}

/** The longest way from a beginning; an edge that would close a circle is not counted. */
export function layersOf(
  ids: readonly string[],
  edges: readonly (readonly [from: string, to: string])[],
): ReadonlyMap<string, number> {
  const before = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const [from, to] of edges) if (from !== to && before.has(from)) before.get(to)?.push(from);
  const layers = new Map<string, number>();
  for (const id of ids) layerOf(id, before, layers);
  return layers;
}

/** Depth first with a stack of its own, since a chain of decisions may be longer than the stack of the machine. */
function layerOf(start: string, before: ReadonlyMap<string, readonly string[]>, layers: Map<string, number>): void {
  const open = new Set([start]);
  const stack = [start];
  for (let id = stack.at(-1); id !== undefined; id = stack.at(-1)) {
    const waiting = layers.has(id) ? undefined : before.get(id)?.find((one) => !layers.has(one) && !open.has(one));
    if (waiting !== undefined) {
      open.add(waiting);
      stack.push(waiting);
      continue;
    }
    if (!layers.has(id)) {
      const ways = (before.get(id) ?? []).flatMap((one) => layers.get(one) ?? []);
      layers.set(id, ways.length === 0 ? 0 : Math.max(...ways) + 1);
    }
    open.delete(id);
    stack.pop();
  }
}

// In: a view of the model as nodes and edges. Out: a box with a place for each node, in columns that are no taller than a page.

import type { ModelEdge, ModelGraph, ModelNode } from '#study';
import { inOneLine } from '#site/shown-text.ts';
import { wrapped } from './drawing.ts';

export const boxWidth = 176;
export const lineHeight = 15;
const [gapX, gapY] = [130, 14];
/** Boxes in a column: a longer one is divided into several, of no fewer than the second number while there are enough. */
const [most, fewest] = [16, 6];
/** Elements of one kind above which their order is found once, not anew for every column. */
const tooMany = 400;

export interface Box extends ModelNode {
  readonly x: number;
  readonly y: number;
  readonly h: number;
  readonly lines: readonly string[];
}

/** What sets the scene, decisions, options, other solutions, forces, from left to right; empty ones are left out. */
export function placed({ nodes, edges }: ModelGraph): readonly Box[] {
  const neighbours = neighboursOf(edges);
  const ranks = new Map<string, number>();
  const columns = [0, 1, 2, 3, 4].flatMap((column) =>
    divided(
      nodes.filter((node) => node.column === column),
      neighbours,
      ranks,
    ),
  );
  const heights = columns.map((list) => list.reduce((sum, node) => sum + heightOf(node) + gapY, 0));
  const tallest = Math.max(0, ...heights);
  return columns.flatMap((list, column) => {
    let y = 4 + (tallest - (heights[column] ?? 0)) / 2;
    return list.map((node): Box => {
      const h = heightOf(node);
      const box = { ...node, x: 4 + column * (boxWidth + gapX), y, h, lines: linesOf(node) };
      y += h + gapY;
      return box;
    });
  });
}

type Neighbours = ReadonlyMap<string, readonly string[]>;

function neighboursOf(edges: readonly ModelEdge[]): Neighbours {
  const found = new Map<string, string[]>();
  const join = (own: string, other: string): void => {
    const known = found.get(own);
    if (known) known.push(other);
    else found.set(own, [other]);
  };
  for (const { from, to } of edges) {
    join(from, to);
    join(to, from);
  }
  return found;
}

/** One kind of element as columns: what is joined to those before it comes first, so that long roads run from left to right. */
function divided(
  nodes: readonly ModelNode[],
  neighbours: Neighbours,
  ranks: Map<string, number>,
): readonly (readonly ModelNode[])[] {
  const size = Math.ceil(nodes.length / Math.ceil(nodes.length / most));
  const columns: (readonly ModelNode[])[] = [];
  let { list, joined } = nearNeighbours(nodes, neighbours, ranks);
  while (list.length > 0) {
    const fits = nodes.length <= most || joined === 0 || nodes.length > tooMany;
    const column = list.slice(0, fits ? size : Math.min(size, Math.max(joined, fewest)));
    column.forEach(({ id }, place) => ranks.set(id, (place + 0.5) / column.length));
    columns.push(column);
    list = list.slice(column.length);
    if (nodes.length <= tooMany) ({ list, joined } = nearNeighbours(list, neighbours, ranks));
  }
  return columns;
}

/** By the mean place of their neighbours so far (Sugiyama's barycentres, one sweep); those without keep their order, behind. */
function nearNeighbours(
  nodes: readonly ModelNode[],
  neighbours: Neighbours,
  ranks: ReadonlyMap<string, number>,
): { readonly list: readonly ModelNode[]; readonly joined: number } {
  const means = new Map(
    nodes.flatMap(({ id }) => {
      const places = (neighbours.get(id) ?? []).flatMap((other) => ranks.get(other) ?? []);
      return places.length === 0 ? [] : [[id, places.reduce((sum, place) => sum + place, 0) / places.length] as const];
    }),
  );
  const mean = ({ id }: ModelNode): number => means.get(id) ?? 2;
  return { list: [...nodes].sort((a, b) => mean(a) - mean(b)), joined: means.size };
}

const linesOf = ({ label, id }: ModelNode): readonly string[] =>
  wrapped(inOneLine(label || id), boxWidth - 22, 3, 11.5);
const heightOf = (node: ModelNode): number => linesOf(node).length * lineHeight + 10;

// In: boxes and the relations between them. Out: a line for each relation, with its words where there is room for them.

import type { ModelEdge } from '#study';
import { rounded, textWidth, type Mark, type Text } from './drawing.ts';
import { boxWidth, type Box } from './model-columns.ts';

export type PlacedEdge = ModelEdge & {
  readonly start: Box;
  readonly end: Box;
  readonly y1: number;
  readonly y2: number;
};

type Side = 'left' | 'right';
const startSide = ({ start, end }: PlacedEdge): Side => (end.x < start.x ? 'left' : 'right');
const endSide = ({ start, end }: PlacedEdge): Side => (end.x > start.x ? 'left' : 'right');

/** Lines that meet at one side of a box arrive side by side, in the order of where they come from. */
export function withPorts(edges: readonly PlacedEdge[]): readonly PlacedEdge[] {
  const y1 = portsAt(
    edges,
    (edge) => edge.start,
    (edge) => edge.end,
    startSide,
  );
  const y2 = portsAt(
    edges,
    (edge) => edge.end,
    (edge) => edge.start,
    endSide,
  );
  return edges.map((edge) => ({ ...edge, y1: y1.get(edge) ?? 0, y2: y2.get(edge) ?? 0 }));
}

function portsAt(
  edges: readonly PlacedEdge[],
  own: (edge: PlacedEdge) => Box,
  other: (edge: PlacedEdge) => Box,
  side: (edge: PlacedEdge) => Side,
): ReadonlyMap<PlacedEdge, number> {
  const middle = ({ y, h }: Box): number => y + h / 2;
  const sides = Map.groupBy(edges, (edge) => `${side(edge)} ${own(edge).id}`);
  return new Map(
    [...sides.values()].flatMap((list) => {
      const sorted = [...list].sort((a, b) => middle(other(a)) - middle(other(b)));
      return sorted.map((edge, i) => [edge, own(edge).y + (own(edge).h * (i + 1)) / (sorted.length + 1)] as const);
    }),
  );
}

export function route(edge: PlacedEdge): string {
  const { x1, x2, bend } = endsOf(edge);
  const [y1, y2] = [rounded(edge.y1), rounded(edge.y2)];
  return `M${rounded(x1)} ${y1}C${rounded(x1 + bend[0])} ${y1} ${rounded(x2 + bend[1])} ${y2} ${rounded(x2)} ${y2}`;
}

function endsOf({ start, end, y1, y2 }: PlacedEdge): { x1: number; x2: number; bend: readonly [number, number] } {
  if (end.x > start.x) return { x1: start.x + boxWidth, x2: end.x, bend: [60, -60] };
  if (end.x < start.x) return { x1: start.x, x2: end.x + boxWidth, bend: [-60, 60] };
  const out = 26 + Math.min(44, Math.abs(y2 - y1) * 0.12);
  return { x1: start.x + boxWidth, x2: end.x + boxWidth, bend: [out, out] };
}

const strokes: Readonly<Record<string, Pick<Extract<Mark, { mark: 'path' }>, 'stroke' | 'width' | 'dashed'>>> = {
  has: { stroke: 'decision', width: 1.3 },
  'has force': { stroke: 'force', width: 0.9 },
  'is next': { stroke: 'rubric', width: 1.5 },
};
export const strokeOf = (association: string): (typeof strokes)[string] =>
  strokes[association] ?? { stroke: 'soft', width: 0.9, dashed: true };

/** Impacts stand on their lines where these have parted, stereotypes near the middle; words that would cover others are left out. */
export function labelled(
  edges: readonly PlacedEdge[],
  boxes: readonly Box[],
): { readonly labels: readonly Mark[]; readonly leftOut: number } {
  const taken = new Set<string>();
  for (const { x, y, h } of boxes) for (const cell of cellsOf(x, y, boxWidth, h)) taken.add(cell);
  // That an option is one needs no label.
  const said = edges.filter(({ words, association }) => words !== '' && association !== 'has');
  const labels = [...said.filter(isForce), ...said.filter((edge) => !isForce(edge))].flatMap(
    (edge): readonly Mark[] => {
      for (const t of isForce(edge) ? forcePlaces : otherPlaces) {
        const text = labelAt(edge, t);
        const cells = cellsUnder(text);
        if (cells.some((cell) => taken.has(cell))) continue;
        for (const cell of cells) taken.add(cell);
        return [text];
      }
      return [];
    },
  );
  return { labels, leftOut: said.length - labels.length };
}

const isForce = ({ association }: PlacedEdge): boolean => association === 'has force';
const forcePlaces = [0.14, 0.21, 0.28, 0.35, 0.42, 0.5];
const otherPlaces = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];

function labelAt(edge: PlacedEdge, t: number): Text {
  const { x1, x2, bend } = endsOf(edge);
  const inside = edge.start.x === edge.end.x;
  return {
    mark: 'text',
    x: bezier(x1, x1 + bend[0], x2 + bend[1], x2, t) + (inside ? 4 : 0),
    y: bezier(edge.y1, edge.y1, edge.y2, edge.y2, t) + 3.5,
    text: edge.words,
    size: isForce(edge) ? 11 : 10,
    anchor: inside ? 'start' : 'middle',
    tone: isForce(edge) ? 'force' : 'soft',
    bold: isForce(edge),
    halo: true,
  };
}

function cellsUnder({ text, x, y, size = 12, anchor }: Text): readonly string[] {
  const width = textWidth(text, size);
  return cellsOf(anchor === 'start' ? x : x - width / 2, y - size * 0.75, width, size);
}

/** The plane as a grid: two things cover each other when they lie on the same cell. */
function cellsOf(x: number, y: number, w: number, h: number): readonly string[] {
  const cell = 6;
  const steps = (from: number, length: number): readonly number[] => {
    const first = Math.floor(from / cell);
    return Array.from({ length: Math.floor((from + length) / cell) - first + 1 }, (_, i) => first + i);
  };
  return steps(x, w).flatMap((column) => steps(y, h).map((row) => `${column} ${row}`));
}

const bezier = (a: number, b: number, c: number, d: number, t: number): number =>
  a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t ** 2 * (1 - t) + d * t ** 3;

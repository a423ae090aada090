// In: a view of the model as nodes and edges. Out: a drawing in columns: what sets the scene, decisions, options, other solutions, forces.

import { codePath, slugOf, type ModelEdge, type ModelGraph, type ModelNode, type Study } from '#study';
import { inOneLine } from '#site/shown-text.ts';
import { kindClass, type KindClass } from '#site/kinds.ts';
import { at, decisionUrl, modelUrl } from '#site/urls.ts';
import type { TheoryWords } from '#site/words/theory.ts';
import { rounded, wrapped, type Link, type Mark } from './drawing.ts';
import type { Plot } from './plot.ts';

const [boxWidth, gapX, gapY, lineHeight] = [176, 130, 14, 15];

export interface NamedView {
  readonly name: string;
  readonly title: string;
  readonly graph: ModelGraph;
}

interface Box extends ModelNode {
  readonly x: number;
  readonly y: number;
  readonly h: number;
  readonly lines: readonly string[];
}

export function modelView({ name, title, graph }: NamedView, study: Study, words: TheoryWords): Plot {
  const said = words.plots.modelView;
  const boxes = placed(graph);
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const edges = withPorts(
    graph.edges.flatMap((edge) => {
      const [start, end] = [byId.get(edge.from), byId.get(edge.to)];
      return start && end && start !== end ? [{ ...edge, start, end, y1: 0, y2: 0 }] : [];
    }),
  );
  return {
    name,
    title,
    question: said.question,
    caption: [said.caption(graph.nodes.length, graph.edges.length)],
    drawing: {
      width: Math.max(0, ...boxes.map(({ x }) => x + boxWidth)) + 70,
      height: Math.max(0, ...boxes.map(({ y, h }) => y + h)) + 10,
      marks: [
        ...edges.map((edge): Mark => ({ mark: 'path', ...strokeOf(edge.association), d: route(edge), arrow: true })),
        ...labels(edges),
        ...boxes.map((box) => boxLink(box, study)),
      ],
    },
    table: {
      columns: [said.from, said.association, said.words, said.to],
      rows: graph.edges.map(({ from, to, association, words: how }) => ({
        cells: [inOneLine(byId.get(from)?.label ?? from), association, how, inOneLine(byId.get(to)?.label ?? to)],
      })),
    },
  };
}

/** The kind of the model as the site's kinds of code. */
export const kindOfElement = (kind: string): KindClass =>
  kindClass(kind === 'Do Nothing' ? 'practice' : kind.toLowerCase());

/** Decisions have pages of the theory; other elements, of the code that bears their name, where the notes have it. */
export function elementUrl(id: string, kind: string, study: Study): string | null {
  if (kind === 'Decision') return decisionUrl(id);
  return study.codeById.has(id) ? at(codePath(slugOf(id))) : null;
}

/** Columns from left to right, empty ones left out; within a column each stands near what it is joined to on the left. */
function placed({ nodes, edges }: ModelGraph): readonly Box[] {
  const columns = [0, 1, 2, 3, 4]
    .map((column) => nodes.filter((node) => node.column === column))
    .filter((list) => list.length > 0);
  const heights = columns.map((list) => list.reduce((sum, node) => sum + heightOf(node) + gapY, 0));
  const tallest = Math.max(0, ...heights);
  const places = new Map<string, number>();
  return columns.flatMap((list, column) => {
    let y = 4 + (tallest - (heights[column] ?? 0)) / 2;
    return nearNeighbours(list, edges, places).map((node): Box => {
      const h = heightOf(node);
      const box = { ...node, x: 4 + column * (boxWidth + gapX), y, h, lines: linesOf(node) };
      places.set(node.id, y + h / 2);
      y += h + gapY;
      return box;
    });
  });
}

/** By the mean place of their neighbours so far (Sugiyama's barycentres, one sweep); those without keep their order, behind. */
function nearNeighbours(
  nodes: readonly ModelNode[],
  edges: readonly ModelEdge[],
  places: ReadonlyMap<string, number>,
): readonly ModelNode[] {
  const sums = new Map<string, { sum: number; n: number }>();
  for (const { from, to } of edges) {
    for (const [own, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const place = places.get(other);
      if (place === undefined) continue;
      const known = sums.get(own) ?? { sum: 0, n: 0 };
      sums.set(own, { sum: known.sum + place, n: known.n + 1 });
    }
  }
  const mean = ({ id }: ModelNode): number => {
    const known = sums.get(id);
    return known ? known.sum / known.n : Number.MAX_VALUE;
  };
  return [...nodes].sort((a, b) => Math.sign(mean(a) - mean(b)));
}

const linesOf = ({ label, id }: ModelNode): readonly string[] =>
  wrapped(inOneLine(label || id), boxWidth - 22, 3, 11.5);
const heightOf = (node: ModelNode): number => linesOf(node).length * lineHeight + 10;

function boxLink(box: Box, study: Study): Mark {
  const tone = kindOfElement(box.kind);
  const marks: readonly Mark[] = [
    { mark: 'rect', x: box.x, y: box.y, w: boxWidth, h: box.h, fill: 'paper', stroke: tone },
    { mark: 'rect', x: box.x, y: box.y, w: 4, h: box.h, fill: tone },
    ...box.lines.map((text, i): Mark => ({
      mark: 'text',
      x: box.x + 13,
      y: box.y + 16 + i * lineHeight,
      text,
      size: 11.5,
    })),
  ];
  const name = `${inOneLine(box.label)} (${inOneLine(box.kind)})`;
  const link = (href: string): Link => ({ mark: 'link', href, name, marks, label: true });
  return link(elementUrl(box.id, box.kind, study) ?? `${modelUrl()}#elements`);
}

type PlacedEdge = ModelEdge & { readonly start: Box; readonly end: Box; readonly y1: number; readonly y2: number };

type Side = 'left' | 'right';
const startSide = ({ start, end }: PlacedEdge): Side => (end.x < start.x ? 'left' : 'right');
const endSide = ({ start, end }: PlacedEdge): Side => (end.x > start.x ? 'left' : 'right');

/** Lines that meet at one side of a box arrive side by side, in the order of where they come from. */
function withPorts(edges: readonly PlacedEdge[]): readonly PlacedEdge[] {
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

function route(edge: PlacedEdge): string {
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
const strokeOf = (association: string): (typeof strokes)[string] =>
  strokes[association] ?? { stroke: 'soft', width: 0.9, dashed: true };

/** Impacts stand on their lines where these have parted, stereotypes in the middle. That an option is one needs no label. */
function labels(edges: readonly PlacedEdge[]): readonly Mark[] {
  return edges.flatMap((edge, i): readonly Mark[] => {
    const { start, end, association, words, y1, y2 } = edge;
    if (words === '' || association === 'has') return [];
    const { x1, x2, bend } = endsOf(edge);
    const isForce = association === 'has force';
    const t = isForce ? 0.14 + 0.07 * (i % 3) : 0.5;
    const inside = start.x === end.x;
    return [
      {
        mark: 'text',
        x: bezier(x1, x1 + bend[0], x2 + bend[1], x2, t) + (inside ? 4 : 0),
        y: bezier(y1, y1, y2, y2, t) + 3.5,
        text: words,
        size: isForce ? 11 : 10,
        anchor: inside ? 'start' : 'middle',
        tone: isForce ? 'force' : 'soft',
        bold: isForce,
        halo: true,
      },
    ];
  });
}

const bezier = (a: number, b: number, c: number, d: number, t: number): number =>
  a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t ** 2 * (1 - t) + d * t ** 3;

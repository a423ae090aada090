// In: a code and its study. Out: the code among its nearest: relations as lines, company as dotted ones. Settled at build time; nothing moves.

import {
  forceLink,
  forceSimulation,
  forceX,
  forceY,
  randomLcg,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3';
import { localGraph, mostNodes, type Code, type LocalEdge, type Study } from '#study';
import { inOneLine } from '#site/shown-text.ts';
import { kindClass, signs } from '#site/kinds.ts';
import { codeUrl, codeWithUrl } from '#site/urls.ts';
import type { TheoryWords } from '#site/words/theory.ts';
import { fitted, line, textWidth, type Drawing, type Link, type Mark } from './drawing.ts';
import { forceCharge, forceCircles } from './pairwise-forces.ts';
import type { Plot } from './plot.ts';

interface Node extends SimulationNodeDatum {
  readonly code: Code;
  readonly label: string;
}

const [labelSize, labelRoom, ticks] = [11, 130, 50];
/** Labels are wider than high: distances are settled as if they were square, and then drawn out. */
const wide = 2.3;

export function localGraphOf(code: Code, study: Study, words: TheoryWords): Plot | null {
  const graph = localGraph(study, code);
  if (graph.nodes.length < 2) return null;
  const said = words.plots.localGraph;
  const nodes = settled(graph.nodes, graph.edges);
  const edges = graph.edges.map((edge) => ({ ...edge, name: nameOf(edge, study, words) }));
  return {
    name: `local-${code.slug}`,
    title: said.title(inOneLine(code.label)),
    question: said.question,
    caption: [said.caption, ...(graph.neighbours > mostNodes - 1 ? [said.cut(mostNodes - 1, graph.neighbours)] : [])],
    drawing: drawn(nodes, edges, code, study),
    table: {
      columns: [said.from, said.kind, said.to, words.plots.passagesHead],
      rows: edges.map(({ from, to, kind, detail, passages }) => ({
        cells: [
          from,
          kind === null ? said.together : `${kind}${detail === undefined ? '' : ` ${detail}`}`,
          to,
          passages,
        ],
      })),
    },
  };
}

/** As cool after these ticks as d3's own pace is after 160. */
const cooling = 1 - 0.025 ** (1 / ticks);

interface Line extends SimulationLinkDatum<Node> {
  readonly source: string | Node;
  readonly target: string | Node;
}

const lines = forceLink<Node, Line>([])
  .id(({ code }) => code.id)
  .distance(58)
  .strength(0.45);

/** One for all graphs: a machine that has run a function often runs it faster. */
const simulation = forceSimulation<Node>([])
  .alphaDecay(cooling)
  .force('charge', forceCharge<Node>(-130))
  .force('link', lines)
  .force(
    'apart',
    forceCircles<Node>(({ label }) => Math.max(17, textWidth(label, labelSize) / wide / 2)),
  )
  .force('x', forceX<Node>(0).strength(0.09))
  .force('y', forceY<Node>(0).strength(0.06))
  .stop();

/** Fixed ticks and seed, and rounded when written: the same picture in every build. */
function settled(codes: readonly Code[], edges: readonly LocalEdge[]): readonly Node[] {
  const nodes = codes.map((code, i): Node => ({
    code,
    label: fitted(inOneLine(code.label), labelRoom, labelSize),
    ...(i === 0 ? { fx: 0, fy: 0 } : {}),
  }));
  // The lines of the graph before lead to its nodes.
  lines.links([]);
  simulation.randomSource(randomLcg(0.5)).alpha(1).nodes(nodes);
  lines.links(edges.map(({ from, to }) => ({ source: from, target: to })));
  simulation.tick(ticks);
  return nodes.map((node) => ({ ...node, x: (node.x ?? 0) * wide }));
}

function drawn(
  nodes: readonly Node[],
  edges: readonly (LocalEdge & { readonly name: string })[],
  centre: Code,
  study: Study,
): Drawing {
  const half = labelRoom / 2 + 8;
  const xs = nodes.map(({ x = 0 }) => x);
  const ys = nodes.map(({ y = 0 }) => y);
  const [left, top] = [Math.min(...xs) - half, Math.min(...ys) - 20];
  const at = new Map<string, readonly [number, number]>(
    nodes.map(({ code, x = 0, y = 0 }) => [code.id, [x - left, y - top]]),
  );
  return {
    width: Math.max(...xs) + half - left,
    height: Math.max(...ys) + 30 - top,
    marks: [
      ...edges.flatMap((edge) => edgeLink(edge, at, centre, study)),
      ...nodes.map((node) => nodeLink(node, at, centre)),
    ],
  };
}

function edgeLink(
  edge: LocalEdge & { readonly name: string },
  at: ReadonlyMap<string, readonly [number, number]>,
  centre: Code,
  study: Study,
): readonly Mark[] {
  const [from, to] = [at.get(edge.from), at.get(edge.to)];
  const [a, b] = [study.codeById.get(edge.from), study.codeById.get(edge.to)];
  if (!from || !to || !a || !b) return [];
  const own = a === centre ? b : b === centre ? a : null;
  const href = edge.passages > 0 && own ? codeWithUrl(centre, own) : `${codeUrl(a)}#relations`;
  const ink: Mark = {
    mark: 'path',
    d: line(from[0], from[1], to[0], to[1]),
    stroke: edge.kind === null ? 'rule' : 'edge',
    width: edge.kind === null ? Math.min(4, 0.8 + edge.passages * 0.5) : 1.4,
  };
  return [{ mark: 'link', href, name: edge.name, marks: [ink] }];
}

function nodeLink({ code, label }: Node, at: ReadonlyMap<string, readonly [number, number]>, centre: Code): Link {
  const [x, y] = at.get(code.id) ?? [0, 0];
  const tone = kindClass(code.kind);
  return {
    mark: 'link',
    href: codeUrl(code),
    name: inOneLine(code.label),
    label: true,
    marks: [
      { mark: 'circle', x, y, r: 9, fill: 'paper' },
      { mark: 'text', x, y: y + 5, text: signs[tone], size: 14, anchor: 'middle', tone },
      { mark: 'text', x, y: y + 20, text: label, size: labelSize, anchor: 'middle', bold: code === centre, halo: true },
    ],
  };
}

function nameOf({ from, to, kind, detail, passages }: LocalEdge, study: Study, words: TheoryWords): string {
  const label = (id: string): string => inOneLine(study.codeById.get(id)?.label ?? id);
  const how = kind === null ? words.plots.localGraph.together : `${kind}${detail === undefined ? '' : ` ${detail}`}`;
  return `${label(from)} → ${label(to)}: ${how}${passages > 0 ? `, ${words.plots.passages(passages)}` : ''}`;
}

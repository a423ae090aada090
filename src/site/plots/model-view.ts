// In: a view of the model as nodes and edges. Out: a drawing in columns: what sets the scene, decisions, options, other solutions, forces.

import { codePath, slugOf, type ModelGraph, type Study } from '#study';
import { inOneLine } from '#site/shown-text.ts';
import { kindClass, type KindClass } from '#site/kinds.ts';
import { at, decisionUrl, modelUrl } from '#site/urls.ts';
import type { TheoryWords } from '#site/words/theory.ts';
import type { Link, Mark } from './drawing.ts';
import { boxWidth, lineHeight, placed, type Box } from './model-columns.ts';
import { labelled, route, strokeOf, withPorts } from './model-edges.ts';
import type { Plot } from './plot.ts';

export interface NamedView {
  readonly name: string;
  readonly title: string;
  readonly graph: ModelGraph;
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
  const { labels, leftOut } = labelled(edges, boxes);
  return {
    name,
    title,
    question: said.question,
    caption: [said.caption(graph.nodes.length, graph.edges.length), ...(leftOut > 0 ? [said.leftOut(leftOut)] : [])],
    drawing: {
      width: Math.max(0, ...boxes.map(({ x }) => x + boxWidth)) + 70,
      height: Math.max(0, ...boxes.map(({ y, h }) => y + h)) + 10,
      marks: [
        ...edges.map((edge): Mark => ({ mark: 'path', ...strokeOf(edge.association), d: route(edge), arrow: true })),
        ...labels,
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

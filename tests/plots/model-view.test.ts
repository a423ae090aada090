// Views of the size that real models have: every column fits a page, and no words cover others.

import { describe, expect, it } from 'vitest';
import type { ModelEdge, ModelGraph, ModelNode } from '../../src/study/index.ts';
import { boxWidth, placed } from '../../src/site/plots/model-columns.ts';
import { labelled, withPorts } from '../../src/site/plots/model-edges.ts';
import { textWidth } from '../../src/site/plots/drawing.ts';

const many = (count: number, name: string, kind: string, column: number): readonly ModelNode[] =>
  Array.from({ length: count }, (_, i) => ({ id: `${name}${i}`, label: `${name} number ${i}`, kind, column }));
const solutions = many(70, 'solution', 'Practice', 3);
const forces = many(40, 'force', 'Force', 4);
const edges: readonly ModelEdge[] = [
  ...[0, 1, 2].map((i) => ({ from: 'd0', to: `option${i}`, association: 'has', words: 'An option' })),
  ...solutions.map(({ id }, i) => ({
    from: i < 9 ? `option${i % 3}` : `solution${Math.floor(i / 3)}`,
    to: id,
    association: 'is dependent on',
    words: 'Can be Realized With',
  })),
  ...forces.map(({ id }, i) => ({ from: `option${i % 3}`, to: id, association: 'has force', words: '++' })),
];
const graph: ModelGraph = {
  nodes: [...many(1, 'd', 'Decision', 1), ...many(3, 'option', 'Pattern', 2), ...solutions, ...forces],
  edges,
};

const boxes = placed(graph);
const at = new Map(boxes.map((box) => [box.id, box]));
const lines = withPorts(
  edges.flatMap((edge) => {
    const [start, end] = [at.get(edge.from), at.get(edge.to)];
    return start && end && start !== end ? [{ ...edge, start, end, y1: 0, y2: 0 }] : [];
  }),
);
const { labels, leftOut } = labelled(lines, boxes);

describe('a large view of the model', () => {
  it('has every element once, in columns of at most sixteen', () => {
    expect(boxes.map(({ id }) => id).sort()).toEqual(graph.nodes.map(({ id }) => id).sort());
    const columns = [...Map.groupBy(boxes, ({ x }) => x).values()];
    expect(Math.max(...columns.map((column) => column.length))).toBeLessThanOrEqual(16);
    expect(columns.length).toBeLessThan(16);
  });

  it('runs from decisions over options and other solutions to forces', () => {
    const ends = (wanted: number): readonly number[] =>
      boxes.filter(({ column }) => column === wanted).map(({ x }) => x);
    expect(Math.max(...ends(2))).toBeLessThan(Math.min(...ends(3)));
    expect(Math.max(...ends(3))).toBeLessThan(Math.min(...ends(4)));
    expect(at.get('solution0')?.x).toBeLessThan(at.get('solution69')?.x ?? 0);
  });

  it('has no words that cover others or a box; it counts those that are left out', () => {
    const texts = labels.flatMap((mark) => (mark.mark === 'text' ? [mark] : []));
    const rects = [
      ...texts.map(({ x, y, text, size = 12, anchor }) => {
        const w = textWidth(text, size);
        return { x: anchor === 'start' ? x : x - w / 2, y: y - size * 0.75, w, h: size };
      }),
      ...boxes.map(({ x, y, h }) => ({ x, y, w: boxWidth, h })),
    ];
    const covering = rects.filter((a, i) =>
      rects.some((b, k) => k > i && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h),
    );
    expect(covering).toEqual([]);
    expect(texts.length + leftOut).toBe(edges.length - 3);
    expect(texts.length).toBeGreaterThan(edges.length / 2);
  });
});

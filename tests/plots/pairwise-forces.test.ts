// Forces of small graphs against d3's own, which go by way of a tree.

import { forceManyBody, forceSimulation, type SimulationNodeDatum } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forceCharge, forceCircles } from '../../src/site/plots/pairwise-forces.ts';

/** No two in one line: there d3 adds a little chance. */
const places = fc.uniqueArray(fc.integer({ min: -200, max: 200 }), { minLength: 2, maxLength: 30 });
const nodes = fc.tuple(places, places).map(([xs, ys]) => xs.slice(0, ys.length).map((x, i) => ({ x, y: ys[i] ?? 0 })));

const after = (
  start: readonly { readonly x: number; readonly y: number }[],
  force: Parameters<ReturnType<typeof forceSimulation<SimulationNodeDatum>>['force']>[1],
  ticks: number,
): readonly SimulationNodeDatum[] => {
  const moved = start.map(({ x, y }): SimulationNodeDatum => ({ x, y }));
  forceSimulation(moved)
    .force('only', force as never)
    .stop()
    .tick(ticks);
  return moved;
};

const asTree = (start: Parameters<typeof after>[0]): void => {
  const own = after(start, forceCharge(-130), 1);
  const tree = after(start, forceManyBody().strength(-130).theta(0), 1);
  own.forEach(({ x = 0, y = 0 }, i) => {
    expect(x).toBeCloseTo(tree[i]?.x ?? NaN, 6);
    expect(y).toBeCloseTo(tree[i]?.y ?? NaN, 6);
  });
};

describe('the charge of a small graph', () => {
  it('moves nodes as d3 does when it looks at every pair', () => {
    fc.assert(fc.property(nodes, asTree));
  });

  it('grows no more below a distance of 1', () => {
    asTree([
      { x: 0, y: 0 },
      { x: 0.5, y: 0.25 },
    ]);
  });
});

describe('circles of a small graph', () => {
  it('come apart, and stay where they do not touch', () => {
    const near = after(
      Array.from({ length: 12 }, (_, i) => ({ x: i * 3, y: (i * 7) % 5 })),
      forceCircles(() => 10),
      300,
    );
    near.forEach((a, i) =>
      near.slice(i + 1).forEach((b) => {
        expect(Math.hypot((a.x ?? 0) - (b.x ?? 0), (a.y ?? 0) - (b.y ?? 0))).toBeGreaterThan(19.5);
      }),
    );
    const far = [
      { x: 0, y: 0 },
      { x: 21, y: 0 },
    ];
    expect(
      after(
        far,
        forceCircles(() => 10),
        5,
      ).map(({ x, y }) => ({ x, y })),
    ).toEqual(far);
  });

  it('the smaller gives way more', () => {
    const [small, large] = after(
      [
        { x: 0, y: 0 },
        { x: 10, y: 0 },
      ],
      forceCircles((node) => (node.index === 0 ? 5 : 20)),
      1,
    );
    expect(Math.abs(small?.x ?? 0)).toBeGreaterThan(4 * Math.abs((large?.x ?? 0) - 10));
  });
});

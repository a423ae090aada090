// Forces of small graphs against d3's own, which go by way of a tree.

import { forceManyBody, forceSimulation, type SimulationNodeDatum } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forceCharge, forceCircles } from '../../src/site/plots/pairwise-forces.ts';

const place = fc.double({ min: -200, max: 200, noNaN: true });
const nodes = fc.uniqueArray(fc.record({ x: place, y: place }), {
  minLength: 2,
  maxLength: 30,
  selector: ({ x, y }) => `${Math.round(x)} ${Math.round(y)}`,
});

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

describe('the charge of a small graph', () => {
  it('moves nodes as d3 does when it looks at every pair', () => {
    fc.assert(
      fc.property(nodes, (start) => {
        const own = after(start, forceCharge(-130), 3);
        const tree = after(start, forceManyBody().strength(-130).theta(0), 3);
        own.forEach(({ x = 0, y = 0 }, i) => {
          expect(x).toBeCloseTo(tree[i]?.x ?? NaN, 6);
          expect(y).toBeCloseTo(tree[i]?.y ?? NaN, 6);
        });
      }),
    );
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

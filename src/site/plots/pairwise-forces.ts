// In: nodes of a small graph. Out: forces for d3's simulation that keep them apart, as its own forceManyBody and forceCollide do, pair by
// pair. Those build a tree of the nodes at each tick: of thirty nodes that takes longer than to look at all pairs, and leaves ten
// megabytes to be cleared away; a large study has thousands of such graphs.

import type { Force, SimulationLinkDatum, SimulationNodeDatum } from 'd3';

type PairForce<Node extends SimulationNodeDatum> = Force<Node, SimulationLinkDatum<Node>>;

/** Each pushes each away, the more so the nearer it is; `strength` as in d3, below zero. */
export function forceCharge<Node extends SimulationNodeDatum>(strength: number): PairForce<Node> {
  return eachPair((a, b, alpha) => {
    const [x, y] = [placeX(b) - placeX(a), placeY(b) - placeY(a)];
    const square = x * x + y * y;
    if (square === 0) return;
    // As in d3: below a distance of 1 the push grows no more.
    const push = (strength * alpha) / (square < 1 ? Math.sqrt(square) : square);
    move(a, x * push, y * push);
    move(b, -x * push, -y * push);
  });
}

/** No two circles overlap; the smaller of two gives way more. */
export function forceCircles<Node extends SimulationNodeDatum>(radius: (node: Node) => number): PairForce<Node> {
  let radii: ReadonlyMap<Node, number> = new Map();
  const force = eachPair<Node>((a, b) => {
    const [ra, rb] = [radii.get(a) ?? 0, radii.get(b) ?? 0];
    const x = nextX(a) - nextX(b);
    const y = nextY(a) - nextY(b);
    const distance = Math.sqrt(x * x + y * y);
    if (distance === 0 || distance >= ra + rb) return;
    const step = (ra + rb - distance) / distance;
    const share = (rb * rb) / (ra * ra + rb * rb);
    move(a, x * step * share, y * step * share);
    move(b, -x * step * (1 - share), -y * step * (1 - share));
  });
  const initialize = (nodes: Node[], random: () => number): void => {
    radii = new Map(nodes.map((node) => [node, radius(node)]));
    force.initialize?.(nodes, random);
  };
  return Object.assign((alpha: number) => force(alpha), { initialize });
}

function eachPair<Node extends SimulationNodeDatum>(act: (a: Node, b: Node, alpha: number) => void): PairForce<Node> {
  let nodes: readonly Node[] = [];
  const force = (alpha: number): void => {
    nodes.forEach((a, i) => {
      for (let j = i + 1; j < nodes.length; j += 1) {
        const b = nodes[j];
        if (b !== undefined) act(a, b, alpha);
      }
    });
  };
  const initialize = (all: Node[]): void => {
    nodes = all;
  };
  return Object.assign(force, { initialize });
}

const placeX = ({ x = 0 }: SimulationNodeDatum): number => x;
const placeY = ({ y = 0 }: SimulationNodeDatum): number => y;
const nextX = ({ x = 0, vx = 0 }: SimulationNodeDatum): number => x + vx;
const nextY = ({ y = 0, vy = 0 }: SimulationNodeDatum): number => y + vy;

function move(node: SimulationNodeDatum, x: number, y: number): void {
  node.vx = (node.vx ?? 0) + x;
  node.vy = (node.vy ?? 0) + y;
}

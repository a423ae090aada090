// In: a theory. Out: its decisions as cards in layers, options as their lines; arrows from an option to the decision that follows from it.

import { decisionGraph, type DecisionCard, type DecisionEdge, type Theory } from '#study';
import { inOneLine } from '#site/shown-text.ts';
import { decisionUrl, optionId } from '#site/urls.ts';
import type { TheoryWords } from '#site/words/theory.ts';
import { fitted, rounded, wrapped, type Link, type Mark } from './drawing.ts';
import type { Plot } from './plot.ts';

const [cardWidth, gapX, gapY, lineHeight] = [236, 56, 26, 19];
const headLine = 16;

interface PlacedCard extends DecisionCard {
  readonly x: number;
  readonly y: number;
  readonly head: readonly string[];
  readonly height: number;
}

/** Where an arrow may leave or arrive: the middle of a line, on both sides. */
interface Port {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

export function decisionRoads(theory: Theory, words: TheoryWords): Plot {
  const { cards, edges } = decisionGraph(theory.model);
  const placed = placeCards(cards);
  const ports = portsOf(placed);
  const said = words.plots.decisionRoads;
  const names = new Map(
    cards.flatMap((card) => [
      [card.id, card.label] as const,
      ...card.options.map(({ id, label }) => [id, label] as const),
    ]),
  );
  const name = (id: string): string => inOneLine(names.get(id) ?? id);
  const nameEdge = ({ from, to, words: how, kind }: DecisionEdge): string =>
    `${name(from)} → ${name(to)}: ${how === '' ? said.kinds[kind] : how}`;
  const homes = new Map(
    cards.flatMap((card) => [[card.id, card.id] as const, ...card.options.map(({ id }) => [id, card.id] as const)]),
  );
  const address = ({ from }: DecisionEdge): string => decisionUrl(homes.get(from) ?? from);
  const rows = edges.map((edge) => ({
    cells: [
      name(edge.from),
      said.kinds[edge.kind],
      edge.words,
      { text: name(edge.to), href: decisionUrl(homes.get(edge.to) ?? edge.to) },
    ],
  }));
  return {
    name: 'decisions',
    title: said.title,
    question: said.question,
    caption: [said.caption],
    drawing: {
      width: Math.max(...placed.map(({ x }) => x + cardWidth), 0) + 56,
      height: Math.max(...placed.map(({ y, height }) => y + height), 0) + 10,
      marks: [
        ...edges.flatMap((edge): readonly Mark[] => {
          const d = route(ports.get(edge.from), ports.get(edge.to));
          if (d === null) return [];
          const next = edge.kind === 'next';
          const ink: Mark = {
            mark: 'path',
            d,
            stroke: next ? 'rubric' : 'soft',
            width: next ? 1.6 : 1,
            dashed: !next,
            arrow: true,
          };
          return [{ mark: 'link', href: address(edge), name: nameEdge(edge), marks: [ink] }];
        }),
        ...placed.flatMap(cardMarks),
      ],
    },
    table: { columns: [said.from, said.kind, said.words, said.to], rows },
    legend: [
      { sign: '━▸', word: said.kinds.next },
      { sign: '╌▸', word: said.kinds.dependency },
    ],
  };
}

function placeCards(cards: readonly DecisionCard[]): readonly PlacedCard[] {
  const below = new Map<number, number>();
  return cards.map((card) => {
    const head = wrapped(inOneLine(card.label), cardWidth - 24, 3, 13);
    const height = 12 + head.length * headLine + 8 + Math.max(1, card.options.length) * lineHeight + 6;
    const y = below.get(card.layer) ?? 4;
    below.set(card.layer, y + height + gapY);
    return { ...card, x: 4 + card.layer * (cardWidth + gapX), y, head, height };
  });
}

const optionY = ({ y, head }: PlacedCard, i: number): number =>
  y + 12 + head.length * headLine + 8 + (i + 0.5) * lineHeight;

function portsOf(cards: readonly PlacedCard[]): ReadonlyMap<string, Port> {
  const ports = new Map<string, Port>();
  for (const card of cards) {
    const sides = { left: card.x, right: card.x + cardWidth };
    ports.set(card.id, { ...sides, y: card.y + 12 + (card.head.length * headLine) / 2 - 2 });
    card.options.forEach(({ id }, i) => {
      if (!ports.has(id)) ports.set(id, { ...sides, y: optionY(card, i) });
    });
  }
  return ports;
}

function cardMarks(card: PlacedCard): readonly Mark[] {
  const rule = card.y + 12 + card.head.length * headLine + 3;
  const head: Link = {
    mark: 'link',
    href: decisionUrl(card.id),
    name: inOneLine(card.label),
    label: true,
    marks: [
      { mark: 'rect', x: card.x, y: card.y, w: cardWidth, h: card.height, fill: 'leaf', stroke: 'edge' },
      ...card.head.map((text, i): Mark => ({
        mark: 'text',
        x: card.x + 12,
        y: card.y + 22 + i * headLine,
        text,
        size: 13,
        bold: true,
        tone: 'decision',
      })),
      { mark: 'path', d: `M${rounded(card.x)} ${rounded(rule)}h${rounded(cardWidth)}`, stroke: 'rule', width: 1 },
    ],
  };
  const options = card.options.map(({ id, label }, i): Link => ({
    mark: 'link',
    href: `${decisionUrl(card.id)}#${optionId(id)}`,
    name: inOneLine(label),
    label: true,
    marks: [
      {
        mark: 'text',
        x: card.x + 12,
        y: optionY(card, i) + 4,
        text: fitted(inOneLine(label), cardWidth - 24, 12),
        size: 12,
      },
    ],
  }));
  return [head, ...options];
}

/** Forwards from the right side to the left, backwards from the left to the right, within a layer around the right side. */
function route(from: Port | undefined, to: Port | undefined): string | null {
  if (!from || !to) return null;
  const curve = (x1: number, bend1: number, x2: number, bend2: number): string =>
    `M${rounded(x1)} ${rounded(from.y)}C${rounded(x1 + bend1)} ${rounded(from.y)} ${rounded(x2 + bend2)} ${rounded(to.y)} ${rounded(x2)} ${rounded(to.y)}`;
  if (to.left > from.right) return curve(from.right, 60, to.left, -60);
  if (to.right < from.left) return curve(from.left, -60, to.right, 60);
  const out = 22 + Math.min(28, Math.abs(to.y - from.y) * 0.06);
  return curve(from.right, out, to.right, out);
}

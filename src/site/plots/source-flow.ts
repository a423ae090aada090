// In: the numbers of study.yaml. Out: the flow of sources after PRISMA 2020: how many were found, went, and stayed.

import { sourceFlow, type SourceFlow, type Study } from '#study';
import { inOneLine } from '#site/shown-text.ts';
import { sourcesUrl } from '#site/urls.ts';
import type { TheoryWords } from '#site/words/theory.ts';
import { rounded, wrapped, type Mark } from './drawing.ts';
import type { Plot } from './plot.ts';

const [boxWidth, gapX, gapY] = [230, 60, 34];
const lineHeight = 16;

interface Step {
  readonly title: string;
  readonly n: number;
  /** What left the flow before the next step. */
  readonly aside: readonly { readonly words: string; readonly n: number }[];
  readonly href?: string;
}

/** `null` when study.yaml has no numbers. */
export function flowOfSources(study: Study, words: TheoryWords): Plot | null {
  const flow = sourceFlow(study);
  if (!flow) return null;
  const said = words.plots.flow;
  const steps = stepsOf(flow, words);
  const { marks, height } = drawn(steps);
  return {
    name: 'flow',
    title: said.title,
    question: said.question,
    caption: [
      said.caption,
      ...flow.mismatches.map(({ what, expected, found }) => said.mismatch[what](expected, found)),
    ],
    drawing: { width: 2 * boxWidth + gapX + 80, height, marks },
    table: {
      columns: [said.step, said.number],
      rows: steps.flatMap(({ title, n, aside, href }) => [
        { cells: [href === undefined ? title : { text: title, href }, n] },
        ...aside.map((one) => ({ cells: [one.words, one.n] })),
      ]),
    },
  };
}

function stepsOf(flow: SourceFlow, words: TheoryWords): readonly Step[] {
  const said = words.plots.flow;
  const step = (title: string, n: number | null, aside: Step['aside'], href?: string): readonly Step[] =>
    n === null ? [] : [{ title, n, aside, ...(href === undefined ? {} : { href }) }];
  const duplicates = flow.duplicates === null ? [] : [{ words: said.duplicates, n: flow.duplicates }];
  const excluded = flow.excluded.map(({ reason, n }) => ({ words: inOneLine(reason) || said.excluded, n }));
  return [
    ...step(said.identified, flow.identified, flow.screened === null ? [...duplicates, ...excluded] : duplicates),
    ...step(said.screened, flow.screened, excluded),
    ...step(said.included, flow.included, [], sourcesUrl()),
  ];
}

function drawn(steps: readonly Step[]): { readonly marks: readonly Mark[]; readonly height: number } {
  const marks: Mark[] = [];
  let y = 4;
  steps.forEach((step, i) => {
    const asides = step.aside.map(({ words, n }) => wrapped(`${words}: ${n}`, boxWidth + 40, 3, 12));
    const asideHeight = asides.reduce((sum, lines) => sum + lines.length * lineHeight + 4, asides.length > 0 ? 14 : 0);
    const height = Math.max(52, asideHeight);
    marks.push(...box(step, y, height));
    if (asides.length > 0) marks.push(...aside(asides, y, height, asideHeight));
    if (i < steps.length - 1)
      marks.push({
        mark: 'path',
        d: `M${rounded(4 + boxWidth / 2)} ${rounded(y + height)}v${gapY}`,
        stroke: 'edge',
        width: 1.2,
        arrow: true,
      });
    y += height + gapY;
  });
  return { marks, height: Math.max(1, y - gapY + 6) };
}

function box({ title, n, href }: Step, y: number, height: number): readonly Mark[] {
  const middle = y + height / 2;
  const marks: readonly Mark[] = [
    { mark: 'rect', x: 4, y, w: boxWidth, h: height, fill: 'leaf', stroke: 'edge' },
    { mark: 'text', x: 18, y: middle - 3, text: title, size: 12, tone: 'soft' },
    {
      mark: 'text',
      x: 18,
      y: middle + 17,
      text: String(n),
      size: 17,
      bold: true,
      ...(href === undefined ? {} : { tone: 'rubric' }),
    },
  ];
  return href === undefined ? marks : [{ mark: 'link', href, name: `${title}: ${n}`, marks }];
}

function aside(lines: readonly (readonly string[])[], y: number, height: number, asideHeight: number): readonly Mark[] {
  const x = 4 + boxWidth + gapX;
  const top = y + (height - asideHeight) / 2;
  const marks: Mark[] = [
    {
      mark: 'path',
      d: `M${rounded(4 + boxWidth)} ${rounded(y + height / 2)}h${gapX - 2}`,
      stroke: 'edge',
      width: 1.2,
      arrow: true,
    },
    { mark: 'rect', x, y: top, w: boxWidth + 64, h: asideHeight, fill: 'paper', stroke: 'rule' },
  ];
  let at = top + 19;
  for (const group of lines) {
    for (const text of group) {
      marks.push({ mark: 'text', x: x + 12, y: at, text, size: 12 });
      at += lineHeight;
    }
    at += 4;
  }
  return marks;
}

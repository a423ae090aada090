// In: a study. Out: the saturation curve: codes seen so far by source in the declared order, with the band of chance orders behind it.

import { area, line as curve, scaleLinear, scalePoint } from 'd3';
import { saturation as saturationOf, type SaturationPoint, type Study } from '#study';
import { saturationUrl, sourceUrl, codeUrl } from '#site/urls.ts';
import type { TheoryWords } from '#site/words/theory.ts';
import { rounded, type Link, type Mark } from './drawing.ts';
import type { Plot, PlotCell } from './plot.ts';

const [left, right, top, height, bottom] = [44, 132, 16, 300, 52];

export const newAtId = (source: string): string => `new-${source}`;

export function saturationCurve(study: Study, words: TheoryWords): Plot {
  const { order, points, shuffles, unplaced } = saturationOf(study);
  const said = words.plots.saturation;
  const inner = Math.min(2400, Math.max(560, points.length * 15));
  const most = points.reduce((highest, { total, high }) => Math.max(highest, total, high), 1);
  const x = scalePoint(
    points.map(({ source }) => source),
    [left, left + inner],
  ).padding(0.5);
  const y = scaleLinear([0, most], [top + height, top]).nice();
  // Where there are many, not every source has room for its name.
  const every = Math.ceil((points.length * 11) / inner);
  const at = ({ source }: SaturationPoint): number => x(source) ?? left;
  const band =
    area<SaturationPoint>(
      at,
      ({ low }) => y(low),
      ({ high }) => y(high),
    ).digits(1)(points) ?? '';
  const steps = curve<SaturationPoint>(at, ({ total }) => y(total)).digits(1)(points) ?? '';
  const last = points.at(-1);
  return {
    name: 'saturation',
    title: said.title,
    question: said.question,
    caption: [
      said.order[order],
      said.band(shuffles),
      ...(unplaced.length > 0 ? [said.unplaced(unplaced.join(', '))] : []),
      said.noProof,
    ],
    drawing: {
      width: left + inner + right,
      height: top + height + bottom,
      marks: [
        ...axis(y.ticks(6), y, left, left + inner),
        { mark: 'path', d: band, fill: 'edge', opacity: 0.28 },
        { mark: 'path', d: steps, stroke: 'rubric', width: 1.6 },
        ...points.map((point): Mark => pointLink(point, at(point), y(point.total), words)),
        ...points
          .filter((_, i) => i % every === 0)
          .map((point): Mark => sourceLabel(point.source, at(point), top + height + 10)),
        ...(last ? direct(said, last, left + inner + 6, y) : []),
      ],
    },
    table: {
      columns: [words.plots.source, said.fresh, said.total, said.low, said.high, said.codes],
      rows: points.map(({ source, fresh, total, low, high }) => ({
        id: newAtId(source),
        cells: [{ text: source, href: sourceUrl(source) }, fresh.length, total, low, high, codeCells(fresh, study)],
      })),
    },
  };
}

const codeCells = (ids: readonly string[], study: Study): readonly PlotCell[] =>
  ids.flatMap((id) => {
    const code = study.codeById.get(id);
    return code ? [{ text: code.id, href: codeUrl(code) }] : [];
  });

const axis = (ticks: readonly number[], y: (value: number) => number, from: number, to: number): readonly Mark[] =>
  ticks.filter(Number.isInteger).flatMap((tick): readonly Mark[] => [
    { mark: 'path', d: `M${rounded(from)} ${rounded(y(tick))}H${rounded(to)}`, stroke: 'rule', width: 1 },
    { mark: 'text', x: from - 8, y: y(tick) + 4, text: String(tick), size: 11, anchor: 'end', tone: 'soft' },
  ]);

const pointLink = ({ source, fresh, total }: SaturationPoint, x: number, y: number, words: TheoryWords): Link => ({
  mark: 'link',
  href: `${saturationUrl()}#${newAtId(source)}`,
  name: `${source}: ${words.plots.saturation.point(fresh.length, total)}`,
  marks: [
    {
      mark: 'circle',
      x,
      y,
      r: fresh.length === 0 ? 2.6 : 3.6,
      ...(fresh.length === 0 ? { stroke: 'rubric', fill: 'paper' } : { fill: 'rubric' }),
    },
  ],
});

const sourceLabel = (source: string, x: number, y: number): Link => ({
  mark: 'link',
  href: sourceUrl(source),
  name: source,
  label: true,
  marks: [{ mark: 'text', x: x + 4, y, text: source, size: 10.5, anchor: 'end', turned: -90 }],
});

/** The line and the band say themselves what they are, where they end. */
const direct = (
  said: TheoryWords['plots']['saturation'],
  last: SaturationPoint,
  x: number,
  y: (value: number) => number,
): readonly Mark[] => [
  { mark: 'text', x, y: y(last.total) + 4, text: said.codesAfter(last.total), size: 11.5, tone: 'rubric', bold: true },
  { mark: 'text', x, y: y(last.total) + 20, text: said.bandShort, size: 11, tone: 'soft' },
];

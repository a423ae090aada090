// In: rows, columns and filled cells. Out: a matrix of dots, their area by count; heads that stay in sight; a link a dot.

import { scaleSqrt } from 'd3';
import { fitted, line, type Drawing, type Link, type Mark, type Tone } from './drawing.ts';

export interface MatrixHead {
  readonly label: string;
  readonly href: string;
  readonly tone: Tone;
  readonly sign: string;
}
export interface MatrixDot {
  readonly row: number;
  readonly column: number;
  readonly count: number;
  readonly href: string;
  readonly name: string;
  readonly tone: Tone;
  /** A ring, for cells that are not of the same kind as the others. */
  readonly hollow?: boolean;
}
export interface Matrix {
  readonly rows: readonly MatrixHead[];
  readonly columns: readonly MatrixHead[];
  readonly dots: readonly MatrixDot[];
  /** Room for the labels of columns: short ones need little. */
  readonly top: number;
  readonly left: number;
}

const step = 18;
const size = 11;

export function matrixDrawing({ rows, columns, dots, top, left }: Matrix): Drawing {
  const [width, height] = [columns.length * step, rows.length * step];
  const most = dots.reduce((highest, { count }) => Math.max(highest, count), 1);
  const radius = scaleSqrt([1, Math.max(most, 2)], [3.6, 8.6]);
  return {
    width,
    height,
    marks: [...grid(rows.length, columns.length), ...dots.map((dot) => dotLink(dot, radius(dot.count)))],
    heads: {
      left,
      top,
      leftMarks: rows.map((row, i) => rowHead(row, i, left)),
      topMarks: columns.map((column, i) => columnHead(column, i, top)),
    },
  };
}

/** A hairline every fifth row and column leads the eye; one for each would be a cage. */
function grid(rows: number, columns: number): readonly Mark[] {
  const every = (n: number): number[] => Array.from({ length: Math.floor(n / 5) + 1 }, (_, i) => i * 5);
  const d = [
    ...every(rows).map((i) => line(0, i * step, columns * step, i * step)),
    ...every(columns).map((i) => line(i * step, 0, i * step, rows * step)),
  ].join('');
  return d === '' ? [] : [{ mark: 'path', d, stroke: 'rule', width: 1 }];
}

function dotLink({ row, column, count, href, name, tone, hollow }: MatrixDot, r: number): Link {
  const [x, y] = [(column + 0.5) * step, (row + 0.5) * step];
  const dot: Mark = hollow
    ? { mark: 'circle', x, y, r, stroke: tone, part: 'dot' }
    : { mark: 'circle', x, y, r, fill: tone, part: 'dot' };
  const number: Mark = {
    mark: 'text',
    x,
    y: y + 3,
    text: String(count),
    size: 8.5,
    anchor: 'middle',
    tone: hollow ? tone : 'paper',
    part: 'count',
  };
  return { mark: 'link', href, name, marks: r >= 5 && count < 1000 ? [dot, number] : [dot] };
}

function rowHead({ label, href, tone, sign }: MatrixHead, i: number, left: number): Link {
  const y = (i + 0.5) * step + 4;
  const marks: readonly Mark[] = [
    { mark: 'text', x: -left + 2, y, text: sign, size: 10, tone },
    { mark: 'text', x: -left + 16, y, text: fitted(label, left - 22, size), size },
  ];
  return { mark: 'link', href, name: label, label: true, marks: sign === '' ? marks.slice(1) : marks };
}

function columnHead({ label, href, tone }: MatrixHead, i: number, top: number): Link {
  const text = fitted(label, top - 8, size);
  const x = (i + 0.5) * step + 4;
  return {
    mark: 'link',
    href,
    name: label,
    label: true,
    marks: [{ mark: 'text', x, y: -5, text, size, tone: tone === 'other' ? 'ink' : tone, turned: -90 }],
  };
}

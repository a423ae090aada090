// What a plot is: a drawing and everything that makes it readable without seeing, trusting or scripting it.

import { keepLast } from '#site/keep-last.ts';
import type { Drawing } from './drawing.ts';

export interface PlotCell {
  readonly text: string;
  readonly href?: string;
  readonly number?: boolean;
}
export type Cell = string | number | PlotCell | readonly PlotCell[];

export interface PlotTable {
  readonly columns: readonly string[];
  /** One row a mark of the drawing, in the order of drawing. */
  readonly rows: readonly { readonly id?: string; readonly cells: readonly Cell[] }[];
}

export interface Plot {
  /** Permanent: its page is plots/<name>/, its files plots/<name>.svg and .csv. */
  readonly name: string;
  readonly title: string;
  /** What it answers. */
  readonly question: string;
  /** What is shown, in which order, what was left out, and what it does not say. */
  readonly caption: readonly string[];
  readonly drawing: Drawing;
  readonly table: PlotTable;
  /** Offers counts and presence as two views of the same marks. */
  readonly presence?: boolean;
  readonly legend?: readonly { readonly sign: string; readonly word: string }[];
}

/** A plot that is drawn when its page asks for it. */
export function drawnOnDemand(
  about: Omit<Plot, 'drawing' | 'table'>,
  make: { readonly drawing: () => Drawing; readonly table: () => PlotTable },
): Plot {
  const plot: Plot = {
    ...about,
    get drawing() {
      return (partsOf(plot).drawing ??= make.drawing());
    },
    get table() {
      return (partsOf(plot).table ??= make.table());
    },
  };
  return plot;
}

const partsOf = keepLast((_plot: Plot): { drawing?: Drawing; table?: PlotTable } => ({}));

export const cellText = (cell: Cell): string | number =>
  typeof cell === 'string' || typeof cell === 'number'
    ? cell
    : 'text' in cell
      ? cell.number
        ? Number(cell.text)
        : cell.text
      : cell.map(({ text }) => text).join('; ');

/** A cell as the pieces that a page shows one after the other. */
export const pieces = (cell: Cell): readonly PlotCell[] =>
  typeof cell === 'string' || typeof cell === 'number' ? [{ text: String(cell) }] : 'text' in cell ? [cell] : cell;

export const isNumber = (cell: Cell | undefined): boolean =>
  typeof cell === 'number' || (typeof cell === 'object' && 'text' in cell && cell.number === true);

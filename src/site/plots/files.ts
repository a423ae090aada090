// In: the plots of a study. Out: what of them stands in files and on pages of their own.

import { inPages, writeRows } from '#study';
import { plotTableUrl, plotUrl } from '#site/urls.ts';
import { cellText, type Plot } from './plot.ts';

/** Longer tables stand on pages of their own, this many rows a page. */
export const rowsInline = 500;
const rowsPerPage = 1000;

export const tablePages = (plot: Plot): readonly Plot['table']['rows'][] =>
  plot.table.rows.length <= rowsInline ? [] : inPages(plot.table.rows, rowsPerPage);

/** Where a row of the data stands: on the plot's own page or one of the pages of its table. */
export const rowAddress = (name: string, id: string, place: number, rows: number): string =>
  `${rows <= rowsInline ? plotUrl(name) : plotTableUrl(name, Math.floor(place / rowsPerPage) + 1)}#${id}`;

export const dataFile = (plot: Plot): string =>
  [
    ...writeRows(
      plot.table.columns,
      plot.table.rows.map(({ cells }) => cells.map(cellText)),
    ),
  ].join('');

// In: the data of a plot, or a part of it. Out: its table, with every piece of a cell as a link or as text.

import { markup, type Markup } from '#site/markup.ts';
import { isNumber, pieces, type Cell, type PlotTable } from '#site/plots/plot.ts';
import { shown } from '#site/shown-markup.ts';

export function plotTableMarkup({ columns, rows }: PlotTable): Markup {
  const heads = columns.map((name, i) => {
    const numbers = rows.length > 0 && rows.every(({ cells }) => isNumber(cells[i]));
    return markup`<th scope="col"${numbers && asNumber}>${name}</th>`;
  });
  const body = rows.map(
    ({ id, cells }) => markup`<tr${id !== undefined && markup` id="${id}"`}>${cells.map(cellMarkup)}</tr>`,
  );
  return markup`<table class="plot-data"><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table>`;
}

const cellMarkup = (cell: Cell): Markup =>
  markup`<td${isNumber(cell) && asNumber}>${pieces(cell).map(({ text, href }) =>
    href === undefined ? markup`<bdi>${shown(text)}</bdi> ` : markup`<a href="${href}" dir="auto">${shown(text)}</a> `,
  )}</td>`;

const asNumber = markup` class="number"`;

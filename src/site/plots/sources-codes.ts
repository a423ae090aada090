// In: a study and an order. Out: the source × code matrix as a plot; each dot leads to the passages of one code in one source.

import { codeMatrix, inPages, type Code, type MatrixOrder, type Study } from '#study';
import { inOneLine } from '#site/shown-text.ts';
import { codeInSourceUrl, codeUrl, sourceUrl } from '#site/urls.ts';
import type { TheoryWords } from '#site/words/theory.ts';
import { kindClass, signs } from '#site/kinds.ts';
import { matrixDrawing, type MatrixHead } from './matrix.ts';
import { drawnOnDemand, type Plot } from './plot.ts';

export const sourcesCodesName = (order: MatrixOrder, part = 1): string =>
  `sources-codes${order === 'name' ? '' : order === 'clustered' ? '-clustered' : '-by-appearance'}${part === 1 ? '' : `-${part}`}`;

/** Sources whose dots go on one page; a large study has several. */
const dotsPerPart = 5000;

export function sourcesCodes(study: Study, words: TheoryWords, order: MatrixOrder): readonly Plot[] {
  const matrix = codeMatrix(study, order);
  const said = words.plots.sourcesCodes;
  const row = new Map<string, number>(matrix.codes.map(({ id }, place) => [id, place]));
  const parts = inPages(matrix.sources, dotsPerPart, (source) => matrix.cellsOf(source).length);
  return parts.map((sources, i): Plot => {
    const filled = () =>
      sources.flatMap(matrix.cellsOf).flatMap((cell) => {
        const code = study.codeById.get(cell.code);
        return code ? [{ ...cell, code }] : [];
      });
    const about = {
      name: sourcesCodesName(order, i + 1),
      title: said.title + (parts.length > 1 ? ` ${words.plots.part(i + 1, parts.length)}` : ''),
      question: said.question,
      caption: [said.caption, said.orders[order], words.plots.notImportance],
      presence: true,
    };
    return drawnOnDemand(about, {
      drawing: () => {
        const column = new Map<string, number>(sources.map(({ id }, place) => [id, place]));
        return matrixDrawing({
          rows: matrix.codes.map(codeHead),
          columns: sources.map(({ id }) => ({ label: id, href: sourceUrl(id), tone: 'other', sign: '' })),
          top: 44,
          left: 250,
          dots: filled().map(({ source, code, passages }) => ({
            row: row.get(code.id) ?? 0,
            column: column.get(source) ?? 0,
            count: passages.length,
            href: codeInSourceUrl(code, source),
            name: `${inOneLine(code.label)}, ${source}: ${words.plots.passages(passages.length)}`,
            tone: kindClass(code.kind),
          })),
        });
      },
      table: () => ({
        columns: [words.plots.source, words.plots.code, words.plots.label, words.plots.kind, words.plots.passagesHead],
        rows: filled().map(({ source, code, passages }) => ({
          cells: [
            { text: source, href: sourceUrl(source) },
            { text: code.id, href: codeUrl(code) },
            code.label,
            code.kind ?? words.plots.notDefined,
            { text: String(passages.length), href: codeInSourceUrl(code, source), number: true },
          ],
        })),
      }),
    });
  });
}

export const codeHead = (code: Code): MatrixHead => ({
  label: inOneLine(code.label),
  href: codeUrl(code),
  tone: kindClass(code.kind),
  sign: signs[kindClass(code.kind)],
});

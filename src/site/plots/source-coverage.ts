// In: a study. Out: which kinds of code each source holds, as a matrix; an empty place is a gap, and is meant to be seen.

import { coverage, type CoverageCell, type Source, type Study } from '#study';
import { inOneLine } from '#site/shown-text.ts';
import { kindClass, kindRank, signs } from '#site/kinds.ts';
import { codeUrl, passageUrl, plotUrl, sourceUrl } from '#site/urls.ts';
import type { TheoryWords } from '#site/words/theory.ts';
import { rowAddress } from './files.ts';
import { matrixDrawing } from './matrix.ts';
import { drawnOnDemand, type Plot, type PlotCell } from './plot.ts';

export const coverageName = 'coverage';

export function sourceCoverage(study: Study, words: TheoryWords): Plot {
  const found = coverage(study);
  const kinds = [...found.kinds].sort((a, b) => (kindRank(a) < kindRank(b) ? -1 : 1));
  const said = words.plots.coverage;
  const word = (kind: string | null): string => inOneLine(kind ?? words.plots.notDefined);
  const cells = found.rows.flatMap(({ source, cells: own }, row) =>
    kinds.flatMap((kind, column) => {
      const cell = own.find((one) => one.kind === kind);
      return cell ? [{ source, row, column, ...cell }] : [];
    }),
  );
  const filled = cells.filter(({ passages }) => passages.length > 0);
  const about = {
    name: coverageName,
    title: said.title,
    question: said.question,
    caption: [said.caption, said.gaps(cells.length - filled.length, cells.length), words.plots.notImportance],
    presence: true,
  };
  return drawnOnDemand(about, {
    drawing: () =>
      matrixDrawing({
        rows: found.rows.map(({ source }) => ({
          label: nameOf(source),
          href: sourceUrl(source.id),
          tone: 'other',
          sign: '',
        })),
        columns: kinds.map((kind) => ({
          label: `${signs[kindClass(kind)]} ${word(kind)}`,
          href: `${plotUrl(coverageName)}#data`,
          tone: kindClass(kind),
          sign: '',
        })),
        top: 130,
        left: 330,
        dots: filled.map(({ source, row, column, kind, passages }, i) => ({
          row,
          column,
          count: passages.length,
          href: rowAddress(coverageName, rowId(source, column), i, filled.length),
          name: `${source.id}, ${word(kind)}: ${words.plots.passages(passages.length)}`,
          tone: kindClass(kind),
        })),
      }),
    table: () => ({
      columns: [words.plots.source, words.plots.kind, words.plots.passagesHead, said.codes, said.where],
      rows: filled.map(({ source, column, kind, passages, codes }) => ({
        id: rowId(source, column),
        cells: [
          { text: source.id, href: sourceUrl(source.id) },
          word(kind),
          { text: String(passages.length), number: true },
          codeCells(codes, study),
          passages.map((passage): PlotCell => ({ text: passage.id, href: passageUrl(passage) })),
        ],
      })),
    }),
  });
}

const nameOf = (source: Source): string => `${source.id}  ${inOneLine(source.title)}`;
const rowId = (source: Source, column: number): string => `cell-${source.id}-${column + 1}`;

const codeCells = (codes: CoverageCell['codes'], study: Study): readonly PlotCell[] =>
  codes.flatMap((id) => {
    const code = study.codeById.get(id);
    return code ? [{ text: code.id, href: codeUrl(code) }] : [];
  });

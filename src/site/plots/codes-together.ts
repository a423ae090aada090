// In: a study and a unit. Out: the co-occurrence matrix: which codes stand in the same passage, or in the same source.

import { coOccurrence, type Code, type Study, type TogetherPair, type Unit } from '#study';
import { inOneLine } from '#site/shown-text.ts';
import { kindClass } from '#site/kinds.ts';
import { codeUrl, codeWithUrl, passageUrl, sourceUrl } from '#site/urls.ts';
import type { TheoryWords } from '#site/words/theory.ts';
import { rowAddress } from './files.ts';
import { matrixDrawing, type MatrixDot } from './matrix.ts';
import { drawnOnDemand, type Plot, type PlotCell } from './plot.ts';
import { codeHead } from './sources-codes.ts';

export const codesTogetherName = (unit: Unit): string =>
  unit === 'passage' ? 'codes-together' : 'codes-together-in-sources';

type Pair = TogetherPair & { readonly codeA: Code; readonly codeB: Code };

export function codesTogether(study: Study, words: TheoryWords, unit: Unit): Plot {
  const { codes, total, pairs } = coOccurrence(study, unit);
  const said = words.plots.codesTogether;
  const name = codesTogetherName(unit);
  const place = new Map<string, number>(codes.map(({ id }, i) => [id, i]));
  const known = pairs.flatMap((pair): readonly Pair[] => {
    const [codeA, codeB] = [study.codeById.get(pair.a), study.codeById.get(pair.b)];
    return codeA && codeB ? [{ ...pair, codeA, codeB }] : [];
  });
  const listed = known.filter(({ a, b }) => a !== b);
  const rowOf = new Map(listed.map((pair, i) => [pair, rowAddress(name, rowId(pair), i, listed.length)]));
  const address = (pair: Pair): string => addressOf(pair, unit, rowOf.get(pair) ?? '');
  const dots = () => known.flatMap((pair) => dotsOf(pair, place, address, words, unit));
  const about = {
    name,
    title: said.titles[unit],
    question: said.question,
    caption: [said.captions[unit], said.cut(codes.length, total), words.plots.notImportance],
    presence: true,
  };
  return drawnOnDemand(about, {
    drawing: () =>
      matrixDrawing({ rows: codes.map(codeHead), columns: codes.map(codeHead), dots: dots(), top: 190, left: 250 }),
    table: () => ({
      columns: [said.first, said.second, said.counts[unit], said.where[unit]],
      rows: listed.map((pair) => ({
        id: rowId(pair),
        cells: [
          { text: pair.a, href: codeUrl(pair.codeA) },
          { text: pair.b, href: codeUrl(pair.codeB) },
          { text: String(pair.places.length), href: address(pair), number: true },
          pair.places.map((id): PlotCell => ({ text: id, href: placeUrl(id, unit, study) })),
        ],
      })),
    }),
  });
}

const rowId = ({ codeA, codeB }: Pair): string => `pair-${codeA.slug}--${codeB.slug}`;

const placeUrl = (id: string, unit: Unit, study: Study): string => {
  const passage = unit === 'passage' ? study.passageById.get(id) : undefined;
  return passage ? passageUrl(passage) : sourceUrl(id);
};

/** Passages that two codes share are listed on a code's page; the sources, in the row of the table. */
function addressOf(pair: Pair, unit: Unit, row: string): string {
  if (pair.a === pair.b) return `${codeUrl(pair.codeA)}#passages`;
  return unit === 'passage' ? codeWithUrl(pair.codeA, pair.codeB) : row;
}

/** Above and below the diagonal; on it, the code itself as a ring. */
function dotsOf(
  pair: Pair,
  place: ReadonlyMap<string, number>,
  address: (pair: Pair) => string,
  words: TheoryWords,
  unit: Unit,
): readonly MatrixDot[] {
  const [row, column] = [place.get(pair.a) ?? 0, place.get(pair.b) ?? 0];
  const count = pair.places.length;
  const counted = unit === 'passage' ? words.plots.passages(count) : words.plots.sources(count);
  const same = pair.a === pair.b;
  const dot = {
    count,
    href: address(pair),
    name: `${inOneLine(pair.codeA.label)}${same ? '' : ` × ${inOneLine(pair.codeB.label)}`}: ${counted}`,
    tone: same ? kindClass(pair.codeA.kind) : 'ink',
    hollow: same,
  } as const;
  return same
    ? [{ ...dot, row, column }]
    : [
        { ...dot, row, column },
        { ...dot, row: column, column: row },
      ];
}

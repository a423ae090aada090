// In: a study. Out: in how many passages of each source each code stands: the source × code matrix in one of three declared orders.

import type { CodeId, PassageId, SourceId } from '../model/ids.ts';
import type { Code, Source, Study } from '../model/study.ts';
import { clusteredOrder, mostItems } from './clusters.ts';
import { codeIndex } from './code-index.ts';
import { byLabel } from './in-order.ts';

export const matrixOrders = ['name', 'appearance', 'clustered'] as const;
export type MatrixOrder = (typeof matrixOrders)[number];

export interface MatrixCell {
  readonly source: SourceId;
  readonly code: CodeId;
  readonly passages: readonly PassageId[];
}

export interface CodeMatrix {
  readonly order: MatrixOrder;
  readonly sources: readonly Source[];
  /** Only codes that a passage carries. */
  readonly codes: readonly Code[];
  /** Filled cells of one source, made when they are asked for: those of a large study would fill the memory. */
  readonly cellsOf: (source: Source) => readonly MatrixCell[];
}

/** Clustering is quadratic: above `mostItems` sources or codes it is not offered. */
export const ordersFor = (study: Study): readonly MatrixOrder[] =>
  study.sources.length > mostItems || carried(study).length > mostItems
    ? matrixOrders.filter((order) => order !== 'clustered')
    : matrixOrders;

export function codeMatrix(study: Study, order: MatrixOrder): CodeMatrix {
  const { sources, codes } = ordered(study, order);
  const column = new Map<string, number>(codes.map(({ id }, i) => [id, i]));
  return { order, sources, codes, cellsOf: (source) => filledCells(source, column) };
}

function filledCells({ id, passages }: Source, column: ReadonlyMap<string, number>): readonly MatrixCell[] {
  const found = new Map<CodeId, PassageId[]>();
  for (const passage of passages) {
    for (const code of passage.codes) {
      const known = found.get(code);
      if (known) known.push(passage.id);
      else if (column.has(code)) found.set(code, [passage.id]);
    }
  }
  return [...found]
    .map(([code, list]): MatrixCell => ({ source: id, code, passages: list }))
    .sort((a, b) => (column.get(a.code) ?? 0) - (column.get(b.code) ?? 0));
}

const carried = (study: Study): readonly Code[] => study.codes.filter(({ passages }) => passages.length > 0);

function ordered(study: Study, order: MatrixOrder): { sources: readonly Source[]; codes: readonly Code[] } {
  const codes = byLabel(carried(study), ({ label }) => label);
  if (order === 'name') return { sources: study.sources, codes };
  if (order === 'appearance') return { sources: study.sources, codes: byAppearance(study, codes) };
  const sourcesOf = (code: Code): ReadonlySet<string> =>
    new Set(
      codeIndex(study)
        .get(code.id)
        ?.sources.map(({ source }) => source),
    );
  const codesOf = (source: Source): ReadonlySet<string> => new Set(source.passages.flatMap((passage) => passage.codes));
  return {
    sources: clusteredOrder(study.sources.map(codesOf)).flatMap((i) => study.sources[i] ?? []),
    codes: clusteredOrder(codes.map(sourcesOf)).flatMap((i) => codes[i] ?? []),
  };
}

function byAppearance(study: Study, codes: readonly Code[]): readonly Code[] {
  const known = new Map<string, Code>(codes.map((code) => [code.id, code]));
  const mentioned = study.sources.flatMap(({ passages }) => passages.flatMap((passage) => passage.codes));
  return [...new Set(mentioned)].flatMap((id) => known.get(id) ?? []);
}

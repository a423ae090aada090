// In: a study. Out: exports/sources.md, codes.md and chain.md: the tables of the LaTeX files in Markdown, every id a link.

import { passagePath, sourcePath } from '../model/addresses.ts';
import type { Code, Source } from '../model/study.ts';
import { chainLines, fewDecisions, fewPassages, type ChainLine } from './chain-rows.ts';
import { xmlEdition } from './edition-words.ts';
import { type ExportContext, type ExportFormat, permalink } from './format.ts';
import { inCell, line, linked } from './markdown-table.ts';
import { isoDate, sourceTitle } from './reference.ts';
import { people } from './reference-phrases.ts';
import { codeLink } from './table-columns.ts';

export const tablesMarkdown: ExportFormat = {
  id: 'tables-markdown',
  title: 'Sources, codes and chain of evidence (Markdown)',
  purpose: 'The same tables as for LaTeX, for papers and readmes written in Markdown.',
  follows: 'GitHub Flavored Markdown 0.29, tables; pandoc reads them as pipe tables',
  files: (context) => [
    table('sources', context, ['Id', 'Source', 'Type', 'Excerpts', 'Codes'], context.study.sources, sourceCells),
    table('codes', context, ['Code', 'Kind', 'Definition', 'Sources', 'Passages'], context.study.codes, codeCells),
    table('chain', context, ['', 'Item', 'Passages', 'Codes', 'Decisions', 'Chain'], chainLines(context), chainCells),
  ],
};

type Cells<Row> = (row: Row, context: ExportContext) => readonly string[];

const table = <Row>(
  name: string,
  context: ExportContext,
  heads: readonly string[],
  rows: readonly Row[],
  cells: Cells<Row>,
) => ({
  path: `exports/${name}.md`,
  mediaType: 'text/markdown',
  *write(): Generator<string> {
    yield `${xmlEdition(context.study)}\n`;
    yield line(heads) + line(heads.map(() => '---'));
    for (const row of rows) yield line(cells(row, context));
  },
});

const linkedSource = (id: string, context: ExportContext): string =>
  linked({ label: id, link: permalink(context, sourcePath(id)) });
const linkedCode = (code: Code, context: ExportContext): string =>
  linked({ label: code.label || code.id, link: codeLink(code, context) });

const sourceCells: Cells<Source> = (source, context) => {
  const { bibliography, passages, excerpts } = source;
  const parts = [
    people(bibliography.authors ?? []),
    sourceTitle(source),
    bibliography.site,
    isoDate(bibliography.date),
  ];
  return [
    linkedSource(source.id, context),
    inCell(parts.filter((part) => part !== undefined && part !== '').join(', ')),
    inCell(source.sourceType),
    String(excerpts.length),
    String(new Set(passages.flatMap(({ codes }) => codes)).size),
  ];
};

const codeCells: Cells<Code> = (code, context) => {
  const sources = new Set(code.passages.flatMap((id) => context.study.passageById.get(id)?.source ?? []));
  return [
    linkedCode(code, context),
    inCell(code.kind ?? ''),
    inCell(code.codebook?.definition ?? ''),
    sources.size === 0 ? 'none' : [...sources].map((id) => linkedSource(id, context)).join(', '),
    String(code.passages.length),
  ];
};

const moreThan = (list: readonly unknown[], few: number): string =>
  list.length > few ? ` and ${list.length - few} more` : '';

const chainCells: Cells<ChainLine> = ({ item, id, label, passages, codes, decided, ending }, context) => {
  const { study } = context;
  const code = item === 'open code' ? undefined : study.codeById.get(id);
  const linkedPassages = passages.slice(0, fewPassages).flatMap((passage) => {
    const source = study.passageById.get(passage)?.source;
    return source === undefined
      ? []
      : [linked({ label: passage, link: permalink(context, passagePath(source, passage)) })];
  });
  return [
    item,
    code ? linkedCode(code, context) : inCell(label || id),
    linkedPassages.join(', ') + moreThan(passages, fewPassages),
    codes
      .flatMap((one) => study.codeById.get(one) ?? [])
      .map((one) => linkedCode(one, context))
      .join(', '),
    decided.slice(0, fewDecisions).map(linked).join(', ') + moreThan(decided, fewDecisions),
    inCell(ending),
  ];
};

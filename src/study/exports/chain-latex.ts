// In: a study. Out: exports/catena-<study>-chain.tex: the extended chain of evidence as a long table for a paper that loads catena.sty.

import type { Study } from '../model/study.ts';
import { chainLines, fewDecisions, fewPassages, type ChainLine } from './chain-rows.ts';
import type { ExportContext, ExportFormat } from './format.ts';
import { opening, row, words, wrapped } from './latex-longtable.ts';
import { texCodeName } from './tex-reference.ts';
import { first, named } from './theory-latex.ts';

export const chainLatex: ExportFormat = {
  id: 'chain-latex',
  title: 'Chain of evidence for the paper (LaTeX)',
  purpose: 'From excerpts over open codes, codes and elements to decisions, as a long table to \\input into a paper.',
  follows: 'longtable 4, booktabs 1.6, catena.sty',
  files: (context) =>
    chainLines(context).length === 0
      ? []
      : [
          {
            path: `exports/catena-${context.study.settings.key}-chain.tex`,
            mediaType: 'text/x-tex',
            write: () => chainTable(context),
          },
        ],
};

const headings: Readonly<Record<ChainLine['item'], string>> = {
  'open code': 'Open codes',
  code: 'Codes',
  'model element': 'Elements of the model',
};

function* chainTable(context: ExportContext): Generator<string> {
  const { study } = context;
  yield first('Chain of evidence', study);
  yield* opening(`@{}${wrapped('0.24')}${wrapped('0.14')}${wrapped('0.2')}${wrapped('0.16')}${wrapped('0.11')}@{}`, [
    'Item',
    'Passages',
    'Codes',
    'Decisions',
    'Chain',
  ]);
  let before = '';
  for (const line of chainLines(context)) {
    if (line.item !== before)
      yield `${before === '' ? '' : '\\midrule\n'}\\multicolumn{5}{@{}l}{\\textit{${headings[line.item]}}} \\\\*\n`;
    before = line.item;
    yield lineOf(line, study);
  }
  yield '\\end{longtable}\n';
}

function lineOf({ item, id, label, passages, codes, decided, ending }: ChainLine, study: Study): string {
  return row([
    item === 'open code' ? words(label) : linkedCode(id, label, study),
    someOf(
      passages.map((passage) => `\\cepassage{${passage}}`),
      fewPassages,
    ),
    item === 'open code' ? codes.map((code) => linkedCode(code, code, study)).join(', ') : '',
    someOf(
      decided.map((decision) => named(decision, study)),
      fewDecisions,
    ),
    words(ending),
  ]);
}

function linkedCode(id: string, label: string, study: Study): string {
  const code = study.codeById.get(id);
  return code ? `\\cecode[${words(code.label)}]{${texCodeName(code)}}` : words(label || id);
}

const someOf = (parts: readonly string[], most: number): string =>
  parts.slice(0, most).join(', ') + (parts.length > most ? ` and ${parts.length - most} more` : '');

// In: a study with a theory. Out: exports/catena-<study>-decisions.tex and -forces.tex: the decision overview and the force table as long
// tables for a paper's appendix that loads catena.sty. Pure ASCII; every id leads to its address.

import { texEdition } from './edition-words.ts';
import type { Study } from '../model/study.ts';
import { texUrl } from './escape-tex.ts';
import type { ExportContext, ExportFormat } from './format.ts';
import { linkedSources, opening, row, words, wrapped } from './latex-longtable.ts';
import { texCodeName } from './tex-reference.ts';
import {
  hasForces,
  hasTheory,
  impactRows,
  optionRows,
  type ImpactRow,
  type NamedElement,
  type OptionRow,
} from './theory-rows.ts';

export const theoryLatex: ExportFormat = {
  id: 'theory-latex',
  title: 'Decisions and forces for the paper (LaTeX)',
  purpose: 'The decision overview and the force table as long tables, to \\input into a paper that loads catena.sty.',
  follows: 'longtable 4, booktabs 1.6, catena.sty',
  files: (context) => {
    const { study } = context;
    const path = (name: string): string => `exports/catena-${study.settings.key}-${name}.tex`;
    return [
      ...(hasTheory(study)
        ? [{ path: path('decisions'), mediaType: 'text/x-tex', write: () => decisionTable(context) }]
        : []),
      ...(hasForces(study)
        ? [{ path: path('forces'), mediaType: 'text/x-tex', write: () => forceTable(context) }]
        : []),
    ];
  },
};

export const first = (what: string, study: Study): string =>
  `% ${what} of the study ${study.settings.key}; \\usepackage[study=${study.settings.key}]{catena}. Made by Catena: do not edit.\n` +
  texEdition(study) +
  // Papers without hyperref show the words alone.
  '\\providecommand\\CElinked[2]{\\ifcsname href\\endcsname\\href{#1}{#2}\\else#2\\fi}\n';

function* decisionTable(context: ExportContext): Generator<string> {
  const { study } = context;
  yield first('Decisions', study);
  yield* opening(`@{}${wrapped('0.19')}${wrapped('0.23')}${wrapped('0.2')}${wrapped('0.25')}@{}`, [
    'Decision',
    'Option',
    'Evidence',
    'Forces',
  ]);
  let before = '';
  for (const option of optionRows(context)) {
    if (before !== '') yield before === option.decision.id ? '\\addlinespace\n' : '\\midrule\n';
    yield optionLine(option, before !== option.decision.id, study);
    before = option.decision.id;
  }
  yield '\\end{longtable}\n';
}

function optionLine({ decision, option, name, evidence, forces }: OptionRow, begins: boolean, study: Study): string {
  const own = named(option, study);
  return row([
    begins ? named(decision, study) : '',
    name === '' || name === option.label ? own : `${own} \\newline \\textit{${words(name)}}`,
    linkedSources(
      evidence.map(({ source }) => source),
      study,
    ),
    forces.map(({ force, impact }) => `${named(force, study)} ${signs(impact)}`).join(' \\newline '),
  ]);
}

function* forceTable(context: ExportContext): Generator<string> {
  const { study } = context;
  yield first('Forces', study);
  yield* opening(`@{}${wrapped('0.28')}${wrapped('0.24')}${wrapped('0.2')}${wrapped('0.15')}@{}`, [
    'Option',
    'Force',
    'Impact',
    'Stated in',
  ]);
  let before = '';
  for (const impact of impactRows(context)) {
    yield impactLine(impact, before !== impact.solution.id, study);
    before = impact.solution.id;
  }
  yield '\\end{longtable}\n';
}

const impactLine = (
  { solution, force, impact, words: said, stated }: ImpactRow,
  begins: boolean,
  study: Study,
): string =>
  row([
    begins ? named(solution, study) : '',
    named(force, study),
    said === '' ? '' : `${signs(impact)} ${words(said)}`,
    stated.length === 0 ? 'model only' : linkedSources(stated, study),
  ]);

/** Codes lead where catena.sty knows them; decisions without a code, to their page; the rest is words. */
export function named({ id, label, link }: NamedElement, study: Study): string {
  const code = study.codeById.get(id);
  if (code) return `\\cecode[${words(label)}]{${texCodeName(code)}}`;
  return /^https?:/.test(link) ? `\\CElinked{${texUrl(link)}}{${words(label)}}` : words(label);
}

/** `--` would print as a dash. */
const signs = (impact: string): string =>
  impact === '' ? '' : `$\\mathtt{${impact.replace(/[^-+o/ ]/g, '').replaceAll(' ', '\\ ')}}$`;

// In: a study. Out: exports/catena-<study>-sources.tex and -codes.tex, tables for a paper's appendix: `longtable` with `booktabs`, so that
// they break over pages; columns that wrap, so that nothing falls off one; pure ASCII; ids are links; no \input. CITING.md section 6.

import { webAddress } from '../derive/web-address.ts';
import type { Code, Source, Study } from '../model/study.ts';
import { texEdition } from './edition-words.ts';
import { texUrl } from './escape-tex.ts';
import type { ExportFormat } from './format.ts';
import { linkedSources, opening, row, words, wrapped } from './latex-longtable.ts';
import { isoDate, sourceTitle } from './reference.ts';
import { people } from './reference-phrases.ts';
import { texCodeName } from './tex-reference.ts';

export const latexTables: ExportFormat = {
  id: 'latex-tables',
  title: 'Tables for the paper (LaTeX)',
  purpose:
    'Sources, and codes with their evidence, as long tables with links, to \\input into an appendix that loads catena.sty.',
  follows: 'longtable 4, booktabs 1.6, catena.sty',
  files: ({ study }) => [
    {
      path: `exports/catena-${study.settings.key}-sources.tex`,
      mediaType: 'text/x-tex',
      write: () => sourceTable(study),
    },
    { path: `exports/catena-${study.settings.key}-codes.tex`, mediaType: 'text/x-tex', write: () => codeTable(study) },
  ],
};

function* sourceTable(study: Study): Generator<string> {
  yield `% Sources of the study ${study.settings.key}; \\usepackage[study=${study.settings.key}]{catena}. Made by Catena: do not edit.\n`;
  yield texEdition(study);
  yield* opening(`@{}${wrapped('0.09')}${wrapped('0.42')}${wrapped('0.14')}rr@{}`, [
    'Id',
    'Source',
    'Type',
    'Excerpts',
    'Codes',
  ]);
  for (const source of study.sources) yield sourceRow(source);
  yield '\\end{longtable}\n';
}

function sourceRow(source: Source): string {
  const { bibliography } = source;
  const who = words(people(bibliography.authors ?? []));
  const where = [words(bibliography.site ?? ''), isoDate(bibliography.date)].filter((part) => part !== '').join(', ');
  const url = webAddress(source.url);
  const lines = [
    [who, words(sourceTitle(source))].filter((part) => part !== '').join(': '),
    where,
    url === '' ? '' : `\\CEaddress{${texUrl(url)}}`,
  ];
  const codes = new Set(source.passages.flatMap((passage) => passage.codes)).size;
  return row([
    `\\cesource{${source.id}}`,
    lines.filter((line) => line !== '').join(' \\newline '),
    words(source.sourceType),
    String(source.excerpts.length),
    String(codes),
  ]);
}

function* codeTable(study: Study): Generator<string> {
  yield `% Codes of the study ${study.settings.key}; \\usepackage[study=${study.settings.key}]{catena}. Made by Catena: do not edit.\n`;
  yield texEdition(study);
  yield* opening(`@{}${wrapped('0.21')}${wrapped('0.12')}${wrapped('0.21')}${wrapped('0.19')}r@{}`, [
    'Code',
    'Kind',
    'Definition',
    'Sources',
    'Passages',
  ]);
  const most = study.codes.reduce((highest, code) => Math.max(highest, code.passages.length), 1);
  for (const code of study.codes) yield codeRow(study, code, most);
  yield '\\end{longtable}\n';
}

function codeRow(study: Study, code: Code, most: number): string {
  const sources = new Set(code.passages.flatMap((id) => study.passageById.get(id)?.source ?? []));
  const shade = Math.round((60 * code.passages.length) / most);
  return row([
    `\\cecode[${words(code.label) || words(code.id)}]{${texCodeName(code)}}`,
    words(code.kind ?? ''),
    words(code.codebook?.definition ?? ''),
    linkedSources([...sources], study),
    `${shade === 0 ? '' : `\\CEshade{${String(shade)}}`}${String(code.passages.length)}`,
  ]);
}

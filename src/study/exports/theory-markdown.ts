// In: a study with a theory. Out: exports/decisions.md and exports/forces.md: the same tables in Markdown, every id a link.

import { xmlEdition } from './edition-words.ts';
import { sourcePath } from '../model/addresses.ts';
import { type ExportContext, type ExportFormat, permalink } from './format.ts';
import { inCell, line, linked } from './markdown-table.ts';
import { hasForces, hasTheory, impactRows, optionRows } from './theory-rows.ts';

export const theoryMarkdown: ExportFormat = {
  id: 'theory-markdown',
  title: 'Decisions and forces (Markdown)',
  purpose: 'The decision overview and the force table for papers and readmes written in Markdown.',
  follows: 'GitHub Flavored Markdown 0.29, tables; pandoc reads them as pipe tables',
  files: (context) => [
    ...(hasTheory(context.study)
      ? [{ path: 'exports/decisions.md', mediaType: 'text/markdown', write: () => decisions(context) }]
      : []),
    ...(hasForces(context.study)
      ? [{ path: 'exports/forces.md', mediaType: 'text/markdown', write: () => forces(context) }]
      : []),
  ],
};

function* decisions(context: ExportContext): Generator<string> {
  yield `${xmlEdition(context.study)}\n`;
  yield line(['Decision', 'Option', 'Evidence', 'Forces']) + line(['---', '---', '---', '---']);
  for (const { decision, option, name, evidence, forces: own } of optionRows(context))
    yield line([
      linked(decision),
      name === '' || name === option.label ? linked(option) : `${linked(option)}: ${inCell(name)}`,
      evidence.length === 0
        ? 'none'
        : sources(
            evidence.map(({ source }) => source),
            context,
          ),
      own.map(({ force, impact }) => `${linked(force)} ${code(impact)}`.trim()).join(', '),
    ]);
}

function* forces(context: ExportContext): Generator<string> {
  yield `${xmlEdition(context.study)}\n`;
  yield line(['Option', 'Force', 'Impact', 'In words', 'Stated in']) + line(['---', '---', ':-:', '---', '---']);
  for (const { solution, force, impact, words, stated } of impactRows(context))
    yield line([
      linked(solution),
      linked(force),
      code(impact),
      inCell(words),
      stated.length === 0 ? 'model only' : sources(stated, context),
    ]);
}

const code = (impact: string): string => (impact === '' ? '' : `\`${impact.replace(/[`|]/g, '')}\``);

const sources = (ids: readonly string[], context: ExportContext): string =>
  ids
    .map((id) =>
      context.study.sourceById.has(id) ? linked({ label: id, link: permalink(context, sourcePath(id)) }) : inCell(id),
    )
    .join(', ');

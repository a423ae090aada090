// In: what is to be checked. Out: its problems on stdout in one of four forms, a summary, and an exit code.

import {
  buildStudy,
  countProblems,
  formatGithub,
  formatJson,
  formatProblem,
  formatSarif,
  isFatalWhenStrict,
  type Built,
  type Problem,
} from '#study';
import type { CheckNotesOptions } from './check-notes-options.ts';
import { refuseMissingStudy } from './places.ts';
import { exitCodes, UsageError } from './usage.ts';

export async function checkNotes(options: CheckNotesOptions): Promise<number> {
  refuseMissingStudy(options.study);
  if (options.model !== undefined) refuseMissingStudy(options.model);
  const model = options.model === undefined ? {} : { model: options.model };
  const built = await buildStudy({ directory: options.study, ...model });
  if (built.noteFiles === 0)
    throw new UsageError(`There is no note in ${options.study}: expected .md, .txt, .markdown or .mdx files.`);
  const problems = built.problems.filter(({ code }) => options.only.size === 0 || options.only.has(code));
  for (const piece of pieces(problems, built, options)) process.stdout.write(piece);
  const fatal = problems.filter(isFatalWhenStrict).length;
  // Beside a document for programs the summary would break it.
  const out = options.format === 'text' ? process.stdout : process.stderr;
  out.write(`${summary(problems, built)}\n${options.strict && fatal > 0 ? `${refusal(fatal)}\n` : ''}`);
  return options.strict && fatal > 0 ? exitCodes.failed : exitCodes.done;
}

function* pieces(problems: readonly Problem[], built: Built, { format }: CheckNotesOptions): Iterable<string> {
  switch (format) {
    case 'json':
      yield formatJson(problems);
      return;
    case 'sarif':
      yield formatSarif(problems);
      return;
    case 'github':
      for (const problem of problems) yield `${formatGithub(problem)}\n`;
      return;
    case 'text': {
      const look = { colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined, frames: true };
      for (const problem of problems) yield `${formatProblem(problem, built.texts, look)}\n\n`;
    }
  }
}

function summary(problems: readonly Problem[], { study, noteFiles }: Built): string {
  const files = `${noteFiles} ${noteFiles === 1 ? 'file' : 'files'}, ${study.sources.length} ${study.sources.length === 1 ? 'source' : 'sources'}`;
  return `${files}: ${countProblems(problems)}`;
}

const refusal = (fatal: number): string =>
  `${fatal} ${fatal === 1 ? 'problem' : 'problems'} that cannot stand under --strict. Mend them, or acknowledge them with a reason in study.yaml.`;

// In: where the notes lie. Out: the study, with all its problems printed to stderr.

import { buildStudy, formatProblem, isFatalWhenStrict, type Problem, type Study } from '#study';
import type { Edition } from '../site/study.ts';
import { refuseMissingStudy } from './places.ts';
import { UsageError } from './usage.ts';

export interface Reading {
  readonly study: Study;
  readonly problems: readonly Problem[];
  readonly errors: number;
  /** Errors that nobody acknowledged, and the warnings that the catalogue marks: what `--strict` refuses. */
  readonly fatal: number;
  /** The texts that problems point into, for code frames. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface StudyChoice {
  readonly study: string;
  readonly model?: string;
}

/** A folder without any note file is a wrong folder. Notes without a usable source are a study, if an empty one. */
export async function readStudy(choice: StudyChoice): Promise<Reading> {
  refuseMissingStudy(choice.study);
  const { study, problems, texts } = await buildStudy({
    directory: choice.study,
    ...(choice.model === undefined ? {} : { model: choice.model }),
  });
  if (!study.files.some((file) => file.role === 'note' || file.role === 'mdx' || file.role === 'template')) {
    throw new UsageError(`There is no note in ${choice.study}: expected .md, .txt or .mdx files of the notes' format.`);
  }
  const errors = problems.filter(
    (problem) => problem.severity === 'error' && problem.acknowledged === undefined,
  ).length;
  return { study, problems, errors, fatal: problems.filter(isFatalWhenStrict).length, texts };
}

/** One line a problem, always all of them; a frame below each on a terminal. */
export function printProblems(reading: Reading, frames: boolean): void {
  const look = { colour: process.stderr.isTTY && process.env['NO_COLOR'] === undefined, frames };
  for (const problem of reading.problems) process.stderr.write(`${formatProblem(problem, reading.texts, look)}\n`);
}

/** Above this many excerpts their addresses are anchors on the source pages, unless a page for each is asked for. */
export const excerptPageLimit = 25_000;

export function editionOf(
  study: Study,
  place: { study: string; base: string; site: string; excerptPages: boolean | null },
): Edition {
  const excerpts = study.sources.reduce((sum, source) => sum + source.excerpts.length, 0);
  return {
    study,
    base: place.base,
    site: place.site,
    excerptPages: place.excerptPages ?? excerpts <= excerptPageLimit,
    directory: place.study,
    reading: 0,
  };
}

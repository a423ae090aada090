// In: where the notes, or a study.json, lie. Out: the study, with all its problems printed to stderr.

import { buildStudy, formatProblem, isFatalWhenStrict, publicStudy, type Built, type Study } from '#study';
import type { Edition } from '../site/study.ts';
import { refuseMissingStudy } from './places.ts';
import { foldedOut } from './folded-out.ts';
import { previousRelease } from './previous-release.ts';
import { isStudyFile, readStudyFile } from './study-file.ts';
import { UsageError } from './usage.ts';

export interface StudyChoice {
  readonly study: string;
  readonly model?: string;
  /** Show the lines around each problem even where stderr is no terminal. */
  readonly frames: boolean;
}

/** Reads the study and prints its problems: one line each, always all of them. A folder without any note file is a wrong folder. */
export async function readStudy(choice: StudyChoice): Promise<Built> {
  const built = await builtFrom(choice);
  const terminal = process.stderr.isTTY;
  const look = { colour: terminal && process.env['NO_COLOR'] === undefined, frames: terminal || choice.frames };
  for (const problem of built.problems) process.stderr.write(`${formatProblem(problem, built.texts, look)}\n`);
  if (!built.study.files.some((file) => noteRoles.has(file.role))) {
    throw new UsageError(`There is no note in ${choice.study}: expected .md, .txt or .mdx files of the notes' format.`);
  }
  return built;
}

function builtFrom({ study, model }: StudyChoice): Built | Promise<Built> {
  if (isStudyFile(study)) {
    if (model !== undefined) throw new UsageError('--model goes with notes; a study.json has its model in it.');
    return readStudyFile(study);
  }
  refuseMissingStudy(study);
  return buildStudy({ directory: study, ...(model === undefined ? {} : { model }) });
}

/** Notes that give no usable source are still notes: such a study is built, and its summary says so. */
const noteRoles: ReadonlySet<string> = new Set(['note', 'mdx', 'template']);

export const strictErrors = ({ problems }: Built): number => problems.filter(isFatalWhenStrict).length;

/** Above this many excerpts their addresses are anchors on the source pages, unless a page for each is asked for. */
export const excerptPageLimit = 25_000;

export function editionOf(
  study: Study,
  place: { study: string; base: string; site: string; excerptPages: boolean | null },
): Edition {
  const excerpts = study.sources.reduce((sum, source) => sum + source.excerpts.length, 0);
  const previous = previousRelease(study, place.study);
  return {
    study: publicStudy(study),
    ...(previous === undefined ? {} : { previous }),
    base: place.base,
    site: place.site,
    excerptPages: place.excerptPages ?? excerpts <= excerptPageLimit,
    ...(isStudyFile(place.study)
      ? { directory: foldedOut(study.pages ?? []), foreign: true }
      : { directory: place.study, foreign: false }),
    reading: 0,
  };
}

// In: a study whose settings name the study.json of the release before. Out: that release, as it may be shown now.

import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { formatProblem, publicAs, studyFromJson, wrongSetting, type Study } from '#study';

/** `place` is the study's folder or its study.json. A file that is missing, foreign or outside the folder is named and left out. */
export function previousRelease(study: Study, place: string): Study | undefined {
  const { previous } = study.settings;
  if (previous === '') return undefined;
  const folder = statSync(place, { throwIfNoEntry: false })?.isDirectory() === true ? place : dirname(place);
  const text = textWithin(folder, previous);
  if (text === null) return leftOut(folder, previous, 'a file below the folder of the study');
  const { study: earlier, problems } = studyFromJson(text, previous);
  if (earlier === null)
    return leftOut(
      folder,
      previous,
      `the study.json of a release (${problems.map(({ message }) => message).join('; ')})`,
    );
  return publicAs(earlier, study);
}

/** There is no page of changes then. */
function leftOut(folder: string, previous: string, expected: string): undefined {
  const fault = wrongSetting(textWithin(folder, 'study.yaml') ?? '', 'previous', previous, expected);
  process.stderr.write(`${formatProblem(fault, new Map(), { colour: false, frames: false })}\n`);
}

function textWithin(folder: string, path: string): string | null {
  try {
    const root = realpathSync(folder);
    const real = realpathSync(join(root, path));
    const way = relative(root, real);
    return way.startsWith('..') || way.includes(`..${sep}`) ? null : readFileSync(real, 'utf8');
  } catch {
    return null;
  }
}

// In: where the notes lie and where the site goes. Out: nothing, or a UsageError when one would destroy the other.

import { statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { projectFolder } from './project.ts';
import { realOutput } from './staging.ts';
import { UsageError } from './usage.ts';

export function refuseMissingStudy(study: string): void {
  const found = statSync(study, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`The study folder ${study} does not exist.`);
  if (!found.isDirectory())
    throw new UsageError(`The study ${study} is a file; expected a folder of notes, or a study.json.`);
}

/** Neither may lie in the other, and a build never replaces Catena itself. */
export function refuseOverlap(study: string, out: string): void {
  const notes = realOutput(study);
  const site = realOutput(out);
  if (holds(notes, site))
    throw new UsageError(`The output ${out} lies inside the study ${study}; the notes are never written to.`);
  if (holds(site, notes))
    throw new UsageError(`The study ${study} lies inside the output ${out}, which a build replaces as a whole.`);
  const project = realOutput(projectFolder);
  if (holds(site, project))
    throw new UsageError(`Catena itself lies inside the output ${out}, which a build replaces as a whole.`);
  const own = ['src', 'node_modules', 'public', 'tests', 'bench', '.git'].find((room) =>
    holds(join(project, room), site),
  );
  if (own !== undefined) throw new UsageError(`The output ${out} lies inside Catena's own folder ${own}.`);
}

/** The same folder, or one somewhere below it. */
function holds(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(way));
}

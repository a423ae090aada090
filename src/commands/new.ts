// `npm run new -- s44`: a note for a new source, where the study keeps its notes. An existing note is never written over.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { buildStudy } from '#study';
import { command } from './command.ts';
import { noteFile, noteText, parseNewId } from './note-template.ts';
import { parsed, studyFolder } from './options.ts';
import { refuseMissingStudy } from './places.ts';
import { standingFolder } from './project.ts';
import { exitCodes, UsageError } from './usage.ts';

const help = `npm run new -- ID [--study DIR]

ID is s and a number for an article, p and a number for an interview: s44, p7. Writes s_44.md beside the other notes.`;

await command('new', help, async ({ words, env, cwd }) => {
  const id = words[0]?.startsWith('-') === false ? words[0] : undefined;
  const options = id === undefined ? words : words.slice(1);
  const { study: named } = parsed(options, { study: { type: 'string' } });
  const note = id === undefined ? undefined : parseNewId(id);
  if (!note) throw new UsageError(`${id ?? 'Nothing'} is given as the new source; expected an id such as s44 or p7.`);
  const stand = standingFolder(env, cwd);
  const study = studyFolder(named, env, stand);
  refuseMissingStudy(study);
  const taken = (await buildStudy({ directory: study })).study.sourceById.get(`${note.letter}${note.number}`);
  if (taken) throw new UsageError(`${taken.id} is there already: ${taken.file}.`);
  const path = join(notesFolder(study), noteFile(note));
  writeNew(path, noteText(note));
  process.stdout.write(`${relative(stand, path) || path}\n`);
  return exitCodes.done;
});

/** `sources/` where the study has the full shape, else the folder itself. */
function notesFolder(study: string): string {
  const shaped = existsSync(join(study, 'sources')) || existsSync(join(study, 'study.yaml'));
  return shaped ? join(study, 'sources') : study;
}

function writeNew(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new UsageError(`${path} is there already.`);
    throw error;
  }
}

// In: the path of a study.json. Out: the study that it holds, as `buildStudy` gives one: a released study is a source of the site like its notes.

import { readFileSync, statSync } from 'node:fs';
import { studyFromJson, visible, type Built } from '#study';
import { UsageError } from './usage.ts';

export const isStudyFile = (path: string): boolean =>
  path.endsWith('.json') && statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** Withheld text is not in it and stays withheld; its ids are those of the release, with the ledger or without. */
export function readStudyFile(path: string): Built {
  const { study, problems } = studyFromJson(readFileSync(path, 'utf8'), path);
  if (study === null) throw new UsageError(problems.map(({ message }) => `${path}: ${visible(message)}`).join('\n'));
  return { study, problems: study.problems, noteFiles: study.sources.length, texts: new Map() };
}

// In: the files that say what the study is. Out: one SHA-256 over their names and bytes: the same words give the same digest, whatever the
// folder is called and in whatever order a disk lists it.

import { createHash } from 'node:crypto';
import { byText, type StudyFolder } from '../read/folder.ts';

/** The result of a link check is not the study's: it changes with the web. */
export function digestOf(folder: StudyFolder): string {
  const settings = [...folder.settings.values()].filter((file) => file.path !== 'links.json');
  const files = [...folder.notes, ...folder.models, ...settings];
  const hash = createHash('sha256');
  for (const file of [...files].sort((a, b) => byText(a.path, b.path)))
    hash.update(`${file.sha256}  ${file.path}\n`, 'utf8');
  return hash.digest('hex');
}

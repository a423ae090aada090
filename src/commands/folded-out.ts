// In: the prose pages of a study.json. Out: a folder of the system's own in which they lie as they lay beside the notes: Astro reads pages
// from a disk. It goes when the process ends.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isPagePath, type StudyPage } from '#study';

export function foldedOut(pages: readonly StudyPage[]): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'catena-pages-')));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const { path, text } of pages) {
    if (!isPagePath(path)) continue;
    const file = join(folder, 'pages', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

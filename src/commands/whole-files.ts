// In: a folder that Pagefind says it has written. Out: nothing, once every file in it has its bytes. Pagefind 1.5 answers when its
// files are opened and their bytes handed over; on a busy machine the last ones are still empty then. Each is written by one call
// (they are far below two megabytes), so that a file is empty or whole.

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Throws when a file is still empty after so many milliseconds. */
export async function untilWhole(folder: string, most = 30_000): Promise<void> {
  let empty = filesIn(folder);
  for (let waited = 0; ; waited += 20) {
    empty = empty.filter((path) => statSync(path).size === 0);
    const [first] = empty;
    if (first === undefined) return;
    if (waited >= most) throw new Error(`Pagefind left ${first} empty.`);
    await wait(20);
  }
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

// In: an edition. Out: what is wrong with its prose pages, on stderr in lines like those of the notes; and how many errors there are.

import { visible } from '#study';
import { readProse } from '../site/prose.ts';
import type { Edition } from '../site/study.ts';

export async function printProseFaults(edition: Edition): Promise<number> {
  const { faults } = await readProse(edition);
  for (const { file, line, column, severity, code, words } of faults) {
    process.stderr.write(`${visible(file)}:${line}:${column}: ${severity} ${code}: ${visible(words)}\n`);
  }
  return faults.filter(({ severity }) => severity === 'error').length;
}

// In: a study and the text of its ledger. Out: whether the two agree; what disagrees is said on stderr. For `--frozen`.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblem, type LedgerRevision, type Problem, reviseLedger, type Study } from '#study';

export const ledgerName = 'anchors.jsonl';

/** `null` where there is none. */
export function readLedger(directory: string): string | null {
  try {
    return readFileSync(join(directory, ledgerName), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
}

const nothingDecided = { withdraw: [], renumber: new Map<string, string>(), accept: new Set<string>() };

/** `study` as its notes have it, before anything is withheld. */
export const ledgerAgrees = (study: Study, directory: string): boolean =>
  agrees(reviseLedger(study, readLedger(directory), nothingDecided));

export function agrees({ changed, before }: LedgerRevision): boolean {
  sayLedgerProblems(before);
  if (changed) process.stderr.write(`Notes and ${ledgerName} disagree: run npm run anchors and commit the file.\n`);
  return !changed && before.length === 0;
}

export function sayLedgerProblems(problems: readonly Problem[]): void {
  for (const problem of problems) {
    const look = { colour: false, frames: false };
    process.stderr.write(`${formatProblem(problem, new Map(), look)}\n`);
  }
}

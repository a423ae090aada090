// `npm run anchors -- [options]`: notes in, the ledger of permanent ids out. Writes that one file, whole or not at all.

import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildStudy, type LedgerRevision, reviseLedger, visible } from '#study';
import { type AnchorsOptions, anchorsUsage, readAnchorsOptions } from './anchors-options.ts';
import { command } from './command.ts';
import { writeWhole } from './disk.ts';
import { agrees, ledgerName, readLedger, sayLedgerProblems } from './frozen-ledger.ts';
import { ownName } from './owner.ts';
import { refuseMissingStudy } from './places.ts';
import { standingFolder } from './project.ts';
import { exitCodes, UsageError } from './usage.ts';

await command('anchors', anchorsUsage, async ({ words, env, cwd }) =>
  updateAnchors(readAnchorsOptions(words, env, standingFolder(env, cwd))),
);

async function updateAnchors(options: AnchorsOptions): Promise<number> {
  refuseMissingStudy(options.study);
  const { study, problems } = await buildStudy({ directory: options.study });
  if (study.sources.length === 0)
    throw new UsageError(`There is no source in ${options.study}: its ledger is left as it is.`);
  const unread = problems.filter(({ code }) => code === 'file-unreadable');
  if (unread.length > 0) {
    sayLedgerProblems(unread);
    process.stderr.write('The ledger is left as it is: the ids of a note that cannot be read would retire.\n');
    return exitCodes.failed;
  }
  const path = join(options.study, ledgerName);
  const revision = reviseLedger(study, readLedger(options.study), options);
  if (revision.refused.length > 0) throw new UsageError(`${revision.refused.join('\n')}\nThe ledger is left as it is.`);
  for (const line of revision.report) process.stdout.write(`${line}\n`);
  return options.frozen ? (agrees(revision) ? exitCodes.done : exitCodes.failed) : write(path, revision);
}

function write(path: string, { text, changed, open }: LedgerRevision): number {
  if (changed) {
    try {
      replaceWhole(path, text);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      process.stderr.write(`${visible(path)} cannot be written (${String(error.code)}); it is as it was.\n`);
      return exitCodes.failed;
    }
    process.stdout.write(`${visible(path)} is written. Commit it with the notes.\n`);
  }
  sayLedgerProblems(open);
  return open.length > 0 ? exitCodes.failed : exitCodes.done;
}

/** A reader finds the old file or the new one; what a killed command leaves has a name that is no note's. */
function replaceWhole(path: string, text: string): void {
  const beside = `${path}.${ownName()}`;
  try {
    writeWhole(beside, text);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

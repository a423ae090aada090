// In: the path of links.json. Out: the ledger in it; and a ledger into it, whole or not at all.

import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { linkLedgerFaults, readLinkLedger, type LinkLedger } from '#study';
import { UsageError } from '../usage.ts';

/** `null` when there is no file yet. A file that is something else, or has results that cannot be read, is not overwritten. */
export async function readLedgerFile(path: string): Promise<LinkLedger | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const ledger = readLinkLedger(text);
  if (ledger === null) throw new UsageError(`${path} is no result of an earlier check; it was left as it is.`);
  if (linkLedgerFaults(text).notices.length > 0)
    throw new UsageError(
      `${path} has results that cannot be read, which npm run check:notes names; it was left as it is.`,
    );
  return ledger;
}

export async function writeLedgerFile(path: string, ledger: LinkLedger): Promise<void> {
  const beside = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(`${JSON.stringify(ledger, null, 1)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

// In: a path. Out: a lock that only one Catena process holds, and that dies with its process.

import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { ownName, ownerState } from './owner.ts';

const pause = 50;
const patience = 60_000;
/** A lock without a name in it was being written when its process died, or is being written right now. */
const namelessFor = 10_000;

/** Runs `work` while holding the lock; waits for up to a minute when a live process has it. */
export async function alone(lock: string, work: () => void): Promise<void> {
  for (let waited = 0; !take(lock); waited += pause) {
    if (waited > patience) throw new Error(`${lock} has been held for a minute. Remove it if no build is running.`);
    await new Promise((wake) => setTimeout(wake, pause));
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Removes a lock whose process is gone. */
export function clearLock(lock: string): void {
  if (!isStale(lock)) return;
  const aside = `${lock}-${ownName()}`;
  try {
    // Renaming is atomic: of several processes that see the same dead lock, one gets it.
    renameSync(lock, aside);
  } catch {
    return;
  }
  rmSync(aside, { force: true });
}

function take(lock: string): boolean {
  clearLock(lock);
  try {
    writeFileSync(lock, ownName(), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isStale(lock: string): boolean {
  const written = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  if (written === undefined) return false;
  try {
    const owner = readFileSync(lock, 'utf8');
    const age = Date.now() - written;
    return owner === '' || ownerState(owner) === 'elsewhere' ? age > namelessFor : ownerState(owner) === 'gone';
  } catch {
    return false;
  }
}

// In: a process id. Out: a name for exactly that process, so that a later command can tell whether the one that left a folder still runs.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** `<machine>-<pid>-<start>`: hex digits, decimal digits, hex digits. */
export const ownName = (): string => processName(process.pid);

/** Where the machine differs, only the age of its folder can tell. */
export type Owner = 'alive' | 'gone' | 'elsewhere';

export function ownerState(name: string): Owner {
  const parts = /^([0-9a-f]{8})-(\d+)-([0-9a-f]{8})$/.exec(name);
  if (!parts) return 'gone';
  if (parts[1] !== machine) return 'elsewhere';
  const pid = Number(parts[2]);
  return runs(pid) && processName(pid) === name ? 'alive' : 'gone';
}

export const ownerPattern = '[0-9a-f]{8}-\\d+-[0-9a-f]{8}';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);
const machine = digest(hostname());

const processName = (pid: number): string => `${machine}-${pid}-${digest(startOf(pid))}`;

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    // EPERM: it runs and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Killed, and not yet noticed by its parent: in a container without an init process that lasts for ever. */
const isZombie = (pid: number): boolean => process.platform === 'linux' && /^[ZX]$/.test(processStat(pid)[0] ?? '');

/** proc(5): the fields of /proc/PID/stat from the third; the name in the second may hold blanks and brackets. */
function processStat(pid: number): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

/** When the process began; `''` where the system does not say, and then the id alone decides. */
function startOf(pid: number): string {
  try {
    if (process.platform === 'linux') {
      // Field 22: clock ticks since the machine started.
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${processStat(pid)[19] ?? ''}`;
    }
    if (process.platform === 'win32') return '';
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    }).trim();
  } catch {
    return '';
  }
}

// In: the words of a build. Out: how long it took and how much memory it and its children held at their peak.

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Measured {
  readonly status: number | null;
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly said: string;
  /** The end of what it wrote to stderr. */
  readonly complaint: string;
}

const project = fileURLToPath(new URL('..', import.meta.url));
/** As `npm run build` says it: with its settings of Node. */
const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { scripts: { build: string } };
const command = scripts.build.split(' ').slice(1);

export function measuredBuild(words: readonly string[]): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, [...command, ...words], { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let peak = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint = (complaint + text).slice(-2000)));
  const watch = setInterval(() => {
    peak = Math.max(peak, treeBytes(child.pid ?? 0));
  }, 100);
  return new Promise((done) => {
    child.on('close', (status) => {
      clearInterval(watch);
      const seconds = (performance.now() - started) / 1000;
      done({ status, seconds, peakMegabytes: peak / 2 ** 20, said, complaint });
    });
  });
}

/** Resident memory of a process and all its children. Linux only; elsewhere nothing is known, and 0 is printed. */
function treeBytes(root: number): number {
  const wanted = new Set([root]);
  let bytes = 0;
  // Children have higher ids than their parents but for wrap-around, which a bench may overlook.
  for (const { pid, parent, resident } of allProcesses()) {
    if (!wanted.has(pid) && !wanted.has(parent)) continue;
    wanted.add(pid);
    bytes += resident;
  }
  return bytes;
}

const pageBytes = 4096;

function allProcesses(): readonly { readonly pid: number; readonly parent: number; readonly resident: number }[] {
  const ids = listProc().filter((name) => /^\d+$/.test(name));
  return ids
    .map(Number)
    .sort((a, b) => a - b)
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        // proc(5), counted from the third field: the second is the parent, the 22nd the resident pages.
        const fields = stat
          .slice(stat.lastIndexOf(')') + 2)
          .split(' ')
          .map(Number);
        return [{ pid, parent: fields[1] ?? 0, resident: (fields[21] ?? 0) * pageBytes }];
      } catch {
        return [];
      }
    });
}

function listProc(): readonly string[] {
  try {
    return readdirSync('/proc');
  } catch {
    return [];
  }
}

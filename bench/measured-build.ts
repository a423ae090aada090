// In: the words of a build. Out: how long it took and how much memory it and its children held at their peak.

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Measured {
  readonly status: number | null;
  readonly seconds: number;
  /** User and system time of the whole process tree. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly said: string;
}

const run = fileURLToPath(new URL('../src/commands/run.mjs', import.meta.url));

export function measuredBuild(words: readonly string[]): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, [run, 'build', ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let peak = 0;
  let cpu = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.resume();
  const watch = setInterval(() => {
    const now = treeUse(child.pid ?? 0);
    peak = Math.max(peak, now.bytes);
    cpu = Math.max(cpu, now.cpuSeconds);
  }, 100);
  return new Promise((done) => {
    child.on('close', (status) => {
      clearInterval(watch);
      const seconds = (performance.now() - started) / 1000;
      done({ status, seconds, cpuSeconds: cpu, peakMegabytes: peak / 2 ** 20, said });
    });
  });
}

interface Use {
  readonly bytes: number;
  readonly cpuSeconds: number;
}

/** Linux only; elsewhere nothing is known, and 0 is printed. Ended children count through their parent. */
function treeUse(root: number): Use {
  const processes = allProcesses();
  const wanted = new Set([root]);
  let bytes = 0;
  let cpuSeconds = 0;
  // Children have higher ids than their parents but for wrap-around, which a bench may overlook.
  for (const { pid, parent, ...use } of processes) {
    if (!wanted.has(pid) && !wanted.has(parent)) continue;
    wanted.add(pid);
    bytes += use.bytes;
    cpuSeconds += use.cpuSeconds;
  }
  return { bytes, cpuSeconds };
}

const pageBytes = 4096;
const ticks = 100;

function allProcesses(): readonly (Use & { readonly pid: number; readonly parent: number })[] {
  const ids = listProc()
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return ids
    .sort((a, b) => a - b)
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        // proc(5), counted from the third field.
        const fields = stat
          .slice(stat.lastIndexOf(')') + 2)
          .split(' ')
          .map(Number);
        const cpuTicks = [11, 12, 13, 14].reduce((sum, at) => sum + (fields[at] ?? 0), 0);
        return [{ pid, parent: fields[1] ?? 0, bytes: (fields[21] ?? 0) * pageBytes, cpuSeconds: cpuTicks / ticks }];
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

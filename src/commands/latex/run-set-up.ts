// In: a set-up and the folder of the exports. Out: passed, failed with reasons, or skipped with what is missing. Runs TeX without shell.

import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SetUp } from './set-ups.ts';

export interface Verdict {
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly reasons: readonly string[];
}

const timeLimit = 300_000;

/** `exports`: the folder with sources.bib, catena.sty and the others; nothing is written to it. */
export function runSetUp(setUp: SetUp, exports: string): Verdict {
  const missing = [...setUp.programs.filter((program) => !hasProgram(program)), ...setUp.packages.filter(lacksPackage)];
  if (missing.length > 0) return { outcome: 'skipped', reasons: missing.map((name) => `${name} is not installed`) };
  const folder = mkdtempSync(join(tmpdir(), 'catena-latex-'));
  try {
    cpSync(exports, folder, { recursive: true });
    writeFileSync(join(folder, setUp.paper[0]), setUp.paper[1]);
    const reasons = faults(setUp, folder, runSteps(setUp, folder));
    return { outcome: reasons.length === 0 ? 'passed' : 'failed', reasons };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Run {
  readonly step: string;
  readonly exit: number;
  readonly output: string;
}

function runSteps(setUp: SetUp, folder: string): Run[] {
  return setUp.steps.map(([program = '', ...words]) => {
    const ran = run(program, words, folder);
    return {
      step: program,
      exit: ran.status ?? -1,
      output: ran.error === undefined ? `${ran.stdout}${ran.stderr}` : ran.error.message,
    };
  });
}

const run = (program: string, words: readonly string[], cwd: string): SpawnSyncReturns<string> =>
  spawnSync(program, words, {
    cwd,
    encoding: 'utf8',
    timeout: timeLimit,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, openout_any: 'p', max_print_line: '10000' },
  });

function faults(setUp: SetUp, folder: string, runs: readonly Run[]): string[] {
  const last = runs.at(-1);
  const log = textOf(join(folder, 'paper.log'));
  const seen = `${log}\n${last?.output ?? ''}`.toLowerCase();
  const found = setUp.expected
    .filter((words) => !seen.includes(words.toLowerCase()))
    .map((words) => `did not print: ${words}`);
  if (last !== undefined && last.exit !== setUp.exit)
    found.push(`${last.step} ended with ${String(last.exit)}, expected ${String(setUp.exit)}`);
  if (setUp.faulty) return found;
  return [
    ...found,
    ...linesWith(log, /^! |Citation .* undefined|undefined references/),
    ...(setUp.tidy ? linesWith(log, /Overfull \\hbox \((?:[5-9]|\d{2,})/) : []),
    ...runs.filter((each) => each.step === 'biber').flatMap((each) => linesWith(each.output, /^ERROR/)),
    ...runs
      .filter((each) => each.step === 'bibtex')
      .flatMap((each) => linesWith(each.output, /error message|^I couldn't|---line \d/)),
  ];
}

const linesWith = (text: string, pattern: RegExp): string[] =>
  text
    .split('\n')
    .filter((line) => pattern.test(line))
    .slice(0, 5);

const textOf = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

const programs = new Map<string, boolean>();

export function hasProgram(program: string): boolean {
  const known = programs.get(program);
  if (known !== undefined) return known;
  const there = spawnSync(program, ['--version'], { stdio: 'ignore', timeout: timeLimit }).status === 0;
  programs.set(program, there);
  return there;
}

const lacksPackage = (file: string): boolean =>
  spawnSync('kpsewhich', [file], { stdio: 'ignore', timeout: timeLimit }).status !== 0;

// `npm run bench -- [--sources N] [--excerpts M]`: builds a generated study with and without the search index, and says what it cost.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { generateStudy, type StudySize } from './generate.ts';
import { measuredBuild } from './measured-build.ts';

export interface Bench {
  readonly pages: number;
  readonly seconds: number;
  /** Notes and pages, without exports and search. */
  readonly cpuMillisecondsPerPage: number;
  readonly peakMegabytes: number;
  readonly parts: string;
}

/** `without` names what is left out, as the build's flags do: `search`, `exports`. */
export async function bench(size: StudySize, without: readonly string[]): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'catena-bench-'));
  try {
    const study = generateStudy(join(folder, 'study'), size);
    const words = ['--study', study, '--out', join(folder, 'site'), '--timings'];
    const measured = await measuredBuild([...words, ...without.map((part) => `--no-${part}`)]);
    if (measured.status !== 0) throw new Error(`the build ended with ${measured.status}: ${measured.complaint}`);
    return { ...measured, ...costs(measured.said) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function costs(said: string): { pages: number; cpuMillisecondsPerPage: number; parts: string } {
  const pages = Number(/: (\d+) pages?/.exec(said)?.[1] ?? 0);
  const parts = /^timings: (.*)$/m.exec(said)?.[1] ?? '';
  const cpu = ['notes', 'pages'].map((part) =>
    Number(new RegExp(`${part} \\S+ s \\((\\S+) CPU`).exec(parts)?.[1] ?? 0),
  );
  return { pages, parts, cpuMillisecondsPerPage: (cpu.reduce((sum, one) => sum + one, 0) * 1000) / pages };
}

export const benchLine = (name: string, result: Bench): string =>
  `${name}: ${result.pages} pages in ${result.seconds.toFixed(1)} s, ${result.cpuMillisecondsPerPage.toFixed(2)} ms CPU a page, ` +
  `peak ${result.peakMegabytes.toFixed(0)} MB (${result.parts})`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { sources: { type: 'string' }, excerpts: { type: 'string' } } });
  const size = { sources: Number(values.sources ?? 1000), excerpts: Number(values.excerpts ?? 40), seed: 1 };
  console.log(`${size.sources} sources of ${size.excerpts} excerpts`);
  console.log(benchLine('pages alone', await bench(size, ['search', 'exports'])));
  console.log(benchLine('with exports', await bench(size, ['search'])));
  console.log(benchLine('with exports and search', await bench(size, [])));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main();

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
  readonly cpuMillisecondsPerPage: number;
  readonly peakMegabytes: number;
  readonly parts: string;
}

export async function bench(size: StudySize, search: boolean): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'catena-bench-'));
  try {
    const study = generateStudy(join(folder, 'study'), size);
    const words = ['--study', study, '--out', join(folder, 'site'), '--timings', ...(search ? [] : ['--no-search'])];
    const { status, seconds, cpuSeconds, peakMegabytes, said } = await measuredBuild(words);
    if (status !== 0) throw new Error(`the build ended with ${status}: ${said}`);
    const pages = Number(/: (\d+) pages?/.exec(said)?.[1] ?? 0);
    const parts = /^timings: (.*)$/m.exec(said)?.[1] ?? '';
    return { pages, seconds, cpuMillisecondsPerPage: (cpuSeconds * 1000) / pages, peakMegabytes, parts };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const benchLine = (name: string, result: Bench): string =>
  `${name}: ${result.pages} pages in ${result.seconds.toFixed(1)} s, ${result.cpuMillisecondsPerPage.toFixed(2)} ms CPU a page, ` +
  `peak ${result.peakMegabytes.toFixed(0)} MB (${result.parts})`;

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: { sources: { type: 'string' }, excerpts: { type: 'string' }, 'no-search': { type: 'boolean' } },
  });
  const size = { sources: Number(values.sources ?? 1000), excerpts: Number(values.excerpts ?? 40), seed: 1 };
  console.log(`${size.sources} sources of ${size.excerpts} excerpts`);
  console.log(benchLine('without search', await bench(size, false)));
  if (!values['no-search']) console.log(benchLine('with search', await bench(size, true)));
}

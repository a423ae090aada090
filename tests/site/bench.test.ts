// The bench runs, in a small form, and its generated study is the same each time.

import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bench, benchLine } from '../../bench/bench.ts';
import { generateStudy } from '../../bench/generate.ts';
import { buildStudy } from '../../src/study/index.ts';

function generated<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'catena-generated-'));
  try {
    return use(generateStudy(join(folder, 'study'), { sources: 3, excerpts: 7, seed: 5 }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the bench', () => {
  it('generates the same study each time', () => {
    const digest = (folder: string): string => {
      const hash = createHash('sha256');
      for (const name of readdirSync(join(folder, 'sources')).sort())
        hash.update(readFileSync(join(folder, 'sources', name)));
      return hash.digest('hex');
    };
    expect(generated(digest)).toBe(generated(digest));
  });

  it('generates notes of which every excerpt is found and no line is an error', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'catena-generated-'));
    const { study, problems } = await buildStudy({
      directory: generateStudy(folder, { sources: 4, excerpts: 10, seed: 1 }),
    });
    rmSync(folder, { recursive: true, force: true });
    expect(study.sources.map((source) => source.excerpts.length)).toEqual([10, 10, 10, 10]);
    expect(study.sources.map((source) => source.passages.length)).toEqual([2, 2, 2, 2]);
    expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  });

  it('builds 50 sources of 20 excerpts and says what they cost', async () => {
    const result = await bench({ sources: 50, excerpts: 20, seed: 1 }, []);
    console.log(benchLine('50 × 20', result));
    expect(result.pages).toBeGreaterThan(0);
    expect(result.peakMegabytes).toBeLessThan(1500);
    expect(result.parts).toMatch(/^notes \S+ s \(\S+ CPU\), pages .*, exports .*, search /);
  });
});

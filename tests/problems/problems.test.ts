// A folder a problem: a tiny study that fires it, and what is printed then. `UPDATE=1 npx vitest run tests/problems` writes the expected
// files anew; read the difference before you commit it.

import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  existsSync,
  appendFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { buildStudy } from '../../src/study/build-study.ts';
import { catalogue } from '../../src/study/problems/catalogue.ts';
import { formatProblem } from '../../src/study/problems/format.ts';
import type { Problem } from '../../src/study/problems/problem.ts';
import { studyFromJson } from '../../src/study/read-study-json.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const folders = readdirSync(here, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const codes = Object.keys(catalogue);
const scratch = mkdtempSync(join(tmpdir(), 'catena-problems-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Codes without a folder, each with the reason why no note of a few lines can fire it. */
const without: Readonly<Record<string, string>> = {
  'text-unread': 'every character has a place in the grammar; the check stands guard over mistakes of ours',
};

/** A copy, with the links of links.txt (`name<TAB>target`) and the long files of repeat.txt (`file<TAB>times<TAB>line`, where `{n}` counts). */
function studyOf(code: string): string {
  const study = join(scratch, code);
  cpSync(join(here, code), study, { recursive: true, filter: (path) => !/(?:expected|links|repeat)\.txt$/.test(path) });
  for (const [name = '', target = ''] of rows(join(here, code, 'links.txt'))) symlinkSync(target, join(study, name));
  for (const [name = '', times, line = ''] of rows(join(here, code, 'repeat.txt')))
    appendFileSync(join(study, name), manyLines(line, Number(times)));
  return study;
}

const manyLines = (line: string, times: number): string =>
  Array.from({ length: times }, (_, i) => `${line.replaceAll('{n}', String(i + 1))}\n`).join('');

const rows = (file: string): readonly (readonly string[])[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split('\t'))
    : [];

async function read(study: string): Promise<{ problems: readonly Problem[]; texts: ReadonlyMap<string, string> }> {
  const json = join(study, 'study.json');
  if (!existsSync(json)) return buildStudy({ directory: study });
  return { problems: studyFromJson(readFileSync(json, 'utf8'), 'study.json').problems, texts: new Map() };
}

/** The problem itself, with frames, and the names of what else the little study fires. */
async function printed(code: string): Promise<string> {
  const { problems, texts } = await read(studyOf(code));
  const own = problems.filter((problem) => problem.code === code);
  const others = [...new Set(problems.map((problem) => problem.code))].filter(
    (other) => other !== code && other !== 'ledger-missing',
  );
  const lines = own.map((problem) => `${formatProblem(problem, texts, { colour: false, frames: true })}\n`);
  return `${lines.join('\n')}${others.length > 0 ? `\nalso: ${others.sort().join(', ')}\n` : ''}`;
}

describe('each problem of the catalogue', () => {
  for (const code of folders.filter((name) => name !== '_clean')) {
    it(`${code} fires on its study and is printed as expected`, async () => {
      const text = await printed(code);
      const file = join(here, code, 'expected.txt');
      if (process.env['UPDATE'] === '1') writeFileSync(file, text);
      expect(text).toContain(` ${code}: `);
      expect(text).toBe(readFileSync(file, 'utf8'));
    });
  }

  it('has a folder, and each folder a problem', () => {
    expect([...folders].sort()).toEqual(['_clean', ...codes.filter((code) => !Object.hasOwn(without, code))].sort());
  });

  it('says what it is, why it matters and how to mend it', () => {
    for (const [code, entry] of Object.entries(catalogue)) {
      expect(code).toMatch(/^[a-z]+(?:-[a-z0-9]+)+$/);
      expect(entry.title, code).toMatch(/^\S.{3,70}\S$/);
      expect(entry.title, code).not.toMatch(/[.!]$/);
      expect(entry.why, code).toMatch(/^\S.+[.]$/);
      expect(entry.mend, code).toMatch(/^\S.+[.]$/);
    }
    expect(codes.length).toBeGreaterThan(45);
  });
});

describe('a clean study', () => {
  it('fires no problem at all', async () => {
    const { problems, study } = await buildStudy({ directory: studyOf('_clean') });
    expect(problems).toEqual([]);
    expect(study.sources.map((source) => source.id)).toEqual(['s1', 's2']);
  });
});

// find and diff, called as npm calls them: what they print, for people and for programs, and their exit codes.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../src/commands/project.ts';
import { buildStudy } from '../../src/study/build-study.ts';
import { writeStudyJson } from '../../src/study/exports/study-json.ts';
import { invented, writeStudy } from './tiny-study.ts';

let folder = '';

function run(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectFolder, 'src/commands/run.mjs'), ...words],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, STUDY: '', INIT_CWD: folder } },
  );
  return { status, stdout, stderr };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'catena-find-'));
  writeStudy(join(folder, 'old'), { 's_1.md': invented(1), 's_2.md': invented(2) });
  writeStudy(join(folder, 'new'), {
    's_1.md': invented(1),
    's_2.md': invented(2, 'The cold oven\u001b[31m is cold'),
    's_3.md': invented(3),
  });
  const { study } = await buildStudy({ directory: join(folder, 'old') });
  writeFileSync(join(folder, 'study.json'), [...writeStudyJson(study)].join(''));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run find', () => {
  it('prints hits with neighbours as grep does, and how many there are', () => {
    const { status, stdout } = run('find', 'weighed', 'source:s1', '-B1', '--study', 'old');
    expect(status).toBe(0);
    expect(stdout).toBe(
      [
        's1-e1- The 1th oven is warm, and nobody has asked the baker about it yet.',
        's1-e2: Bread number 1 was eaten before it was weighed.',
        '1 excerpt for weighed source:s1\n',
      ].join('\n'),
    );
  });

  it('gives the same as JSON, from notes and from a study.json', () => {
    const { stdout } = run('find', 'warm_oven', '-A1', '--json', '--study', 'old');
    expect(run('find', 'warm_oven', '-A1', '--json', '--study', 'study.json').stdout).toBe(stdout);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ query: 'code:warm_oven', code: 'warm_oven', count: 4 });
    expect(answer.hits[0]).toMatchObject({
      id: 's1-e1',
      codes: ['warm_oven'],
      path: 's/s1/#s1-e1',
      after: [{ id: 's1-e2' }],
    });
  });

  it('lets no control character of a note reach the terminal', () => {
    const { stdout } = run('find', 'cold', '--study', 'new');
    expect(stdout).toContain('s2-e1:');
    expect(stdout).not.toContain('\u001b');
  });

  it('finds nothing without failing, and refuses what it does not understand', () => {
    expect(run('find', 'zebra', '--study', 'old')).toMatchObject({ status: 0, stdout: '0 excerpts for zebra\n' });
    for (const words of [[], ['x', '-B', 'many'], ['x', '--nope'], ['x', '--study', 'missing']])
      expect(run('find', ...words).status).toBe(2);
  });
});

describe('npm run diff', () => {
  it('says 0 changes for the same notes, a folder and its study.json alike', () => {
    expect(run('diff', 'old', 'old').stdout).toMatch(/\n0 changes\n$/);
    expect(run('diff', 'study.json', 'old').stdout).toMatch(/\n0 changes\n$/);
  });

  it('lists what came, went and was edited', () => {
    const { status, stdout } = run('diff', 'study.json', 'new');
    expect(status).toBe(0);
    expect(stdout).toContain('+ sources  s3\n');
    expect(stdout).toContain('+ excerpts s3-e1\n');
    expect(stdout).toMatch(/~ excerpts s2-e1 {2}The 2th oven is warm.* → The cold oven/);
    expect(stdout).not.toContain('\u001b');
    expect(JSON.parse(run('diff', 'old', 'new', '--json').stdout)).toMatchObject({
      sources: { added: ['s3'] },
      count: 4,
    });
  });

  it('refuses one study, three studies, and what is no study', () => {
    writeFileSync(join(folder, 'other.json'), '{"format": 1}');
    for (const words of [['old'], ['old', 'new', 'old'], ['old', 'missing'], ['old', 'other.json']])
      expect(run('diff', ...words).status).toBe(2);
    expect(run('diff', 'old', 'other.json').stderr).toContain('expected a field "study"');
  });
});

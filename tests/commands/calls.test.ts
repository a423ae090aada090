// What holds for every command: STUDY chooses the study, from where the user stands, and an option that npm has kept stops it.

import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../src/commands/project.ts';
import { cleanEnvironment } from './clean-environment.ts';

const run = join(projectFolder, 'src', 'commands', 'run.mjs');
const calls = [
  ['build', '--out', 'site'],
  ['new', 's2'],
  ['anchors'],
  ['find', 'oven'],
  ['check-notes'],
  ['check-latex'],
  ['check-paper', 'paper.md'],
  ['linkcheck'],
] as const;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'catena-calls-'));
  writeFileSync(join(folder, 'paper.md'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function called(words: readonly string[], env: Readonly<Record<string, string>>) {
  return new Promise<{ words: readonly string[]; status: number | null; said: string }>((done) => {
    const child = spawn(process.execPath, [run, ...words], { cwd: folder, env: { ...cleanEnvironment, ...env } });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('close', (status) => done({ words, status, said }));
  });
}

describe('a command', () => {
  it('takes the study that STUDY names, from where the user stands', async () => {
    for (const { words, status, said } of await Promise.all(
      calls.map((words) => called(words, { STUDY: 'nowhere' })),
    )) {
      expect(status, words[0]).toBe(2);
      expect(said, words[0]).toContain(join(folder, 'nowhere'));
    }
  });

  it('stops when npm has kept its option, before it reads or writes another study', async () => {
    const env = { npm_config_study: join(folder, 'mine') };
    for (const { words, status, said } of await Promise.all([called(['new', 's2'], env), called(['anchors'], env)])) {
      expect(status, words[0]).toBe(2);
      expect(said, words[0]).toContain('npm took --study for itself');
    }
    expect(readdirSync(folder)).toEqual(['paper.md']);
  });
});

// A new note is one that the study takes as it is, and never costs an old one.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildStudy } from '../../src/study/index.ts';
import { noteText, parseNewId } from '../../src/commands/note-template.ts';
import { projectFolder } from '../../src/commands/project.ts';
import { cleanEnvironment } from './clean-environment.ts';
import { invented, writeStudy } from './tiny-study.ts';

const run = join(projectFolder, 'src', 'commands', 'run.mjs');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catena-new-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const call = (...words: readonly string[]) =>
  spawnSync(process.execPath, [run, 'new', ...words], { cwd: folder, env: cleanEnvironment, encoding: 'utf8' });

describe('a new note', () => {
  it.each(['s44', 'p7'])('for %s is a source without an error', async (id) => {
    writeStudy(join(folder, 'study'), {
      'study.yaml': 'title: Ovens\ninterviews: reviewed\n',
      'sources/s_1.md': invented(1),
    });
    expect(call(id, '--study', 'study')).toMatchObject({
      status: 0,
      stdout: `${join('study', 'sources', id.replace(/^(.)/, '$1_'))}.md\n`,
    });
    const { study, problems } = await buildStudy({ directory: join(folder, 'study') });
    expect(study.sources.map((source) => source.id as string).sort()).toEqual([id, 's1'].sort());
    expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  });

  it('stands among the notes of a bare folder', () => {
    writeStudy(join(folder, 'notes'), { 's_1.md': invented(1) });
    expect(call('s2', '--study', 'notes').status).toBe(0);
    expect(readFileSync(join(folder, 'notes', 's_2.md'), 'utf8')).toBe(noteText({ letter: 's', number: 2 }));
  });

  it('is refused where the source is there already, whatever its file is called', () => {
    writeStudy(join(folder, 'notes'), { 'ovens.md': invented(5), 's_6.md': 'not even a note' });
    for (const id of ['s5', 's6']) {
      const { status, stderr } = call(id, '--study', 'notes');
      expect(status).toBe(2);
      expect(stderr).toContain('is there already');
    }
    expect(readFileSync(join(folder, 'notes', 's_6.md'), 'utf8')).toBe('not even a note');
  });
});

describe('the id of a new source', () => {
  it.each(['s44', 's_44', 's-44'])('may be written %s', (text) => {
    expect(parseNewId(text)).toEqual({ letter: 's', number: 44 });
  });

  it.each(['', 's', '44', 's0', 'x1', 's1/../../x', 'S1', 's1e9', 's 1'])('may not be %j', (text) => {
    expect(parseNewId(text)).toBeUndefined();
  });
});

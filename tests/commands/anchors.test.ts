// npm run anchors, called as npm calls it: what it writes, what it prints, and its exit codes.

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectFolder } from '../../src/commands/project.ts';
import { buildStudy } from '../../src/study/build-study.ts';
import { cleanEnvironment } from './clean-environment.ts';
import { invented, writeStudy } from './tiny-study.ts';

let folder = '';
beforeEach(() => {
  folder = writeStudy(mkdtempSync(join(tmpdir(), 'catena-anchors-')), {
    'study.yaml': 'title: Ovens\nrelease: "1.0"\n',
    'sources/s_1.md': invented(1),
    'sources/s_2.md': invented(2),
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

function anchors(...words: readonly string[]) {
  const command = [join(projectFolder, 'src/commands/run.mjs'), 'anchors', '--study', folder, ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', env: cleanEnvironment });
  return { status, stdout, stderr };
}

const path = (name: string): string => join(folder, name);
const ledger = (): string => readFileSync(path('anchors.jsonl'), 'utf8');
const write = (name: string, text: string): void => writeFileSync(path(name), text);
const release = (name: string): void => write('study.yaml', `title: Ovens\nrelease: "${name}"\n`);
const codes = async (): Promise<string[]> =>
  (await buildStudy({ directory: folder })).problems
    .map(({ code }) => code)
    .filter((code) => /ledger|released|replaced/.test(code));

describe('npm run anchors', () => {
  it('writes the ledger and nothing else; the second time there are no changes', async () => {
    expect(await codes()).toEqual(['ledger-missing']);
    const first = anchors();
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toContain('s1-e2 new “Bread number 1 was eaten before it was”\n');
    expect(first.stdout).toContain('\n4 changes: 0 kept, 4 new\n');
    expect(readdirSync(folder).toSorted()).toEqual(['anchors.jsonl', 'sources', 'study.yaml']);
    const text = ledger();
    expect(anchors()).toEqual({ status: 0, stdout: '0 changes: 4 kept\n', stderr: '' });
    expect(ledger()).toBe(text);
    expect(await codes()).toEqual([]);
    const { study } = await buildStudy({ directory: folder });
    expect(study.permanent).toBe(true);
    expect(study.excerptById.get('s1-e2')?.since).toBe('1.0');
  });

  it('with --frozen writes nothing and fails when notes and ledger disagree', () => {
    expect(anchors('--frozen')).toMatchObject({ status: 1 });
    expect(readdirSync(folder)).not.toContain('anchors.jsonl');
    anchors();
    expect(anchors('--frozen')).toMatchObject({ status: 0, stdout: '0 changes: 4 kept\n', stderr: '' });
    write('sources/s_1.md', invented(1, 'A new sentence of many words stands here'));
    const before = ledger();
    expect(anchors('--frozen')).toMatchObject({ status: 1 });
    expect(ledger()).toBe(before);
  });

  it('lets a released excerpt go only with a reason, which its page then gives', async () => {
    anchors();
    release('2.0');
    write('sources/s_1.md', invented(1).replace(/^> Bread.*\n/m, ''));
    const silent = anchors();
    expect(silent.status).toBe(1);
    expect(silent.stderr).toMatch(/^sources\/s_1\.md:1:1: \w+ released-id-gone: s1-e2 /);
    expect(anchors('--withdraw', 's1-e2', 'a mistake of ours')).toMatchObject({ status: 0, stderr: '' });
    const { study } = await buildStudy({ directory: folder });
    expect(study.tombstones).toMatchObject([{ id: 's1-e2', gone: '2.0', reason: 'a mistake of ours' }]);
    expect(await codes()).toEqual([]);
  });

  it('withdraws nothing that stands in its note, and nothing that never was', () => {
    anchors();
    const before = ledger();
    for (const id of ['s1-e2', 's1', 's7-e1', 's9']) expect(anchors('--withdraw', id, 'a reason').status).toBe(2);
    expect(ledger()).toBe(before);
  });

  it('follows a note to its new number', async () => {
    anchors();
    rmSync(path('sources/s_2.md'));
    write('sources/s_5.md', invented(2).replace('# s\n2\n', '# s\n5\n'));
    expect(anchors('renumber', 's2', 's5')).toMatchObject({ status: 0, stderr: '' });
    const { study } = await buildStudy({ directory: folder });
    expect(study.tombstones.map(({ id, status, to }) => [id, status, ...to])).toEqual([
      ['s2-e1', 'moved', 's5-e1'],
      ['s2-e2', 'moved', 's5-e2'],
    ]);
    expect(anchors('renumber', 's5', 's6')).toMatchObject({ status: 2 });
  });

  it('names the line of a ledger that cannot be read, and keeps it', () => {
    anchors();
    write('anchors.jsonl', ledger().replace('{"id":"s1-e1"', '{"id":"s1-e1'));
    const result = anchors();
    expect(result.status).toBe(1);
    expect(result.stderr).toMatch(/^anchors\.jsonl:\d+:1: error ledger-syntax/m);
    expect(ledger()).toContain('{"id":"s1-e1,');
  });

  it('prints no control character of a note', () => {
    write('sources/s_1.md', invented(1, 'The oven \u001b[31mis\u0007 red'));
    expect(anchors().stdout).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it('leaves the words of withheld text out', () => {
    write('study.yaml', 'title: Ovens\nwithhold:\n  - source: s1\n    reason: no permission\n');
    const { stdout } = anchors();
    for (const text of [stdout, ledger()]) {
      expect(text).toContain('number 2');
      expect(text).not.toContain('number 1');
    }
  });

  it.skipIf(process.getuid?.() === 0)('says so when the folder cannot be written', () => {
    chmodSync(folder, 0o500);
    const result = anchors();
    chmodSync(folder, 0o700);
    expect(result).toMatchObject({ status: 1 });
    expect(result.stderr).toContain('cannot be written (EACCES)');
  });

  it.each([
    [['--what']],
    [['loose']],
    [['--withdraw', 's1-e1']],
    [['--withdraw', 's1-e1', ' ']],
    [['renumber', 's1']],
    [['renumber', 's1', 's1']],
    [['renumber', 's1', 's2', 's1', 's3']],
    [['renumber', '../x', 's2']],
    [['--frozen', '--accept', 's1']],
    [['--accept', 's1']],
  ])('called wrongly with %j ends with 2 and writes nothing', (words) => {
    expect(anchors(...words).status).toBe(2);
    expect(readdirSync(folder)).not.toContain('anchors.jsonl');
  });

  it('does not touch the ledger of a folder without notes', () => {
    anchors();
    const before = ledger();
    rmSync(path('sources'), { recursive: true });
    expect(anchors().status).toBe(2);
    expect(ledger()).toBe(before);
  });
});

// Folders as people have them: odd names, links, folders with the name of a note. Made anew for each test.

import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildStudy } from '../../../src/study/build-study.ts';
import { readFolder } from '../../../src/study/read/folder.ts';

let outer = '';
let study = '';
beforeEach(() => {
  outer = mkdtempSync(join(tmpdir(), 'catena-folder-'));
  study = join(outer, 'study');
  mkdirSync(study);
});
afterEach(() => rmSync(outer, { recursive: true, force: true }));

function write(path: string, text = '# s\n1\n## title\nA title\n\n> words\n'): void {
  mkdirSync(dirname(join(study, path)), { recursive: true });
  writeFileSync(join(study, path), text);
}

const notePaths = async (): Promise<readonly string[]> => (await readFolder(study)).notes.map((file) => file.path);
const unreadable = async (): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries((await readFolder(study)).unreadable.map(({ path, reason }) => [path, reason]));

describe('the notes of a folder', () => {
  it('are its .md, .txt and .markdown files at any depth, by code point', async () => {
    for (const path of ['b/s_2.txt', 'B.md', 'a.markdown', 'deep/er/s_3.MD', 'x.pdf']) write(path);
    expect(await notePaths()).toEqual(['B.md', 'a.markdown', 'b/s_2.txt', 'deep/er/s_3.MD']);
  });

  it('are those of sources/ when the folder is a study', async () => {
    for (const path of ['study.yaml', 'notes.md', 'sources/s_1.md', 'pages/about.md']) write(path, '');
    expect(await notePaths()).toEqual(['sources/s_1.md']);
  });

  it('may lie in a folder pages/, whose .mdx files are prose', async () => {
    for (const path of ['pages/s_1.md', 'pages/about.mdx']) write(path);
    expect(await notePaths()).toEqual(['pages/s_1.md']);
  });

  it('are not what starts with a dot, nor what npm installed', async () => {
    for (const path of ['.git/a.md', '._s_1.md', 'node_modules/a/readme.md', 's_1.md']) write(path);
    expect(await notePaths()).toEqual(['s_1.md']);
  });

  it('may have any name', async () => {
    const names = ['#x.md', '100%.md', '__proto__.md', 'a b.md', 'constructor.md', 'q?.md', 'toString.md', 'é.md'];
    for (const name of names) write(name, `# s\n\n## title\nTitle of ${name}\n\n> Words of ${name}\n`);
    expect(await notePaths()).toEqual(names);
    const { study: built, problems } = await buildStudy({ directory: study });
    expect(built.sources.map((source) => source.title).sort()).toEqual(names.map((name) => `Title of ${name}`).sort());
    expect(new Set(built.sources.map((source) => source.id)).size).toBe(names.length);
    expect(problems.filter((one) => one.severity === 'error').every((one) => one.code === 'id-duplicate')).toBe(true);
  });
});

describe('what cannot be read', () => {
  it('is a link out of the study', async () => {
    writeFileSync(join(outer, 'secret.md'), '> secret');
    symlinkSync('../secret.md', join(study, 's_1.md'));
    expect(await unreadable()).toEqual({ 's_1.md': 'it is a link out of the study folder' });
    expect(await notePaths()).toEqual([]);
  });

  it('is a link to a folder outside, to one inside, and to itself', async () => {
    mkdirSync(join(outer, 'elsewhere'));
    writeFileSync(join(outer, 'elsewhere', 's_9.md'), '> secret');
    write('own/s_1.md');
    symlinkSync('../elsewhere', join(study, 'out'));
    symlinkSync('own', join(study, 'again'));
    symlinkSync('.', join(study, 'loop'));
    symlinkSync('circle.md', join(study, 'circle.md'));
    expect(await notePaths()).toEqual(['own/s_1.md']);
    expect(await unreadable()).toEqual({
      'again/': 'it is a link to a folder',
      'circle.md': 'ELOOP',
      'loop/': 'it is a link to a folder',
      'out/': 'it is a link out of the study folder',
    });
  });

  it('is a folder with the name of a note, whose own notes are read', async () => {
    write('s_1.md/s_2.md');
    expect(await unreadable()).toEqual({ 's_1.md': 'it is a folder' });
    expect(await notePaths()).toEqual(['s_1.md/s_2.md']);
  });

  it.skipIf(process.getuid?.() === 0)('is a file without permission (skipped for root, who may read all)', async () => {
    write('s_1.md');
    chmodSync(join(study, 's_1.md'), 0);
    expect(await unreadable()).toEqual({ 's_1.md': 'EACCES' });
  });

  it('does not stand in the way of the others', async () => {
    write('s_2.md');
    symlinkSync('nowhere.md', join(study, 's_1.md'));
    const { study: built, problems } = await buildStudy({ directory: study });
    expect(built.sources).toHaveLength(1);
    expect(problems.map(({ code, place }) => [code, place.file])).toContainEqual(['file-unreadable', 's_1.md']);
  });
});

describe('a link inside the study', () => {
  it('is read like the file it leads to, settings too', async () => {
    write('kept/study-of-2026.txt', '');
    writeFileSync(join(study, 'kept/settings'), 'title: Linked\n');
    write('sources/s_1.md');
    symlinkSync('kept/settings', join(study, 'study.yaml'));
    symlinkSync('s_1.md', join(study, 'sources/again.md'));
    const folder = await readFolder(study);
    expect(folder.settings.get('study.yaml')?.text).toBe('title: Linked\n');
    expect(folder.notes.map((file) => file.path)).toEqual(['sources/again.md', 'sources/s_1.md']);
  });
});

// The build command from outside: its exit codes, what it prints where, and what it leaves on the disk.

import { spawnSync, type SpawnSyncOptions, type SpawnSyncReturns } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectFolder } from '../../src/commands/project.ts';
import { marker } from '../../src/commands/staging.ts';
import { crawl } from '../site/crawl.ts';
import { cleanEnvironment as clean } from './clean-environment.ts';
import { hashTree as tree } from './hash-tree.ts';
import { invented, writeStudy } from './tiny-study.ts';

const nobody = 65_534;
const run = join(projectFolder, 'src', 'commands', 'run.mjs');

let folder: string;
let notes: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catena-build-'));
  notes = join(folder, 'notes');
  out = join(folder, 'site');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function build(words: readonly string[], options: SpawnSyncOptions & { script?: string } = {}) {
  const { script = run, ...rest } = options;
  const env = { ...clean, ...rest.env };
  return spawnSync(process.execPath, [script, 'build', ...words], { cwd: folder, ...rest, env, encoding: 'utf8' });
}

const usual = (): readonly string[] => ['--study', 'notes', '--out', 'site'];

describe('a build', () => {
  const awkward = ['100%.md', '#x.md', 'q?.md', 'a b.md', '[x].md', 'sub/%2e%2e.md', 'ü.md', "it's.md"];
  let place: string;
  let result: SpawnSyncReturns<string>;
  let before: Readonly<Record<string, string>>;
  let listed: readonly string[];

  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'catena-build-'));
    const study = join(place, 'notes');
    writeStudy(study, Object.fromEntries(awkward.map((name, at) => [name, invented(at + 3)])));
    writeStudy(study, { 's_1.md': invented(1), 's_2.md': invented(2).replace('"Warm oven")', '"Warm oven"') });
    writeFileSync(join(place, 'secret.md'), invented(99, 'A secret oven is cold'));
    symlinkSync(join(place, 'secret.md'), join(study, 's_99.md'));
    mkdirSync(join(place, 'stand'));
    before = tree(study);
    listed = listing(projectFolder);
    chmodSync(join(study, 's_1.md'), 0o444);
    chmodSync(study, 0o555);
    const env = { ...clean, STUDY: '../notes' };
    result = spawnSync(process.execPath, [run, 'build', '--out', '../site'], {
      cwd: join(place, 'stand'),
      env,
      encoding: 'utf8',
    });
  });
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it('takes relative paths from where the user stands, STUDY for --study, and notes whose names are awkward', () => {
    expect(result.status).toBe(0);
    expect(result.stdout).toContain(` from ${awkward.length + 2} sources`);
    expect(existsSync(join(place, 'site', 'index.html'))).toBe(true);
  });

  it('prints problems to stderr, a line each, and the summary to stdout', () => {
    expect(result.stdout).toMatch(/: \d+ pages? from 10 sources, 20 excerpts, 1 code; .+ in \d+\.\d s\n$/);
    expect(result.stderr).toMatch(/^s_2\.md:\d+:\d+: (error|warning|info) [a-z-]+: .+$/m);
    const lines = result.stderr.split('\n').filter((line) => line !== '' && !/^\d+ of \d+ pages$/.test(line));
    for (const line of lines) expect(line).toMatch(/^[^:]+:\d+:\d+: (error|warning|info) [a-z-]+: ./);
  });

  it('counts the pages that are there', () => {
    const pages = Object.keys(tree(join(place, 'site'))).filter((name) => name.endsWith('.html'));
    expect(result.stdout).toContain(`: ${pages.length} pages from`);
  });

  it('leaves the notes as they are, needs no permission to write to them, and leaves nothing elsewhere', () => {
    expect(tree(join(place, 'notes'))).toEqual(before);
    expect(readdirSync(place).sort()).toEqual(['notes', 'secret.md', 'site', 'stand']);
    expect(readdirSync(join(place, 'stand'))).toEqual([]);
    expect(listing(projectFolder)).toEqual(listed);
  });

  it('reads no link that leaves the folder', () => {
    const site = join(place, 'site');
    for (const file of Object.keys(tree(site)).filter((name) => /\.(html|json|csv)$/.test(name))) {
      expect(readFileSync(join(site, file), 'utf8'), file).not.toContain('secret oven');
    }
  });

  it('of notes alone, without model or claims, has no dead link and no page that nothing leads to', () => {
    expect(crawl(join(place, 'site'), '/')).toMatchObject({ dead: [], orphans: [] });
  });

  it('of notes without a usable source says so, and has no dead link and no page that nothing leads to', () => {
    writeStudy(notes, {
      's_.md': invented(1).replace('\n1\n', '\n\n').replace('https://example.org/1', '').replace('Ovens, part 1', ''),
    });
    const { status, stdout } = build(usual());
    expect(status).toBe(0);
    expect(stdout).toContain('no note could be used as a source');
    expect(crawl(out, '/')).toMatchObject({ dead: [], orphans: [] });
  });
});

describe('wrong calls', () => {
  it.each([
    ['an unknown flag', ['--stduy', 'notes'], {}],
    ['a missing folder', ['--study', 'nowhere', '--out', 'site'], {}],
    ['a file as the study', ['--study', 'notes/s_1.md', '--out', 'site'], { 's_1.md': invented(1) }],
    ['a folder without a note', ['--study', 'notes', '--out', 'site'], { 'picture.svg': '<svg/>' }],
    ['an output inside the notes', ['--study', 'notes', '--out', 'notes/site'], { 's_1.md': invented(1) }],
    ['notes inside the output', ['--study', 'notes/deep', '--out', 'notes'], { 'deep/s_1.md': invented(1) }],
    [
      'an output below a file',
      ['--study', 'notes', '--out', 'notes.txt/site'],
      { 's_1.md': invented(1), '../notes.txt': '' },
    ],
    ['a base that is no path', ['--study', 'notes', '--out', 'site', '--base', 'a b'], { 's_1.md': invented(1) }],
  ])('%s ends with 2, one sentence and nothing on the disk', (_what, words, files) => {
    writeStudy(notes, files);
    mkdirSync(notes, { recursive: true });
    const before = tree(folder);
    const { status, stdout, stderr } = build(words);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(tree(folder)).toEqual(before);
  });

  it('an output that somebody else filled ends with 2; --force replaces it', () => {
    writeStudy(notes, { 's_1.md': invented(1) });
    writeStudy(out, { 'thesis.tex': 'ten years of work' });
    expect(build(usual()).status).toBe(2);
    expect(Object.keys(tree(out))).toEqual(['thesis.tex']);
    expect(build([...usual(), '--force']).status).toBe(0);
    expect(existsSync(join(out, 'thesis.tex'))).toBe(false);
  });
});

describe('--strict', () => {
  it('ends with 1 on an error and leaves the old site', () => {
    // Two files with one id and nothing to tell them apart: an error by the format's rules.
    writeStudy(notes, { 's_1.md': invented(1), 'x/s_1.md': invented(1) });
    writeStudy(out, { [marker]: '{"base":"/"}\n', 'index.html': 'the old site' });
    const before = tree(out);
    const { status, stderr } = build([...usual(), '--strict']);
    expect(stderr).toMatch(/ error [a-z-]+: /);
    expect(status).toBe(1);
    expect(tree(out)).toEqual(before);
  });
});

/** Names and times of what lies in Catena's folder and where Astro and Vite keep their caches. */
function listing(project: string): readonly string[] {
  return ['.', '.astro', 'src', 'node_modules', 'node_modules/.vite', 'node_modules/.astro']
    .filter((name) => existsSync(join(project, name)))
    .map((name) => `${name} ${lstatSync(join(project, name)).mtimeMs}`);
}

describe('the same notes', () => {
  it('give the same bytes in another folder, from a read-only copy of Catena, in another time zone and locale', () => {
    const files = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`s_${at + 1}.md`, invented(at + 1)]));
    writeStudy(notes, files);
    const address = ['--site', 'https://example.org', '--base', '/my-review/'];
    expect(
      build([...usual(), ...address], { env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } })
        .status,
    ).toBe(0);

    const other = join(folder, 'an other place', 'deep');
    const copy = join(folder, 'catena copy');
    for (const name of ['src', 'public', 'package.json', 'tsconfig.json']) {
      if (existsSync(join(projectFolder, name)))
        cpSync(join(projectFolder, name), join(copy, name), { recursive: true });
    }
    symlinkSync(join(projectFolder, 'node_modules'), join(copy, 'node_modules'));
    spawnSync('chmod', ['-R', 'a-w', copy]);
    // The same files, written in the opposite order.
    writeStudy(join(other, 'n'), Object.fromEntries(Object.entries(files).toReversed()));
    const script = join(copy, 'src', 'commands', 'run.mjs');
    const words = ['--study', join(other, 'n'), '--out', join(other, 'o'), ...address];
    // Nothing is read-only to root: the build runs as nobody in particular, who owns the output alone.
    mkdirSync(join(other, 'o'), { recursive: true });
    spawnSync('chmod', ['-R', 'a+rX', folder]);
    const root = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
    if (root.uid !== undefined) spawnSync('chown', ['-R', String(nobody), other]);
    const env = { TZ: 'America/St_Johns', LANG: 'C', HOME: other };
    const { status, stderr } = build(words, { script, cwd: copy, env, ...root });
    spawnSync('chmod', ['-R', 'u+w', copy]);
    expect(stderr).not.toMatch(/EACCES|EROFS/);
    expect(status).toBe(0);
    expect(tree(join(other, 'o'))).toEqual(tree(out));
  });
});

// The build command from outside: its exit codes, what it prints where, and what it leaves on the disk.

import { spawn, spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { createHash } from 'node:crypto';
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
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectFolder } from '../../src/commands/project.ts';
import { cleanEnvironment as clean } from './clean-environment.ts';
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

/** Every file below, with the hash of its bytes. */
function tree(path: string): Readonly<Record<string, string>> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const named = files.map((file) => join(file.parentPath, file.name)).sort();
  const hash = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
  return Object.fromEntries(named.map((file) => [relative(path, file), hash(file)]));
}

describe('a build', () => {
  it('prints problems to stderr, the summary to stdout, and ends with 0', () => {
    writeStudy(notes, { 's_1.md': invented(1), 's_2.md': invented(2).replace('"Warm oven")', '"Warm oven"') });
    const { status, stdout, stderr } = build(usual());
    expect(status).toBe(0);
    expect(stdout).toMatch(/: \d+ pages? from 2 sources, 4 excerpts, 1 code; .+ in \d+\.\d s\n$/);
    expect(stderr).toMatch(/^s_2\.md:\d+:\d+: (error|warning|info) [a-z-]+: .+$/m);
    for (const line of stderr.trimEnd().split('\n'))
      expect(line).toMatch(/^[^:]+:\d+:\d+: (error|warning|info) [a-z-]+: ./);
  });

  it('takes relative paths from where the user stands, and STUDY for --study', () => {
    writeStudy(notes, { 's_1.md': invented(1) });
    expect(build(['--out', 'site'], { env: { STUDY: 'notes' } }).status).toBe(0);
    expect(existsSync(join(out, 'index.html'))).toBe(true);
  });

  it('leaves nothing where the user stands, also when the site goes elsewhere', () => {
    writeStudy(notes, { 's_1.md': invented(1) });
    const stand = join(folder, 'stand');
    mkdirSync(stand);
    expect(build(['--study', notes, '--out', out], { cwd: stand }).status).toBe(0);
    expect(readdirSync(stand)).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['notes', 'site', 'stand']);
  });

  it('leaves the notes as they are, and needs no permission to write to them', () => {
    writeStudy(notes, { 's_1.md': invented(1) });
    const before = tree(notes);
    chmodSync(join(notes, 's_1.md'), 0o444);
    chmodSync(notes, 0o555);
    expect(build(usual()).status).toBe(0);
    chmodSync(notes, 0o755);
    expect(tree(notes)).toEqual(before);
    expect(readdirSync(folder).sort()).toEqual(['notes', 'site']);
  });

  it('takes notes whose names are awkward, and reads no link that leaves the folder', () => {
    const names = ['100%.md', '#x.md', 'q?.md', 'a b.md', '[x].md', 'sub/%2e%2e.md', 'ü.md', "it's.md"];
    writeStudy(notes, Object.fromEntries(names.map((name, at) => [name, invented(at + 1)])));
    writeFileSync(join(folder, 'secret.md'), invented(99, 'A secret oven is cold'));
    symlinkSync(join(folder, 'secret.md'), join(notes, 's_99.md'));
    const { status, stdout } = build(usual());
    expect(status).toBe(0);
    expect(stdout).toContain(`${names.length} sources`);
    for (const file of Object.keys(tree(out)).filter((name) => /\.(html|json|csv)$/.test(name))) {
      expect(readFileSync(join(out, file), 'utf8'), file).not.toContain('secret oven');
    }
  });

  it('of notes without a usable source is built and says so', () => {
    writeStudy(notes, {
      's_.md': invented(1).replace('\n1\n', '\n\n').replace('https://example.org/1', '').replace('Ovens, part 1', ''),
    });
    const { status, stdout } = build(usual());
    expect(status).toBe(0);
    expect(stdout).toContain('no note could be used as a source');
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
    writeStudy(notes, { 's_1.md': invented(1) });
    expect(build(usual()).status).toBe(0);
    const before = tree(out);
    // Two files with one id and nothing to tell them apart: an error by the format's rules.
    writeStudy(notes, { 'x/s_1.md': invented(1) });
    const { status, stderr } = build([...usual(), '--strict']);
    expect(stderr).toMatch(/ error [a-z-]+: /);
    expect(status).toBe(1);
    expect(tree(out)).toEqual(before);
    expect(build(usual()).status).toBe(0);
  });
});

describe('whole or not at all', () => {
  it.each([
    ['SIGTERM', 143, [200, 600, 1000]],
    ['SIGINT', 130, [700]],
    ['SIGKILL', null, [100, 500, 900, 1300]],
  ] as const)(
    '%s leaves the old site or the new one, and no rubbish after the next build',
    async (signal, code, times) => {
      writeStudy(notes, { 's_1.md': invented(1) });
      expect(build(usual()).status).toBe(0);
      const before = tree(out);
      writeStudy(notes, { 's_2.md': invented(2) });
      for (const time of times) {
        const child = spawn(process.execPath, [run, 'build', ...usual()], { cwd: folder, env: clean, stdio: 'ignore' });
        const ended = new Promise<number | null>((done) => child.on('exit', (status) => done(status)));
        await new Promise((wake) => setTimeout(wake, time));
        child.kill(signal);
        const status = await ended;
        // Before its own handler is there, a process dies of the signal itself (null); at the end it may be done already (0).
        expect([code, null, 0]).toContain(status);
        if (status !== 0) expect(tree(out)).toEqual(before);
        else break;
      }
      expect(build(usual()).status).toBe(0);
      expect(readdirSync(folder).sort()).toEqual(['notes', 'site']);
      expect(tree(out)).not.toEqual(before);
    },
  );

  const canMount = process.getuid?.() === 0 && mounts();
  it.skipIf(!canMount)('a full disk ends with 1 and leaves the old site (skipped where nothing can be mounted)', () => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk]).status).toBe(0);
    try {
      writeStudy(notes, { 's_1.md': invented(1) });
      expect(build(['--study', 'notes', '--out', 'disk/site']).status).toBe(0);
      const before = tree(join(disk, 'site'));
      for (const free of [8, 64, 256, 700]) {
        fill(disk, free);
        const { status, stderr } = build(['--study', 'notes', '--out', 'disk/site']);
        rmSync(join(disk, 'filling'));
        if (status === 0) continue;
        expect(status).toBe(1);
        expect(stderr).toMatch(/ENOSPC|no space/i);
        expect(tree(join(disk, 'site'))).toEqual(before);
        expect(readdirSync(disk)).toEqual(['site']);
      }
    } finally {
      spawnSync('umount', [disk]);
    }
  });

  it('two builds into one output at once both end, and one of them is there', async () => {
    writeStudy(notes, { 's_1.md': invented(1) });
    const both = await Promise.all([1, 2].map(() => started(usual())));
    expect(both).toEqual([0, 0]);
    const together = tree(out);
    expect(readdirSync(folder).sort()).toEqual(['notes', 'site']);
    expect(build(usual()).status).toBe(0);
    expect(tree(out)).toEqual(together);
  });

  it('builds of different studies at once keep to their own', async () => {
    for (const number of [1, 2, 3]) writeStudy(join(folder, `n${number}`), { [`s_${number}.md`]: invented(number) });
    const all = await Promise.all([1, 2, 3].map((number) => started(['--study', `n${number}`, '--out', `o${number}`])));
    expect(all).toEqual([0, 0, 0]);
    for (const number of [1, 2, 3]) {
      expect(readFileSync(join(folder, `o${number}`, 's', `s${number}`, 'index.html'), 'utf8')).toContain(
        `The ${number}th oven`,
      );
      const together = tree(join(folder, `o${number}`));
      expect(build(['--study', `n${number}`, '--out', `o${number}`]).status).toBe(0);
      expect(tree(join(folder, `o${number}`))).toEqual(together);
    }
  });

  it('writes nothing outside the output’s folder', () => {
    writeStudy(notes, { 's_1.md': invented(1) });
    const before = listing(projectFolder);
    expect(build(usual()).status).toBe(0);
    expect(listing(projectFolder)).toEqual(before);
  });
});

/** Names and times of what lies in Catena's folder and where Astro and Vite keep their caches. */
function listing(project: string): readonly string[] {
  return ['.', '.astro', 'src', 'node_modules', 'node_modules/.vite', 'node_modules/.astro']
    .filter((name) => existsSync(join(project, name)))
    .map((name) => `${name} ${lstatSync(join(project, name)).mtimeMs}`);
}

const started = (words: readonly string[]): Promise<number | null> =>
  new Promise((done) => {
    spawn(process.execPath, [run, 'build', ...words], { cwd: folder, env: clean, stdio: 'ignore' }).on('exit', done);
  });

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

function mounts(): boolean {
  const place = mkdtempSync(join(tmpdir(), 'catena-mount-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', place]).status === 0;
  if (mounted) spawnSync('umount', [place]);
  rmSync(place, { recursive: true, force: true });
  return mounted;
}

/** Fills a small disk up to the last `free` kilobytes. */
function fill(disk: string, free: number): void {
  const kilobytes = Number(spawnSync('df', ['-k', '--output=avail', disk], { encoding: 'utf8' }).stdout.split('\n')[1]);
  writeFileSync(join(disk, 'filling'), Buffer.alloc(Math.max(0, kilobytes - free) * 1024));
}

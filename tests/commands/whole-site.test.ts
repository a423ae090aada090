// The published folder is a whole site, old or new, when a build is ended, when the disk is full, and when several builds run at once.
// tests/commands/staging.test.ts goes through the moments of the swap itself.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectFolder } from '../../src/commands/project.ts';
import { marker } from '../../src/commands/staging.ts';
import { cleanEnvironment as clean } from './clean-environment.ts';
import { hashTree as tree } from './hash-tree.ts';
import { invented, writeStudy } from './tiny-study.ts';

const run = join(projectFolder, 'src', 'commands', 'run.mjs');

let folder: string;

let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catena-whole-'));
  writeStudy(join(folder, 'notes'), { 's_1.md': invented(1) });
  out = join(folder, 'site');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const build = (words: readonly string[]) =>
  spawnSync(process.execPath, [run, 'build', ...words], { cwd: folder, env: clean, encoding: 'utf8' });

const usual = (): readonly string[] => ['--study', 'notes', '--out', 'site'];

const started = (words: readonly string[]): Promise<number | null> =>
  new Promise((done) => {
    spawn(process.execPath, [run, 'build', ...words], { cwd: folder, env: clean, stdio: 'ignore' }).on('exit', done);
  });

/** As a build before would have left it. */
function writeOldSite(folder: string): Readonly<Record<string, string>> {
  writeStudy(folder, { [marker]: '{"base":"/"}\n', 'index.html': 'the old site' });
  return tree(folder);
}

describe('whole or not at all', () => {
  it.each([
    ['SIGTERM', 143, ['root/exports', 'root/dist/index.html']],
    ['SIGINT', 130, ['root/src']],
    ['SIGKILL', null, ['root', 'root/node_modules', 'root/dist/.prerender', 'root/dist/pagefind/pagefind-entry.json']],
  ] as const)(
    '%s leaves the old site as it is, wherever the build is, and nothing beside it after the next command',
    async (signal, code, moments) => {
      const before = writeOldSite(out);
      for (const moment of moments) {
        const child = spawn(process.execPath, [run, 'build', ...usual()], { cwd: folder, env: clean, stdio: 'ignore' });
        const ended = new Promise<number | null>((done) => child.on('exit', (status) => done(status)));
        while (child.exitCode === null && !isThere(moment)) await new Promise((wake) => setTimeout(wake, 2));
        child.kill(signal);
        expect(await ended, moment).toBe(code);
        expect(tree(out), moment).toEqual(before);
        if (signal !== 'SIGKILL') expect(readdirSync(folder).sort(), moment).toEqual(['notes', 'site']);
      }
      mkdirSync(join(folder, 'empty'));
      expect(build(['--study', 'empty', '--out', 'site']).status).toBe(2);
      expect(readdirSync(folder).sort()).toEqual(['empty', 'notes', 'site']);
    },
  );

  /** A path in the folder that a build works in. */
  const isThere = (path: string): boolean =>
    readdirSync(folder).some((name) => name.startsWith('.site.catena-') && existsSync(join(folder, name, path)));

  const canMount = process.getuid?.() === 0 && mounts();
  it.skipIf(!canMount)('a full disk ends with 1 and leaves the old site (skipped where nothing can be mounted)', () => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk]).status).toBe(0);
    try {
      const before = writeOldSite(join(disk, 'site'));
      for (const free of [8, 700, 2_500, 4_000]) {
        fill(disk, free);
        const { status, stderr } = build(['--study', 'notes', '--out', 'disk/site']);
        rmSync(join(disk, 'filling'));
        expect(status, `${free} kB`).toBe(1);
        expect(stderr).toMatch(/ENOSPC|no space/i);
        expect(tree(join(disk, 'site'))).toEqual(before);
        expect(readdirSync(disk)).toEqual(['site']);
      }
    } finally {
      spawnSync('umount', [disk]);
    }
  });

  it('builds at once, into one output and into others, all end with their own site and leave nothing beside it', async () => {
    writeStudy(join(folder, 'more'), { 's_2.md': invented(2) });
    const calls = [usual(), usual(), ['--study', 'notes', '--out', 'alone'], ['--study', 'more', '--out', 'other']];
    expect(await Promise.all(calls.map(started))).toEqual([0, 0, 0, 0]);
    expect(readdirSync(folder).sort()).toEqual(['alone', 'more', 'notes', 'other', 'site']);
    expect(tree(out)).toEqual(tree(join(folder, 'alone')));
    expect(readFileSync(join(folder, 'other', 's', 's2', 'index.html'), 'utf8')).toContain('The 2th oven');
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

// The published folder is the old site or the new one, whatever happens to the build; and the next command leaves no rubbish.

import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtBase, marker, openStaging, realOutput, recover, refuseForeign } from '../../src/commands/staging.ts';
import { UsageError } from '../../src/commands/usage.ts';

const child = fileURLToPath(new URL('staging-child.ts', import.meta.url));

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catena-staging-'));
  out = join(folder, 'site');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Every file below, with its text. */
function tree(path: string): Readonly<Record<string, string>> {
  if (!existsSync(path)) return {};
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const named = files.map((file) => join(file.parentPath, file.name)).sort();
  return Object.fromEntries(named.map((file) => [relative(path, file), readFileSync(file, 'utf8')]));
}

const marked = `${JSON.stringify({ note: 'Catena wrote this folder. The next build replaces it as a whole: keep nothing else in it.', base: '/' })}\n`;
const oldSite = { [marker]: marked, 'gone.html': 'old', 'index.html': 'old' };
const newSite = { [marker]: marked, 'deep/page.html': 'new too', 'index.html': 'new' };

function write(path: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(path, name, '..'), { recursive: true });
    writeFileSync(join(path, name), text);
  }
}

const build = (moment: string) => spawnSync(process.execPath, [child, out, moment], { encoding: 'utf8' });

describe('a build that ends well', () => {
  it.each([
    ['where nothing was', {}],
    ['over an old site', oldSite],
  ])('puts the new site %s and leaves nothing beside it', (_where, before) => {
    write(out, before);
    expect(build('never')).toMatchObject({ status: 0, stdout: 'done\n' });
    expect(tree(out)).toEqual(newSite);
    expect(readdirSync(folder)).toEqual(['site']);
  });

  it('says for which base path it was built', () => {
    build('never');
    expect(builtBase(out)).toBe('/');
    expect(builtBase(folder)).toBeUndefined();
  });

  it('goes to where a link leads, and keeps the link', () => {
    const real = join(folder, 'real');
    write(real, oldSite);
    symlinkSync(real, out);
    expect(build('never').status).toBe(0);
    expect(tree(real)).toEqual(newSite);
    expect(realOutput(out)).toBe(realOutput(real));
    expect(readdirSync(folder).sort()).toEqual(['real', 'site']);
  });
});

describe('a build that is killed', () => {
  const moments = [
    ['after opening', 'old'],
    ['half written', 'old'],
    [`before writing ${marker}`, 'old'],
    ['with the lock', 'old'],
    ['before dist to new', 'old'],
    ['after dist to new', 'old'],
    ['before writing journal', 'old'],
    ['before site to old', 'old'],
    ['after site to old', 'new'],
    ['before new to site', 'new'],
    ['after new to site', 'new'],
    ['before clearing away', 'new'],
  ] as const;

  it.each(moments)('%s leaves, after the next command, the %s site and no rubbish', async (moment, kept) => {
    write(out, oldSite);
    expect(build(moment).signal).toBe('SIGKILL');
    const left = tree(out);
    if (moment !== 'after site to old' && moment !== 'before new to site') {
      expect([oldSite, newSite]).toContainEqual(left);
    }
    await recover(out);
    expect(tree(out)).toEqual(kept === 'old' ? oldSite : newSite);
    expect(readdirSync(folder)).toEqual(['site']);
  });

  it('does not keep the next build from its work', () => {
    write(out, oldSite);
    expect(build('with the lock').signal).toBe('SIGKILL');
    expect(build('after site to old').signal).toBe('SIGKILL');
    expect(build('never').status).toBe(0);
    expect(tree(out)).toEqual(newSite);
    expect(readdirSync(folder)).toEqual(['site']);
  });
});

describe('a build beside another', () => {
  it('leaves the folder of a live build alone, and both can end', async () => {
    const live = await openStaging(out);
    writeFileSync(join(live.site, 'index.html'), 'live');
    expect(build('never').status).toBe(0);
    expect(tree(out)).toEqual(newSite);
    expect(existsSync(join(live.site, 'index.html'))).toBe(true);
    await live.swap('/', false);
    live.discard();
    expect(tree(out)).toEqual({ [marker]: marked, 'index.html': 'live' });
    expect(readdirSync(folder)).toEqual(['site']);
  });

  it('clears the folder of a process that had the same number before this one', async () => {
    const own = (await openStaging(out)).root;
    const name = readdirSync(folder)[0] ?? '';
    const earlier = join(folder, name.replace(/[0-9a-f]{8}$/, '00000000'));
    mkdirSync(earlier);
    await recover(out);
    expect(existsSync(earlier)).toBe(false);
    expect(existsSync(own)).toBe(true);
  });

  it('leaves the folder of another machine alone for an hour after its last pulse', async () => {
    const foreign = join(folder, '.site.catena-ffffffff-1-ffffffff');
    mkdirSync(foreign);
    await recover(out);
    expect(existsSync(foreign)).toBe(true);
    utimesSync(foreign, 0, 0);
    await recover(out);
    expect(existsSync(foreign)).toBe(false);
  });

  it('touches no folder that only looks like its own', async () => {
    const near = [
      '.site.catena-',
      '.site.catena-x',
      '.sites.catena-00000000-1-00000000',
      'site.catena-00000000-1-00000000',
    ];
    for (const name of near) mkdirSync(join(folder, name));
    await recover(out);
    expect(readdirSync(folder).sort()).toEqual(near.toSorted());
  });
});

describe('an output folder', () => {
  it.each([
    ['absent', () => {}],
    ['empty', () => mkdirSync(out)],
    ['ours', () => write(out, oldSite)],
  ])('that is %s is taken', (_what, prepare) => {
    prepare();
    expect(() => refuseForeign(out, false)).not.toThrow();
  });

  it('that somebody else filled is refused, unless it is forced', () => {
    write(out, { 'thesis.tex': 'ten years of work' });
    expect(() => refuseForeign(out, false)).toThrow(UsageError);
    expect(() => refuseForeign(out, true)).not.toThrow();
  });

  it('that is a file is refused even when it is forced', () => {
    writeFileSync(out, '');
    expect(() => refuseForeign(out, true)).toThrow(UsageError);
  });

  it('that fills with somebody else’s files during the build is left as it is', async () => {
    const staging = await openStaging(out);
    write(out, { 'thesis.tex': 'ten years of work' });
    await expect(staging.swap('/', false)).rejects.toThrow(UsageError);
    staging.discard();
    expect(tree(out)).toEqual({ 'thesis.tex': 'ten years of work' });
    expect(readdirSync(folder)).toEqual(['site']);
  });
});

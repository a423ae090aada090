// The development server shows the notes as they are now, and no note ends it.

import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../src/commands/project.ts';
import { cleanEnvironment } from './clean-environment.ts';
import { invented, writeStudy } from './tiny-study.ts';

let folder: string;
let notes: string;
let run: string;
let server: ChildProcess;
let address = '';
let said = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'catena-dev-'));
  notes = join(folder, 'study', 'sources');
  writeStudy(join(folder, 'study'), {
    'study.yaml': 'title: Ovens\n',
    'sources/s_1.md': invented(1),
    'pages/about.mdx': '---\ntitle: About\n---\n\nFirst words about [@s1].\n',
  });
  // Astro's server writes into the folder that it serves: a copy keeps tests apart.
  const copy = join(folder, 'catena');
  for (const name of ['src', 'public', 'package.json', 'tsconfig.json']) {
    if (existsSync(join(projectFolder, name))) cpSync(join(projectFolder, name), join(copy, name), { recursive: true });
  }
  mkdirSync(join(copy, 'src', 'pages', 'probe'), { recursive: true });
  writeFileSync(join(copy, 'src', 'pages', 'probe', '[id].astro'), probe);
  symlinkSync(join(projectFolder, 'node_modules'), join(copy, 'node_modules'));
  run = join(copy, 'src', 'commands', 'run.mjs');
  server = start({});
  address = await addressOf(server);
});

function start(
  user: { readonly uid?: number; readonly gid?: number },
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  const words = [run, 'dev', '--study', join(folder, 'study'), '--port', '0', '--base', '/my-review/'];
  const child = spawn(process.execPath, words, {
    cwd: folder,
    env: { ...cleanEnvironment, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  return child;
}

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((done, fail) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const found = /http:\/\/\S+/.exec(text);
      if (found) done(found[0]);
    });
    child.on('exit', () => fail(new Error(`the server ended: ${said}`)));
  });

async function end(child: ChildProcess): Promise<void> {
  child.removeAllListeners('exit');
  const gone = child.exitCode === null ? new Promise((done) => child.on('exit', done)) : undefined;
  child.kill('SIGTERM');
  await gone;
}

/** Shows a source by `getStaticPaths`, from the collections and from the study itself. */
const probe = `---
import { getCollection, render } from 'astro:content';
import { currentStudy } from '#site/study.ts';
export const getStaticPaths = () => currentStudy().sources.map((source) => ({ params: { id: source.id }, props: { source } }));
const entries = await getCollection('sources');
const pages = await getCollection('pages');
const Content = pages[0] ? (await render(pages[0])).Content : undefined;
---
<p>{Astro.props.source.excerpts.map((excerpt) => excerpt.text).join(' ')}</p>
<p>collection: {entries.map((entry) => entry.id).sort().join(' ')}</p>
{Content && <Content />}
`;

afterAll(async () => {
  await end(server);
  rmSync(folder, { recursive: true, force: true });
});

const page = async (path: string): Promise<string> => (await fetch(new URL(path, address))).text();

describe('the development server', () => {
  it('prints its address and serves under the base path', async () => {
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/my-review\/$/);
    expect(await page('')).toContain('Ovens');
    expect(await page('probe/s1/')).toContain('The 1th oven is warm');
  });

  it('shows an edited note on the next request', async () => {
    writeFileSync(join(notes, 's_1.md'), invented(1, 'The edited oven is cold'));
    expect(await page('probe/s1/')).toContain('The edited oven is cold');
  });

  it('shows a new note on the next request, in its collection too', async () => {
    writeFileSync(join(notes, 's_2.md'), invented(2));
    const shown = await page('probe/s2/');
    expect(shown).toContain('The 2th oven is warm');
    expect(shown).toContain('collection: s1 s2');
  });

  it('shows an edited prose page on the next request', async () => {
    expect(await page('probe/s1/')).toContain('First words about');
    writeStudy(join(folder, 'study'), { 'pages/about.mdx': '---\ntitle: About\n---\n\nSecond words about [@s2].\n' });
    expect(await page('probe/s1/')).toMatch(/Second words about <a href="\/my-review\/s\/s2\/"/);
  });

  it('makes the exports, the search index and the basket’s files of the notes as they are', async () => {
    expect(await page('exports/study.json')).toContain('The edited oven is cold');
    expect(await page('pagefind/pagefind-entry.json')).toMatch(/"page_count":4/);
    expect(JSON.parse(await page('_search/store.json'))).toBeTypeOf('object');
    expect(await page('llms.txt')).toContain('Ovens');
    expect(await page('basket/s1-0.json')).toContain('The edited oven is cold');
    expect((await fetch(new URL('basket/s1-7.json', address))).status).toBe(404);
    writeFileSync(join(notes, 's_3.md'), invented(3));
    expect(await page('pagefind/pagefind-entry.json')).toMatch(/"page_count":6/);
  });

  it('outlives bad notes and missing ones, and prints their problems', async () => {
    writeFileSync(join(notes, 's_4.md'), Buffer.from([0xff, 0xfe, 0x00, 0x23, 0x00]));
    writeFileSync(join(notes, 's_1.md'), invented(1).replace('"Warm oven")', '"Warm oven"'));
    expect(await page('')).toContain('Ovens');
    expect(said).toMatch(/sources\/s_1\.md:\d+:\d+: (error|warning)/);
    for (const name of ['s_1.md', 's_2.md', 's_3.md', 's_4.md']) rmSync(join(notes, name));
    expect(await page('')).toContain('Ovens');
    writeFileSync(join(notes, 's_1.md'), invented(1, 'The new oven is red'));
    expect(await page('probe/s1/')).toContain('The new oven is red');
  });

  it.skipIf(process.getuid?.() !== 0)(
    'runs where its user may not write, and leaves nothing behind (skipped where tests do not run as root)',
    async () => {
      spawnSync('chmod', ['-R', 'a+rX', folder]);
      const scratch = join(folder, 'scratch');
      mkdirSync(scratch);
      chownSync(scratch, 65_534, 65_534);
      const nobody = start({ uid: 65_534, gid: 65_534 }, { TMPDIR: scratch });
      const home = await fetch(await addressOf(nobody));
      expect(await home.text()).toContain('Ovens');
      await end(nobody);
      expect(readdirSync(scratch)).toEqual([]);
    },
  );
});

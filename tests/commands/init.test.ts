// A new study: written into an empty folder, built as it is, and served.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../src/commands/project.ts';
import { cleanEnvironment } from './clean-environment.ts';

let folder = '';
const script = join(projectFolder, 'src', 'commands', 'run.mjs');
const run = (...words: readonly string[]) =>
  spawnSync(process.execPath, [script, ...words], { cwd: folder, env: cleanEnvironment, encoding: 'utf8' });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'catena-init-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run init', () => {
  it('writes a study that builds under --strict --frozen, and is served', async () => {
    expect(run('init', 'My Ovens 2').status).toBe(0);
    const study = join(folder, 'My Ovens 2');
    expect(readFileSync(join(study, 'study.yaml'), 'utf8')).toMatch(/^key: my-ovens-2$/m);
    const built = run('build', '--study', 'My Ovens 2', '--out', 'site', '--strict', '--frozen');
    expect(built.stdout).toContain('1 source, 3 excerpts, 2 codes; 0 errors');
    expect(built.status).toBe(0);
    const page = await served('site', (address) => fetch(`${address}s/s1/`).then((answer) => answer.text()));
    expect(page).toContain('At night nobody waits.');
    expect(page).toContain('content="noindex"');
  });

  it('writes what a repository of the study needs', () => {
    const study = join(folder, 'My Ovens 2');
    for (const file of ['.gitattributes', '.github/workflows/pages.yml', 'CITATION.cff', 'README.md', 'anchors.jsonl'])
      expect(existsSync(join(study, file)), file).toBe(true);
    expect(readFileSync(join(study, '.gitattributes'), 'utf8')).toMatch(/^\*\.jsonl text eol=lf$/m);
    expect(readdirSync(study)).not.toContain('package.json');
  });

  it('leaves a folder alone that has something in it, and a file', () => {
    const before = readdirSync(join(folder, 'My Ovens 2'));
    expect(run('init', 'My Ovens 2').status).toBe(2);
    expect(readdirSync(join(folder, 'My Ovens 2'))).toEqual(before);
    writeFileSync(join(folder, 'file'), 'mine');
    expect(run('init', 'file').status).toBe(2);
    expect(run('init').status).toBe(2);
    expect(run('init', 'a', 'b').status).toBe(2);
  });
});

describe('workflows', () => {
  it.each(['.github/workflows/pages.yml', 'src/commands/starter/.github/workflows/pages.yml'])(
    '%s pins every action by its full commit and publishes only what is strict and frozen',
    (file) => {
      const text = readFileSync(join(projectFolder, file), 'utf8');
      const used = [...text.matchAll(/uses: (\S+)/g)].map(([, action = '']) => action);
      expect(used.length).toBeGreaterThan(4);
      for (const action of used) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
      expect(text).toMatch(/npm run build -- .*--strict --frozen/);
    },
  );
});

/** Serves a built site as `npm run preview` does while something is asked of it. */
async function served<T>(site: string, ask: (address: string) => Promise<T>): Promise<T> {
  const child = spawn(process.execPath, [script, 'preview', '--out', site, '--port', '0'], {
    cwd: folder,
    env: cleanEnvironment,
  });
  try {
    const address = await new Promise<string>((done, fail) => {
      let said = '';
      child.stdout.on('data', (data: Buffer) => {
        said += data.toString();
        const found = /http:\S+/.exec(said)?.[0];
        if (found !== undefined) done(found);
      });
      child.on('exit', () => fail(new Error(`preview ended: ${said}`)));
    });
    return await ask(address);
  } finally {
    child.kill('SIGTERM');
  }
}

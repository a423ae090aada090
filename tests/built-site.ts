// In: the name of a study. Out: its site, built by the build command itself, once for all test files that ask for it.

import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const project = fileURLToPath(new URL('..', import.meta.url));
const shared = fileURLToPath(new URL('../../shared/studies/', import.meta.url));

/** The embedded study, and the two corpora that lie beside some checkouts. */
export const studies = {
  content: `${project}content`,
  seeds: `${shared}seeds`,
  notes: `${shared}self-serve-platform`,
} as const;
export type StudyName = keyof typeof studies;

/** Tests over third-party notes say so and are skipped where these are missing. */
export const hasStudy = (name: StudyName): boolean => existsSync(studies[name]);

export const availableStudies: readonly StudyName[] = (['content', 'seeds', 'notes'] as const).filter(hasStudy);

/** Folder of the built site. Other test files that ask for the same wait until it is there. */
export async function builtSite(name: StudyName): Promise<string> {
  const folder = process.env['CATENA_TEST_SITES'];
  if (folder === undefined) throw new Error('tests/global-setup.ts has not run');
  const out = `${folder}/${name}`;
  try {
    mkdirSync(`${out}.building`);
  } catch {
    while (!existsSync(`${out}.done`)) await setTimeout(200);
    return out;
  }
  try {
    const build = [`${project}src/commands/run.mjs`, 'build', '--study', studies[name], '--out', out];
    await promisify(execFile)(process.execPath, build, {
      cwd: project,
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, CI: '' },
    });
  } finally {
    writeFileSync(`${out}.done`, '');
  }
  return out;
}

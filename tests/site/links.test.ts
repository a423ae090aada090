// No link of the site leads nowhere: pages, files and places on pages are there, under the base path; links elsewhere are http, https or
// mailto; and every page can be reached from the home page. tests/commands/build.test.ts says the same of studies that lack most.

import { mkdtempSync, rmSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../src/commands/project.ts';
import { cleanEnvironment } from '../commands/clean-environment.ts';
import { crawl, type Crawl } from './crawl.ts';

const base = '/my-review/';
let folder: string;
let found: Crawl;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'catena-links-'));
  const site = join(folder, 'site');
  const run = join(projectFolder, 'src', 'commands', 'run.mjs');
  const words = [run, 'build', '--study', join(projectFolder, 'content'), '--out', site, '--base', base];
  await promisify(execFile)(process.execPath, words, { env: { ...cleanEnvironment }, maxBuffer: 64 * 1024 * 1024 });
  found = crawl(site, base);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the site', () => {
  it('has no link that leads nowhere', () => {
    expect(found.pages).toBeGreaterThan(50);
    expect(found.dead.slice(0, 50)).toEqual([]);
  });

  it('has no page that no other page leads to', () => {
    expect(found.orphans).toEqual([]);
  });
});

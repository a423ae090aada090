// What a build leaves for other people: checksums, headers for hosts, a site that is rebuilt from its own study.json, a frozen ledger.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../src/commands/project.ts';
import { cleanEnvironment } from './clean-environment.ts';
import { invented, writeStudy } from './tiny-study.ts';

let folder = '';
const run = (...words: readonly string[]) =>
  spawnSync(process.execPath, [join(projectFolder, 'src', 'commands', 'run.mjs'), ...words], {
    cwd: folder,
    env: cleanEnvironment,
    encoding: 'utf8',
  });

const settings = `key: ovens
title: Ovens
release: "1.1.0"
released: "2024-05-01"
authors: [{ family: Baker, given: Ann }]
withhold: [{ excerpt: s2-e1, reason: its author asked for it }]
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'catena-hand-on-'));
  writeStudy(join(folder, 'study'), {
    'study.yaml': settings,
    'sources/s_1.md': invented(1),
    'sources/s_2.md': invented(2, 'A hidden lamp is lit before the door is opened'),
    'pages/about.mdx':
      '---\ntitle: About ovens\n---\n\nAs one says [@s1-e1]: *warm*, {/* a private remark */}<mark>always</mark>.\n',
    'pages/deep/method.mdx': '## How\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
    'CITATION.cff':
      'cff-version: 1.2.0\nmessage: Cite it.\ntitle: Ovens\nauthors: [{ name: Ann }]\nkeywords: [bread]\n',
    'claims.yaml': '- { id: c1, statement: Ovens are warm., evidence: [s1-e1] }\n',
  });
  expect(run('anchors', '--study', 'study').status).toBe(0);
  const first = ['--study', 'study', '--out', 'site', '--site', 'https://example.org/ovens/'];
  expect(run('build', ...first, '--frozen').status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)))
    .sort();
const bytes = (...path: readonly string[]): Buffer => readFileSync(join(folder, ...path));

describe('SHA256SUMS', () => {
  it('names every file of the site with its hash, in one order', () => {
    const lines = bytes('site', 'SHA256SUMS').toString().trimEnd().split('\n');
    const named = lines.map((line) => line.slice(66));
    expect(named).toEqual(files(join(folder, 'site')).filter((name) => !['SHA256SUMS', '.catena'].includes(name)));
    for (const [at, name] of named.entries())
      expect(lines[at], name).toContain(createHash('sha256').update(bytes('site', name)).digest('hex'));
  });
});

describe('_headers', () => {
  it('forbid foreign frames and hold the policy that the pages have, the wider one of the search page', () => {
    const headers = bytes('site', '_headers').toString();
    const policy = /Content-Security-Policy: (.+)/.exec(headers)?.[1]?.split('; ') ?? [];
    expect(policy).toContain("frame-ancestors 'self'");
    const page = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(bytes('site', 'index.html').toString());
    const own = page?.[1]?.replaceAll('&#39;', "'").split('; ') ?? [];
    expect(own.length).toBeGreaterThan(5);
    for (const directive of own)
      expect(policy.some((wide) => wide === directive || wide.startsWith(`${directive} `))).toBe(true);
    expect(headers).not.toContain('X-Robots-Tag');
  });
});

describe('a site rebuilt from its study.json', () => {
  it('has the same bytes: pages, exports, search and index', () => {
    const source = join('site', 'exports', 'study.json');
    const { status } = run(
      'build',
      '--study',
      source,
      '--out',
      'again',
      '--site',
      'https://example.org/ovens/',
      '--frozen',
    );
    expect(status).toBe(0);
    expect(files(join(folder, 'again'))).toEqual(files(join(folder, 'site')));
    expect(files(join(folder, 'again'))).toContain(join('about', 'deep', 'method', 'index.html'));
    expect(bytes(source).toString()).not.toContain('private remark');
    expect(bytes('again', 'SHA256SUMS').toString()).toBe(bytes('site', 'SHA256SUMS').toString());
  });

  it('is refused when the file is something else', () => {
    writeStudy(folder, { 'other.json': '{"a": 1}' });
    const { status, stderr } = run('build', '--study', 'other.json', '--out', 'other');
    expect([status, stderr]).toEqual([2, expect.stringContaining('other.json')]);
  });
});

describe('the page of changes', () => {
  it('says what changed since the declared release, and is linked from every page', () => {
    const earlier = bytes('site', 'exports', 'study.json').toString();
    writeStudy(join(folder, 'next'), {
      'study.yaml': `${settings.replace('1.1.0', '1.2.0')}previous: releases/1.1.0.json\nrenamed: { codes: { warm_oven: kept_warm }, sources: {} }\n`,
      'releases/1.1.0.json': earlier,
      'sources/s_1.md': invented(1, 'The 1th oven is very warm').replaceAll('warm_oven =', 'kept_warm ='),
      'sources/s_3.md': invented(3).replaceAll('warm_oven =', 'kept_warm ='),
      'anchors.jsonl': bytes('study', 'anchors.jsonl').toString(),
    });
    expect(run('build', '--study', 'next', '--out', 'next-site').status).toBe(0);
    const page = bytes('next-site', 'changes', 'index.html').toString();
    for (const url of ['/s/s3/', '/c/kept_warm/', '/e/s3-e1/']) expect(page).toContain(`<a href="${url}">`);
    expect(page).toContain('release 1.1.0');
    expect(page).toContain('formerly warm_oven');
    expect(page).toContain('The 1th oven is warm, and nobody');
    // Withheld then as now: neither its old words nor its new ones.
    expect(page).not.toContain('hidden lamp');
    expect(bytes('next-site', 'c', 'kept_warm', 'index.html').toString()).toMatch(
      /Renamed from[^<]*<code[^>]*>warm_oven/,
    );
    expect(bytes('next-site', 'index.html').toString()).toContain('href="/changes/"');
    expect(bytes('next-site', 'c', 'warm_oven', 'index.html').toString()).toContain('0; url=/c/kept_warm/');
  });

  it('is not there, and not linked, where no release is declared', () => {
    expect(files(join(folder, 'site'))).not.toContain('changes/index.html');
    expect(bytes('site', 'index.html').toString()).not.toContain('changes/');
  });

  it('reads no file outside the folder of the study', () => {
    writeStudy(join(folder, 'sly'), {
      'study.yaml': 'key: sly\nprevious: ../site/exports/study.json\n',
      'sources/s_1.md': invented(1),
    });
    const { status, stderr } = run('build', '--study', 'sly', '--out', 'sly-site');
    const fault =
      'study.yaml:2:11: error settings-value: previous is “../site/exports/study.json”; expected a file below the folder of the study\n';
    expect([status, stderr]).toEqual([0, expect.stringContaining(fault)]);
    expect(files(join(folder, 'sly-site'))).not.toContain('changes/index.html');
  });
});

describe('--frozen', () => {
  it('ends with 1 when notes and ledger disagree, and leaves the site', () => {
    const before = bytes('site', 'SHA256SUMS').toString();
    appendFileSync(join(folder, 'study', 'sources', 's_1.md'), '\n> A third sentence that no ledger has seen.\n');
    const { status, stderr } = run('build', '--study', 'study', '--out', 'site', '--frozen');
    expect([status, stderr]).toEqual([1, expect.stringContaining('npm run anchors')]);
    expect(bytes('site', 'SHA256SUMS').toString()).toBe(before);
  });

  it('ends with 1 where there is no ledger at all', () => {
    writeStudy(join(folder, 'bare'), { 's_1.md': invented(1) });
    expect(run('build', '--study', 'bare', '--out', 'other', '--frozen').status).toBe(1);
  });
});

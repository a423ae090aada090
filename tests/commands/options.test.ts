// Options mean what their words say, from where the user stands; what cannot be right is refused with exit code 2.

import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBuildOptions, siteAddress } from '../../src/commands/options.ts';
import { refuseMissingStudy, refuseOverlap } from '../../src/commands/places.ts';
import { projectFolder, standingFolder } from '../../src/commands/project.ts';
import { UsageError } from '../../src/commands/usage.ts';

const stand = resolve('/somewhere/else');
const read = (words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  readBuildOptions(words, env, stand);

describe('paths', () => {
  it('default to the study and the output in Catena’s own folder', () => {
    expect(read([])).toMatchObject({ study: join(projectFolder, 'content'), out: join(projectFolder, 'dist') });
  });

  it('that are relative begin where the user stands', () => {
    expect(read(['--study', 'notes', '--out=../site'])).toMatchObject({
      study: join(stand, 'notes'),
      out: resolve(stand, '../site'),
    });
  });

  it('of the study may stand in the environment; the flag is stronger, and an empty variable is none', () => {
    expect(read([], { STUDY: 'notes' }).study).toBe(join(stand, 'notes'));
    expect(read(['--study', 'mine'], { STUDY: 'notes' }).study).toBe(join(stand, 'mine'));
    expect(read([], { STUDY: '' }).study).toBe(join(projectFolder, 'content'));
  });

  it('begin where npm was called, when npm has moved to Catena’s folder', () => {
    expect(standingFolder({ INIT_CWD: '/home/me' }, projectFolder)).toBe('/home/me');
    expect(standingFolder({}, projectFolder)).toBe(projectFolder);
  });

  it('begin in the current folder when a surrounding npm has left its own in the environment', () => {
    expect(standingFolder({ INIT_CWD: projectFolder }, '/tmp')).toBe('/tmp');
  });
});

describe('the site’s address', () => {
  it.each([
    [undefined, undefined, '', '/'],
    [undefined, 'my-review', '', '/my-review/'],
    [undefined, '/a/b/', '', '/a/b/'],
    ['https://example.org', undefined, 'https://example.org/', '/'],
    ['https://example.org', '/my-review', 'https://example.org/my-review/', '/my-review/'],
    ['https://example.org/my-review', undefined, 'https://example.org/my-review/', '/my-review/'],
    ['https://example.org/my-review/', '/my-review/', 'https://example.org/my-review/', '/my-review/'],
    ['http://localhost:8080', '/', 'http://localhost:8080/', '/'],
  ])('%s with base %s is %s under %s', (site, base, full, path) => {
    expect(siteAddress(site, base)).toEqual({ site: full, base: path });
  });

  it.each([
    ['ftp://example.org', undefined],
    ['javascript:alert(1)', undefined],
    ['example.org', undefined],
    ['', undefined],
    ['https://user:secret@example.org/', undefined],
    ['https://example.org/?q=1', undefined],
    ['https://example.org/é/', undefined],
    ['https://example.org/#x', undefined],
    ['https://example.org/a/', '/b/'],
    [undefined, '/../up/'],
    [undefined, '/a b/'],
    [undefined, '/a"onload="x/'],
    [undefined, '/a//b/'],
    [undefined, 'https://example.org/'],
  ])('%s with base %s is refused', (site, base) => {
    expect(() => siteAddress(site, base)).toThrow(UsageError);
  });
});

describe('words that cannot be right', () => {
  it.each([
    [['--stduy', 'x']],
    [['--study']],
    [['--study', '']],
    [['--strict=yes']],
    [['loose']],
    [['--port', 'http']],
    [['--port', '70000']],
    [['--out', 'a\0b']],
  ])('%j are refused', (words) => {
    expect(() => read(words)).toThrow(UsageError);
  });
});

describe('notes and output', () => {
  it.each([
    ['the same folder', '/a', '/a'],
    ['an output inside the notes', '/a/notes', '/a/notes/site'],
    ['notes inside the output', '/a/site/notes', '/a/site'],
    ['an output that holds Catena', '/a', resolve(projectFolder, '..')],
    ['Catena’s folder as the output', '/a', projectFolder],
    ['an output in Catena’s source', '/a', join(projectFolder, 'src', 'pages')],
  ])('as %s are refused', (_what, study, out) => {
    expect(() => refuseOverlap(study, out)).toThrow(UsageError);
  });

  it.each([
    ['/a/notes', '/a/site'],
    ['/a/notes', '/a/notes-site'],
    ['/a/..notes', '/a/..notes-site'],
  ])('as %s and %s are taken', (study, out) => {
    expect(() => refuseOverlap(study, out)).not.toThrow();
  });

  it('that do not exist, or are a file, are refused', () => {
    expect(() => refuseMissingStudy(join(projectFolder, 'no-such-folder'))).toThrow(UsageError);
    expect(() => refuseMissingStudy(join(projectFolder, 'package.json'))).toThrow(UsageError);
  });
});

// The catalogue and what is reported hold each other: no code without an entry, no entry that nothing reports.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/study/problems/catalogue.ts';
import { problem } from '../../../src/study/problems/report.ts';

const study = fileURLToPath(new URL('../../../src/study/', import.meta.url));
const sources = readdirSync(study, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.includes('catalogue'))
  .map((name) => readFileSync(join(study, name), 'utf8'))
  .join('\n');
const codes = Object.keys(catalogue);
/** Codes that are put together from parts: `figure-${fault}`. */
const made = ['malformed', 'no-url', 'insecure'].map((fault) => `figure-${fault}`);

describe('the catalogue', () => {
  it('speaks of one and of many', () => {
    const said = (args: Readonly<Record<string, string | number>>): string =>
      problem('released-id-gone', { file: 'a.md', line: 1, column: 1 }, args).message;
    expect(said({ id: 's1-e2', count: 1 })).toBe('s1-e2 was released and is gone');
    expect(said({ id: 's1-e2, s1-e4', count: 2 })).toBe('s1-e2, s1-e4 were released and are gone');
  });

  it('knows every code that is reported', () => {
    const rooms = [...new Set(codes.map((code) => code.split('-')[0]))].join('|');
    const reported = [
      ...sources.matchAll(new RegExp(`code: '((?:${rooms})-[a-z0-9-]+)'|problem\\(\\s*'([a-z0-9-]+)'`, 'g')),
    ];
    expect(reported.length).toBeGreaterThan(30);
    for (const [, inNotice, inCall] of reported) expect(codes).toContain(inNotice ?? inCall);
    expect(sources).toContain('`figure-${figure.fault}`');
    expect(codes).toEqual(expect.arrayContaining(made));
  });

  it('has no entry that nothing reports', () => {
    for (const code of codes) if (!made.includes(code)) expect(sources, code).toContain(`'${code}'`);
  });

  it('refuses a code that it does not know: that is a mistake of ours', () => {
    expect(() => problem('no-such-code', { file: 'a', line: 1, column: 1 })).toThrow(
      'no problem is called no-such-code',
    );
  });
});

describe('a problem', () => {
  const place = { file: 'a.md', line: 1, column: 1 };

  it('holds the words of a note short, and never half a character', () => {
    const one = problem('note-skipped', place, { long: 'x'.repeat(5000), emoji: `${'x'.repeat(239)}🙂🙂`, number: 3 });
    expect(String(one.args['long'])).toBe(`${'x'.repeat(240)}…`);
    expect(String(one.args['emoji']).isWellFormed()).toBe(true);
    expect(one.args['number']).toBe(3);
  });
});

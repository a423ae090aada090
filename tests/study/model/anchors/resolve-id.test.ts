import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resolveId, resolvePassageId } from '../../../../src/study/model/anchors/resolve-id.ts';

describe('an id as people type it', () => {
  it.each(['s6-12', 'S6.12', 's6e12', 'S6-E12', 's6_e12', ' s6-e12 ', '#s6-e12', 's6-e012', 's6 12', 'ｓ６－ｅ１２'])(
    '%j is s6-e12',
    (text) => {
      expect(resolveId(text)).toBe('s6-e12');
    },
  );

  it.each([
    ['p3-e4', 'p3-e4'],
    ['P3.4', 'p3-e4'],
    ['s6-2-e4', 's6-2-e4'],
    ['S6-2.4', 's6-2-e4'],
    ['s6-2', 's6-e2'],
  ])('%j is %s', (text, id) => {
    expect(resolveId(text)).toBe(id);
  });

  it.each([
    '',
    's6',
    's6-e0',
    's6-p3',
    's4, s20',
    's6-e',
    'access_control',
    'e12',
    '12',
    's6-e12x',
    '<s6-e12>',
    `s6-${'1'.repeat(300)}`,
  ])('%j is no excerpt', (text) => {
    expect(resolveId(text)).toBeNull();
  });

  it('knows passages, too', () => {
    for (const text of ['s6-p3', 'S6-P3', 's6p3', 's6.p3']) expect(resolvePassageId(text)).toBe('s6-p3');
    for (const text of ['s6-3', 's6-e3', 's6', 'p3']) expect(resolvePassageId(text)).toBeNull();
  });

  it('is fast for any text', () => {
    for (const unit of ['s1-', '1', '-e', 'e1', '-', ' ', 'a_']) expect(resolveId(unit.repeat(66))).toBeDefined();
  });

  it('runs in a browser: the file imports nothing', () => {
    const file = new URL('../../../../src/study/model/anchors/resolve-id.ts', import.meta.url);
    expect(readFileSync(file, 'utf8')).not.toMatch(/^\s*import\b/m);
  });
});

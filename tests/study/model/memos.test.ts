import { describe, expect, it } from 'vitest';
import { studyOf } from '../../../src/study/build-study.ts';
import { memosAt } from '../../../src/study/derive/memos-at.ts';
import { publicStudy } from '../../../src/study/derive/publish.ts';
import { decode } from '../../../src/study/read/decode.ts';
import type { TextFile } from '../../../src/study/read/folder.ts';

const file = (path: string, text: string): TextFile => ({
  ...decode(new TextEncoder().encode(text)),
  path,
  bytes: text.length,
  sha256: '',
});
const note =
  '# s\n1\n## title\nOvens\n\n> Loaves rise when the oven is warm.\n\n> Nobody at the bakery had seen it.\n\n' +
  '**OPEN CODING TRACE:**\n\nthe oven\n';

function built(memos: string, study = '') {
  const settings = new Map([
    ['memos.yaml', file('memos.yaml', memos)],
    ['study.yaml', file('study.yaml', study)],
  ]);
  return studyOf({ notes: [file('sources/s_1.md', note)], settings, models: [], unreadable: [] });
}

const shown = (memos: string, study: string) =>
  publicStudy(built(memos, study).study).memos?.map(({ at, text, withheld }) => [at, text, withheld]);

describe('a memo', () => {
  it('stands at an excerpt or a source, its id in any case, as it was written', () => {
    const { study } = built('S1-E1: |\n  So they *say*.\n\n  Twice.\ns1: A trade paper.\n');
    expect([...memosAt(study)].map(([id, { text, line }]) => [id, text, line])).toEqual([
      ['s1-e1', 'So they *say*.\n\nTwice.', 1],
      ['s1', 'A trade paper.', 5],
    ]);
  });

  it('at anything else is named with its place, and so is a second one at the same id', () => {
    const { problems, study } = built('s1: one\ns1-e9: two\ns1-p1: three\nS1: four\n');
    const named = problems.filter(({ place }) => place.file === 'memos.yaml');
    expect(named.map(({ place, code, args }) => [place.line, code, args['id'] ?? args['expected']])).toEqual([
      [2, 'settings-unknown-id', 's1-e9'],
      [3, 'settings-unknown-id', 's1-p1'],
      [4, 'settings-value', 'one memo at s1, and one stands above'],
    ]);
    expect(memosAt(study).get('s1')?.text).toBe('one');
  });

  it('is absent from a study without any', () => {
    expect(built('').study).not.toHaveProperty('memos');
  });

  it('is withheld with what it stands at, and where it quotes what is withheld', () => {
    const rule = 'withhold: [{ excerpt: s1-e2, reason: asked for }]\n';
    const memos = 's1-e1: As if nobody at the bakery cared.\ns1-e2: Told with a smile.\ns1: A trade paper.\n';
    expect(shown(memos, rule)).toEqual([
      ['s1-e1', '', 'it quotes withheld text'],
      ['s1-e2', '', 'asked for'],
      ['s1', 'A trade paper.', undefined],
    ]);
    expect(shown('s1: A trade paper.\n', 'withhold: [{ source: s1, reason: no licence }]\n')).toEqual([
      ['s1', '', 'no licence'],
    ]);
  });
});

// What became of the codes of a study: from two releases of the same notes.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStudy } from '../../../src/study/build-study.ts';
import { codeHistory } from '../../../src/study/derive/code-history.ts';
import { publicAs } from '../../../src/study/derive/publish-earlier.ts';
import type { Study } from '../../../src/study/model/study.ts';
import { invented, writeStudy } from '../../commands/tiny-study.ts';

let folder = '';
let older: Study;
let newer: Study;

const note = (...definitions: readonly string[]): string =>
  invented(1).replace('warm_oven = CClass(practice, "Warm oven")', definitions.join('\n'));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'catena-history-'));
  writeStudy(join(folder, 'old'), {
    'sources/s_1.md': note(
      'warm_oven = CClass(practice, "Warm oven")',
      'hot = CClass(force, "Hot")',
      'heat = CClass(force, "Heat")',
      'gone = CClass(force, "Gone")',
    ),
  });
  writeStudy(join(folder, 'new'), {
    'sources/s_1.md': note(
      'oven_kept_warm = CClass(practice, "Oven kept warm")',
      'heat = CClass(force, "Great heat")',
      'cold = CClass(force, "Cold")',
    ),
    'codebook.yaml': 'codes:\n  heat: { aliases: [hot] }\n',
    'study.yaml': 'key: hist\nrenamed:\n  codes: { warm_oven: oven_kept_warm }\n',
  });
  older = (await buildStudy({ directory: join(folder, 'old') })).study;
  newer = (await buildStudy({ directory: join(folder, 'new') })).study;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the history of a code', () => {
  it('says what was renamed, merged, new, edited, and where it is first seen', () => {
    const { events } = codeHistory(newer, older);
    const seen = { kind: 'seen', source: 's1', passage: 's1-p1' };
    expect(events.get('oven_kept_warm')).toEqual([
      seen,
      { kind: 'renamed', from: 'warm_oven', declared: true },
      { kind: 'edited', fields: ['label'] },
    ]);
    expect(events.get('heat')).toEqual([
      seen,
      { kind: 'merged', from: 'hot' },
      { kind: 'edited', fields: ['label', 'aliases', 'codebook'] },
    ]);
    expect(events.get('cold')).toEqual([seen, { kind: 'added' }]);
  });

  it('names the codes that retired, and the code that one went into', () => {
    expect(codeHistory(newer, older).retired).toEqual([
      { id: 'hot', label: 'Hot', into: 'heat' },
      { id: 'gone', label: 'Gone', into: null },
    ]);
  });

  it('is what the study itself knows where no earlier release is declared', () => {
    const { events, retired } = codeHistory(newer);
    expect(retired).toEqual([]);
    expect(events.get('heat')?.map(({ kind }) => kind)).toEqual(['seen']);
    expect(events.get('oven_kept_warm')?.map(({ kind }) => kind)).toEqual(['seen', 'renamed']);
  });
});

describe('an earlier release', () => {
  it('is shown as today’s rules have it', () => {
    const strict: Study = {
      ...newer,
      settings: { ...newer.settings, withhold: [{ kind: 'source', id: 's1', reason: 'asked to' }] },
    };
    expect(older.excerptById.get('s1-e1')?.text).not.toBe('');
    expect(publicAs(older, strict).excerptById.get('s1-e1')).toMatchObject({ text: '', withheld: 'asked to' });
    const moved: Study = {
      ...newer,
      settings: {
        ...newer.settings,
        renamed: { codes: {}, sources: { s1: 's9' } },
        withhold: [{ kind: 'excerpt', id: 's9-e1', reason: 'asked to' }],
      },
    };
    expect(publicAs(older, moved).excerptById.get('s1-e1')?.text).toBe('');
    const renamed: Study = {
      ...newer,
      settings: {
        ...newer.settings,
        renamed: { codes: { hot: 'very_hot', very_hot: 'heat' }, sources: {} },
        withhold: [{ kind: 'code', id: 'heat', reason: 'asked to' }],
      },
    };
    const hot = older.codeById.get('hot')?.passages.flatMap((id) => older.passageById.get(id)?.excerpts ?? []) ?? [];
    expect(hot.length).toBeGreaterThan(0);
    for (const id of hot) expect(publicAs(older, renamed).excerptById.get(id)?.text).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { goneSources } from '../../../src/study/derive/gone-sources.ts';
import { citableIds } from '../../../src/study/exports/citable-ids.ts';
import { asExcerptId, sourceId } from '../../../src/study/model/ids.ts';
import type { Study, Tombstone } from '../../../src/study/model/study.ts';
import { sampleStudy } from '../../exports/sample-study.ts';

const tombstone = (id: string, ...to: string[]): Tombstone => ({
  id: asExcerptId(id),
  source: sourceId(id.replace(/-e.*/, '')),
  status: to.length > 0 ? 'moved' : 'retired',
  since: '1.0',
  gone: '1.1',
  to: to.map(asExcerptId),
});

function studyWith(tombstones: readonly Tombstone[], sources: Readonly<Record<string, string>> = {}): Study {
  const study = sampleStudy();
  return { ...study, tombstones, settings: { ...study.settings, renamed: { sources, codes: {} } } };
}
const goneIn = (study: Study) => goneSources(study).map(({ id, to, excerpts }) => [id, to, excerpts.length]);

describe('a source that stands in the notes no longer', () => {
  it('leads to the source in which most of its texts stand, and to none when they went apart', () => {
    const tombstones = [
      ...[tombstone('s70-e1', 's6-e1'), tombstone('s70-e2', 's6-e2'), tombstone('s70-e3')],
      ...[tombstone('s71-e1', 's6-e3'), tombstone('s71-e2')],
      tombstone('s6-e99'),
    ];
    expect(goneIn(studyWith(tombstones))).toEqual([
      ['s70', 's6', 3],
      ['s71', null, 2],
    ]);
  });

  it('leads where study.yaml says, through every name that it had', () => {
    expect(goneIn(studyWith([], { s80: 's81', s81: 's6', s82: 's83', s83: 's82', s6: 's80' }))).toEqual([
      ['s80', 's6', 0],
      ['s81', 's6', 0],
    ]);
  });

  it('can still be cited: papers are told where it went', () => {
    const study = studyWith([tombstone('s70-e1', 's6-e1'), tombstone('s71-e1')]);
    const gone = citableIds(study, true).filter(({ kind, state }) => kind === 'source' && state !== 'stands');
    expect(gone).toEqual([
      { kind: 'source', id: 's70', state: 'moved', to: 's6' },
      { kind: 'source', id: 's71', state: 'gone', reason: '' },
    ]);
  });
});

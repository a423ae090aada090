import { describe, expect, it } from 'vitest';
import { claimsOf, claimViews, uncitedCodes } from '../../../src/study/derive/claims.ts';
import { asExcerptId, sourceId } from '../../../src/study/model/ids.ts';
import type { Study } from '../../../src/study/model/study.ts';
import { sampleStudy } from '../../exports/sample-study.ts';

const tombstone = { source: sourceId('s6'), since: '1.0.0', gone: '1.1.0' };
const study: Study = {
  ...sampleStudy(),
  tombstones: [
    { ...tombstone, id: asExcerptId('s6-e8'), status: 'moved', to: [asExcerptId('s6-e1')] },
    { ...tombstone, id: asExcerptId('s6-e9'), status: 'retired', to: [] },
  ],
  claims: [
    { id: 'c1', statement: 'A', section: '4.2', evidence: ['s6-e8', 'door_control', 's6-e1', 's60'], line: 1 },
    { id: 'c2', statement: 'B', section: '', evidence: ['s6-e9', 'nobody'], line: 2 },
    { id: 'c3', statement: 'C', section: '5', evidence: [], line: 3 },
    { id: 'c4', statement: 'D', section: '5', evidence: ['s6-p1', 'access_control', 'access_control'], line: 4 },
  ],
};

describe('claims', () => {
  it('lead to what carries them now, whatever it was called', () => {
    const kinds = claimViews(study).map(({ evidence }) => evidence.map(({ kind }) => kind));
    expect(kinds).toEqual([['excerpt', 'code', 'excerpt', 'source'], ['gone', 'unknown'], [], ['passage', 'code']]);
  });

  it('are supported only by what stands in the study', () => {
    expect(claimViews(study).map(({ supported }) => supported)).toEqual([true, false, false, true]);
  });

  it('are found from both sides alike', () => {
    const uses = [...claimsOf(study)].map(([id, claims]) => [id, claims.map((claim) => claim.id)]);
    expect(Object.fromEntries(uses)).toEqual({
      's6-e1': ['c1'],
      access_control: ['c1', 'c4'],
      s6: ['c1'],
      's6-p1': ['c4'],
    });
  });

  it('leave codes over that are in use and never named; none where nothing is claimed', () => {
    const ids = uncitedCodes(study).map(({ id }) => id);
    expect(ids).toContain('resting_time');
    expect(ids).not.toContain('access_control');
    expect(ids).not.toContain('share_oven');
    expect(uncitedCodes({ ...study, claims: [] })).toEqual([]);
  });
});

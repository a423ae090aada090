import { describe, expect, it } from 'vitest';
import { reporting } from '../../../src/study/derive/reporting.ts';
import type { Study } from '../../../src/study/model/study.ts';
import { sampleStudy } from '../../exports/sample-study.ts';

const answers = (study: Study) => Object.fromEntries(reporting(study).map(({ item, n, of }) => [item, [n, of]]));

const study = sampleStudy();
const settings = { ...study.settings, flow: null, previous: '' };

describe('what is asked of a study', () => {
  it('is answered by counting what stands in it', () => {
    const all = study.sources.flatMap(({ passages }) => passages).filter(({ codes }) => codes.length > 0);
    expect(answers(study)).toMatchObject({
      quotations: [new Set(all.flatMap(({ excerpts }) => excerpts)).size, study.excerptById.size],
      mapping: [new Set(all.flatMap(({ codes }) => codes)).size, study.codes.length],
      saturation: [all.length, 0],
      material: [study.sources.length, 0],
    });
  });

  it('is not reported where the researchers said nothing', () => {
    const silent: Study = {
      ...study,
      settings,
      claims: [],
      codes: study.codes.map((code) => ({ ...code, codebook: null })),
    };
    expect(answers(silent)).toMatchObject({
      selection: [0, 0],
      codebook: [0, study.codes.length],
      coders: [0, 0],
      claims: [0, 0],
      memos: [0, 0],
      changes: [0, 0],
    });
  });

  it('is reported as they declare it', () => {
    const memos = ['s1', 's1-e999'].map((at) => ({ at, text: 'A trade paper.', line: 1 }));
    const declared = { ...settings, coders: 2, flow: { identified: 3 } };
    expect(answers({ ...study, settings: declared, memos })).toMatchObject({
      coders: [2, 0],
      selection: [1, 0],
      memos: [1, 0],
      changes: [0, 0],
    });
    expect(Object.fromEntries(reporting(study, study).map(({ item, n }) => [item, n]))['changes']).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { saturation } from '../../../src/study/derive/saturation.ts';
import { codeId, passageId, sourceId } from '../../../src/study/model/ids.ts';
import type { Passage, Source, Study } from '../../../src/study/model/study.ts';

// Only what the question looks at: sources with ids, files, dates and the codes of their passages.
function studyWith(rows: readonly (readonly [id: string, file: string, date: string, codes: string])[]): Study {
  const sources = rows.map(([id, file, date, codes]) => {
    const passage = { id: passageId(sourceId(id), 1), codes: codes.split(' ').map(codeId) } as unknown as Passage;
    return { id: sourceId(id), file, bibliography: date ? { date } : {}, passages: [passage] } as unknown as Source;
  });
  return { sources, settings: { order: 'id' } } as unknown as Study;
}

const study = studyWith([
  ['s1', 'c.md', '2021', 'a b'],
  ['s2', 'a.md', '', 'b c'],
  ['s10', 'b.md', '2019', 'a b c d'],
]);

describe('the saturation curve', () => {
  it('counts each code at the first source that has it', () => {
    const { points } = saturation(study);
    expect(points.map(({ source, fresh, total }) => [source, fresh, total])).toEqual([
      ['s1', ['a', 'b'], 2],
      ['s2', ['c'], 3],
      ['s10', ['d'], 4],
    ]);
  });

  it('follows the declared order, and puts sources that it cannot place last', () => {
    expect(saturation(study, 'file').points.map(({ source }) => source)).toEqual(['s2', 's10', 's1']);
    const byDate = saturation(study, 'date');
    expect(byDate.points.map(({ source }) => source)).toEqual(['s10', 's1', 's2']);
    expect(byDate.unplaced).toEqual(['s2']);
    const custom = saturation(study, ['s10', 's1']);
    expect(custom.order).toBe('custom');
    expect(custom.points.map(({ total }) => total)).toEqual([4, 4, 4]);
  });

  it('has a band that chance orders stay in, which ends where all orders end', () => {
    const { points, shuffles } = saturation(study);
    expect(shuffles).toBe(200);
    expect(points[0]).toMatchObject({ low: 2, high: 4 });
    expect(points.at(-1)).toMatchObject({ low: 4, high: 4 });
    expect(saturation(study)).toEqual(saturation(study));
  });
});

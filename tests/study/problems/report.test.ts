import { describe, expect, it } from 'vitest';
import {
  acknowledge,
  boundProblems,
  fits,
  mostListed,
  problem,
  sortProblems,
} from '../../../src/study/problems/report.ts';
import type { Problem } from '../../../src/study/problems/problem.ts';

const at = (file: string, line: number, column = 1, code = 'note-skipped'): Problem =>
  problem(code, { file, line, column }, {}, { source: 's1' });

describe('problems', () => {
  it('stand by file, line, column and code, whatever order they were found in', () => {
    const sorted = [at('a', 1), at('a', 2, 1), at('a', 2, 9), at('a', 10), at('b', 1)];
    expect(sortProblems(sorted.toReversed())).toEqual(sorted);
  });

  it('are acknowledged by code, and by the source, file and line that the reason names', () => {
    const reason = { problem: 'note-skipped', source: 's1', line: 2, reason: 'so' };
    expect(acknowledge([at('a', 1), at('a', 2)], [reason]).map((one) => one.acknowledged)).toEqual([undefined, 'so']);
    expect(fits({ ...reason, file: 'b' }, at('a', 2))).toBe(false);
    expect(fits({ ...reason, source: 's2' }, at('a', 2))).toBe(false);
  });

  it('of one code are listed a thousand times a file, and the rest is counted', () => {
    const many = [...Array.from({ length: mostListed + 5 }, (_, i) => at('a', i + 1)), at('b', 1)];
    const bounded = boundProblems(many);
    expect(bounded).toHaveLength(mostListed + 2);
    const more = bounded.filter((one) => one.code === 'problems-not-listed');
    expect(more.map((one) => [one.place.file, one.args['count'], one.args['code']])).toEqual([
      ['a', 5, 'note-skipped'],
    ]);
    expect(boundProblems(many.slice(0, 3))).toEqual(many.slice(0, 3));
  });
});

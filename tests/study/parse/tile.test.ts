import { describe, expect, it } from 'vitest';
import { slotsAround, tile } from '../../../src/study/parse/tile.ts';

describe('tiles', () => {
  it('fill the gaps between what was found with structure', () => {
    expect(
      tile('> a, b\n', [
        { start: 2, end: 3, kind: 'excerpt' },
        { start: 5, end: 6, kind: 'excerpt' },
      ]),
    ).toEqual({
      slots: [
        { start: 0, end: 2, kind: 'separator' },
        { start: 2, end: 3, kind: 'excerpt' },
        { start: 3, end: 5, kind: 'separator' },
        { start: 5, end: 6, kind: 'excerpt' },
        { start: 6, end: 7, kind: 'separator' },
      ],
      unread: [],
    });
  });

  it('never pass over a character that nobody read', () => {
    const { slots, unread } = tile('a lost b', [
      { start: 0, end: 1, kind: 'field' },
      { start: 7, end: 8, kind: 'field' },
    ]);
    expect(unread).toEqual([{ start: 1, end: 7 }]);
    expect(slots[1]).toMatchObject({ kind: 'ignored', reason: 'not part of the format' });
  });

  it('cut a slot that overlaps an earlier one', () => {
    expect(
      tile('abcd', [
        { start: 0, end: 3, kind: 'field' },
        { start: 1, end: 4, kind: 'trace' },
      ]).slots,
    ).toEqual([
      { start: 0, end: 3, kind: 'field' },
      { start: 3, end: 4, kind: 'trace' },
    ]);
  });

  it('of a stretch are what is shown and the structure around it', () => {
    expect(slotsAround({ start: 0, end: 6 }, [{ start: 2, end: 4, kind: 'figure' }])).toEqual([
      { start: 0, end: 2, kind: 'separator' },
      { start: 2, end: 4, kind: 'figure' },
      { start: 4, end: 6, kind: 'separator' },
    ]);
  });
});

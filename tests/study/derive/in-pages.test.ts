// Long lists in pages, and labels in the order of a book.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byLabel, initialOf } from '../../../src/study/derive/in-order.ts';
import { inPages } from '../../../src/study/derive/in-pages.ts';

describe('the pages of a list', () => {
  it('hold every item once and in order, and no more rows than fit unless one item alone is longer', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 60 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 20 }), (items, rows) => {
        const pages = inPages(items, rows, (weight) => weight);
        expect(pages.flat()).toEqual(items);
        for (const [place, page] of pages.entries()) {
          if (items.length > 0) expect(page.length).toBeGreaterThan(0);
          if (page.length > 1) expect(page.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(rows);
          expect(place === 0 || page.length > 0).toBe(true);
        }
      }),
    );
  });

  it('are one empty page for an empty list', () => expect(inPages([], 10)).toEqual([[]]));
});

describe('the order of labels', () => {
  it('disregards case and accents, and is the same whatever the order before', () => {
    const labels = ['zebra', 'Émile', 'emil', 'Apple', 'apple', 'ÄPFEL', '3 steps', '_x'];
    const sorted = byLabel(labels, (label) => label);
    expect(sorted).toEqual(['3 steps', '_x', 'ÄPFEL', 'Apple', 'apple', 'emil', 'Émile', 'zebra']);
    fc.assert(
      fc.property(fc.shuffledSubarray(labels, { minLength: labels.length }), (shuffled) => {
        expect(byLabel(shuffled, (label) => label)).toEqual(sorted);
      }),
    );
  });

  it('files every label under a letter or under #', () => {
    expect(['Émile', '“quoted”', '3 steps', '😀', '', 'Жук'].map(initialOf)).toEqual(['E', 'Q', '#', '#', '#', '#']);
  });
});

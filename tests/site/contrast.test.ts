// Contrast of the design tokens (WCAG 2.2, 1.4.3 and 1.4.11), computed from the style sheet itself, in both themes.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/site/styles/tokens.css', import.meta.url), 'utf8');

const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
);

/** Relative luminance: WCAG 2.2, definition. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [less = 0, more = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
}

const texts = ['ink', 'soft', 'rubric', 'practice', 'pattern', 'force', 'decision', 'other'];
const edges = ['edge', 'focus'];
const papers = ['paper', 'leaf'];

it.each(['light', 'dark'] as const)('text reaches 4.5:1 and edges 3:1 on both papers, %s', (theme) => {
  const colour = (name: string): string => tokens.get(name)?.[theme] ?? '';
  const reached = (names: readonly string[], least: number): readonly string[] =>
    names.flatMap((name) =>
      papers.filter((paper) => !(contrast(colour(name), colour(paper)) >= least)).map((paper) => `${name} on ${paper}`),
    );
  expect(reached(texts, 4.5)).toEqual([]);
  expect(reached(edges, 3)).toEqual([]);
  expect(contrast(colour('ink'), colour('mark'))).toBeGreaterThanOrEqual(4.5);
});

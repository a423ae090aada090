import { expect, it } from 'vitest';
import { fitted } from '../../src/site/plots/drawing.ts';

it('a label that is too long is cut where a word of it ends, also within an id', () => {
  const room = 12 * 0.53 * 20;
  expect(fitted('Data catalogue', room)).toBe('Data catalogue');
  expect(fitted('Separating storage and compute', room)).toBe('Separating storage …');
  expect(fitted('data_governance_function', room)).toBe('data_governance …');
  expect(fitted('Selbstbedienungsplattformen', room)).toBe('Selbstbedienungspla …');
});

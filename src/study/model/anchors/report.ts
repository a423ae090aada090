// In: an allocation. Out: lines for people at a terminal; text from notes comes through without control characters.

import type { Allocation, AnchorChange } from './allocation.ts';

const verbs: Readonly<Record<AnchorChange['kind'], string>> = {
  moved: 'moved within its source',
  edited: 'edited',
  new: 'new',
  revived: 'back again',
  retired: 'retired',
  missing: 'missing',
  elsewhere: 'moved to another source',
  split: 'split',
  merged: 'merged',
  renamed: 'renamed',
};

/** One line a change, sorted by id, and a summary. */
export function reportOf(allocation: Allocation, changed: boolean): string[] {
  const lines = allocation.changes.map(lineOf);
  const counts = Object.entries(verbs)
    .map(([kind, verb]) => [verb, allocation.changes.filter((change) => change.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([verb, count]) => `${count} ${verb}`);
  const total = allocation.changes.length;
  const rest = changed && total === 0 ? '; the ledger is written anew' : '';
  const summary = `${total} ${total === 1 ? 'change' : 'changes'}: ${[`${allocation.kept} kept`, ...counts].join(', ')}${rest}`;
  return [...lines, summary];
}

function lineOf(change: AnchorChange): string {
  const parts = [change.id, verbs[change.kind]];
  if (change.kind === 'edited') parts.push(`(${Math.round(change.similarity * 100)} % alike)`);
  if ('to' in change && change.to.length > 0) parts.push(`→ ${change.to.join(', ')}`);
  if (change.words !== '') parts.push(`“${visible(change.words)}”`);
  return parts.join(' ');
}

const visible = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) => {
    const point = character.codePointAt(0) ?? 0;
    return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  });

// In: a study. Out: the chain of evidence as rows for files, with the words in which a table tells how far each reaches.

import { evidenceChain, type ChainRow } from '../derive/chain.ts';
import type { ExportContext } from './format.ts';
import { elementNames, type NamedElement } from './theory-rows.ts';

export interface ChainLine extends ChainRow {
  /** `linked`, `broken at code`, `out of scope: reason`. */
  readonly ending: string;
  readonly decided: readonly NamedElement[];
}

export function chainLines(context: ExportContext): readonly ChainLine[] {
  const named = elementNames(context);
  return evidenceChain(context.study).rows.map((row) => ({
    ...row,
    ending: endingOf(row),
    decided: row.decisions.map(named),
  }));
}

function endingOf({ state, brokenAt, reason }: ChainRow): string {
  if (state === 'broken') return `broken at ${brokenAt ?? 'excerpt'}`;
  return state === 'linked' ? 'linked' : `out of scope: ${reason ?? ''}`.replace(/: $/, '');
}

/** Passages and decisions that a table for readers names; the CSV has them all. */
export const [fewPassages, fewDecisions] = [6, 3];

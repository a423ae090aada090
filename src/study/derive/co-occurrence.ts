// In: a study and a unit. Out: how often two codes stand in the same passage, or in the same source, for the codes that stand most often.
// The cut is declared: `codes` of `total` are shown, and every other pair stands in the lists of codes-together.ts.

import type { CodeId } from '../model/ids.ts';
import type { Code, Passage, Study } from '../model/study.ts';
import { mostCodes } from './codes-together.ts';
import { byLabel } from './in-order.ts';

export type Unit = 'passage' | 'source';

export interface TogetherPair {
  /** `a` stands before `b` in `codes`; `a` equal to `b` is the code itself. */
  readonly a: CodeId;
  readonly b: CodeId;
  /** Ids of the passages or sources that carry both, in study order. */
  readonly places: readonly string[];
}

export interface CoOccurrence {
  readonly unit: Unit;
  /** By name. */
  readonly codes: readonly Code[];
  /** How many codes stand in some passage. */
  readonly total: number;
  readonly pairs: readonly TogetherPair[];
}

export const mostShown = 60;

export function coOccurrence(study: Study, unit: Unit, most: number = mostShown): CoOccurrence {
  const carried = study.codes.filter(({ passages }) => passages.length > 0);
  const chosen = [...carried].sort((a, b) => b.passages.length - a.passages.length).slice(0, most);
  const codes = byLabel(chosen, ({ label }) => label);
  const place = new Map<CodeId, number>(codes.map(({ id }, i) => [id, i]));
  const found = new Map<number, { a: CodeId; b: CodeId; places: string[] }>();
  for (const { id, codes: together } of unitsOf(study, unit)) {
    const own = together.filter((code) => place.has(code)).sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    own.forEach((a, i) => {
      for (const b of own.slice(i)) {
        const key = (place.get(a) ?? 0) * codes.length + (place.get(b) ?? 0);
        const known = found.get(key);
        if (known) known.places.push(id);
        else found.set(key, { a, b, places: [id] });
      }
    });
  }
  const pairs = [...found].sort(([a], [b]) => a - b).map(([, pair]) => pair);
  return { unit, codes, total: carried.length, pairs };
}

/** Passages with more codes than any researcher writes are left out, as in codes-together.ts. */
function unitsOf(study: Study, unit: Unit): readonly { readonly id: string; readonly codes: readonly CodeId[] }[] {
  const counted = (passage: Passage): boolean => passage.codes.length <= mostCodes;
  if (unit === 'passage') return study.sources.flatMap(({ passages }) => passages.filter(counted));
  return study.sources.map(({ id, passages }) => ({
    id,
    codes: [...new Set(passages.filter(counted).flatMap(({ codes }) => codes))],
  }));
}

// In: plain words. Out: sources as the ledger sees them, and small questions to an update.

import type { AllocationOptions, FoundExcerpt, FoundSource } from '../../../../src/study/model/anchors/allocation.ts';
import { parseLedger } from '../../../../src/study/model/anchors/ledger.ts';
import { type LedgerUpdate, updateLedger } from '../../../../src/study/model/anchors/update.ts';
import { sourceId } from '../../../../src/study/model/ids.ts';

export const quote = (text: string): FoundExcerpt => ({ text, kind: 'quote' });
export const figure = (text: string, url: string): FoundExcerpt => ({ text, kind: 'figure', url });

export const source = (id: string, ...texts: readonly (string | FoundExcerpt)[]): FoundSource => ({
  id: sourceId(id),
  excerpts: texts.map((text) => (typeof text === 'string' ? quote(text) : text)),
});

/** A sentence of invented words that shares next to nothing with that of another seed. */
export function sentence(seed: number, words = 12): string {
  let state = (seed + 1) * 2654435761;
  const next = (): number => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0;
    return (state ^ (state >>> 13)) >>> 0;
  };
  return Array.from({ length: words }, () => syllables(next())).join(' ');
}

function syllables(number: number): string {
  const [consonants, vowels] = ['bdfgklmnprstvz', 'aeiou'];
  let [rest, word] = [number % 343_000, ''];
  for (let at = 0; at < 3; at += 1) {
    const syllable = rest % 70;
    word += (consonants[Math.floor(syllable / 5)] ?? '') + (vowels[syllable % 5] ?? '');
    rest = Math.floor(rest / 70);
  }
  return word;
}

export const sentences = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => sentence(from + at));

/** Updates from a ledger's text, as `npm run anchors` does. */
export function update(
  text: string | null,
  sources: readonly FoundSource[],
  release = '1.0.0',
  options: AllocationOptions = {},
): LedgerUpdate {
  return updateLedger(sources, text === null ? null : parseLedger(text, release), release, options);
}

/** Ids of a source's excerpts, in order. */
export const idsOf = (result: LedgerUpdate, id = 's1'): string[] =>
  (result.allocation.bySource.get(sourceId(id)) ?? []).map(({ number }) => `${id}-e${number}`);

export const linesOf = (result: LedgerUpdate): readonly string[] =>
  result.text.split('\n').filter((line) => line !== '');

export const entryOf = (result: LedgerUpdate, id: string) =>
  parseLedger(result.text).entries.find((entry) => entry.id === id);

export const changeOf = (result: LedgerUpdate, id: string) =>
  result.allocation.changes.filter((change) => change.id === id);

export const codesOf = (result: LedgerUpdate): string[] => result.allocation.notices.map(({ code }) => code);

/** The thresholds, reckoned from whole texts without sketches: what a reader would check by hand. */
export function sameOrEdited(before: string, now: string): boolean {
  const [a, b] = [pairsOf(before), pairsOf(now)];
  if (plain(before) === plain(now)) return true;
  const both = [...a].filter((pair) => b.has(pair)).length;
  if (both / (a.size + b.size - both) >= 0.5) return true;
  return Math.min(a.size, b.size) >= 8 && both / Math.min(a.size, b.size) >= 0.85;
}

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

function pairsOf(text: string): Set<string> {
  const words = plain(text).match(/[\p{L}\p{N}_]+/gu) ?? [];
  return words.length === 1 ? new Set(words) : new Set(words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`));
}

/** Fixed seeds: the same cases on every machine. `RUNS` multiplies them for a long night. */
export const runs = (count: number): { seed: number; numRuns: number } => ({
  seed: 20_240_229,
  numRuns: count * Number(process.env['RUNS'] ?? 1),
});

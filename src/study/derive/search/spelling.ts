// In: a word that occurs nowhere and the study's vocabulary. Out: words it may have been meant as. Offered, never applied.

import { byCodePoint, fold } from './folding.ts';
import { textsOf, type Query } from './query.ts';
import type { Vocabulary } from './word-index.ts';
import { wordsOf } from './words.ts';

/** The typed words (folded) that no loaded excerpt holds. */
export function absentWords(query: Query, vocabulary: Vocabulary): readonly string[] {
  const words = textsOf(query).flatMap((text) => wordsOf(fold(text.text)));
  return [...new Set(words)].filter((word) => !vocabulary.has(word));
}

/**
 * Words within two changes (one for words of up to four letters; a change is a letter added, lost, replaced, or two neighbours
 * swapped): nearest first, then most frequent, then by code point.
 */
export function spellingSuggestions(word: string, vocabulary: Vocabulary, most = 3): readonly string[] {
  const wanted = [...fold(word)];
  // Longer than any word that people type: no typo, and costly.
  if (wanted.length < 3 || wanted.length > 40) return [];
  const allowed = wanted.length <= 4 ? 1 : 2;
  const found: { readonly word: string; readonly distance: number; readonly excerpts: number }[] = [];
  for (const [other, excerpts] of vocabulary) {
    if (Math.abs(other.length - wanted.join('').length) > allowed * 2) continue;
    const distance = editDistance(wanted, [...other], allowed);
    if (distance > 0 && distance <= allowed) found.push({ word: other, distance, excerpts });
  }
  return found
    .sort((a, b) => a.distance - b.distance || b.excerpts - a.excerpts || byCodePoint(a.word, b.word))
    .slice(0, most)
    .map((one) => one.word);
}

/** Damerau–Levenshtein distance (full, after Lowrance and Wagner 1975); `most + 1` as soon as it is known to exceed `most`. */
export function editDistance(left: readonly string[], right: readonly string[], most: number): number {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, column) => column)];
  const lastRowOf = new Map<string, number>();
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    let lastColumn = 0;
    let least = row;
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      const above = rows[row - 1] ?? [];
      const plain = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapRow = lastRowOf.get(right[column - 1] ?? '') ?? 0;
      const swapped =
        swapRow > 0 && lastColumn > 0
          ? (rows[swapRow - 1]?.[lastColumn - 1] ?? 0) + (row - swapRow - 1) + 1 + (column - lastColumn - 1)
          : Number.MAX_SAFE_INTEGER;
      current.push(Math.min(plain, swapped));
      least = Math.min(least, plain, swapped);
      if (same) lastColumn = column;
    }
    rows.push(current);
    lastRowOf.set(left[row - 1] ?? '', row);
    // The least of a row is at most one more than the least of the row before, and a swap that skips a row costs one more for
    // it: so no later row comes back below this.
    if (least > most) return most + 1;
  }
  return Math.min(rows[left.length]?.[right.length] ?? 0, most + 1);
}

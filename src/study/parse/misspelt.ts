// In: the name of a function as written. Out: the library's function that was meant, or null.

import { libraryFunctions } from './metamodel.ts';

const functions = [...libraryFunctions];

/** Same letters without regard to case and underscores, or at most two letters (one in short names) added, lost or changed. */
export function meantFunction(name: string): string | null {
  if (libraryFunctions.has(name)) return name;
  if (name.length < 4 || name.length > 60) return null;
  const written = plain(name);
  for (const candidate of functions) {
    const meant = plain(candidate);
    const allowed = meant.length > 8 ? 2 : 1;
    if (Math.abs(meant.length - written.length) <= allowed && distance(written, meant) <= allowed) return candidate;
  }
  return null;
}

const plain = (name: string): string => name.toLowerCase().replaceAll('_', '');

/** Levenshtein's distance of two short words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const change = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

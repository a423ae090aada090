// In: a source. Out: the links into its original, worked out once for all pages of its excerpts.

import { textFragments, type Source } from '#study';

const known = new WeakMap<Source, ReadonlyMap<string, string>>();

export function fragmentsOf(source: Source): ReadonlyMap<string, string> {
  const found = known.get(source);
  if (found) return found;
  const made = textFragments(source);
  known.set(source, made);
  return made;
}

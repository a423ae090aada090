// In: a source and its study. Out: one cell for each excerpt, in order: its passage, and which kinds of code stand beside it.

import type { Excerpt, Passage, Source, Study } from '../model/study.ts';

export interface KindCount {
  /** A kind as written; `null` for codes that are defined nowhere. */
  readonly kind: string | null;
  readonly codes: number;
}

export interface PortraitCell {
  readonly excerpt: Excerpt;
  readonly passage: Passage | null;
  /** Most codes first, then in order of first mention; empty when no code stands beside the excerpt. */
  readonly kinds: readonly KindCount[];
}

export function portrait(source: Source, study: Study): readonly PortraitCell[] {
  const passages = new Map(source.passages.map((passage) => [passage.id, passage]));
  const kinds = new Map(source.passages.map((passage) => [passage.id, kindsOf(passage, study)]));
  return source.excerpts.map((excerpt) => ({
    excerpt,
    passage: excerpt.passage === null ? null : (passages.get(excerpt.passage) ?? null),
    kinds: excerpt.passage === null ? [] : (kinds.get(excerpt.passage) ?? []),
  }));
}

export function kindsOf(passage: Passage, study: Study): readonly KindCount[] {
  const counts = new Map<string | null, number>();
  for (const id of passage.codes) {
    const kind = study.codeById.get(id)?.kind ?? null;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, codes]) => ({ kind, codes })).sort((a, b) => b.codes - a.codes);
}

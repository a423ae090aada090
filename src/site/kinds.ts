// In: the kind of a code as written. Out: the sign and the colour class that stand for it. The word itself stands beside both.

import type { Code } from '#study';

const known = ['practice', 'pattern', 'force', 'decision'] as const;
export type KindClass = (typeof known)[number] | 'other';

export const signs: Readonly<Record<KindClass, string>> = {
  practice: '●',
  pattern: '◆',
  force: '▲',
  decision: '■',
  other: '○',
};

export const kindClass = (kind: string | null): KindClass => known.find((name) => name === kind) ?? 'other';

/** The order in which kinds are listed; other kinds follow by name, codes without definition last. */
export function kindRank(kind: string | null): string {
  const place = known.findIndex((name) => name === kind);
  return kind === null ? '9' : place < 0 ? `8 ${kind}` : String(place);
}

export const isUndefined = (code: Code): boolean => code.kind === null;

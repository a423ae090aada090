// In: one source's match. Out: lost excerpts that were merged into another, or split into several.

import type { LedgerEntry } from './ledger.ts';
import { likelyPairs, type Candidate } from './match-near.ts';
import type { SourceMatch } from './match.ts';
import { isPart, nearness, readSketch, threshold } from './similarity.ts';

export interface Parts {
  readonly kind: 'split' | 'merged';
  /** Places, among the found excerpts, of the pieces, or of what it was merged into. */
  readonly places: readonly number[];
}

/** Of lost lines; and of edited ones whose remainder stands in new excerpts. */
export function partsOfLost(match: SourceMatch): Map<LedgerEntry, Parts> {
  const changed = match.matches.flatMap((partner, at) => (partner === null || partner.how === 'edited' ? [at] : []));
  const edited = match.matches.flatMap((partner) => (partner?.how === 'edited' ? [partner.entry] : []));
  const parts = new Map<LedgerEntry, Parts>();
  if (changed.length === 0 || match.replaced) return parts;
  const news = changed.flatMap((at) => candidate(at, match));
  const olds = [...match.lost, ...edited];
  const oldCandidates = olds.map((entry, at) => ({ at, shape: readSketch(entry.sketch) }));
  const pieces = new Map<LedgerEntry, number[]>();
  const short = new Map<LedgerEntry, ShortPiece[]>();
  for (const [old, now] of likelyPairs(oldCandidates, news, null)) {
    const entry = olds[old.at];
    if (entry === undefined) continue;
    const near = nearness(old.shape, now.shape);
    const lost = old.at < match.lost.length;
    if (lost && isPart(near.oldInNow, near) && !parts.has(entry))
      parts.set(entry, { kind: 'merged', places: [now.at] });
    else if (match.matches[now.at] === null && isPart(near.nowInOld, near))
      pieces.set(entry, [...(pieces.get(entry) ?? []), now.at]);
    else if (lost && match.matches[now.at] === null && near.nowInOld >= threshold.containment)
      short.set(entry, [
        ...(short.get(entry) ?? []),
        { at: now.at, share: near.oldInNow, hash: match.items[now.at]?.hash ?? '' },
      ]);
  }
  for (const [entry, places] of short)
    if (!pieces.has(entry) && makeUp(entry, places))
      pieces.set(
        entry,
        places.map(({ at }) => at),
      );
  for (const [entry, places] of pieces)
    if (!parts.has(entry)) parts.set(entry, { kind: 'split', places: places.toSorted((a, b) => a - b) });
  return parts;
}

/** Too short to tell anything alone. */
interface ShortPiece {
  readonly at: number;
  /** Of the old text that it has. */
  readonly share: number;
  readonly hash: string;
}

/** Two or more that are nearly the whole of a text between them are no chance. */
function makeUp(entry: LedgerEntry, places: readonly ShortPiece[]): boolean {
  const shares = new Map(places.map(({ hash, share }) => [hash, share]));
  const sum = [...shares.values()].reduce((all, share) => all + share, 0);
  return shares.size > 1 && sum >= threshold.containment && readSketch(entry.sketch).size >= threshold.fewestBigrams;
}

function candidate(at: number, match: SourceMatch): Candidate[] {
  const item = match.items[at];
  return item === undefined ? [] : [{ at, shape: item.shape() }];
}

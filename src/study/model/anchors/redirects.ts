// In: ledger entries and what the author decided (a source renamed, an id withdrawn). Out: entries in which every old id still answers.

import { partsOf, sortById, type LedgerEntry } from './ledger.ts';

export interface Renumbering {
  readonly entries: readonly LedgerEntry[];
  /** Old excerpt id to new one. */
  readonly moved: ReadonlyMap<string, string>;
}

/**
 * Moves the live lines of sources to new source ids, all pairs at once (s11 → s12 together with s12 → s13), and leaves a redirect under
 * every old id. A number that the new source has used before is not given again: that excerpt takes the next free one; text
 * that has an id there already keeps that.
 */
export function renumberLedger(
  entries: readonly LedgerEntry[],
  renames: ReadonlyMap<string, string>,
  release: string,
): Renumbering {
  const highest = highestOf(entries);
  const used = new Set(entries.map((entry) => entry.id));
  const known = standingTexts(entries, renames);
  const moved = new Map<string, string>();
  const fresh: LedgerEntry[] = [];
  for (const entry of sortById(entries)) {
    const parts = partsOf(entry.id);
    const target = parts === null ? undefined : renames.get(parts.source);
    if (parts === null || target === undefined || target === parts.source || entry.status !== 'live') continue;
    const there = known.get(`${target} ${entry.hash}`)?.pop();
    const number = used.has(`${target}-e${parts.number}`) ? (highest.get(target) ?? 0) + 1 : parts.number;
    const id = there ?? `${target}-e${number}`;
    moved.set(entry.id, id);
    if (there !== undefined) continue;
    highest.set(target, Math.max(number, highest.get(target) ?? 0));
    used.add(id);
    fresh.push({ ...entry, id, since: release, was: [entry.id] });
  }
  return { entries: [...entries.map((entry) => redirected(entry, moved.get(entry.id), release)), ...fresh], moved };
}

function redirected(entry: LedgerEntry, to: string | undefined, release: string): LedgerEntry {
  return to === undefined ? entry : { ...entry, status: 'moved', gone: entry.gone ?? release, to: [to] };
}

/** Live ids of the new sources by source and text, last first: the same text needs no second id. */
function standingTexts(entries: readonly LedgerEntry[], renames: ReadonlyMap<string, string>): Map<string, string[]> {
  const targets = new Set(renames.values());
  const standing = new Map<string, string[]>();
  for (const { id, hash, status } of entries.toSorted((a, b) => b.order - a.order)) {
    const source = partsOf(id)?.source ?? '';
    if (status !== 'live' || !targets.has(source) || renames.has(source)) continue;
    const key = `${source} ${hash}`;
    const ids = standing.get(key);
    if (ids === undefined) standing.set(key, [id]);
    else ids.push(id);
  }
  return standing;
}

/** Highest number of each source, whatever has become of the id, ids that are only mentioned as targets included. */
export function highestOf(entries: readonly LedgerEntry[]): Map<string, number> {
  const highest = new Map<string, number>();
  for (const entry of entries)
    for (const id of [entry.id, ...(entry.to ?? []), ...(entry.was ?? [])]) {
      const parts = partsOf(id);
      if (parts !== null) highest.set(parts.source, Math.max(parts.number, highest.get(parts.source) ?? 0));
    }
  return highest;
}

/** Declares an id withdrawn, with a reason that its page will give (also afterwards, when it has retired without one); a source's id
 * withdraws all its live ids. Unknown ids change nothing. */
export function withdraw(
  entries: readonly LedgerEntry[],
  id: string,
  reason: string,
  release: string,
): readonly LedgerEntry[] {
  return entries.map((entry) => {
    const meant = entry.id === id || (entry.status === 'live' && partsOf(entry.id)?.source === id);
    if (!meant || entry.status === 'moved') return entry;
    return { ...entry, status: 'retired', gone: entry.gone ?? release, reason };
  });
}

/** The ids at the end of a chain of redirects that stand in the notes now; each once, in order, whatever circles the chain has. */
export function whereNow(
  id: string,
  targets: ReadonlyMap<string, readonly string[]>,
  stands: (id: string) => boolean,
): string[] {
  const seen = new Set([id]);
  const found: string[] = [];
  const open = [...(targets.get(id) ?? [])].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (stands(next)) found.push(next);
    else open.push(...[...(targets.get(next) ?? [])].reverse());
  }
  return found;
}

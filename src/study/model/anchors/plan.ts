// In: what was found, the ledger, the release. Out: one plan of what becomes of every id, from which allocate.ts and update.ts read.

import { asExcerptId, excerptId, type SourceId } from '../ids.ts';
import type { AllocationOptions, AnchorNotice, FoundSource } from './allocation.ts';
import { fatesOf, type Fate, type SourcePlan } from './fates.ts';
import {
  formatLedger,
  highestNumber,
  partsOf,
  sortById,
  unmentioned,
  type Ledger,
  type LedgerEntry,
} from './ledger.ts';
import { itemsOf, matchSource, unmatched, type SourceMatch } from './match.ts';
import { partsOfLost } from './parts.ts';
import { highestOf, renumberLedger, whereNow } from './redirects.ts';

export interface Plan {
  /** After renames. */
  readonly entries: readonly LedgerEntry[];
  readonly sources: ReadonlyMap<SourceId, SourcePlan>;
  readonly fates: ReadonlyMap<string, Fate>;
  readonly renamed: ReadonlyMap<string, string>;
  readonly notices: readonly AnchorNotice[];
}

export function planAnchors(
  sources: readonly FoundSource[],
  ledger: Ledger,
  release: string,
  options: AllocationOptions,
): Plan {
  const renaming = applyRenames(ledger.entries, sources, release, options);
  const entries = sortById(renaming.entries);
  const matches = matchAll(sortById(sources), entries, options);
  const highest = highestOf(entries);
  for (const [source, number] of ledger.highest) highest.set(source, Math.max(number, highest.get(source) ?? 0));
  const mentions = (): string => ledger.text + formatLedger(entries);
  const plans = new Map(
    matches.map(
      (match) => [match.source.id, numberSource(match, highest.get(match.source.id) ?? 0, mentions)] as const,
    ),
  );
  const fates = fatesOf(entries, plans, release, options.accepted ?? new Set());
  return { entries, sources: plans, fates, renamed: renaming.moved, notices: renaming.notices };
}

function applyRenames(
  entries: readonly LedgerEntry[],
  sources: readonly FoundSource[],
  release: string,
  options: AllocationOptions,
): { entries: readonly LedgerEntry[]; moved: ReadonlyMap<string, string>; notices: readonly AnchorNotice[] } {
  const present = new Set<string>(sources.map((source) => source.id));
  const live = new Set(entries.filter((entry) => entry.status === 'live').map((entry) => partsOf(entry.id)?.source));
  const done = new Set(entries.flatMap((entry) => (entry.to ?? []).map((to) => renameKey(entry.id, to))));
  const notices: AnchorNotice[] = [];
  const renames = new Map<string, string>();
  for (const [old, now] of Object.entries(options.renamedSources ?? {})) {
    if (!live.has(old) || done.has(`${old} ${now}`)) continue;
    if (present.has(old)) notices.push({ code: 'renamed-source-present', source: old, args: { old, new: now } });
    else renames.set(old, now);
  }
  return { ...renumberLedger(entries, renames, release), notices };
}

const renameKey = (id: string, to: string): string => `${partsOf(id)?.source ?? ''} ${partsOf(to)?.source ?? ''}`;

function matchAll(
  sources: readonly FoundSource[],
  entries: readonly LedgerEntry[],
  options: AllocationOptions,
): SourceMatch[] {
  const bySource = Map.groupBy(entries, (entry) => partsOf(entry.id)?.source ?? '');
  const found = sources.map((source) => ({ source, items: itemsOf(source) }));
  const hashes = new Map<string, ReadonlySet<string>>(
    entries.length === 0 ? [] : found.map(({ source, items }) => [source.id, new Set(items.map((item) => item.hash))]),
  );
  const targets = new Map(entries.map((entry) => [entry.id, entry.to ?? []]));
  const live = new Map(entries.map((entry) => [entry.id, entry.status === 'live' ? entry.hash : null]));
  // A redirect keeps pointing as long as the text stands at its target.
  const redirects = (entry: LedgerEntry): boolean => {
    const stands = (id: string): boolean => {
      const there = hashes.get(partsOf(id)?.source ?? '');
      return there !== undefined && (there.has(entry.hash) || there.has(live.get(id) ?? ''));
    };
    return entry.status === 'moved' && whereNow(entry.id, targets, stands).length > 0;
  };
  return found.map(({ source, items }) => {
    const own = bySource.get(source.id) ?? [];
    if (own.length === 0) return unmatched(source, items);
    const isStanding = (entry: LedgerEntry): boolean => entry.status === 'live' && entry.gone === undefined;
    const standing = own.filter(isStanding);
    const gone = own.filter((entry) => !isStanding(entry) && !redirects(entry));
    return matchSource(source, items, standing, gone, options.accepted?.has(source.id) ?? false);
  });
}

/** `mentions` is all that was ever written of any id. */
function numberSource(match: SourceMatch, highest: number, mentions: () => string): SourcePlan {
  const fresh = match.matches.filter((partner) => partner === null).length;
  const { id } = match.source;
  const left = highest + fresh > highestNumber ? unmentioned(id, mentions()) : null;
  let next = highest;
  const ids = match.matches.map((partner) => {
    if (partner !== null) return asExcerptId(partner.entry.id);
    next += 1;
    return excerptId(id, left?.next().value ?? next);
  });
  return { match, ids, parts: partsOfLost(match) };
}

// In: every source's match. Out: what becomes of the ids whose text is not where it was, and where it may be now.

import type { ExcerptId, SourceId } from '../ids.ts';
import { findElsewhere, isTelling, type NewItem } from './elsewhere.ts';
import { partsOf, type LedgerEntry } from './ledger.ts';
import type { SourceMatch } from './match.ts';
import type { Parts } from './parts.ts';

/** A source's match, with the ids of its excerpts. */
export interface SourcePlan {
  readonly match: SourceMatch;
  /** One an excerpt. */
  readonly ids: readonly ExcerptId[];
  readonly parts: ReadonlyMap<LedgerEntry, Parts>;
}

export interface Fate {
  readonly entry: LedgerEntry;
  readonly kind: 'retired' | 'elsewhere' | 'split' | 'merged';
  readonly to: readonly ExcerptId[];
  /**
   * Whether the author has to decide before the id retires: `held`, its source was replaced and its line is not touched; `undecided`,
   * another source was, where its text may be; `released`, it would go without a reason.
   */
  readonly waits: 'no' | 'held' | 'undecided' | 'released';
}

/** The id goes in this update and waits: its line stays live, and says since when. */
export const isMissing = ({ entry, waits }: Fate): boolean =>
  (waits === 'released' || waits === 'undecided') && entry.gone === undefined;

type Plans = ReadonlyMap<SourceId, SourcePlan>;

export function fatesOf(
  entries: readonly LedgerEntry[],
  plans: Plans,
  release: string,
  accepted: ReadonlySet<string>,
): Map<string, Fate> {
  const sources = new Map<string, SourcePlan>(plans);
  const absent = entries.filter((entry) => entry.status === 'live' && !sources.has(partsOf(entry.id)?.source ?? ''));
  const lost = [...Array.from(plans.values(), ({ match }) => match.lost).flat(), ...absent];
  const fates = new Map<string, Fate>();
  if (lost.length === 0) return fates;
  const here = new Map(lost.flatMap((entry) => inItsSource(entry, sources)));
  const open = lost.filter((entry) => !here.has(entry.id));
  const there = findElsewhere(open, newItems(plans, false));
  // New ids of a replaced source are not written: they are hints, and no line may depend on them.
  const news = newItems(plans, true);
  const hints = findElsewhere(
    open.filter((entry) => !there.has(entry.id)),
    news,
  );
  const equal = onlyPlaces(plans);
  for (const entry of lost) {
    const inPlace = here.get(entry.id);
    const moved = there.get(entry.id);
    const copy = isTelling(entry) ? (equal.get(entry.hash) ?? undefined) : undefined;
    const to = inPlace?.to ?? [moved ?? copy].filter((id) => id !== undefined);
    const waits = waiting(entry, to, sources, { release, accepted, anyHeld: news.length > 0 });
    const hint = hints.get(entry.id);
    if (to.length === 0 && waits !== 'no' && hint !== undefined)
      fates.set(entry.id, { entry, kind: 'elsewhere', to: [hint], waits });
    else
      fates.set(entry.id, { entry, kind: inPlace?.kind ?? (moved === undefined ? 'retired' : 'elsewhere'), to, waits });
  }
  return fates;
}

function inItsSource(
  entry: LedgerEntry,
  sources: ReadonlyMap<string, SourcePlan>,
): [string, { kind: 'split' | 'merged'; to: ExcerptId[] }][] {
  const plan = sources.get(partsOf(entry.id)?.source ?? '');
  const parts = plan?.parts.get(entry);
  if (plan === undefined || parts === undefined) return [];
  return [[entry.id, { kind: parts.kind, to: parts.places.flatMap((at) => plan.ids[at] ?? []) }]];
}

/** New excerpts, and those that revive: of replaced sources, or of all others. */
function newItems(plans: Plans, replaced: boolean): NewItem[] {
  const items: NewItem[] = [];
  for (const [source, { match, ids }] of plans) {
    if (match.replaced !== replaced) continue;
    match.items.forEach((item, at) => {
      const [id, partner] = [ids[at], match.matches[at]];
      if (id !== undefined && (partner === null || partner?.how === 'revived')) items.push({ id, source, item });
    });
  }
  return items;
}

/** Where a text stands for good, when it stands in one place only. */
function onlyPlaces(plans: Plans): Map<string, ExcerptId | null> {
  const places = new Map<string, ExcerptId | null>();
  for (const { match, ids } of plans.values())
    match.items.forEach((item, at) => {
      const written = !match.replaced || (match.matches[at] !== null && match.matches[at]?.how !== 'revived');
      places.set(item.hash, places.has(item.hash) || !written ? null : (ids[at] ?? null));
    });
  return places;
}

function waiting(
  entry: LedgerEntry,
  to: readonly ExcerptId[],
  sources: ReadonlyMap<string, SourcePlan>,
  { release, accepted, anyHeld }: { release: string; accepted: ReadonlySet<string>; anyHeld: boolean },
): Fate['waits'] {
  const source = partsOf(entry.id)?.source ?? '';
  if (sources.get(source)?.match.replaced === true) return 'held';
  if (to.length > 0) return 'no';
  if (anyHeld) return 'undecided';
  // Without a release the id has never been in one; a renumbered id carries on for one that may have been.
  const released = entry.since !== '' && (entry.since !== release || entry.was !== undefined);
  return released && !accepted.has(source) ? 'released' : 'no';
}

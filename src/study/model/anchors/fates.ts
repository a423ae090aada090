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
  /** The ledger's line stays as it is until the author decides: its source was replaced, or a released id would go without a word. */
  readonly waits: 'no' | 'replaced' | 'released';
}

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
  const there = findElsewhere(
    lost.filter((entry) => !here.has(entry.id)),
    newItems(plans),
  );
  const equal = onlyPlaces(plans);
  for (const entry of lost) {
    const moved = there.get(entry.id);
    const copy = isTelling(entry) ? (equal.get(entry.hash) ?? null) : null;
    const kind = here.get(entry.id)?.kind ?? (moved === undefined ? 'retired' : 'elsewhere');
    const to = here.get(entry.id)?.to ?? (moved !== undefined ? [moved] : copy !== null ? [copy] : []);
    fates.set(entry.id, { entry, kind, to, waits: waits(entry, to, sources, release, accepted) });
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

function newItems(plans: Plans): NewItem[] {
  const items: NewItem[] = [];
  for (const [source, { match, ids }] of plans)
    match.items.forEach((item, at) => {
      const id = ids[at];
      const fresh = match.matches[at] === null || match.matches[at]?.how === 'revived';
      if (id !== undefined && fresh) items.push({ id, source, item });
    });
  return items;
}

/** Where a text stands, when it stands in one place only. */
function onlyPlaces(plans: Plans): Map<string, ExcerptId | null> {
  const places = new Map<string, ExcerptId | null>();
  for (const { match, ids } of plans.values())
    match.items.forEach((item, at) => {
      places.set(item.hash, places.has(item.hash) ? null : (ids[at] ?? null));
    });
  return places;
}

function waits(
  entry: LedgerEntry,
  to: readonly ExcerptId[],
  sources: ReadonlyMap<string, SourcePlan>,
  release: string,
  accepted: ReadonlySet<string>,
): Fate['waits'] {
  const replaced = (source: string | undefined): boolean => sources.get(source ?? '')?.match.replaced ?? false;
  const source = partsOf(entry.id)?.source;
  // New ids of a replaced source are not written yet: nothing may point at them.
  if (replaced(source) || to.some((id) => replaced(partsOf(id)?.source))) return 'replaced';
  if (to.length > 0 || entry.since === release || accepted.has(source ?? '')) return 'no';
  return 'released';
}

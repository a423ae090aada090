// In: the excerpts of every source, in order, the ledger (or none), the release. Out: each one's permanent number, what went, what to say.

import { asExcerptId, sourceId } from '../ids.ts';
import type {
  AllocatedExcerpt,
  Allocation,
  AllocationOptions,
  AnchorChange,
  AnchorNotice,
  FoundSource,
  Tombstone,
} from './allocation.ts';
import { changesOf } from './changes.ts';
import type { SourcePlan } from './fates.ts';
import { type Ledger, type LedgerEntry, partsOf } from './ledger.ts';
import { type Plan, planAnchors } from './plan.ts';
import { whereNow } from './redirects.ts';

/** Without a ledger excerpts are numbered in order. Nothing is written here: see update.ts. */
export function allocate(
  sources: readonly FoundSource[],
  ledger: Ledger | null,
  release: string,
  options: AllocationOptions = {},
): Allocation {
  if (ledger === null) return firstNumbers(sources, release);
  return allocationOf(planAnchors(sources, ledger, release, options), ledger, release, options);
}

/** What a plan means for the pages. */
export function allocationOf(plan: Plan, ledger: Ledger, release: string, options: AllocationOptions): Allocation {
  const bySource = new Map(Array.from(plan.sources, ([id, source]) => [id, numbersOf(source, release)] as const));
  const changes = changesOf(plan, options);
  const kept = Array.from(bySource.values(), (all) => all.filter(({ how }) => how === 'kept').length);
  return {
    permanent: true,
    bySource,
    tombstones: tombstonesOf(plan, release, options),
    changes,
    kept: kept.reduce((sum, count) => sum + count, 0),
    notices: [...ledger.notices, ...plan.notices, ...staleNotices(changes), ...decisionNotices(plan)],
  };
}

function firstNumbers(sources: readonly FoundSource[], since: string): Allocation {
  const numbered = (source: FoundSource): AllocatedExcerpt[] =>
    source.excerpts.map((_, at) => ({ number: at + 1, since, how: 'new' }));
  const bySource = new Map(sources.map((source) => [source.id, numbered(source)] as const));
  const count = sources.reduce((sum, source) => sum + source.excerpts.length, 0);
  const notices: AnchorNotice[] = count === 0 ? [] : [{ code: 'ledger-missing', args: { excerpts: count } }];
  return { permanent: false, bySource, tombstones: [], changes: [], kept: 0, notices };
}

function numbersOf(plan: SourcePlan, release: string): AllocatedExcerpt[] {
  return plan.match.matches.map((partner, at) => {
    const number = partsOf(plan.ids[at] ?? '')?.number ?? 0;
    if (partner === null) return { number, since: release, how: 'new' };
    const { entry, how, score } = partner;
    const editedSince = how === 'edited' ? release : entry.edited;
    return {
      number,
      since: entry.since,
      how,
      ...(editedSince === undefined ? {} : { editedSince }),
      ...(how === 'edited' ? { similarity: score } : {}),
    };
  });
}

function tombstonesOf(plan: Plan, release: string, options: AllocationOptions): Tombstone[] {
  const standing = new Set<string>(Array.from(plan.sources.values(), ({ ids }) => ids).flat());
  const targets = new Map(
    plan.entries.map((entry) => [entry.id, plan.fates.get(entry.id)?.to ?? entry.to ?? []] as const),
  );
  const gone = plan.entries.filter((entry) => !standing.has(entry.id));
  return gone.map((entry) =>
    tombstone(
      entry,
      plan,
      release,
      options,
      whereNow(entry.id, targets, (id) => standing.has(id)),
    ),
  );
}

function tombstone(
  entry: LedgerEntry,
  plan: Plan,
  release: string,
  options: AllocationOptions,
  to: readonly string[],
): Tombstone {
  const id = asExcerptId(entry.id);
  const source = sourceId(partsOf(entry.id)?.source ?? '');
  const moved = entry.status === 'moved' || plan.fates.get(entry.id)?.kind === 'elsewhere';
  const shown = entry.words !== undefined && !(options.hideWords?.(id, source) ?? false);
  return {
    id,
    source,
    status: moved && to.length > 0 ? 'moved' : 'retired',
    since: entry.since,
    gone: entry.gone ?? (entry.status === 'live' ? release : ''),
    ...(shown ? { words: entry.words } : {}),
    ...(entry.reason === undefined ? {} : { reason: entry.reason }),
    to: to.map(asExcerptId),
  };
}

function staleNotices(changes: readonly AnchorChange[]): AnchorNotice[] {
  if (changes.length === 0) return [];
  const count = (...kinds: readonly AnchorChange['kind'][]): number =>
    changes.filter((change) => kinds.includes(change.kind)).length;
  const args = {
    added: count('new', 'revived'),
    edited: count('edited'),
    moved: count('moved'),
    retired: count('retired', 'missing', 'elsewhere', 'split', 'merged', 'renamed'),
  };
  return [{ code: 'ledger-stale', args }];
}

/** What the author has to decide: another text under a source's id, released ids that would go without a reason. */
function decisionNotices(plan: Plan): AnchorNotice[] {
  const notices: AnchorNotice[] = [];
  const freeSource = freeSources(plan);
  const went = whereTheyWent(plan);
  const waiting = Map.groupBy(plan.fates.values(), (fate) => partsOf(fate.entry.id)?.source ?? '');
  for (const [source, fates] of waiting) {
    const released = fates.filter((fate) => fate.waits === 'released').map((fate) => fate.entry.id);
    const replaced = plan.sources.get(sourceId(source))?.match.replaced ?? false;
    if (replaced) notices.push(replacedNotice(source, went.get(source) ?? freeSource(source), plan, fates.length));
    else if (released.length > 0)
      notices.push({
        code: 'released-id-gone',
        source,
        ...(released.length === 1 ? { excerpt: released[0] ?? '' } : {}),
        args: { id: released.join(', '), count: released.length },
      });
  }
  return notices;
}

function replacedNotice(source: string, target: string, plan: Plan, lost: number): AnchorNotice {
  const match = plan.sources.get(sourceId(source))?.match;
  const recognised = match?.matches.filter((partner) => partner !== null && partner.how !== 'revived').length ?? 0;
  const args = {
    id: source,
    of: lost + recognised,
    recognised,
    target,
    command: `npm run anchors -- renumber ${source} ${target}`,
  };
  return { code: 'source-replaced', source, args };
}

/** The source in which most of a source's lost texts are found now. */
function whereTheyWent(plan: Plan): Map<string, string> {
  const moved = [...plan.fates.values()].filter(({ kind }) => kind === 'elsewhere');
  const bySource = Map.groupBy(moved, ({ entry }) => partsOf(entry.id)?.source ?? '');
  return new Map(
    Array.from(bySource, ([source, fates]) => {
      const counts = Map.groupBy(fates, ({ to }) => partsOf(to[0] ?? '')?.source ?? '');
      const [most] = [...counts].toSorted(([, a], [, b]) => b.length - a.length);
      return [source, most?.[0] ?? ''];
    }),
  );
}

/** Gives, for a source's id, one of the same form that no source has or had, and never the same one twice. */
function freeSources(plan: Plan): (source: string) => string {
  const highest = new Map<string, number>();
  const used = new Set<string>([
    ...plan.sources.keys(),
    ...plan.entries.map((entry) => partsOf(entry.id)?.source ?? ''),
  ]);
  for (const id of used) {
    const [, letters, number] = /^(\D+)(\d{1,9})$/.exec(id) ?? [];
    if (letters !== undefined) highest.set(letters, Math.max(Number(number), highest.get(letters) ?? 0));
  }
  return (source) => {
    const letters = source.replace(/\d.*$/s, '') || 's';
    highest.set(letters, (highest.get(letters) ?? 0) + 1);
    return `${letters}${highest.get(letters) ?? 1}`;
  };
}

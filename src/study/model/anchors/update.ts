// In: what was found, the ledger's text (or none), the release. Out: the new text of content/anchors.jsonl and a report for people.

import { asExcerptId, sourceId } from '../ids.ts';
import type { Allocation, AllocationOptions, FoundSource } from './allocation.ts';
import { allocationOf } from './allocate.ts';
import { isMissing, type Fate, type SourcePlan } from './fates.ts';
import { formatLedger, type Ledger, type LedgerEntry, parseLedger, partsOf, present } from './ledger.ts';
import type { Item, Match } from './match.ts';
import { firstWords } from './normalise.ts';
import { placeOrders } from './order.ts';
import { planAnchors } from './plan.ts';
import { reportOf } from './report.ts';
import { sketchOf } from './similarity.ts';

export interface LedgerUpdate {
  /** The whole new file. */
  readonly text: string;
  /** False when the file is as it should be (line ends do not count). */
  readonly changed: boolean;
  /** Lines for people: what was kept, moved, edited, new, retired; the last one is the summary. */
  readonly report: readonly string[];
  readonly allocation: Allocation;
}

/** Updating a second time with the same notes changes nothing. Lines of a replaced source stay as they are until the author decides. */
export function updateLedger(
  sources: readonly FoundSource[],
  ledger: Ledger | null,
  release: string,
  options: AllocationOptions = {},
): LedgerUpdate {
  const before = ledger ?? parseLedger('');
  const plan = planAnchors(sources, before, release, options);
  const allocation = allocationOf(plan, before, release, options);
  const placed = new Map<string, LedgerEntry>();
  for (const source of plan.sources.values()) for (const entry of linesOf(source, release)) placed.set(entry.id, entry);
  const gone = plan.entries
    .filter((entry) => !placed.has(entry.id))
    .map((entry) => buried(entry, plan.fates.get(entry.id), release));
  const lines = origins([...placed.values(), ...gone], plan.fates, plan.sources);
  const hidden = hiddenIds(plan.sources, options);
  const text =
    formatLedger(lines.map((entry) => (hidden(entry.id) ? wordless(entry) : entry))) +
    before.unreadable.map((line) => `${line}\n`).join('');
  const changed = text !== ledger?.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return { text, changed, report: reportOf(allocation, changed), allocation };
}

/** Lines of a source's excerpts, in order. */
function linesOf(plan: SourcePlan, release: string): LedgerEntry[] {
  const { match, ids } = plan;
  if (match.replaced)
    return match.matches.flatMap((partner) => (partner === null || partner.how === 'revived' ? [] : [partner.entry]));
  const orders = placeOrders(match.matches.map((partner) => (partner?.steady ? partner.entry.order : null)));
  return match.matches.flatMap((partner, at) => {
    const [id, item, order] = [ids[at], match.items[at], orders[at]];
    if (id === undefined || item === undefined || order === undefined) return [];
    return [partner === null ? newLine(id, item, order, release) : keptLine(partner, item, order, release)];
  });
}

function newLine(id: string, item: Item, order: number, since: string): LedgerEntry {
  return { id, status: 'live', since, order, ...textOf(item) };
}

const textOf = (item: Item): Pick<LedgerEntry, 'hash' | 'sketch' | 'words'> => ({
  words: firstWords(item.found),
  hash: item.hash,
  sketch: sketchOf(item.shape()),
});

function keptLine({ entry, how }: Match, item: Item, order: number, release: string): LedgerEntry {
  if (how === 'edited') return { ...entry, order, edited: release, ...textOf(item) };
  if (how !== 'revived') return { ...entry, order };
  const { id, since, edited, was, hash, sketch } = entry;
  return { id, status: 'live', since, order, words: firstWords(item.found), ...present({ edited, was }), hash, sketch };
}

function buried(entry: LedgerEntry, fate: Fate | undefined, release: string): LedgerEntry {
  if (fate === undefined || entry.status !== 'live') return entry;
  if (isMissing(fate)) return { ...entry, gone: release };
  if (fate.waits !== 'no') return entry;
  const to = fate.to.length === 0 ? {} : { to: fate.to };
  return { ...entry, status: fate.kind === 'elsewhere' ? 'moved' : 'retired', gone: entry.gone ?? release, ...to };
}

/** New lines, and edited ones that took in another text, say where their text came from. */
function origins(
  lines: readonly LedgerEntry[],
  fates: ReadonlyMap<string, Fate>,
  sources: ReadonlyMap<string, SourcePlan>,
): LedgerEntry[] {
  const from = new Map<string, string[]>();
  const add = (to: string, id: string): void => void from.set(to, [...(from.get(to) ?? []), id]);
  for (const { entry, kind, to, waits } of fates.values())
    if (waits === 'no' && kind !== 'retired') for (const id of to) add(id, entry.id);
  for (const { match, ids, parts } of sources.values())
    for (const partner of match.matches)
      for (const place of partner === null ? [] : (parts.get(partner.entry)?.places ?? []))
        add(ids[place] ?? '', partner?.entry.id ?? '');
  return lines.map((entry) => {
    const sorted = new Set([...(entry.was ?? []), ...(from.get(entry.id) ?? [])]);
    return sorted.size === 0 ? entry : { ...entry, was: [...sorted] };
  });
}

function wordless(entry: LedgerEntry): LedgerEntry {
  const { words: _, ...rest } = entry;
  return rest;
}

/** Of what stands in the notes, the note's mark decides; of what is gone, the caller. */
function hiddenIds(sources: ReadonlyMap<string, SourcePlan>, options: AllocationOptions): (id: string) => boolean {
  const standing = new Map<string, boolean>();
  for (const { match, ids } of sources.values())
    match.items.forEach(({ found }, at) => standing.set(ids[at] ?? '', found.withheld ?? false));
  return (id) => standing.get(id) ?? options.hideWords?.(asExcerptId(id), sourceId(partsOf(id)?.source ?? '')) ?? false;
}

// In: a plan. Out: what changes against the ledger, one entry an id, sorted by id.

import { asExcerptId, sourceId } from '../ids.ts';
import type { AllocationOptions, AnchorChange } from './allocation.ts';
import { isMissing, type Fate, type SourcePlan } from './fates.ts';
import { partsOf, sortById } from './ledger.ts';
import { firstWords } from './normalise.ts';
import type { Plan } from './plan.ts';

/** Lines that wait for the author's decision are no changes, nor are the new excerpts of a replaced source: nothing would be written. */
export function changesOf(plan: Plan, options: AllocationOptions): AnchorChange[] {
  const changes: AnchorChange[] = [];
  for (const source of plan.sources.values()) if (!source.match.replaced) changes.push(...changesIn(source));
  for (const fate of plan.fates.values()) {
    if (fate.waits === 'no') changes.push(changeOf(fate));
    else if (isMissing(fate))
      changes.push({ kind: 'missing', id: asExcerptId(fate.entry.id), words: fate.entry.words ?? '' });
  }
  for (const [old, now] of plan.renamed)
    changes.push({ kind: 'renamed', id: asExcerptId(old), words: '', to: [asExcerptId(now)] });
  // An id may have two changes (edited and split): they keep their order.
  const hidden = (id: string): boolean =>
    plan.fates.has(id) && (options.hideWords?.(asExcerptId(id), sourceId(partsOf(id)?.source ?? '')) ?? false);
  return sortById(changes).map((change) => (hidden(change.id) ? { ...change, words: '' } : change));
}

function changesIn(plan: SourcePlan): AnchorChange[] {
  return plan.match.matches.flatMap((partner, at): AnchorChange[] => {
    const [id, item] = [plan.ids[at], plan.match.items[at]];
    if (id === undefined || item === undefined || partner?.how === 'kept') return [];
    const words = item.found.withheld === true ? '' : firstWords(item.found);
    if (partner === null) return [{ kind: 'new', id, words }];
    if (partner.how !== 'edited') return [{ kind: partner.how, id, words }];
    const edited: AnchorChange = { kind: 'edited', id, words, similarity: partner.score };
    const pieces = plan.parts.get(partner.entry)?.places.flatMap((place) => plan.ids[place] ?? []) ?? [];
    return pieces.length === 0 ? [edited] : [edited, { kind: 'split', id, words, to: [id, ...pieces] }];
  });
}

const changeOf = ({ entry, kind, to }: Fate): AnchorChange => ({
  kind,
  id: asExcerptId(entry.id),
  words: entry.words ?? '',
  to,
});

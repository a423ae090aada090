// In: a study as its notes have it, the text of its ledger, what the author decided. Out: the new ledger, what changed, what is still open.

import { anchorProblems } from '../model/anchors-problems.ts';
import { allocate } from '../model/anchors/allocate.ts';
import type { AllocationOptions, FoundSource } from '../model/anchors/allocation.ts';
import { parseLedger, partsOf, type Ledger, type LedgerEntry } from '../model/anchors/ledger.ts';
import { renumberLedger, withdraw } from '../model/anchors/redirects.ts';
import { updateLedger, type LedgerUpdate } from '../model/anchors/update.ts';
import type { Study } from '../model/study.ts';
import { acknowledge } from '../problems/report.ts';
import type { Problem } from '../problems/problem.ts';
import { interviewReason, reasonsFor, withheldReasons } from './withholding.ts';

export interface LedgerDecisions {
  /** An excerpt's id, or a source's for all of its excerpts that are gone. */
  readonly withdraw: readonly { readonly id: string; readonly reason: string }[];
  /** Old source id to new one, all at once. */
  readonly renumber: ReadonlyMap<string, string>;
  /** Sources whose text was replaced and shall be: their old ids retire. */
  readonly accept: ReadonlySet<string>;
}

export interface LedgerRevision {
  readonly text: string;
  readonly changed: boolean;
  /** Lines for people; the last one is the summary. */
  readonly report: readonly string[];
  /** Decisions that cannot be carried out, as sentences: then nothing should be written. */
  readonly refused: readonly string[];
  /** What is wrong or waits for a decision once the new ledger is written; before, for a ledger that is only checked. */
  readonly open: readonly Problem[];
  readonly before: readonly Problem[];
}

export function reviseLedger(study: Study, text: string | null, decisions: LedgerDecisions): LedgerRevision {
  const { release, renamed } = study.settings;
  const sources = foundSources(study);
  const options: AllocationOptions = {
    renamedSources: renamed.sources,
    accepted: decisions.accept,
    hideWords: wordsOfGone(study),
  };
  const read = text === null ? null : parseLedger(text, release);
  const decided = read === null ? null : decide(read, sources, release, options, decisions);
  const update = updateLedger(sources, decided?.ledger ?? null, release, options);
  const after = updateLedger(sources, parseLedger(update.text, release), release, { ...options, accepted: new Set() });
  const before = read === null ? [] : updateLedger(sources, read, release, options).allocation.notices;
  const refused = decided === null ? nothingToDecide(decisions) : decided.refused;
  const problems = (notices: LedgerUpdate['allocation']['notices']): readonly Problem[] =>
    acknowledge(anchorProblems(notices, Array.from(study.sources, fileOf)), study.settings.acknowledge).filter(isOpen);
  const { changed, report } = update;
  return {
    text: update.text,
    changed,
    report,
    refused,
    open: problems(after.allocation.notices),
    before: problems(before),
  };
}

const fileOf = ({ id, file }: Study['sources'][number]) => ({ id, file: { path: file } });

const undecided = new Set(['ledger-syntax', 'ledger-duplicate-id', 'source-replaced', 'released-id-gone']);
const isOpen = (problem: Problem): boolean => undecided.has(problem.code) && problem.acknowledged === undefined;

function decide(
  ledger: Ledger,
  sources: readonly FoundSource[],
  release: string,
  options: AllocationOptions,
  decisions: LedgerDecisions,
): { ledger: Ledger; refused: string[] } {
  const refused: string[] = [];
  const live = new Set(ledger.entries.filter(({ status }) => status === 'live').map(({ id }) => partsOf(id)?.source));
  for (const source of [...decisions.renumber.keys(), ...decisions.accept])
    if (!live.has(source)) refused.push(`${source} has no living excerpt in the ledger.`);
  refused.push(...stillThere(decisions.renumber, sources, ledger, release, options));
  let entries: readonly LedgerEntry[] = renumberLedger(ledger.entries, decisions.renumber, release).entries;
  const { tombstones } = updateLedger(sources, { ...ledger, entries }, release, options).allocation;
  const gone = new Set<string>(tombstones.map(({ id }) => id));
  const known = new Map(entries.map(({ id, status }) => [id, status]));
  for (const { id, reason } of decisions.withdraw) {
    const ids = known.has(id) ? [id] : idsOfGone(id, entries, gone);
    if (ids.length === 0)
      refused.push(`${id} is neither an id of the ledger nor a source with excerpts that are gone.`);
    else if (known.get(id) === 'moved') refused.push(`${id} has moved, and points to where its text is now.`);
    else if (ids.some((one) => !gone.has(one)))
      refused.push(`${id} stands in its note. Take its text out of the note first, then withdraw the id.`);
    else for (const one of ids) entries = withdraw(entries, one, reason, release);
  }
  return { ledger: { ...ledger, entries }, refused };
}

/** A source is renumbered after its note: as long as most of its text stands under the old id, there is nothing to redirect. */
function stillThere(
  renumber: ReadonlyMap<string, string>,
  sources: readonly FoundSource[],
  ledger: Ledger,
  release: string,
  options: AllocationOptions,
): string[] {
  if (renumber.size === 0) return [];
  const { bySource } = allocate(sources, ledger, release, options);
  const live = Map.groupBy(
    ledger.entries.filter(({ status }) => status === 'live'),
    ({ id }) => partsOf(id)?.source ?? '',
  );
  const known = (source: FoundSource): number =>
    bySource.get(source.id)?.filter(({ how }) => how !== 'new').length ?? 0;
  return sources
    .filter((source) => renumber.has(source.id) && known(source) * 2 > (live.get(source.id)?.length ?? 0))
    .map(({ id }) => `The text of ${id} still stands under that id. Give its note the new number first.`);
}

const idsOfGone = (source: string, entries: readonly LedgerEntry[], gone: ReadonlySet<string>): string[] =>
  entries
    .filter(({ id, status }) => status === 'live' && gone.has(id) && partsOf(id)?.source === source)
    .map(({ id }) => id);

function nothingToDecide({ withdraw, renumber, accept }: LedgerDecisions): string[] {
  const any = withdraw.length + renumber.size + accept.size > 0;
  return any ? ['There is no ledger yet: nothing can be withdrawn, renumbered or accepted.'] : [];
}

function foundSources(study: Study): FoundSource[] {
  const reasons = withheldReasons(study);
  return study.sources.map(({ id, excerpts }) => ({
    id,
    excerpts: excerpts.map(({ id: excerpt, text, kind, url }) => ({
      text,
      kind,
      ...(url === undefined ? {} : { url }),
      withheld: reasons.has(excerpt),
    })),
  }));
}

/** Of text that is gone nobody can tell whether it would be shown where not all text is. */
function wordsOfGone({ settings, sourceById }: Study): NonNullable<AllocationOptions['hideWords']> {
  const [excerpts, sources] = [reasonsFor(settings, 'excerpt'), reasonsFor(settings, 'source')];
  return (id, source) => {
    const known = sourceById.get(source);
    const interview =
      known === undefined ? settings.interviews === 'withheld' : interviewReason(known, settings) !== null;
    return (
      settings.show !== 'all' || settings.maxWords !== null || interview || excerpts.has(id) || sources.has(source)
    );
  };
}

// In: two studies and what was renamed between them. Out: which excerpts are new, edited, gone, under another id, or coded otherwise.

import { normaliseText } from '../model/anchors/normalise.ts';
import type { Excerpt, Study } from '../model/study.ts';
import type { Renamed } from './pair-up.ts';

export interface EditedExcerpt {
  readonly id: string;
  readonly before: string;
  readonly after: string;
  /** Only quotation marks, dashes, blanks or letter case differ. */
  readonly signsOnly: boolean;
}

/** An excerpt under whose passage codes came or went; renamed codes do not count. */
export interface Recoded {
  readonly id: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export interface RetiredId {
  readonly id: string;
  /** Ids that carry its text now, as the ledger says. */
  readonly to: readonly string[];
}

export interface ExcerptChanges {
  readonly added: readonly string[];
  readonly edited: readonly EditedExcerpt[];
  readonly retired: readonly RetiredId[];
  /** The same text under another id: another source, or no ledger kept the number. */
  readonly renamed: readonly Renamed[];
  readonly recoded: readonly Recoded[];
}

export function excerptChanges(
  older: Study,
  newer: Study,
  sources: readonly Renamed[],
  codes: readonly Renamed[],
): ExcerptChanges {
  const names = new Map(sources.map(({ from, to }) => [from, to]));
  const { pairs, renamed, onlyOld, onlyNew } = pairExcerpts(older, newer, (id) => {
    const [, source, number] = /^(.*)(-e\d+)$/.exec(id) ?? [];
    return source === undefined ? id : `${names.get(source) ?? source}${number}`;
  });
  const codeNames = new Map(codes.map(({ from, to }) => [from, to]));
  const heirs = new Map(newer.tombstones.map(({ id, to }) => [id as string, to]));
  return {
    added: onlyNew.map(({ id }) => id),
    edited: pairs.flatMap(([before, after]) => edited(before, after)),
    retired: onlyOld.map(({ id }) => ({ id, to: heirs.get(id) ?? [] })),
    renamed,
    recoded: pairs.flatMap(([before, after]) => recoded(before, after, older, newer, codeNames)),
  };
}

type Pair = readonly [before: Excerpt, after: Excerpt];

interface PairedExcerpts {
  readonly pairs: readonly Pair[];
  readonly renamed: readonly Renamed[];
  readonly onlyOld: readonly Excerpt[];
  readonly onlyNew: readonly Excerpt[];
}

/**
 * First the same id with the same text, then the same text under another id (in the same source before elsewhere, in order), then the
 * same id with other text: without a ledger an insertion renumbers what follows, and nothing of that was edited.
 */
function pairExcerpts(older: Study, newer: Study, idNow: (id: string) => string): PairedExcerpts {
  const pairs: Pair[] = [];
  const renamed: Renamed[] = [];
  const old = new Map(excerptsOf(older).map((excerpt) => [excerpt.id as string, excerpt]));
  const now = new Map(excerptsOf(newer).map((excerpt) => [excerpt.id as string, excerpt]));
  const pair = (before: Excerpt, after: Excerpt): void => {
    old.delete(before.id);
    now.delete(after.id);
    pairs.push([before, after]);
    if (before.id === after.id) return;
    renamed.push({ from: before.id, to: after.id, how: idNow(before.id) === after.id ? 'declared' : 'found' });
  };
  for (const before of [...old.values()]) {
    const after = now.get(idNow(before.id));
    if (after !== undefined && sameText(before, after)) pair(before, after);
  }
  const inSource = (source: string, excerpt: Excerpt): string => `${source} ${textKey(excerpt)}`;
  const here = waitingFor(now.values(), (excerpt) => inSource(excerpt.source, excerpt));
  for (const before of [...old.values()]) takeFirst(here, inSource(sourceNow(before.id, idNow), before), before, pair);
  const anywhere = waitingFor(now.values(), textKey);
  for (const before of [...old.values()]) takeFirst(anywhere, textKey(before), before, pair);
  for (const before of [...old.values()]) {
    const after = now.get(idNow(before.id));
    if (after !== undefined) pair(before, after);
  }
  return { pairs, renamed, onlyOld: [...old.values()], onlyNew: [...now.values()] };
}

type Waiting = ReadonlyMap<string, Excerpt[]>;

const waitingFor = (excerpts: Iterable<Excerpt>, key: (excerpt: Excerpt) => string): Waiting =>
  Map.groupBy([...excerpts].reverse(), key);

function takeFirst(
  waiting: Waiting,
  key: string,
  before: Excerpt,
  pair: (before: Excerpt, after: Excerpt) => void,
): void {
  const after = textKey(before) === '' ? undefined : waiting.get(key)?.pop();
  if (after !== undefined) pair(before, after);
}

const excerptsOf = ({ sources }: Study): readonly Excerpt[] => sources.flatMap(({ excerpts }) => excerpts);

const sourceNow = (id: string, idNow: (id: string) => string): string => idNow(id).replace(/-e\d+$/, '');

/** A figure is its address as well; what is withheld is recognised by its id alone. */
const textKey = ({ text, url, withheld }: Excerpt): string =>
  withheld === undefined && (text !== '' || url !== undefined) ? `${normaliseText(text)}\n${url ?? ''}` : '';

const sameText = (before: Excerpt, after: Excerpt): boolean =>
  textKey(before) === textKey(after) || before.withheld !== undefined || after.withheld !== undefined;

function edited(before: Excerpt, after: Excerpt): EditedExcerpt[] {
  const hidden = before.withheld !== undefined || after.withheld !== undefined;
  if (hidden || (before.text === after.text && before.url === after.url)) return [];
  const signsOnly = textKey(before) === textKey(after);
  return [{ id: after.id, before: before.text, after: after.text, signsOnly }];
}

function recoded(
  before: Excerpt,
  after: Excerpt,
  older: Study,
  newer: Study,
  codeNames: ReadonlyMap<string, string>,
): Recoded[] {
  const had = codesOf(before, older).map((id) => codeNames.get(id) ?? id);
  const has = codesOf(after, newer);
  const [hadSet, hasSet] = [new Set(had), new Set(has)];
  const added = has.filter((id) => !hadSet.has(id));
  const removed = had.filter((id) => !hasSet.has(id));
  return added.length + removed.length === 0 ? [] : [{ id: after.id, added, removed }];
}

const codesOf = ({ passage }: Excerpt, { passageById }: Study): readonly string[] =>
  passageById.get(passage ?? '')?.codes ?? [];

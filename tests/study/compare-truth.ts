// In: a study and an independent reading of the same notes (../shared/truth/*.json). Out: how many facts were compared and every fact in
// which the two differ, with file and line.

import type { Passage, Source, Study } from '../../src/study/model/study.ts';

interface TruthAxial {
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly uses?: readonly string[];
  readonly forces?: readonly (readonly string[])[];
  readonly recovered?: TruthAxial;
}

interface TruthExcerpt {
  readonly n: number;
  readonly kind: string;
  readonly line: number;
  readonly text?: string;
  readonly alt?: string;
  readonly url?: string;
  readonly speaker?: string;
}

interface TruthGroup {
  readonly line: number;
  readonly covers: readonly number[];
  readonly open: readonly { readonly text: string; readonly line: number }[];
  readonly axial: readonly TruthAxial[];
}

interface TruthSource {
  readonly file: string;
  readonly id: string;
  readonly bytes: number;
  readonly header: Readonly<Record<string, unknown>>;
  readonly headerLines: Readonly<Record<string, number>>;
  readonly metadata: { readonly line: number; readonly values: Readonly<Record<string, unknown>> } | null;
  readonly excerpts: readonly TruthExcerpt[];
  readonly groups: readonly TruthGroup[];
}

export interface Truth {
  readonly sources: readonly TruthSource[];
}

export interface Comparison {
  readonly compared: number;
  readonly differences: readonly string[];
}

/** Kinds, stereotypes and impacts are no codes (the list of ../shared/compare-study.mjs). */
const builtIn = new Set(
  (
    'very_positive positive neutral negative very_negative positive_and_negative requires uses can_use can_be_combined_with ' +
    'can_be_realized_with variant extension is_a realizes includes alternative_to rules_out influences leads_to enables option ' +
    'option2 consider_if_not_decided consider_if_not_decided_yet mandatory_next optional_next next_decision ' +
    'decide_for_all_instances_of decide_for_some_instances_of decision practice pattern force category domain_metaclass design_solution'
  ).split(' '),
);

interface Tally {
  compared: number;
  readonly differences: string[];
}

export function compareWithTruth(study: Study, truth: Truth): Comparison {
  const tally: Tally = { compared: 0, differences: [] };
  same(tally, 'number of sources', study.sources.length, truth.sources.length);
  for (const expected of truth.sources) {
    const source = study.sourceById.get(expected.id);
    same(tally, `${expected.file}:1 ${expected.id} exists`, source !== undefined, true);
    if (!source) continue;
    compareFields(tally, source, expected);
    compareExcerpts(tally, source, expected);
    comparePassages(tally, source, expected);
  }
  return tally;
}

function compareFields(tally: Tally, source: Source, expected: TruthSource): void {
  for (const [key, value] of Object.entries(expected.header)) {
    const at = `${expected.file}:${expected.headerLines[key] ?? 1} header ${key}`;
    same(tally, at, fold(Object.entries(source.header).find(([name]) => name === key)?.[1]), fold(value));
  }
  for (const [key, value] of Object.entries(expected.metadata?.values ?? {}))
    same(
      tally,
      `${expected.file}:${expected.metadata?.line} metadata ${key}`,
      fold(source.metadata?.[key]),
      fold(value),
    );
}

const words = ['quote', 'heading', 'note', 'speaker'];

/** In order: text and first line of every excerpt, address of every figure, and who speaks. */
function compareExcerpts(tally: Tally, source: Source, expected: TruthSource): void {
  const shown = expected.excerpts.filter((excerpt) => excerpt.kind !== 'speaker');
  same(tally, `${expected.file}:1 number of excerpts`, source.excerpts.length, shown.length);
  shown.forEach((excerpt, i) => {
    const own = source.excerpts[i];
    const at = `${expected.file}:${excerpt.line} excerpt ${i + 1}`;
    // A listing starts at its fence there, at its first words here.
    if (excerpt.kind !== 'code') same(tally, `${at} line`, own?.lines[0], excerpt.line);
    if (words.includes(excerpt.kind)) {
      same(tally, `${at} text`, fold(own?.text), fold(excerpt.text));
      same(tally, `${at} speaker`, fold(own?.speaker), fold(excerpt.speaker));
      same(tally, `${at} heading`, own?.kind === 'heading', excerpt.kind === 'heading');
    } else if (excerpt.kind === 'code') same(tally, `${at} listing`, fold(own?.text), fold(excerpt.text));
    else same(tally, `${at} figure`, own?.kind, 'figure');
  });
}

function comparePassages(tally: Tally, source: Source, expected: TruthSource): void {
  const groups = expected.groups.filter((group) => group.open.length > 0 || group.axial.flatMap(idsOf).length > 0);
  const passages = source.passages.filter((passage) => passage.openCodes.length > 0 || codesOf(passage).length > 0);
  same(tally, `${expected.file}:1 number of passages`, passages.length, groups.length);
  const byLine = new Map(passages.map((passage) => [passage.line, passage]));
  const texts = new Map(source.excerpts.map((excerpt): [string, string] => [excerpt.id, fold(excerpt.text)]));
  const figures = new Set<string>(source.excerpts.filter((one) => one.kind === 'figure').map((one) => one.id));
  const truths = new Map(expected.excerpts.map((excerpt) => [excerpt.n, excerpt]));
  for (const group of groups) {
    const at = `${expected.file}:${group.line} passage`;
    const passage = byLine.get(group.line);
    same(tally, `${at} exists`, passage !== undefined, true);
    if (!passage) continue;
    const covers = group.covers
      .flatMap((n) => truths.get(n) ?? [])
      .filter((excerpt) => !['image', 'speaker'].includes(excerpt.kind));
    const own = passage.excerpts.filter((id) => !figures.has(id));
    sameList(
      tally,
      `${at} covers`,
      own.map((id) => texts.get(id) ?? ''),
      covers.map((excerpt) => fold(excerpt.text)),
    );
    const open = group.open.map((code) => fold(code.text));
    sameList(
      tally,
      `${at} open codes`,
      passage.openCodes.map((code) => fold(code.text)),
      open,
    );
    const ids = [...new Set(group.axial.flatMap(idsOf))];
    sameList(tally, `${at} codes`, [...codesOf(passage)].sort(), ids.sort());
  }
}

const codesOf = (passage: Passage): readonly string[] => passage.codes.filter((id) => !builtIn.has(id));

const idsOf = (axial: TruthAxial): readonly string[] =>
  [
    ...(axial.id === undefined ? [] : [axial.id]),
    ...(axial.ids ?? []),
    ...(axial.uses ?? []),
    ...(axial.forces ?? []).flatMap((force) => force.slice(0, 2)),
    ...(axial.recovered ? idsOf(axial.recovered) : []),
  ].filter((id) => id !== '' && !builtIn.has(id));

const fold = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value ?? ''))
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u200c\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

function same(tally: Tally, what: string, got: unknown, want: unknown): void {
  tally.compared += 1;
  if (got !== want) tally.differences.push(`${what}: got ${brief(got)}, expected ${brief(want)}`);
}

function sameList(tally: Tally, what: string, got: readonly string[], want: readonly string[]): void {
  same(tally, `${what}, how many`, got.length, want.length);
  want.forEach((value, i) => same(tally, `${what} ${i + 1}`, got[i], value));
}

const brief = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 160);

// In: passages and excerpts of the study. Out: all that a page shows of them, as plain values: components only write it down.

import {
  hostOf,
  problemsAt,
  webAddress,
  type Code,
  type Excerpt,
  type Passage,
  type Repair,
  type Source,
  type Study,
} from '#study';
import { kindClass, type KindClass } from '#site/kinds.ts';
import { codeUrl, excerptUrl, passageUrl, problemsUrl } from '#site/urls.ts';
import type { Words } from '#site/words/index.ts';

export interface CodeView {
  readonly id: string;
  readonly label: string;
  readonly url: string;
  readonly kind: KindClass;
  /** The kind as written, or that there is none. */
  readonly kindWord: string;
}

export interface NoteView {
  readonly text: string;
  /** The problem's permanent address, when it is one. */
  readonly url?: string;
}

export interface ExcerptView {
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly kind: Excerpt['kind'];
  readonly text: string;
  /** Who begins to speak here. */
  readonly speaker: string | undefined;
  readonly asks: boolean;
  readonly withheld: string | undefined;
  readonly figure: FigureView | undefined;
  readonly notes: readonly NoteView[];
}

export interface FigureView {
  readonly href: string;
  readonly host: string;
  readonly written: string;
}

export interface OpenCodeView {
  readonly text: string;
  readonly sign: string;
  readonly inVivo: boolean;
  readonly withheld?: string;
  readonly joined: readonly CodeView[];
  readonly note?: string;
}

export interface WrittenView {
  readonly text: string;
  readonly line: number;
  readonly withheld?: string;
}

export interface PassageView {
  readonly id: string;
  readonly number: number;
  readonly url: string;
  /** `excerpts 8–12`; '' when it has none. */
  readonly range: string;
  readonly excerpts: readonly ExcerptView[];
  readonly codes: readonly CodeView[];
  readonly openCodes: readonly OpenCodeView[];
  readonly statements: readonly WrittenView[];
  readonly remarks: readonly WrittenView[];
  readonly notes: readonly NoteView[];
}

export function codeView(code: Code, words: Words): CodeView {
  return {
    id: code.id,
    label: code.label,
    url: codeUrl(code),
    kind: kindClass(code.kind),
    kindWord: code.kind ?? words.code.notDefined,
  };
}

export const codeViews = (ids: readonly string[], study: Study, words: Words): readonly CodeView[] =>
  ids.flatMap((id) => {
    const code = study.codeById.get(id);
    return code ? [codeView(code, words)] : [];
  });

export function passageView(passage: Passage, study: Study, words: Words): PassageView {
  const excerpts = passage.excerpts.flatMap((id) => study.excerptById.get(id) ?? []);
  return {
    id: passage.id,
    number: passage.number,
    url: passageUrl(passage),
    range: rangeOf(excerpts, words),
    excerpts: excerptViews(excerpts, study, words),
    codes: codeViews(passage.codes, study, words),
    openCodes: passage.openCodes.map((open) => ({
      text: open.text,
      sign: open.sign ?? '',
      inVivo: open.inVivo,
      joined: codeViews(open.codes, study, words),
      ...(open.withheld === undefined ? {} : { withheld: open.withheld }),
      ...(open.repairs.length === 0 ? {} : { note: repairNote(open.repairs, words) }),
    })),
    statements: passage.statements,
    remarks: passage.remarks,
    notes: problemNotes(problemsAt(study).passage(passage.id)),
  };
}

export const rangeOf = (excerpts: readonly Excerpt[], words: Words): string => {
  const [first, last] = [excerpts[0], excerpts.at(-1)];
  return first && last ? words.source.range(first.number, last.number) : '';
};

/** A speaker is named where the voice changes, and at the start of what is shown together. */
export function excerptViews(excerpts: readonly Excerpt[], study: Study, words: Words): readonly ExcerptView[] {
  let voice: string | undefined;
  return excerpts.map((excerpt) => {
    const changed = excerpt.speaker !== undefined && excerpt.speaker !== voice;
    voice = excerpt.speaker ?? voice;
    return excerptView(excerpt, changed, study, words);
  });
}

export function excerptView(excerpt: Excerpt, named: boolean, study: Study, words: Words): ExcerptView {
  const { id, number, kind, text, speaker, withheld } = excerpt;
  return {
    id,
    number,
    url: excerptUrl(excerpt),
    kind,
    text,
    asks: speaker === 'Interviewer',
    speaker: named ? speaker : undefined,
    withheld,
    figure: kind === 'figure' && withheld === undefined ? figureView(excerpt) : undefined,
    notes: excerptNotes(excerpt, study, words),
  };
}

function figureView({ url = '' }: Excerpt): FigureView {
  return { href: webAddress(url), host: hostOf(url), written: url };
}

function excerptNotes(excerpt: Excerpt, study: Study, words: Words): readonly NoteView[] {
  const notes = problemNotes(problemsAt(study).excerpt(excerpt.id));
  const unquoted =
    excerpt.kind === 'note' ? [{ text: words.source.unquoted, url: problemsUrl('excerpt-unquoted') }] : [];
  const edited = excerpt.editedSince === undefined ? [] : [{ text: words.source.editedSince(excerpt.editedSince) }];
  const repaired = excerpt.repairs.length === 0 ? [] : [{ text: repairNote(excerpt.repairs, words) }];
  return notes.length + unquoted.length + edited.length + repaired.length === 0
    ? notes
    : [...repaired, ...unquoted, ...edited, ...notes];
}

/** Remarks (`info`) stand in the source's list of notes alone. */
const problemNotes = (problems: Study['problems']): readonly NoteView[] =>
  problems
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, message }) => ({ text: sentence(message), url: problemsUrl(code) }));

/** An id stays as it is written: S26-e10 is none. */
export function sentence(message: string): string {
  const begun = /^\p{L}+\d/u.test(message) ? message : message.slice(0, 1).toUpperCase() + message.slice(1);
  return `${begun}${/[.!?…]$/.test(message) ? '' : '.'}`;
}

const mostShown = 4;

/** `Repaired: 7 twice-encoded characters (â€™ → ’).` */
export function repairNote(repairs: readonly Repair[], words: Words): string {
  const kinds = [...Map.groupBy(repairs, ({ kind }) => kind)];
  const counts = kinds.map(([kind, ones]) => words.source.repairs[kind](ones.length)).join(', ');
  const pairs = new Set(repairs.map(({ original, repaired }) => words.source.repairOf(visible(original), repaired)));
  const shown = [...pairs].slice(0, mostShown).join(', ') + (pairs.size > mostShown ? ' …' : '');
  return words.source.repaired(`${counts} (${shown})`);
}

/** Characters that cannot be seen are named. */
const visible = (text: string): string =>
  text.replace(
    /[\p{Cc}\p{Cf}\p{Zs}\p{Cs}\p{Noncharacter_Code_Point}]/gu,
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );

/** The language of a source's words, for `lang`; `undefined` when it is the page's own. Unknown is said as such: `lang=""`. */
export function quoteLanguage(source: Source, study: Study): string | undefined {
  const named = (source.bibliography.language ?? study.settings.language).trim();
  const language = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(named) ? named : '';
  return language === study.settings.interface ? undefined : language;
}

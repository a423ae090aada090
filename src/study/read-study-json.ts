// In: the text of a study.json. Out: the study that it was written from, or the problems that stand in the way.
// The reverse of exports/study-json.ts: writing what was read gives the same bytes.

import { misfits } from './exports/json-schema.ts';
import { studySchema } from './exports/study-schema.ts';
import type { CodeId, ExcerptId, PassageId } from './model/ids.ts';
import type { Code, Excerpt, Passage, Settings, Source, Study } from './model/study.ts';
import type { Problem } from './problems/problem.ts';
import { problem } from './problems/report.ts';

export interface ReadStudy {
  /** `null` when the text is no study.json of this format; the problems say why. */
  readonly study: Study | null;
  readonly problems: readonly Problem[];
}

/** `file` is only the name that problems give as their place. */
export function studyFromJson(text: string, file = 'study.json'): ReadStudy {
  const { value, error } = parsed(text);
  if (error !== null) return { study: null, problems: [unreadable(file, `is not JSON: ${error}`)] };
  const wrong = misfits(value, studySchema);
  if (wrong.length > 0)
    return {
      study: null,
      problems: wrong.map(({ pointer, expected }) =>
        unreadable(file, `expected ${expected} at ${pointer || 'the top'}`),
      ),
    };
  // The schema describes every field of `StudyDocument`, and it fits.
  const document = value as StudyDocument;
  const loose = looseEnds(document);
  if (loose.length > 0) return { study: null, problems: loose.map((words) => unreadable(file, words)) };
  return { study: studyOf(document), problems: [] };
}

/** A problem of the list in study.json: its place stands among its fields. */
type FlatProblem = Omit<Problem, 'place'> & Problem['place'];

type StudyDocument = Omit<
  Study,
  | 'settings'
  | 'digest'
  | 'permanent'
  | 'sources'
  | 'problems'
  | 'sourceById'
  | 'excerptById'
  | 'passageById'
  | 'codeById'
> & {
  readonly $schema: string;
  readonly format: 1;
  readonly study: Settings & Pick<Study, 'digest' | 'permanent'>;
  readonly sources: readonly Omit<Source, 'excerpts' | 'passages'>[];
  readonly excerpts: readonly Excerpt[];
  readonly passages: readonly Passage[];
  readonly problems: readonly FlatProblem[];
};

function parsed(text: string): { readonly value: unknown; readonly error: string | null } {
  try {
    return { value: JSON.parse(text), error: null };
  } catch (error) {
    return { value: null, error: error instanceof Error ? error.message : String(error) };
  }
}

function studyOf(document: StudyDocument): Study {
  const { $schema: _schema, format: _format, study, excerpts, passages, ...rest } = document;
  const { digest, permanent, ...settings } = study;
  const excerptsBySource = Map.groupBy(excerpts, (excerpt) => excerpt.source);
  const passagesBySource = Map.groupBy(passages, (passage) => passage.source);
  const sources = document.sources.map((source): Source => ({
    ...source,
    excerpts: excerptsBySource.get(source.id) ?? [],
    passages: passagesBySource.get(source.id) ?? [],
  }));
  return {
    ...rest,
    settings,
    digest,
    permanent,
    sources,
    problems: document.problems.map(unfolded),
    sourceById: new Map(sources.map((source) => [source.id, source])),
    excerptById: new Map(excerpts.map((excerpt) => [excerpt.id, excerpt])),
    passageById: new Map(passages.map((passage) => [passage.id, passage])),
    codeById: new Map(document.codes.map((code) => [code.id, code])),
  };
}

function unfolded({ file, line, column, endLine, endColumn, ...rest }: FlatProblem): Problem {
  const end = { ...(endLine === undefined ? {} : { endLine }), ...(endColumn === undefined ? {} : { endColumn }) };
  return { ...rest, place: { file, line, column, ...end } };
}

/** Ids that stand for nothing, or twice: with one of them no page could be made. At most 20 are named. */
function looseEnds({ sources, excerpts, passages, codes }: StudyDocument): string[] {
  const sourceIds = new Set(sources.map((source) => source.id));
  const excerptIds = new Set(excerpts.map((excerpt) => excerpt.id));
  const passageIds = new Set(passages.map((passage) => passage.id));
  const codeIds = new Set(codes.map((code) => code.id));
  const found = [
    ...twice('source', sources),
    ...twice('excerpt', excerpts),
    ...twice('passage', passages),
    ...twice('code', codes),
    ...twice(
      'address of a code',
      codes.map((code) => ({ id: code.slug })),
    ),
    ...[...excerpts, ...passages]
      .filter(({ source }) => !sourceIds.has(source))
      .map(({ id, source }) => nothing(id, source)),
    ...excerpts.flatMap(({ id, passage }) =>
      passage === null || passageIds.has(passage) ? [] : [nothing(id, passage)],
    ),
    ...passages.flatMap((passage) => passageEnds(passage, excerptIds, codeIds)),
    ...codes.flatMap((code) => codeEnds(code, passageIds)),
  ];
  return found.slice(0, 20);
}

const passageEnds = (passage: Passage, excerpts: ReadonlySet<ExcerptId>, codes: ReadonlySet<CodeId>): string[] => [
  ...passage.excerpts.filter((id) => !excerpts.has(id)).map((id) => nothing(passage.id, id)),
  ...passage.codes.filter((id) => !codes.has(id)).map((id) => nothing(passage.id, id)),
];

const codeEnds = (code: Code, passages: ReadonlySet<PassageId>): string[] =>
  code.passages.filter((id) => !passages.has(id)).map((id) => nothing(code.id, id));

const nothing = (from: string, to: string): string => `expected what "${from}" names to be there, and "${to}" is not`;

function twice(what: string, records: readonly { readonly id: string }[]): string[] {
  const seen = new Set<string>();
  return records.flatMap(({ id }) => {
    if (seen.has(id)) return [`expected each ${what} once, and "${id}" is there twice`];
    seen.add(id);
    return [];
  });
}

const unreadable = (file: string, reason: string): Problem =>
  problem('study-json-unreadable', { file, line: 1, column: 1 }, { reason });

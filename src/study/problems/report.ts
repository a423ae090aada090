// In: what was noticed, and the file it stands in. Out: problems with their place and sentence; sorted, and held against the reasons of
// the researcher who acknowledged them.

import { catalogue } from './catalogue.ts';
import type { Place, Position, Span } from './place.ts';
import type { Problem, ProblemArguments } from './problem.ts';

/** Something noticed, before it has a file: parse/note.ts has the same shape. */
export interface Noticed {
  readonly code: string;
  readonly span: Span;
  readonly args?: ProblemArguments;
  readonly other?: Span;
}

export interface About {
  readonly source?: string;
  readonly excerpt?: string;
  readonly passage?: string;
  readonly codeId?: string;
}

export type Locate = (offset: number) => Position;

/** A problem at offsets of a file. */
export function problemAt(file: string, locate: Locate, noticed: Noticed, about: About = {}): Problem {
  const start = locate(noticed.span.start);
  const end = locate(Math.max(noticed.span.start, noticed.span.end));
  const place: Place = { file, ...start, endLine: end.line, endColumn: end.column };
  const base = problem(noticed.code, place, noticed.args ?? {}, about);
  return noticed.other ? { ...base, other: { file, ...locate(noticed.other.start), words: 'the other place' } } : base;
}

/** A problem at a known place. A code that is not in the catalogue is our own mistake. */
export function problem(code: string, place: Place, args: ProblemArguments = {}, about: About = {}): Problem {
  const entry = catalogue[code];
  if (!entry) throw new Error(`no problem is called ${code}`);
  return { code, severity: entry.severity, message: entry.message(args), place, args, ...about };
}

export interface Acknowledgement {
  readonly problem: string;
  readonly source?: string;
  readonly file?: string;
  readonly line?: number;
  readonly reason: string;
}

/** An acknowledgement fits a problem of its code whose source, file and line are those that it names. */
export function acknowledge(problems: readonly Problem[], reasons: readonly Acknowledgement[]): readonly Problem[] {
  return problems.map((one) => {
    const fits = reasons.find(
      (reason) =>
        reason.problem === one.code &&
        (reason.source === undefined || reason.source === one.source) &&
        (reason.file === undefined || reason.file === one.place.file) &&
        (reason.line === undefined || reason.line === one.place.line),
    );
    return fits ? { ...one, acknowledged: fits.reason } : one;
  });
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By file, line, column, code and sentence: the same problems in the same order on every machine. */
export const sortProblems = (problems: readonly Problem[]): readonly Problem[] =>
  [...problems].sort(
    (a, b) =>
      text(a.place.file, b.place.file) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column ||
      text(a.code, b.code) ||
      text(a.message, b.message),
  );

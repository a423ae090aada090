// In: what was noticed, and the file it stands in. Out: problems with their place and sentence; sorted, bounded, and held against the
// reasons of the researcher who acknowledged them.

import { catalogue } from './catalogue.ts';
import type { Place, Position, Span } from './place.ts';
import type { Problem, ProblemArguments } from './problem.ts';

/** Something noticed, before it has a file: parse/note.ts has the same shape. */
export interface Noticed {
  readonly code: string;
  readonly span: Span;
  readonly args?: ProblemArguments;
  readonly other?: Span & { readonly words?: string };
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
  const base = problem(noticed.code, placeAt(file, locate, noticed.span), noticed.args ?? {}, about);
  const { other } = noticed;
  return other
    ? { ...base, other: { ...placeAt(file, locate, other), words: other.words ?? 'the other place' } }
    : base;
}

export function placeAt(file: string, locate: Locate, span: Span): Place {
  const end = locate(Math.max(span.start, span.end));
  return { file, ...locate(span.start), endLine: end.line, endColumn: end.column };
}

/** A problem at a known place. A code that is not in the catalogue is our own mistake. */
export function problem(code: string, place: Place, args: ProblemArguments = {}, about: About = {}): Problem {
  const entry = catalogue[code];
  if (!entry) throw new Error(`no problem is called ${code}`);
  const short = brief(args);
  return { code, severity: entry.severity, message: entry.message(short), place, args: short, ...about };
}

const longest = 240;

/** Words of a note in a message are a reminder, not the note: cut where they are long, and never inside a character. */
function brief(args: ProblemArguments): ProblemArguments {
  const pairs = Object.entries(args).map(([name, value]) => [name, typeof value === 'string' ? clip(value) : value]);
  // The same names with the same types of values.
  return Object.fromEntries(pairs) as ProblemArguments;
}

const clip = (text: string): string => {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return cut.replace(/[\ud800-\udbff](?=…?$)/, '');
};

export interface Acknowledgement {
  readonly problem: string;
  readonly source?: string;
  readonly file?: string;
  readonly line?: number;
  readonly reason: string;
}

/** An acknowledgement fits a problem of its code whose source, file and line are those that it names. */
export function acknowledge(problems: readonly Problem[], reasons: readonly Acknowledgement[]): readonly Problem[] {
  const byCode = new Map<string, Acknowledgement[]>();
  for (const reason of reasons) {
    const list = byCode.get(reason.problem);
    if (list) list.push(reason);
    else byCode.set(reason.problem, [reason]);
  }
  return problems.map((one) => {
    const reason = byCode.get(one.code)?.find((candidate) => fits(candidate, one));
    return reason ? { ...one, acknowledged: reason.reason } : one;
  });
}

export const fits = (reason: Acknowledgement, one: Problem): boolean =>
  reason.problem === one.code &&
  (reason.source === undefined || reason.source === one.source) &&
  (reason.file === undefined || reason.file === one.place.file) &&
  (reason.line === undefined || reason.line === one.place.line);

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

/** So many problems of one code are listed for a file; nobody reads more, and a broken file may have a million. */
export const mostListed = 1000;

/** `problems` are sorted; where a file has too many of a code, one more problem says how many are not listed. */
export function boundProblems(problems: readonly Problem[]): readonly Problem[] {
  const counts = new Map<string, number>();
  const kept = problems.filter((one) => {
    const key = `${one.code} ${one.place.file}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= mostListed;
  });
  const more = [...counts].flatMap(([key, count]) => {
    if (count <= mostListed) return [];
    const [code = '', ...file] = key.split(' ');
    return [
      problem('problems-not-listed', { file: file.join(' '), line: 1, column: 1 }, { code, count: count - mostListed }),
    ];
  });
  return more.length === 0 ? problems : sortProblems([...kept, ...more]);
}

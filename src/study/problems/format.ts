// In: problems and the texts they point into. Out: lines for people (text, with a frame), for programs (JSON, SARIF) and for GitHub.
// Nothing of a note reaches a terminal raw: control characters are spelt out.

import { catalogue } from './catalogue.ts';
import type { Place } from './place.ts';
import type { Problem, Severity } from './problem.ts';

export interface Look {
  readonly colour: boolean;
  readonly frames: boolean;
}

/** `notes/s_5.md:116:22: error axial-syntax-salvaged: message`, with the frame indented below it. */
export function formatProblem(problem: Problem, texts: ReadonlyMap<string, string>, look: Look): string {
  const { place } = problem;
  const acknowledged = problem.acknowledged === undefined ? '' : ` (acknowledged: ${visible(problem.acknowledged)})`;
  const where = `${visible(place.file)}:${place.line}:${place.column}`;
  const what = `${paint(look, problem.severity, problem.severity)} ${problem.code}`;
  const line = `${where}: ${what}: ${visible(problem.message)}${acknowledged}`;
  if (!look.frames) return line;
  const frames = [frameOf(place, texts, look), problem.other ? otherFrame(problem.other, texts, look) : []].flat();
  const advice = catalogue[problem.code]?.mend;
  return [line, ...frames, ...(advice === undefined ? [] : [`    ${dim(look, advice)}`])].join('\n');
}

function otherFrame(
  other: NonNullable<Problem['other']>,
  texts: ReadonlyMap<string, string>,
  look: Look,
): readonly string[] {
  return [
    `    ${visible(other.file)}:${other.line}:${other.column}: ${visible(other.words)}`,
    ...frameOf(other, texts, look),
  ];
}

const before = 20;
const width = 100;
const lineStarts = new WeakMap<ReadonlyMap<string, string>, Map<string, readonly number[]>>();

/** The line of a place with a caret below its column; a long line is cut around the column. */
function frameOf(place: Place, texts: ReadonlyMap<string, string>, look: Look): readonly string[] {
  const text = texts.get(place.file);
  if (text === undefined) return [];
  const start = startsOf(place.file, text, texts)[place.line - 1];
  if (start === undefined) return [];
  const column = offsetOfColumn(text, start, place.column);
  const from = Math.max(start, column - before * 3);
  const end = text.slice(column, column + width).search(/[\r\n]/);
  const shown = text.slice(from, end < 0 ? Math.min(column + width, text.length) : column + end);
  const number = String(place.line).padStart(6);
  const caret = ' '.repeat([...visible(text.slice(from, column))].length + (from > start ? 1 : 0));
  return [
    `${dim(look, `${number} |`)} ${from > start ? '…' : ''}${visible(shown)}`,
    `${dim(look, '       |')} ${caret}${paint(look, 'error', '^')}`,
  ];
}

function startsOf(file: string, text: string, texts: ReadonlyMap<string, string>): readonly number[] {
  let known = lineStarts.get(texts);
  if (!known) lineStarts.set(texts, (known = new Map()));
  let starts = known.get(file);
  if (!starts) {
    starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length)];
    known.set(file, starts);
  }
  return starts;
}

function offsetOfColumn(text: string, start: number, column: number): number {
  let offset = start;
  for (let i = 1; i < column && offset < text.length; i += 1)
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  return offset;
}

/** Control characters and direction marks as U+0000 tokens, line ends as ⏎, so that text from the web cannot steer a terminal. */
export const visible = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- control characters are what is replaced
  text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (character) => {
    if (character === '\n') return '⏎';
    if (character === '\t') return ' ';
    return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  });

const colours: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36 };
const paint = (look: Look, severity: Severity, text: string): string =>
  look.colour ? `\u001b[${colours[severity]}m${text}\u001b[39m` : text;
const dim = (look: Look, text: string): string => (look.colour ? `\u001b[2m${text}\u001b[22m` : text);

/** `12 errors, 3 warnings, 40 remarks (5 acknowledged)` */
export function countProblems(problems: readonly Problem[]): string {
  const count = (severity: Severity): number =>
    problems.filter((problem) => problem.severity === severity && problem.acknowledged === undefined).length;
  const acknowledged = problems.filter((problem) => problem.acknowledged !== undefined).length;
  const words = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
  const rows = [words(count('error'), 'error'), words(count('warning'), 'warning'), words(count('info'), 'remark')];
  return rows.join(', ') + (acknowledged > 0 ? `, ${acknowledged} acknowledged` : '');
}

const githubLevels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** GitHub's workflow commands; `%`, line ends, `:` and `,` are escaped as its toolkit does. */
export function formatGithub(problem: Problem): string {
  const data = (text: string): string => visible(text).replace(/%/g, '%25');
  const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  const { file, line, column } = problem.place;
  return `::${githubLevels[problem.severity]} file=${property(file)},line=${line},col=${column},title=${property(problem.code)}::${data(problem.message)}`;
}

const sarifLevels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0, as code hosts and editors read it. */
export function formatSarif(problems: readonly Problem[]): string {
  const used = [...new Set(problems.map((problem) => problem.code))].sort((a, b) => (a < b ? -1 : 1));
  const rules = used.map((id) => {
    const entry = catalogue[id];
    return {
      id,
      shortDescription: { text: entry?.title ?? id },
      fullDescription: { text: entry?.why ?? '' },
      help: { text: entry?.mend ?? '' },
      defaultConfiguration: { level: sarifLevels[entry?.severity ?? 'warning'] },
    };
  });
  const results = problems.map((problem) => ({
    ruleId: problem.code,
    level: sarifLevels[problem.severity],
    message: { text: problem.message },
    locations: [sarifLocation(problem.place)],
    ...(problem.other
      ? { relatedLocations: [{ ...sarifLocation(problem.other), message: { text: problem.other.words } }] }
      : {}),
    ...(problem.acknowledged === undefined
      ? {}
      : { suppressions: [{ kind: 'external', justification: problem.acknowledged }] }),
  }));
  const run = { tool: { driver: { name: 'Catena', rules } }, columnKind: 'unicodeCodePoints', results };
  return `${JSON.stringify({ version: '2.1.0', $schema: 'https://json.schemastore.org/sarif-2.1.0.json', runs: [run] }, null, 2)}\n`;
}

function sarifLocation(place: Place): object {
  const region = {
    startLine: place.line,
    startColumn: place.column,
    ...(place.endLine === undefined ? {} : { endLine: place.endLine }),
    ...(place.endColumn === undefined ? {} : { endColumn: place.endColumn }),
  };
  return { physicalLocation: { artifactLocation: { uri: encodeURI(place.file) }, region } };
}

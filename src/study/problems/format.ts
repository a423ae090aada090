// In: problems and the texts they point into. Out: lines for people, with a frame. Nothing of a note reaches a terminal raw.

import { catalogue } from './catalogue.ts';
import { frameOf } from './frame.ts';
import type { Place } from './place.ts';
import type { Problem, Severity } from './problem.ts';
import { visible } from './visible.ts';

export interface Look {
  readonly colour: boolean;
  readonly frames: boolean;
}

/** `notes/s_5.md:116:22: error axial-syntax-salvaged: message`, with the frames and the advice indented below it. */
export function formatProblem(problem: Problem, texts: ReadonlyMap<string, string>, look: Look): string {
  const { place, other, severity, code } = problem;
  const acknowledged = problem.acknowledged === undefined ? '' : ` (acknowledged: ${visible(problem.acknowledged)})`;
  const tone = acknowledged === '' ? severity : 'info';
  const line = `${where(place)}: ${paint(look, tone, severity)} ${code}: ${visible(problem.message)}${acknowledged}`;
  if (!look.frames) return line;
  const second = other ? [`    ${where(other)}: ${visible(other.words)}`, ...frameLines(other, texts, look)] : [];
  const advice = catalogue[code]?.mend;
  return [
    line,
    ...frameLines(place, texts, look),
    ...second,
    ...(advice === undefined ? [] : [`    ${dim(look, advice)}`]),
  ].join('\n');
}

const where = (place: Place): string => `${visible(place.file)}:${place.line}:${place.column}`;

function frameLines(place: Place, texts: ReadonlyMap<string, string>, look: Look): readonly string[] {
  const frame = frameOf(place, texts);
  if (!frame) return [];
  const number = String(place.line).padStart(6);
  return [
    `${dim(look, `${number} |`)} ${frame.line}`.trimEnd(),
    `${dim(look, '       |')} ${paint(look, 'error', frame.carets)}`,
  ];
}

const colours: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36 };
const paint = (look: Look, severity: Severity, text: string): string =>
  look.colour ? `\u001b[${colours[severity]}m${text}\u001b[39m` : text;
const dim = (look: Look, text: string): string => (look.colour ? `\u001b[2m${text}\u001b[22m` : text);

/** `12 errors, 3 warnings, 40 remarks, 5 acknowledged` */
export function countProblems(problems: readonly Problem[]): string {
  const count = (severity: Severity): number =>
    problems.filter((problem) => problem.severity === severity && problem.acknowledged === undefined).length;
  const acknowledged = problems.filter((problem) => problem.acknowledged !== undefined).length;
  const words = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
  const rows = [words(count('error'), 'error'), words(count('warning'), 'warning'), words(count('info'), 'remark')];
  return rows.join(', ') + (acknowledged > 0 ? `, ${acknowledged} acknowledged` : '');
}

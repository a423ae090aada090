// In: the problems of a study and what of it is withheld. Out: the same problems, without the words of those that touch withheld text.

import type { Source, Study } from '../model/study.ts';
import type { Problem } from '../problems/problem.ts';
import { publicPaths } from './publish-interview.ts';
import type { Quotes } from './withheld-words.ts';
import { type Reasons, interviewReason } from './withholding.ts';

/** `sources` are the public ones: their open codes and remarks already say what is withheld. */
export function publicProblems(
  study: Study,
  sources: readonly Source[],
  reasons: Reasons,
  quotes: Quotes,
): readonly Problem[] {
  const paths = publicPaths(study);
  const lines = withheldLines(study, sources, reasons);
  const touches = ({ file, line }: Problem['place']): boolean => lines.get(file)?.(line) ?? false;
  const hidden = new Set(sources.filter(({ withheld }) => withheld !== undefined).map(({ id }) => id as string));
  return study.problems.map((problem) => {
    const { place, other, source, excerpt, message, args } = problem;
    const withheld =
      (source !== undefined && hidden.has(source)) ||
      (excerpt !== undefined && reasons.has(excerpt)) ||
      touches(place) ||
      (other !== undefined && touches(other)) ||
      [message, ...Object.values(args).map(String)].some(quotes);
    return moved(withheld ? silent(problem) : problem, paths);
  });
}

const silent = ({ other, ...problem }: Problem): Problem => ({
  ...problem,
  message: 'it concerns withheld text; its words are withheld too',
  args: {},
  ...(other === undefined ? {} : { other: { ...other, words: '' } }),
});

function moved({ place, other, ...problem }: Problem, paths: (path: string) => string): Problem {
  const to = { ...problem, place: { ...place, file: paths(place.file) } };
  return other === undefined ? to : { ...to, other: { ...other, file: paths(other.file) } };
}

type HoldsWithheld = (line: number) => boolean;

/** For each file with withheld text: whether a line may hold some. Of a source that is wholly withheld, every line may. */
function withheldLines(study: Study, sources: readonly Source[], reasons: Reasons): ReadonlyMap<string, HoldsWithheld> {
  const files = new Map<string, HoldsWithheld>();
  for (const [index, source] of study.sources.entries()) {
    const whole = source.excerpts.length > 0 && source.excerpts.every(({ id }) => reasons.has(id));
    if (whole || interviewReason(source, study.settings) !== null) files.set(source.file, () => true);
    else if (source.excerpts.some(({ id }) => reasons.has(id))) {
      const lines = linesOf(sources[index] ?? source);
      files.set(source.file, (line) => lines.has(line));
    }
  }
  return files;
}

function linesOf({ excerpts, passages, remarks: apart }: Source): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { withheld, lines: range } of excerpts)
    if (withheld !== undefined) for (let line = range[0]; line <= range[1]; line += 1) lines.add(line);
  for (const { openCodes, remarks, statements } of passages)
    for (const part of [...openCodes, ...remarks, ...statements]) if (part.withheld !== undefined) lines.add(part.line);
  for (const { withheld, line } of apart) if (withheld !== undefined) lines.add(line);
  return lines;
}

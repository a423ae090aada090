// In: a study and what of it is withheld. Out: the same study without codes that are withheld words taken for codes: a sentence in a
// fence is read as names of codes as far as it can be (salvaged), and such a name may be the very words that must not be shown.
// What the researcher defined, or names in the codebook or in a statement that is in order, is a code and stays.

import { type CodeId, codeId } from '../model/ids.ts';
import type { Code, Passage, Source, Statement, Study } from '../model/study.ts';
import type { Problem } from '../problems/problem.ts';
import { quotesWithheld } from './publish-passages.ts';
import { foldedWords } from './withheld-words.ts';
import { type Reasons, interviewReason } from './withholding.ts';

export type AccidentalCodes = ReadonlySet<CodeId>;

/** `study` as its notes have it. */
export function accidentalCodes(study: Study, reasons: Reasons): AccidentalCodes {
  const inOrder = namedInOrder(study);
  const saysWithheld = withheldWordsOf(study, reasons);
  const found = study.codes.filter(
    (code) =>
      code.kind === null &&
      code.definitions.length === 0 &&
      code.codebook === null &&
      !inOrder.has(code.id) &&
      code.passages.some((id) => saysWithheld(code, study.passageById.get(id))),
  );
  return new Set(found.map(({ id }) => id));
}

/** Ids that some statement names without having been mended, or that a relation of the model joins. */
function namedInOrder({ passageById, relations }: Study): ReadonlySet<CodeId> {
  const named = new Set<CodeId>();
  for (const { statements } of passageById.values())
    for (const { salvaged, ids } of statements) if (!salvaged) for (const id of ids) named.add(id);
  for (const { origin, from, to } of relations) if (origin === 'model') named.add(from).add(to);
  return named;
}

/** More names than a coding trace has ever held: a page of prose, of which every word goes. */
const mostNames = 500;

/** Beside an interview that is withheld as a whole, free words can name people wherever they come from. */
function withheldWordsOf(study: Study, reasons: Reasons): (code: Code, passage: Passage | undefined) => boolean {
  const folded = new Map<string, string>();
  const wordsOf = (passage: Passage): string => {
    const known = folded.get(passage.id);
    if (known !== undefined) return known;
    const texts = passage.excerpts
      .filter((excerpt) => reasons.has(excerpt))
      .flatMap((excerpt) => study.excerptById.get(excerpt) ?? [])
      .map(({ text, alt }) => ` ${foldedWords(`${text} ${alt ?? ''}`)} `);
    const words = texts.join('\n');
    folded.set(passage.id, words);
    return words;
  };
  return ({ id }, passage) => {
    const source = study.sourceById.get(passage?.source ?? '');
    if (passage === undefined || source === undefined) return false;
    if (interviewReason(source, study.settings) !== null) return true;
    if (passage.codes.length > mostNames) return passage.excerpts.some((excerpt) => reasons.has(excerpt));
    return wordsOf(passage).includes(` ${foldedWords(id.replaceAll('_', ' '))} `);
  };
}

export function withoutCodes(study: Study, gone: AccidentalCodes): Study {
  if (gone.size === 0) return study;
  const left = (ids: readonly CodeId[]): readonly CodeId[] => ids.filter((id) => !gone.has(id));
  const sources = study.sources.map((source): Source => ({
    ...source,
    passages: source.passages.map((passage) => passageWithout(passage, gone, left)),
  }));
  const codes = study.codes
    .filter(({ id }) => !gone.has(id))
    .map((code) => ({ ...code, sameLabel: left(code.sameLabel), similar: left(code.similar) }));
  return {
    ...study,
    sources,
    codes,
    relations: study.relations.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
    problems: study.problems.map((problem) => problemWithout(problem, gone)),
    sourceById: new Map(sources.map((source) => [source.id, source])),
    passageById: new Map(sources.flatMap(({ passages }) => passages.map((passage) => [passage.id, passage] as const))),
    codeById: new Map(codes.map((code) => [code.id, code])),
  };
}

function passageWithout(
  passage: Passage,
  gone: AccidentalCodes,
  left: (ids: readonly CodeId[]) => readonly CodeId[],
): Passage {
  const statements = passage.statements.map((statement): Statement => {
    if (!statement.ids.some((id) => gone.has(id))) return statement;
    const { relations: _relations, ...rest } = statement;
    return { ...rest, ids: left(statement.ids), text: '', withheld: statement.withheld ?? quotesWithheld };
  });
  const openCodes = passage.openCodes.map((open) => ({ ...open, codes: left(open.codes) }));
  return { ...passage, statements, openCodes, codes: left(passage.codes) };
}

function problemWithout(problem: Problem, gone: AccidentalCodes): Problem {
  const said = [problem.codeId ?? '', ...Object.values(problem.args).map(String), problem.other?.words ?? ''];
  if (!said.some((text) => names(text, gone))) return problem;
  const { codeId: _codeId, other, ...rest } = problem;
  return {
    ...rest,
    message: 'it concerns withheld text; its words are withheld too',
    args: {},
    ...(other === undefined ? {} : { other: { ...other, words: '' } }),
  };
}

const names = (text: string, gone: AccidentalCodes): boolean =>
  gone.has(codeId(text)) || (text.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? []).some((word) => gone.has(codeId(word)));

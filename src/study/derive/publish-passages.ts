// In: a passage and what is withheld. Out: the passage without the researcher's words that repeat withheld text. Its codes stay.

import type { OpenCode, Passage, Remark, Source, Statement, Study } from '../model/study.ts';
import { type Quotes, foldedWords } from './withheld-words.ts';
import { type Reasons, interviewReason, reasonsFor } from './withholding.ts';

export const quotesWithheld = 'it quotes withheld text';

export function publicPassages(source: Source, study: Study, reasons: Reasons, quotes: Quotes): readonly Passage[] {
  const interview = interviewReason(source, study.settings);
  const rule = reasonsFor(study.settings, 'source').get(source.id) ?? null;
  return source.passages.map((passage) => {
    const reason = interview ?? wholeReason(passage, reasons) ?? (passage.excerpts.length === 0 ? rule : null);
    return {
      ...passage,
      openCodes: publicOpenCodes(passage, study, reasons, reason, quotes),
      remarks: publicRemarks(passage.remarks, reason, quotes),
      statements: passage.statements.map((statement) => publicStatement(statement, interview, quotes)),
    };
  });
}

/** Free words beside text of which nothing is shown can name people or repeat a word of it: none of them is shown. */
export const publicRemarks = (remarks: readonly Remark[], reason: string | null, quotes: Quotes): readonly Remark[] =>
  remarks.map((remark) => {
    const why = remark.withheld ?? reason ?? (quotes(remark.text) ? quotesWithheld : null);
    return why === null ? remark : { ...remark, text: '', withheld: why };
  });

function publicStatement(statement: Statement, interview: string | null, quotes: Quotes): Statement {
  const free = statement.kind === 'prose' || statement.kind === 'other';
  const why = statement.withheld ?? (free ? interview : null) ?? (quotes(statement.text) ? quotesWithheld : null);
  return why === null ? statement : { ...statement, text: '', withheld: why };
}

/** The reason when nothing of what the passage covers is shown. */
const wholeReason = ({ excerpts }: Passage, reasons: Reasons): string | null =>
  excerpts.every((id) => reasons.has(id)) ? (reasons.get(excerpts[0] ?? '') ?? null) : null;

/** A short open code may be the very word: what stands in withheld text and in no shown excerpt beside it goes with it. */
function publicOpenCodes(
  passage: Passage,
  study: Study,
  reasons: Reasons,
  reason: string | null,
  quotes: Quotes,
): readonly OpenCode[] {
  const covered = passage.excerpts.flatMap((id) => study.excerptById.get(id) ?? []);
  const folded = covered.map(({ id, text, alt }) => ({
    shown: !reasons.has(id),
    words: ` ${foldedWords(`${text} ${alt ?? ''}`)} `,
  }));
  const standsIn = (text: string, shown: boolean): boolean => {
    const words = foldedWords(text);
    return words !== '' && folded.some((excerpt) => excerpt.shown === shown && excerpt.words.includes(` ${words} `));
  };
  return passage.openCodes.map((open) => {
    const seen = standsIn(open.text, true);
    const repeats = !seen && (quotes(open.text) || standsIn(open.text, false));
    const why = open.withheld ?? reason ?? (repeats ? quotesWithheld : null);
    if (why !== null) return { ...open, text: '', inVivo: false, codes: [], repairs: [], withheld: why };
    return folded.every((excerpt) => excerpt.shown) ? open : { ...open, inVivo: open.inVivo && seen };
  });
}

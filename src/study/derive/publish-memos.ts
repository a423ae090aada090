// In: a study and what is withheld. Out: its memos without those that stand at withheld text or quote it.

import type { Memo, Study } from '../model/study.ts';
import { quotesWithheld } from './publish-passages.ts';
import type { Quotes } from './withheld-words.ts';
import { type Reasons, interviewReason, reasonsFor } from './withholding.ts';

export const publicMemos = (study: Study, reasons: Reasons, quotes: Quotes): Pick<Study, 'memos'> =>
  study.memos === undefined ? {} : { memos: study.memos.map((memo) => publicMemo(memo, study, reasons, quotes)) };

function publicMemo(memo: Memo, study: Study, reasons: Reasons, quotes: Quotes): Memo {
  const source = study.sourceById.get(study.excerptById.get(memo.at)?.source ?? memo.at);
  const whole =
    source && (interviewReason(source, study.settings) ?? reasonsFor(study.settings, 'source').get(source.id));
  const why = memo.withheld ?? whole ?? reasons.get(memo.at) ?? (quotes(memo.text) ? quotesWithheld : null);
  return why === null ? memo : { ...memo, text: '', withheld: why };
}

// In: a source with its excerpts. Out: excerpts that stand twice, hold a placeholder, a redaction or the rest of a LaTeX source.

import type { ProblemArguments } from '../../problems/problem.ts';
import { foldWords } from '../in-vivo.ts';
import type { Excerpt, Source } from '../study.ts';

export interface ExcerptFinding {
  readonly code: string;
  readonly excerpt: Excerpt;
  readonly args: ProblemArguments;
}

const patterns = [
  [
    'excerpt-placeholder',
    /\b(?:TODO|TBD|FIXME|lorem ipsum)\b|\?\?\?+|\[(?:quote|text|insert|missing|to do)[^\]]{0,60}\]/i,
  ],
  [
    'excerpt-redaction',
    /[█■]{2,}|\[(?:redacted|anonymi[sz]ed|removed|deleted|name|company|inaudible|unintelligible)[^\]]{0,60}\]|<(?:redacted|anonymi[sz]ed|company|name)[^>]{0,60}>|\bX{3,}\b/i,
  ],
  [
    'excerpt-latex',
    /\\(?:cite[pt]?|ref|label|emph|text(?:it|bf|tt|sc)|footnote|begin|end|url|href|item|section)\b\*?(?:\[[^\]]{0,80}\])?\{?[^}\s]{0,60}\}?/,
  ],
] as const;

export function checkExcerpts(source: Source): readonly ExcerptFinding[] {
  const findings: ExcerptFinding[] = [];
  source.excerpts.forEach((excerpt, i) => {
    const before = source.excerpts[i - 1];
    const same =
      before &&
      excerpt.kind !== 'figure' &&
      before.kind !== 'figure' &&
      foldWords(excerpt.text) === foldWords(before.text);
    if (same) findings.push({ code: 'excerpt-repeated', excerpt, args: { id: excerpt.id } });
    if (excerpt.kind === 'listing') return;
    for (const [code, pattern] of patterns) {
      const found = pattern.exec(excerpt.text);
      if (found) findings.push({ code, excerpt, args: { id: excerpt.id, found: found[0].slice(0, 80) } });
    }
  });
  return findings;
}

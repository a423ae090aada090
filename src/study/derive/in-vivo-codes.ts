// In: a study. Out: for each passage those of its codes whose own words, label or id, stand in one of its excerpts.
// The folding is that of open codes: case, blanks and underscores do not count, and a word is a whole word.

import type { CodeId, PassageId } from '../model/ids.ts';
import { foldWords, standingIn } from '../model/in-vivo.ts';
import type { Passage, Study } from '../model/study.ts';
import { oncePerStudy } from './once-per-study.ts';

/** Passages without such a code are not there. */
export const inVivoCodes: (study: Study) => ReadonlyMap<PassageId, ReadonlySet<CodeId>> = oncePerStudy((study) => {
  const named = new Map(study.codes.map(({ id, label }) => [id, [foldWords(id), foldWords(label)]]));
  const found = new Map<PassageId, ReadonlySet<CodeId>>();
  for (const { passages } of study.sources) {
    for (const passage of passages) {
      const spoken = spokenIn(passage, study, named);
      if (spoken.size > 0) found.set(passage.id, spoken);
    }
  }
  return found;
});

function spokenIn(
  { codes, excerpts }: Passage,
  study: Study,
  named: ReadonlyMap<CodeId, readonly string[]>,
): ReadonlySet<CodeId> {
  if (codes.length === 0) return new Set();
  const texts = excerpts.map((id) => foldWords(study.excerptById.get(id)?.text ?? ''));
  const standing = standingIn(
    codes.flatMap((id) => named.get(id) ?? []),
    texts,
  );
  return new Set(codes.filter((id) => named.get(id)?.some((words) => standing.has(words))));
}

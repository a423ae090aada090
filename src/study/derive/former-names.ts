// In: a study. Out: names that codes had (renamed in study.yaml) or also have (aliases in codebook.yaml), each with its own address,
// so that links to them lead on. A name that is a code today is no former name.

import { slugOf, type Slug } from '../model/ids.ts';
import type { Code, Study } from '../model/study.ts';
import { oncePerStudy } from './once-per-study.ts';

export interface FormerName {
  readonly old: string;
  readonly slug: Slug;
  readonly to: Code;
}

export const formerNames: (study: Study) => readonly FormerName[] = oncePerStudy((study) => {
  const taken = new Set<string>(study.codes.map(({ slug }) => slug));
  const found: FormerName[] = [];
  for (const [old, to] of namesOf(study)) {
    const slug = slugOf(old);
    if (old.trim() === '' || study.codeById.has(old) || taken.has(slug)) continue;
    taken.add(slug);
    found.push({ old, slug, to });
  }
  return found;
});

function* namesOf(study: Study): Generator<readonly [string, Code]> {
  for (const [old, now] of Object.entries(study.settings.renamed.codes)) {
    const to = study.codeById.get(now);
    if (to) yield [old, to];
  }
  for (const code of study.codes) for (const alias of code.aliases) yield [alias, code];
}

// In: the study. Out: its codebook: groups with their definitions, codes by kind and label, each with one short quote.

import { byLabel, codeIndex, inPages, oncePerStudy, type Code, type CodeGroup, type Excerpt, type Study } from '#study';
import { rowsPerPage } from '#site/components/lists/lists-view.ts';
import { kindRank } from '#site/kinds.ts';

export interface CodebookEntryView {
  readonly code: Code;
  readonly passages: number;
  readonly sources: number;
  readonly quote: Excerpt | null;
}

export const codebookPages: (study: Study) => readonly (readonly CodebookEntryView[])[] = oncePerStudy((study) =>
  inPages(
    byLabel(study.codes, ({ kind, label }) => `${kindRank(kind)} ${label}`).map((code) => entryOf(code, study)),
    rowsPerPage,
  ),
);

function entryOf(code: Code, study: Study): CodebookEntryView {
  const entry = codeIndex(study).get(code.id);
  return {
    code,
    passages: entry?.passages ?? 0,
    sources: entry?.sources.length ?? 0,
    quote: study.excerptById.get(code.codebook?.example ?? '') ?? shortestQuote(code, study),
  };
}

const fewestWords = 6;
/** A quote of some six lines: one that is longer gives way to a shorter one of a later passage. */
const mostLetters = 400;

/** Without an example in the codebook: the shortest quote, of the first passage that has a short one, that is a sentence. */
function shortestQuote(code: Code, study: Study): Excerpt | null {
  let best: Excerpt | null = null;
  for (const id of code.passages) {
    const quotes = (study.passageById.get(id)?.excerpts ?? [])
      .flatMap((excerpt) => study.excerptById.get(excerpt) ?? [])
      .filter(({ kind, text }) => kind === 'quote' && text.split(/\s+/, fewestWords).length >= fewestWords);
    for (const quote of quotes) if (best === null || quote.text.length < best.text.length) best = quote;
    if (best !== null && best.text.length <= mostLetters) return best;
  }
  return best;
}

/** Groups with the codes that name them as parents; groups that only codes name, too. */
export function codebookGroups(
  study: Study,
): readonly { readonly group: CodeGroup; readonly codes: readonly Code[] }[] {
  const members = new Map<string, Code[]>(study.groups.map(({ id }) => [id, []]));
  for (const code of byLabel(study.codes, ({ label }) => label)) {
    for (const parent of code.codebook?.parents ?? []) {
      const known = members.get(parent);
      if (known) known.push(code);
      else members.set(parent, [code]);
    }
  }
  const groups = new Map(study.groups.map((group) => [group.id, group]));
  return [...members].map(([id, codes]) => ({ group: groups.get(id) ?? { id, label: id, definition: '' }, codes }));
}

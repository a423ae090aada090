// In: codes, sources, excerpts. Out: the small files behind preview cards: plain text, already in the site's language.

import type { Code, Excerpt, Source, Study } from '#study';
import { codeIndex, codesOfSource } from '#study';
import { kindClass } from '#site/kinds.ts';
import { inOneLine, shortened } from '#site/shown-text.ts';
import { hundredOf } from '#site/urls.ts';
import type { Words } from '#site/words/index.ts';
import { authorName, sourceName } from './source/source-view.ts';

/** What `browser/preview-cards.ts` shows. */
export interface CardData {
  /** The class of the sign before the title; '' for none. */
  readonly kind: string;
  readonly title: string;
  readonly facts: string;
  readonly words: string;
  readonly lang?: string;
}

export function codeCard(code: Code, study: Study, words: Words): CardData {
  const entry = codeIndex(study).get(code.id);
  const counts = words.cards.passagesIn(entry?.passages ?? 0, entry?.sources.length ?? 0);
  return {
    kind: kindClass(code.kind),
    title: shortened(code.label, 120),
    facts: `${inOneLine(code.kind ?? words.code.notDefined)} · ${counts}`,
    words: shortened(code.codebook?.definition ?? '', 300) || words.code.noDefinition,
  };
}

export function sourceCard(source: Source, words: Words): CardData {
  const { authors = [], site = '', date = '' } = source.bibliography;
  const imprint = [authors.map(authorName).join(', '), site, date].filter((part) => part !== '').join(' · ');
  return {
    kind: '',
    title: `${source.id} ${shortened(sourceName(source), 160)}`,
    facts: words.cards.holds(source.excerpts.length, codesOfSource(source).length),
    words: shortened(imprint, 200),
  };
}

export function excerptCard(excerpt: Excerpt, study: Study, words: Words, lang: string | undefined): CardData {
  const passage = study.passageById.get(excerpt.passage ?? '');
  const labels = (passage?.codes ?? []).slice(0, 6).map((id) => inOneLine(study.codeById.get(id)?.label ?? id));
  const more = (passage?.codes.length ?? 0) > labels.length ? ' …' : '';
  return {
    kind: '',
    title: excerpt.id,
    facts: labels.length === 0 ? words.excerpt.notCoded : labels.join(', ') + more,
    words: excerpt.withheld === undefined ? shortened(excerpt.text, 300) : words.withheld(excerpt.withheld),
    ...(lang === undefined ? {} : { lang }),
  };
}

/** The excerpts of a source by hundreds of their numbers. */
export const byHundreds = (source: Source): ReadonlyMap<number, readonly Excerpt[]> =>
  Map.groupBy(source.excerpts, ({ number }) => hundredOf(number));

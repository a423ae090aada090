// In: codes, sources, excerpts. Out: the small files behind preview cards: plain text, already in the site's language.

import type { Code, Excerpt, Source, Study } from '#study';
import { codeIndex, codesOfSource } from '#study';
import { kindClass } from '#site/kinds.ts';
import { inOneLine, shortened } from '#site/shown-text.ts';
import { codeCardPath, excerptCardsPath, hundredOf, sourceCardPath } from '#site/urls.ts';
import { siteWords, type Words } from '#site/words/index.ts';
import { quoteLanguage } from './evidence/evidence-view.ts';
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

function codeCard(code: Code, study: Study, words: Words): CardData {
  const entry = codeIndex(study).get(code.id);
  const counts = words.cards.passagesIn(entry?.passages ?? 0, entry?.sources.length ?? 0);
  return {
    kind: kindClass(code.kind),
    title: shortened(code.label, 120),
    facts: `${inOneLine(code.kind ?? words.code.notDefined)} · ${counts}`,
    words: shortened(code.codebook?.definition ?? '', 300) || words.code.noDefinition,
  };
}

function sourceCard(source: Source, words: Words): CardData {
  const { authors = [], site = '', date = '' } = source.bibliography;
  const imprint = [authors.map(authorName).join(', '), site, date].filter((part) => part !== '').join(' · ');
  return {
    kind: '',
    title: `${source.id} ${shortened(sourceName(source), 160)}`,
    facts: words.cards.holds(source.excerpts.length, codesOfSource(source).length),
    words: shortened(imprint, 200),
  };
}

function excerptCard(excerpt: Excerpt, study: Study, words: Words, lang: string | undefined): CardData {
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

export interface CardFile {
  /** Relative to the site's root. */
  readonly path: string;
  /** What it holds, made when it is asked for: a card, or those of a hundred excerpts by id. */
  readonly card: () => CardData | Readonly<Record<string, CardData>>;
}

/** Of the study that is being published. */
export function* cardFiles(study: Study): Iterable<CardFile> {
  const words = siteWords();
  for (const code of study.codes) yield { path: codeCardPath(code), card: () => codeCard(code, study, words) };
  for (const source of study.sources) {
    yield { path: sourceCardPath(source.id), card: () => sourceCard(source, words) };
    const lang = quoteLanguage(source, study);
    for (const [hundred, excerpts] of Map.groupBy(source.excerpts, ({ number }) => hundredOf(number))) {
      const cards = (): readonly (readonly [string, CardData])[] =>
        excerpts.map((excerpt) => [excerpt.id, excerptCard(excerpt, study, words, lang)]);
      yield { path: excerptCardsPath(source.id, hundred), card: () => Object.fromEntries(cards()) };
    }
  }
}

// In: an excerpt and its source. Out: how an annotation finds its words in the original (Web Annotation Data Model 4.2.4), on its page and
// in exports/annotations.jsonld alike; `null` for a figure and for words that are withheld, which are no context of others either.

import type { Excerpt, Source } from '../model/study.ts';

export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export function textQuoteSelector(source: Source, excerpt: Excerpt): TextQuoteSelector | null {
  if (excerpt.kind === 'figure' || excerpt.text === '') return null;
  const before = source.excerpts[excerpt.position - 2]?.text ?? '';
  const after = source.excerpts[excerpt.position]?.text ?? '';
  return {
    type: 'TextQuoteSelector',
    exact: excerpt.text,
    prefix: before === '' ? '' : lastCharacters(`${before} `),
    suffix: after === '' ? '' : firstCharacters(` ${after}`),
  };
}

/** Characters of context on either side, as Hypothes.is stores them. */
const context = 32;

/** Whole characters; looking at twice as many UTF-16 units is always enough, however long the text. */
const lastCharacters = (text: string): string => [...text.slice(-2 * context).toWellFormed()].slice(-context).join('');
const firstCharacters = (text: string): string =>
  [...text.slice(0, 2 * context).toWellFormed()].slice(0, context).join('');

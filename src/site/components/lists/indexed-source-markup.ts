// In: a source below a code of the book index. Out: its line, with the numbers of the excerpts in each passage.

import { numberRange, type IndexSubEntry } from '#study';
import { markup, type Markup } from '#site/markup.ts';
import { currentStudy } from '#site/study.ts';
import { passageUrl, sourceUrl } from '#site/urls.ts';

export const indexedSource = ({ source, passages }: IndexSubEntry): Markup =>
  markup`<dd><a class="id" href="${sourceUrl(source)}">${source}</a> ${passages.map((passage, i) => {
    const { first, last } = numberRange(passage, currentStudy());
    const numbers = first === null ? passage.id : first === last ? first : `${first}–${last ?? ''}`;
    return markup`${i > 0 && ', '}<a href="${passageUrl(passage)}">${numbers}</a>`;
  })}</dd>`;

// In: open codes of a code's passages, equal words once. Out: a list; each with the places where it stands.

import { markup, type Markup } from '#site/markup.ts';
import { shown } from '#site/shown-markup.ts';
import { passageUrl } from '#site/urls.ts';
import { siteWords } from '#site/words/index.ts';
import type { OpenCodeAt } from './code-view.ts';

export function openCodesMarkup(codes: readonly OpenCodeAt[]): Markup {
  const words = siteWords();
  const { inVivo: label, inVivoLong } = words.source;
  return markup`<ul>${codes.map(
    ({ text, inVivo, withheld, passages }) =>
      markup`<li>${
        withheld === undefined
          ? markup`<span class="open-code" dir="auto">${shown(text)}</span>`
          : markup`<span class="withheld">${words.withheld(withheld)}</span>`
      }${inVivo && markup` <abbr class="vivo" title="${inVivoLong}">${label}</abbr>`} <span class="where">${passages.map(
        (passage) => markup`<a href="${passageUrl(passage)}">${passage.id}</a> `,
      )}</span></li>`,
  )}</ul>`;
}

// In: ids of excerpts or sources. Out: what the researchers noted there, set apart from the evidence; nothing when they noted nothing.

import { memosAt } from '#study';
import { markup, type Markup } from '#site/markup.ts';
import { shown } from '#site/shown-markup.ts';
import { currentStudy } from '#site/study.ts';
import { excerptUrl, sourceUrl } from '#site/urls.ts';
import { siteWords } from '#site/words/index.ts';

export function memosMarkup(ids: readonly string[]): Markup {
  const { memo: said, withheld: withheldWords } = siteWords();
  const memos = memosAt(currentStudy());
  return markup`${ids
    .flatMap((id) => memos.get(id) ?? [])
    .map(
      ({ at, text, withheld }) =>
        markup`<div class="memo" role="note" aria-label="${said.at(at)}"><p class="label"><a href="${addressOf(at)}">${said.at(at)}</a></p>${
          withheld === undefined
            ? text.split(/\n{2,}/).map((part) => markup`<p dir="auto">${shown(part.trim())}</p>`)
            : markup`<p class="withheld">${withheldWords(withheld)}</p>`
        }<p class="apparatus">${said.whose}</p></div>`,
    )}`;
}

function addressOf(id: string): string {
  const excerpt = currentStudy().excerptById.get(id);
  return excerpt ? excerptUrl(excerpt) : sourceUrl(id);
}

// In: the passages of a code in one source. Out: each with its excerpts, the other codes beside it, and its neighbours on demand.

import type { Code } from '#study';
import { codesMarkup } from '#site/components/evidence/codes-markup.ts';
import type { ExcerptView } from '#site/components/evidence/evidence-view.ts';
import { quoteLanguage } from '#site/components/evidence/evidence-view.ts';
import { excerptsMarkup } from '#site/components/evidence/excerpts-markup.ts';
import { sourceName } from '#site/components/source/source-view.ts';
import { markup, type Markup } from '#site/markup.ts';
import { currentStudy } from '#site/study.ts';
import { inSourceId, sourceUrl } from '#site/urls.ts';
import { siteWords, type Words } from '#site/words/index.ts';
import type { CodedPassage, CodedSource } from './code-view.ts';

export function codedSourceMarkup({ source, continued, passages }: CodedSource, code: Code): Markup {
  const words = siteWords();
  const { id } = source;
  const url = sourceUrl(id);
  const lang = quoteLanguage(source, currentStudy());
  return markup`<h3 class="in-source" id="${inSourceId(id)}"><a href="${url}"><b>${id}</b> <bdi>${sourceName(source)}</bdi></a>${
    continued && ` (${words.code.continued})`
  } <a class="apparatus" href="${url}?code=${encodeURIComponent(code.slug)}">${words.code.markInSource}</a></h3>${passages.map(
    (passage) => codedPassage(passage, lang, words),
  )}`;
}

function codedPassage(
  { view, others, crowd, before, after }: CodedPassage,
  lang: string | undefined,
  words: Words,
): Markup {
  const { id, url, number, range, excerpts } = view;
  const beside = (name: string, excerpt: ExcerptView | null): Markup | false =>
    excerpt !== null && markup`<p class="label">${name}</p>${excerptsMarkup([excerpt], { lang })}`;
  return markup`<div class="passage" id="${id}"><h4 class="passage-name"><a href="${url}">${words.source.passage(number)}</a> <span class="range">${range}</span></h4><div class="run">${
    excerpts.length === 0 && markup`<p class="apparatus">${words.source.passageWithoutExcerpts}</p>`
  }${excerptsMarkup(excerpts, { lang })}</div><div class="gloss">${others.length > 0 && codesMarkup(others)}${
    crowd > 0 && markup`<p class="apparatus"><a href="${url}">${words.code.crowd(crowd)}</a></p>`
  }${
    (before !== null || after !== null) &&
    markup`<details class="context"><summary>${words.code.context}</summary>${beside(words.excerpt.before, before)}${beside(words.excerpt.after, after)}</details>`
  }</div></div>`;
}

// In: filled cells of the tables of relations. Out: their rows; each number leads to the passages that it counts.

import type { CodePair } from '#study';
import { codeLink } from '#site/components/code/code-link-markup.ts';
import { markup, type Markup } from '#site/markup.ts';
import { currentStudy } from '#site/study.ts';
import { codeInSourceUrl, codeWithUrl, sourceUrl } from '#site/urls.ts';
import type { Coding } from './relations-view.ts';

export const codingRows = (codings: readonly Coding[]): readonly Markup[] =>
  codings.map(
    ({ code, source, passages, excerpts }) =>
      markup`<tr><td>${codeLink(code)}</td><td><a class="id" href="${sourceUrl(source.id)}">${source.id}</a></td><td class="number"><a href="${codeInSourceUrl(code, source.id)}">${passages}</a></td><td class="number">${excerpts}</td></tr>`,
  );

export function codePairRows(pairs: readonly CodePair[]): readonly Markup[] {
  const { codeById } = currentStudy();
  return pairs.flatMap(({ a, b, passages }) => {
    const [one, other] = [codeById.get(a), codeById.get(b)];
    return one && other
      ? markup`<tr><td class="number"><a href="${codeWithUrl(one, other)}">${passages.length}</a></td><td>${codeLink(one)}</td><td>${codeLink(other)}</td></tr>`
      : [];
  });
}

// In: sources that share codes with one source. Out: the nearest with their codes, each leading to its passages there; the rest folded.

import type { SharingSource, Source } from '#study';
import { codeLink } from '#site/components/code/code-link-markup.ts';
import { markup, type Markup } from '#site/markup.ts';
import { currentStudy } from '#site/study.ts';
import { codeInSourceUrl, sourceUrl } from '#site/urls.ts';
import { siteWords } from '#site/words/index.ts';
import { sourceName } from './source-view.ts';

const mostUnfolded = 6;

export function sharingMarkup(shared: readonly SharingSource[]): Markup {
  const study = currentStudy();
  const said = siteWords().source;
  const rows = shared.flatMap(({ source: id, codes }) => {
    const source = study.sourceById.get(id);
    return source ? [{ source, codes }] : [];
  });
  if (rows.length === 0) return markup`<p class="apparatus">${said.sharesNone}</p>`;
  const near = rows.slice(0, mostUnfolded);
  const far = rows.slice(mostUnfolded);
  return markup`<ol class="sharing">${near.map(
    ({ source, codes }) =>
      markup`<li>${named(source, codes.length)}<ul class="inline codes">${codes.map((id) => codeThere(id, source))}</ul></li>`,
  )}</ol>${
    far.length > 0 &&
    markup`<details><summary>${said.sharingMore(far.length)}</summary><ul class="sharing">${far.map(
      ({ source, codes }) => markup`<li>${named(source, codes.length)}</li>`,
    )}</ul></details>`
  }`;
}

const named = (source: Source, codes: number): Markup =>
  markup`<a href="${sourceUrl(source.id)}"><b>${source.id}</b> <bdi>${sourceName(source)}</bdi></a> <span class="apparatus">${siteWords().codes(codes)}</span>`;

/** A code that leads to its passages in that source. */
function codeThere(id: string, source: Source): Markup | false {
  const code = currentStudy().codeById.get(id);
  return code !== undefined && markup`<li>${codeLink(code, codeInSourceUrl(code, source.id))}</li>`;
}

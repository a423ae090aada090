// In: the runs and cells of a source. Out: its portrait, its contents and its excerpts with the codes beside them.

import { excerptsMarkup, type ExcerptsSetting } from '#site/components/evidence/excerpts-markup.ts';
import { memosMarkup } from '#site/components/evidence/memos-markup.ts';
import { passageMarkup } from '#site/components/evidence/passage-markup.ts';
import { markup, type Markup } from '#site/markup.ts';
import { siteWords } from '#site/words/index.ts';
import type { CellView, Run } from './outline.ts';

/** A strip with one link an excerpt. */
export function portraitMarkup(cells: readonly CellView[]): Markup {
  const said = siteWords().source.portrait;
  return markup`<nav class="portrait" aria-label="${said}"><h2>${said}</h2><p class="strip">${cells.map(
    ({ anchor, kind, name, first }) =>
      markup`<a class="${kind}${first && ' first'}" href="#${anchor}" aria-label="${name}"></a>`,
  )}</p></nav>`;
}

export function contentsMarkup(runs: readonly Run[], lang: string | undefined): Markup {
  const said = siteWords().source;
  const language = lang !== undefined && markup` lang="${lang}"`;
  return markup`<nav class="contents" id="contents" aria-label="${said.contents}"><h2>${said.contents}</h2><ol>${runs.map(
    ({ anchor, passage, range, words }) =>
      markup`<li><a href="#${anchor}"><span class="range">${passage ? said.passage(passage.number) : said.uncoded}${range !== '' && `, ${range}`}</span> <bdi${language}>${words}</bdi></a></li>`,
  )}</ol></nav>`;
}

export function runsMarkup(runs: readonly Run[], source: string, setting: ExcerptsSetting): Markup {
  const said = siteWords().source;
  const anyPassage = runs.some(({ passage }) => passage !== null);
  const bare = (last: boolean): string =>
    !anyPassage ? said.uncodedAll : last ? said.uncodedEnd(source) : said.uncodedNote;
  return markup`${runs.map(({ passage, excerpts, range, last }) =>
    passage
      ? passageMarkup(passage, setting)
      : markup`<div class="passage uncoded"><h3 class="passage-name">${said.uncoded} <span class="range">${range}</span></h3><div class="run">${excerptsMarkup(excerpts, { ...setting, home: true })}</div><div class="gloss"><p class="apparatus">${bare(last)}</p>${memosMarkup(excerpts.map(({ id }) => id))}</div></div>`,
  )}`;
}

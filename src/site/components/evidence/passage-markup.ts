// In: a passage as a view. Out: its excerpts, and beside them, tied by a bracket, the codes that belong to the run as a whole.

import { markup, type Markup } from '#site/markup.ts';
import { siteWords } from '#site/words/index.ts';
import type { PassageView } from './evidence-view.ts';
import { excerptsMarkup, type ExcerptsSetting } from './excerpts-markup.ts';
import { glossMarkup } from './gloss-markup.ts';

export function passageMarkup(passage: PassageView, setting: ExcerptsSetting): Markup {
  const { id, number, range, excerpts } = passage;
  const said = siteWords().source;
  return markup`<div class="passage" id="${id}"><h3 class="passage-name"><a href="#${id}">${said.passage(number)}</a>${
    range !== '' && markup`<span class="range">${range}</span>`
  }</h3><div class="run">${
    excerpts.length === 0 && markup`<p class="apparatus">${said.passageWithoutExcerpts}</p>`
  }${excerptsMarkup(excerpts, { ...setting, home: true })}</div>${glossMarkup(passage)}</div>`;
}

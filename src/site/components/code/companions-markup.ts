// In: codes that stand beside one code. Out: a list; each number opens exactly the passages that it counts, as links below it.

import { markup, type Markup } from '#site/markup.ts';
import { shown } from '#site/shown-markup.ts';
import type { CompanionView } from './code-view.ts';

export const companionsMarkup = (companions: readonly CompanionView[]): Markup =>
  markup`<ul class="companions">${companions.map(
    ({ code: { kind, url, label, kindWord }, anchor, passages }) =>
      markup`<li id="${anchor}"><a class="code ${kind}" href="${url}"><bdi>${shown(label)}</bdi></a> <span class="kind">${shown(kindWord)}</span> <a class="count" href="#${anchor}">${passages.length}</a> <span class="where">${passages.map((passage) => markup`<a href="${passage.url}">${passage.id}</a> `)}</span></li>`,
  )}</ul>`;

// In: codes as views. Out: a list of links; sign and colour say the kind, and so does its word.

import { markup, type Markup } from '#site/markup.ts';
import { shown } from '#site/shown-markup.ts';
import type { CodeView } from './evidence-view.ts';

export const codesMarkup = (codes: readonly CodeView[]): Markup =>
  markup`<ul class="codes">${codes.map(
    ({ id, label, url, kind, kindWord }) =>
      markup`<li><a class="code ${kind}" href="${url}" data-code="${id}"><bdi>${shown(label)}</bdi></a> <span class="kind">${shown(kindWord)}</span></li>`,
  )}</ul>`;

// In: a code. Out: its label as a link, to its page or to a place on it; colour and sign say the kind.

import type { Code } from '#study';
import { kindClass } from '#site/kinds.ts';
import { markup, type Markup } from '#site/markup.ts';
import { shown } from '#site/shown-markup.ts';
import { codeUrl } from '#site/urls.ts';

export const codeLink = (code: Code, url: string = codeUrl(code)): Markup =>
  markup`<a class="code ${kindClass(code.kind)}" href="${url}"><bdi>${shown(code.label)}</bdi></a>`;

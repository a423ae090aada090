// In: excerpts as views. Out: each with its number hanging beside it. The element of a quote holds the quote and nothing else.

import { citeWords } from '#site/components/cite/cite-words.ts';
import type { FindLinks } from '#site/components/cite/in-original.ts';
import { markup, type Markup } from '#site/markup.ts';
import { shown } from '#site/shown-markup.ts';
import { siteWords, type Words } from '#site/words/index.ts';
import type { ExcerptView, NoteView } from './evidence-view.ts';

export interface ExcerptsSetting {
  readonly lang?: string | undefined;
  /** True where the excerpts stand at their own place: then they carry their ids. */
  readonly home?: boolean | undefined;
  /** Ways into the original, where they are offered. */
  readonly find?: FindLinks | undefined;
}

export function excerptsMarkup(excerpts: readonly ExcerptView[], { lang, home, find }: ExcerptsSetting): Markup {
  const words = siteWords();
  const language = lang !== undefined && markup` lang="${lang}"`;
  return markup`${excerpts.map((excerpt) => {
    const { id, kind, asks, speaker, number, url, withheld } = excerpt;
    const before = words.excerpt.title(id).slice(0, -String(number).length);
    const named = markup`${home === true && markup` id="${id}"`}`;
    return markup`<div class="excerpt ${kind}${asks && ' asks'}">${
      speaker !== undefined && markup`<p class="speaker">${shown(speaker)}</p>`
    }<a class="n" href="${url}"><span class="unseen">${before}</span>${number}</a>${
      withheld !== undefined && markup`<p class="withheld">${words.withheld(withheld)}</p>`
    }${wordsOf(excerpt, named, language)}${figureOf(excerpt, words)}${findLink(id, find)}${notesMarkup(excerpt.notes)}</div>`;
  })}`;
}

function wordsOf({ id, kind, text, figure }: ExcerptView, named: Markup, language: Markup | false): Markup {
  const attributes = markup`${named} class="words" dir="auto"${language} data-excerpt="${id}"`;
  switch (kind) {
    case 'listing':
      return markup`<pre${named} dir="auto"${language} data-excerpt="${id}"><code>${shown(text, { pre: true })}</code></pre>`;
    case 'figure': {
      const linked = figure !== undefined && figure.href !== '' && text !== '';
      return markup`<p${attributes}>${linked ? away(figure.href, shown(text)) : shown(text)}</p>`;
    }
    default:
      return markup`<blockquote${attributes}>${shown(text)}</blockquote>`;
  }
}

function figureOf({ text, figure }: ExcerptView, { source: said }: Words): Markup | false {
  if (figure === undefined) return false;
  const named =
    figure.href !== '' && text === '' ? away(figure.href, markup`${said.figureAt} ${figure.host}`) : said.figure;
  return markup`<p class="apparatus">${named} <span class="address">${shown(figure.written)}</span></p>`;
}

function findLink(id: string, find: FindLinks | undefined): Markup | false {
  const href = find?.links.get(id);
  if (find === undefined || href === undefined) return false;
  const { short, long } = citeWords().find;
  const name = short[find.role];
  return markup`<p class="acts"><a href="${href}" rel="external noreferrer" aria-label="${long(id, name)}">${name}</a></p>`;
}

const away = (href: string, text: Markup): Markup => markup`<a href="${href}" rel="external noreferrer">${text}</a>`;

export const notesMarkup = (notes: readonly NoteView[]): readonly Markup[] =>
  notes.map(({ text, url }) =>
    url === undefined
      ? markup`<p class="apparatus note">${shown(text)}</p>`
      : markup`<p class="apparatus note"><a href="${url}">${shown(text)}</a></p>`,
  );

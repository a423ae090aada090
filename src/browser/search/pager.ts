// In: a page of results. Out: where it stands, and links to its neighbours, first and last.

import { innerLink, make } from './make.ts';
import type { Page, Shown } from './shown.ts';
import { fill } from './words.ts';

export function pager(page: Page<unknown>, unit: 'excerpts' | 'lines', shown: Shown): HTMLElement {
  const { words } = shown.place;
  const last = page.first + page.items.length - 1;
  const where = fill(words, words.pages[unit], { first: Math.min(page.first, page.all), last, all: page.all });
  const inWords = make('span', {}, where);
  if (page.pages === 1) return make('p', { class: 'pager' }, inWords);
  return make(
    'nav',
    { class: 'pager', 'aria-label': words.pages.heading },
    link(page.page - 1, words.pages.previous, 'prev', page, shown),
    inWords,
    make('span', {}, fill(words, words.pages.page, { page: page.page, pages: page.pages })),
    link(page.page + 1, words.pages.next, 'next', page, shown),
  );
}

function link(to: number, text: string, rel: string, { pages }: Page<unknown>, shown: Shown): HTMLElement {
  if (to < 1 || to > pages) return make('span', { class: 'ended', 'aria-hidden': 'true' }, text);
  const state = { ...shown.answer.state, page: to };
  return innerLink(shown.addressOf(state), { rel, 'data-key': rel }, () => shown.go(state), text);
}

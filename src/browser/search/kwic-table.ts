// In: an answer. Out: its concordance as a table, and its lines as text. In study order a page holds excerpts; sorted by a
// neighbour it holds lines, since all must be lined up before the first is known.

import { concordance, linesAsText, textsOf, type KwicLine } from '#study/search';
import type { Answer } from './answer.ts';
import { copyText } from './copy-text.ts';
import { make } from './make.ts';
import { hitAddress } from './place.ts';
import { pageOf, pageSize, type Page, type Shown } from './shown.ts';
import { fill } from './words.ts';

export const hasKeyword = (answer: Answer): boolean => textsOf(answer.query).length > 0;

const sorted = new WeakMap<Answer, readonly KwicLine[]>();

/** All lines of the answer, in its order; made once. */
export function allLines(answer: Answer): readonly KwicLine[] {
  const known = sorted.get(answer);
  if (known !== undefined) return known;
  const { records, query, state, order } = answer;
  const lines = concordance(records, query, state.window, order === 'relevance' ? 'study' : order);
  sorted.set(answer, lines);
  return lines;
}

export interface KwicPage {
  readonly lines: readonly KwicLine[];
  readonly page: Page<unknown>;
  readonly unit: 'excerpts' | 'lines';
}

export function kwicPage(answer: Answer): KwicPage {
  const { records, query, state, order } = answer;
  if (order === 'left' || order === 'right') {
    const page = pageOf(allLines(answer), state.page, pageSize.lines);
    return { lines: page.items, page, unit: 'lines' };
  }
  const page = pageOf(records, state.page, pageSize.kwic);
  return { lines: concordance(page.items, query, state.window, 'study'), page, unit: 'excerpts' };
}

export function kwicTable(lines: readonly KwicLine[], shown: Shown): HTMLElement {
  const { place, answer } = shown;
  const { kwic } = place.words;
  const head = [kwic.excerpt, kwic.left, kwic.keyword, kwic.right].map((text) => make('th', { scope: 'col' }, text));
  const rows = lines.map((line) => {
    const record = answer.store.records[answer.store.ordinals.get(line.id) ?? -1];
    const href = record === undefined ? '' : hitAddress(place, record, answer.state);
    const label = fill(place.words, place.words.result.open, { id: line.id });
    return make(
      'tr',
      {},
      make('th', { scope: 'row' }, make('a', { href, 'aria-label': label }, line.id)),
      make('td', { class: 'left', dir: 'auto' }, line.left),
      make('td', { class: 'keyword' }, make('mark', { dir: 'auto' }, line.keyword)),
      make('td', { class: 'right', dir: 'auto' }, line.right),
    );
  });
  return make(
    'table',
    { class: 'kwic', lang: place.language === '' ? undefined : place.language },
    make('caption', {}, kwic.caption),
    make('thead', {}, make('tr', {}, ...head)),
    make('tbody', {}, ...rows),
  );
}

/** Copies all lines, not only the page's; where the browser refuses, they are shown to be copied by hand. */
export function copyButton(shown: Shown): HTMLElement {
  const { words } = shown.place;
  const said = make('span', { role: 'status' });
  const button = make('button', { type: 'button', 'data-key': 'copy' }, words.kwic.copy);
  const holder = make('p', { class: 'kwic-copy' }, button, ' ', said);
  button.addEventListener('click', () => {
    const lines = allLines(shown.answer);
    const text = linesAsText(lines);
    void copyText(text).then((copied) => {
      holder.querySelector('textarea')?.remove();
      if (copied) return said.replaceChildren(fill(words, words.kwic.copied, { n: lines.length }));
      said.replaceChildren(words.kwic.byHand);
      const area = make('textarea', { readonly: '', rows: '8', 'aria-label': words.kwic.copy });
      area.value = text;
      holder.append(area);
      area.select();
    });
  });
  return holder;
}

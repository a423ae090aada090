// In: a chosen excerpt, or that it is not to be had. Out: it as an item of the list, with what can be done with it.

import type { Chosen } from '#study/basket';
import { make } from '../search/make.ts';
import type { Fetched } from './fetch-chosen.ts';
import type { BasketPlace } from './place.ts';

export interface ChosenView {
  readonly id: string;
  readonly found: Fetched;
  readonly place: BasketPlace;
  readonly first: boolean;
  readonly last: boolean;
  readonly move: (step: -1 | 1) => void;
  readonly takeOut: () => void;
  readonly again: () => void;
}

export const chosenItem = (view: ChosenView): HTMLElement =>
  make(
    'li',
    {},
    ...(typeof view.found === 'string' ? absent(view, view.found) : present(view, view.found)),
    tools(view),
  );

function present(
  { id, place }: ChosenView,
  { text, withheld, kind, source, speaker, codes, path }: Chosen,
): readonly Node[] {
  const quote =
    withheld === undefined
      ? make(kind === 'listing' ? 'pre' : 'blockquote', { class: 'words', dir: 'auto' }, text)
      : make('p', { class: 'withheld' }, place.words.withheld.replace('{reason}', withheld));
  const labels = codes.length === 0 ? '' : ` · ${codes.map(({ label }) => label).join(', ')}`;
  return [
    quote,
    make(
      'p',
      { class: 'apparatus' },
      make('a', { href: place.base + path }, id),
      ' ',
      make('bdi', {}, source.title === '' ? source.id : source.title),
      ...(speaker === undefined ? [] : [' · ', make('bdi', {}, speaker)]),
      make('bdi', {}, labels),
    ),
  ];
}

function absent({ id, place, again }: ChosenView, why: 'unknown' | 'failed'): readonly Node[] {
  const { base, words } = place;
  if (why === 'unknown') {
    // Its page may say what became of it.
    return [make('p', {}, make('a', { href: `${base}e/${id}/` }, id), ` ${words.unknown}`)];
  }
  const retry = make('button', { type: 'button', 'data-key': `again ${id}` }, words.again);
  retry.addEventListener('click', again);
  return [make('p', {}, `${id} ${words.failed} `, retry)];
}

function tools({ id, place, first, last, move, takeOut }: ChosenView): HTMLElement {
  const { words } = place;
  const tool = (sign: string, label: string, key: string, act: () => void, off = false): HTMLElement => {
    const name = label.replace('{id}', id);
    const attributes = { type: 'button', 'data-key': `${key} ${id}`, 'aria-label': name, title: name };
    const button = make('button', attributes, sign);
    // Not `disabled`: an item that has come to the end of the list would lose the focus.
    if (off) button.setAttribute('aria-disabled', 'true');
    else button.addEventListener('click', act);
    return button;
  };
  return make(
    'p',
    { class: 'tools' },
    tool('↑', words.up, 'up', () => move(-1), first),
    tool('↓', words.down, 'down', () => move(1), last),
    tool('×', words.takeOut, 'out', takeOut),
  );
}

// In: the page of the basket. Out: the excerpts that its address names (`?ids=s6-e12,s3-e4`), else those that this browser keeps: to be
// put in order, taken out, shared by an address and saved as files.

import { basketFile, basketKinds, type Basket, type Chosen } from '#study/basket';
import { chosenItem } from './basket/chosen-item.ts';
import { fetchChosen, type Fetched } from './basket/fetch-chosen.ts';
import { idsIn, keep, keptIds, onChange } from './basket/kept.ts';
import type { BasketPlace } from './basket/place.ts';
import { copyRich } from './copy-rich.ts';
import { saveFile } from './save-file.ts';
import { make, replaceContents } from './search/make.ts';

class BasketPage extends HTMLElement {
  private place: BasketPlace | null = null;
  private keeps = true;
  private turn = 0;

  connectedCallback(): void {
    const json = this.querySelector('script[type="application/json"]')?.textContent;
    const body = this.querySelector('.basket-body');
    if (json === undefined || json === null || body === null) return;
    // Written by the same build (src/pages/basket/index.astro).
    this.place = JSON.parse(json) as BasketPlace;
    // What stood there is for those whose browser runs no script, or cannot load it.
    body.replaceChildren();
    onChange(() => void this.show());
    addEventListener('popstate', () => void this.show());
    void this.show();
  }

  /** `null`: the address names none. */
  private shared(): readonly string[] | null {
    const named = new URLSearchParams(location.search).get('ids');
    return named === null ? null : idsIn(named);
  }

  private ids(base: string): readonly string[] {
    return this.shared() ?? keptIds(base);
  }

  private change(base: string, ids: readonly string[]): void {
    if (this.shared() === null) this.keeps = keep(base, ids);
    else {
      history.replaceState(null, '', `?ids=${ids.join(',')}`);
      void this.show();
    }
  }

  private async show(): Promise<void> {
    const { place } = this;
    const body = this.querySelector('.basket-body');
    if (place === null || body === null) return;
    const turn = (this.turn += 1);
    const ids = this.ids(place.base);
    if (ids.length > 0 && body.childElementCount === 0)
      body.append(make('p', { class: 'apparatus' }, place.words.loading));
    const root = place.site === '' ? new URL(place.base, location.href).href : place.site;
    const found = await fetchChosen(ids, place.base, root);
    if (turn !== this.turn) return;
    const basket: Basket = {
      study: place.study,
      address: `${root}basket/?ids=${ids.join(',')}`,
      excerpts: [...found.values()].filter((one): one is Chosen => typeof one !== 'string'),
    };
    replaceContents(body, ...this.contents(place, ids, found, basket));
  }

  private contents(
    place: BasketPlace,
    ids: readonly string[],
    found: ReadonlyMap<string, Fetched>,
    basket: Basket,
  ): readonly Node[] {
    const { words } = place;
    const list = ids.map((id, index) =>
      chosenItem({
        id,
        found: found.get(id) ?? 'unknown',
        place,
        first: index === 0,
        last: index === ids.length - 1,
        move: (step) => this.change(place.base, moved(ids, index, step)),
        takeOut: () =>
          this.change(
            place.base,
            ids.filter((one) => one !== id),
          ),
        again: () => void this.show(),
      }),
    );
    return [
      ...this.ownership(place, ids),
      ...(this.keeps ? [] : [make('p', { class: 'apparatus' }, words.notKept)]),
      ...(ids.length === 0
        ? [make('p', {}, words.empty)]
        : [make('ol', { class: 'chosen' }, ...list), ...files(words, basket), this.sharing(place, basket)]),
    ];
  }

  private ownership({ base, words }: BasketPlace, ids: readonly string[]): readonly Node[] {
    if (this.shared() === null) return [];
    const said = (ids.length === 1 ? words.shared.one : words.shared.other).replace('{n}', String(ids.length));
    const keepThem = button(words.keep, 'keep', () => {
      this.keeps = keep(base, ids);
      if (this.keeps) history.replaceState(null, '', location.pathname);
      void this.show();
    });
    const own = make('a', { href: `${base}basket/` }, words.own);
    return [make('p', { class: 'handed-on' }, `${said} ${words.sharedNote} `, keepThem, ' ', own)];
  }

  private sharing({ base, words }: BasketPlace, { address }: Basket): HTMLElement {
    const said = make('span', { role: 'status', class: 'apparatus' });
    const copy = button(words.copyAddress, 'copy', () => {
      void copyRich(address).then((copied) => said.replaceChildren(copied ? words.copied : words.byHand));
    });
    return make(
      'div',
      { class: 'sharing-address' },
      make('h2', {}, words.address),
      make('p', { class: 'address' }, make('a', { href: address }, address)),
      make('p', { class: 'apparatus' }, words.addressNote),
      make(
        'p',
        {},
        copy,
        ' ',
        button(words.clear, 'clear', () => this.change(base, [])),
        ' ',
        said,
      ),
    );
  }
}

function files(words: BasketPlace['words'], basket: Basket): readonly Node[] {
  if (basket.excerpts.length === 0) return [];
  const buttons = basketKinds.flatMap((kind) => [
    ' ',
    button(words.kinds[kind], kind, () => saveFile(basketFile(basket, kind))),
  ]);
  return [make('p', { class: 'basket-files' }, words.files, ...buttons)];
}

function button(label: string, key: string, act: () => void): HTMLButtonElement {
  const made = make('button', { type: 'button', 'data-key': key }, label);
  made.addEventListener('click', act);
  return made;
}

function moved(ids: readonly string[], index: number, step: -1 | 1): readonly string[] {
  const next = [...ids];
  const [id] = next.splice(index, 1);
  if (id !== undefined) next.splice(index + step, 0, id);
  return next;
}

customElements.define('basket-page', BasketPage);

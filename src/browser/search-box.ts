// In: what is being typed in the box of the search page. Out: codes, sources and words to choose from, as a combobox with a list
// (ARIA 1.2, "list autocomplete with manual selection"). Nothing is applied that was not chosen.

import type { SearchState, Store } from '#study/search';
import { make } from './search/make.ts';
import { chosen, offersFor, type Offer } from './search/offers.ts';
import { codeClass, type SearchPlace } from './search/place.ts';
import { counted } from './search/words.ts';

export interface BoxDesk {
  readonly store: () => Store;
  readonly place: SearchPlace;
  readonly state: () => SearchState;
  readonly go: (state: SearchState) => void;
  /** Called when typing begins: time to fetch what the answer will need. */
  readonly typing: () => void;
}

class SearchBox extends HTMLElement {
  #desk: BoxDesk | null = null;
  #offers: readonly Offer[] = [];
  #active = -1;
  readonly #list = make('div', { role: 'listbox', id: 'search-offers', class: 'offers', hidden: '' });
  readonly #said = make('span', { class: 'unseen', role: 'status' });

  connectedCallback(): void {
    const input = this.input;
    if (input === null || this.contains(this.#list)) return;
    this.append(this.#list, this.#said);
    const attributes = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': 'search-offers',
      'aria-expanded': 'false',
    };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    input.addEventListener('input', () => this.#offer());
    input.addEventListener('keydown', (event) => this.#key(event));
    input.addEventListener('blur', () => this.close());
    // The focus stays in the box while the list is clicked.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => this.#click(event));
  }

  get input(): HTMLInputElement | null {
    return this.querySelector('input');
  }

  use(desk: BoxDesk): void {
    this.#desk = desk;
    this.#list.setAttribute('aria-label', desk.place.words.box.suggestions);
    // What was typed before the search was ready.
    if (this.input === document.activeElement && this.input?.value !== desk.state().text) this.#offer();
  }

  close(): void {
    this.#offers = [];
    this.#active = -1;
    this.#list.hidden = true;
    this.#list.replaceChildren();
    this.#said.replaceChildren();
    this.input?.setAttribute('aria-expanded', 'false');
    this.input?.removeAttribute('aria-activedescendant');
  }

  #offer(): void {
    const { input } = this;
    const desk = this.#desk;
    if (input === null || desk === null) return;
    desk.typing();
    const typed = input.value.slice(0, input.selectionStart ?? input.value.length);
    const offers = offersFor(desk.store(), typed);
    this.close();
    if (offers.length === 0) return;
    this.#offers = offers;
    this.#list.replaceChildren(...groupsOf(offers, desk.place));
    this.#list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    this.#said.replaceChildren(counted(desk.place.words, desk.place.words.box.offered, offers.length));
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const open = !this.#list.hidden;
    const last = this.#offers.length - 1;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => (open ? this.#activate(this.#active === last ? -1 : this.#active + 1) : this.#offer()),
      ArrowUp: () => (open ? this.#activate(this.#active === -1 ? last : this.#active - 1) : undefined),
      Escape: () => (open ? this.close() : this.#clear()),
    };
    const offer = this.#offers[this.#active];
    if (event.key === 'Enter' && open && offer !== undefined) {
      event.preventDefault();
      this.#choose(offer);
      return;
    }
    const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (move === undefined) return;
    event.preventDefault();
    move();
  }

  /** -1: the text in the box itself. */
  #activate(index: number): void {
    this.#active = index;
    const options = [...this.#list.querySelectorAll('[role=option]')];
    options.forEach((option, at) => option.setAttribute('aria-selected', String(at === index)));
    const option = options[index];
    if (option === undefined) this.input?.removeAttribute('aria-activedescendant');
    else this.input?.setAttribute('aria-activedescendant', option.id);
    option?.scrollIntoView({ block: 'nearest' });
  }

  #click(event: MouseEvent): void {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    const offer = this.#offers[Number(option?.id.replace('offer-', '') ?? -1)];
    if (offer !== undefined) this.#choose(offer);
  }

  #choose(offer: Offer): void {
    const { input } = this;
    const desk = this.#desk;
    if (input === null || desk === null) return;
    const state = chosen(desk.state(), input.value, input.selectionStart ?? input.value.length, offer);
    input.value = state.text;
    this.close();
    desk.go(state);
  }

  #clear(): void {
    if (this.input !== null) this.input.value = '';
  }
}

function groupsOf(offers: readonly Offer[], place: SearchPlace): readonly HTMLElement[] {
  const { words } = place;
  const names = { code: words.box.codes, source: words.box.sources, word: words.box.words };
  return (['code', 'source', 'word'] as const).flatMap((kind) => {
    const own = offers.flatMap((offer, index) => (offer.kind === kind ? [option(offer, index, place)] : []));
    return own.length === 0 ? [] : [make('div', { role: 'group', 'aria-label': names[kind] }, ...own)];
  });
}

function option(offer: Offer, index: number, place: SearchPlace): HTMLElement {
  const { words } = place;
  const count = `${offer.bound ? '≥ ' : ''}${counted(words, words.box[offer.kind], offer.excerpts)}`;
  const id = offer.name === offer.value ? [] : [' ', make('code', {}, offer.value)];
  return make(
    'div',
    { role: 'option', id: `offer-${index}`, 'aria-selected': 'false' },
    make('bdi', offer.kind === 'code' ? { class: codeClass(place, offer.codeKind) } : {}, offer.name),
    ...id,
    ' ',
    make('small', {}, count),
  );
}

customElements.define('search-box', SearchBox);
export type { SearchBox };

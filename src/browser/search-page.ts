// In: the address of the page and what it says of its site. Out: the search that the address stands for, shown by the parts of
// the page; each change is an entry of the reader's history, so that back, forward and a copied address lead to the same search.

import './search-box.ts';
import './search-chips.ts';
import './search-facets.ts';
import './search-results.ts';
import './search-take-away.ts';
import './search-tools.ts';
import { bytesOf, fromParams, needsText, shardsOf, type SearchState } from '#study/search';
import { fromFolder } from './read-text.ts';
import { answerSearch, readWholeBelow, type Answer, type Desk } from './search/answer.ts';
import { openLibrary, type LoadFailure } from './search/library.ts';
import { make } from './search/make.ts';
import { noticeList } from './search/notice-list.ts';
import { searchAddress, type SearchPlace } from './search/place.ts';
import { pagefindIn } from './search/proposals.ts';
import { recordsOnPage, type SearchPart, type Shown } from './search/shown.ts';
import { readAllButton, statusLine } from './search/status-line.ts';
import type { SearchBox } from './search-box.ts';
import type { SearchTakeAway } from './search-take-away.ts';

class SearchPage extends HTMLElement {
  #desk: Desk | null = null;
  #place: SearchPlace | null = null;
  #state: SearchState = fromParams(new URLSearchParams());
  #exact = false;
  #turn = 0;

  connectedCallback(): void {
    const json = this.querySelector('script[type="application/json"]')?.textContent ?? '';
    // Written by the page itself, from the same type.
    this.#place = JSON.parse(json) as SearchPlace;
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#box?.close();
      this.#go({ ...this.#state, text: this.#box?.input?.value ?? '', page: 1 });
    });
    addEventListener('popstate', () => void this.search(location.search));
    void this.#open();
  }

  /** Shows the search that an address's query stands for; gives its answer as far as it goes. */
  async search(query: string): Promise<Answer | null> {
    const params = new URLSearchParams(query);
    this.#state = fromParams(params);
    // From a folder every text is at hand, and there is no index that could propose some of them.
    this.#exact = params.get('exact') === 'on' || fromFolder();
    const input = this.#box?.input;
    if (input !== undefined && input !== null) input.value = this.#state.text;
    return this.#run();
  }

  async #open(): Promise<void> {
    const place = this.#place;
    if (place === null) return;
    this.#say([place.words.status.opening]);
    const opened = await openLibrary(new URL(place.store, location.href).href);
    if (opened.kind === 'failed') return this.#fail(place, opened.failure);
    const { library } = opened;
    this.#desk = { library, propose: pagefindIn(`${place.base}pagefind/`) };
    await this.search(location.search);
    this.#box?.use({
      store: library.store,
      place,
      state: () => this.#state,
      go: (state) => this.#go(state),
      typing: () => void this.#readRest(),
    });
    this.dataset['ready'] = 'yes';
  }

  #go(state: SearchState): void {
    const place = this.#place;
    if (place === null) return;
    const { text, chips, variants } = this.#state;
    const same =
      state.text === text && state.variants === variants && JSON.stringify(state.chips) === JSON.stringify(chips);
    const turned = same && state.page !== this.#state.page;
    this.#exact &&= same || fromFolder();
    this.#state = state;
    history.pushState(null, '', searchAddress(place, state, this.#exact));
    void this.#run();
    if (turned) this.querySelector('.search-status')?.scrollIntoView({ block: 'start' });
  }

  async #run(): Promise<Answer | null> {
    const desk = this.#desk;
    if (desk === null) return null;
    const turn = ++this.#turn;
    // What stands there answers the search before.
    for (const part of [this, this.querySelector<HTMLElement>('search-results')]) {
      if (part !== null) part.dataset['stage'] = 'reading';
    }
    const show = (answer: Answer): void => {
      if (turn === this.#turn) this.#show(answer);
    };
    const found = await answerSearch(desk, this.#state, this.#exact, show);
    const answer = turn === this.#turn ? await this.#withTexts(desk, found, recordsOnPage(found)) : found;
    show(answer);
    if (turn === this.#turn && needsText(answer.query)) {
      // Only the counts of other filters still wait for texts that this answer does not need.
      void this.#readRest().then(async (read) => {
        if (read) show(await answerSearch(desk, this.#state, this.#exact));
      });
    }
    return answer;
  }

  /** The same answer, with the texts of some of its records, which filters can find without. */
  async #withTexts({ library }: Desk, answer: Answer, records: Answer['records']): Promise<Answer> {
    const bare = records.filter((record) => record.openCodes === undefined && record.text === '');
    if (bare.length === 0) return answer;
    const ordinals = bare.map((record) => answer.store.ordinals.get(record.id) ?? 0).sort((a, b) => a - b);
    if (this.querySelector('[data-excerpt]') === null) this.#show(answer);
    const failure = await library.load(shardsOf(answer.store, ordinals));
    const store = library.store();
    const filled = answer.records.map((record) =>
      record.text === '' ? (store.records[store.ordinals.get(record.id) ?? -1] ?? record) : record,
    );
    return { ...answer, store, records: filled, failure: answer.failure ?? failure };
  }

  /** Reads what is left of a small study; true when there was something left. */
  async #readRest(): Promise<boolean> {
    const library = this.#desk?.library;
    if (library === undefined) return false;
    const store = library.store();
    const left = store.segments.flatMap((segment, shard) => (segment === null ? [shard] : []));
    if (left.length === 0 || bytesOf(store.manifest.shards, left) > readWholeBelow) return false;
    return (await library.load(left)) === null;
  }

  #show(answer: Answer): void {
    const place = this.#place;
    if (place === null) return;
    const exact = this.#exact;
    const shown: Shown = {
      place,
      answer,
      exact,
      addressOf: (state) => searchAddress(place, state, exact),
      go: (state) => this.#go(state),
      readAll: () => this.#readAll(),
    };
    const trouble =
      answer.failure === null
        ? []
        : [make('span', { class: 'trouble' }, ` ${place.words.failures.texts[answer.failure]}`)];
    this.#say([...statusLine(shown), ...trouble, ' ', ...readAllButton(shown)]);
    this.querySelector<SearchPart>('search-results')?.show(shown);
    this.dataset['stage'] = 'reading';
    if (answer.stage !== 'reading') this.#later(() => this.#showRest(shown));
  }

  /** What stands around the results costs more to count than they do: it follows when they are on the screen. */
  #showRest(shown: Shown): void {
    const takeAway = this.querySelector<SearchTakeAway>('search-take-away');
    if (takeAway !== null) takeAway.complete = (asked) => this.#complete(asked);
    const parts = 'search-chips, search-facets, search-tools, search-take-away';
    for (const part of this.querySelectorAll<SearchPart>(parts)) part.show(shown);
    this.querySelector('.search-notices')?.replaceChildren(...noticeList(shown));
    this.dataset['stage'] = shown.answer.stage;
  }

  /** After the next picture, unless another search has begun by then. */
  #later(work: () => void): void {
    const turn = this.#turn;
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (turn === this.#turn) work();
      }),
    );
  }

  async #complete(shown: Shown): Promise<Shown> {
    const desk = this.#desk;
    if (desk === null) return shown;
    return { ...shown, answer: await this.#withTexts(desk, shown.answer, shown.answer.records) };
  }

  #readAll(): void {
    const place = this.#place;
    if (place === null) return;
    this.#exact = true;
    history.pushState(null, '', searchAddress(place, this.#state, true));
    void this.#run();
  }

  #fail({ base, words }: SearchPlace, failure: LoadFailure): void {
    const again = make('button', { type: 'button' }, words.failures.again);
    again.addEventListener('click', () => void this.#open());
    const links = [
      make('a', { href: `${base}sources/` }, words.box.sources),
      ' · ',
      make('a', { href: `${base}codes/` }, words.box.codes),
    ];
    this.#say([make('span', { class: 'trouble' }, words.failures.store[failure]), ' ', again, ' ', ...links]);
  }

  #say(nodes: readonly (Node | string)[]): void {
    this.querySelector('.search-status')?.replaceChildren(...nodes);
  }

  get #box(): SearchBox | null {
    return this.querySelector<SearchBox>('search-box');
  }
}

customElements.define('search-page', SearchPage);
export type { SearchPage };

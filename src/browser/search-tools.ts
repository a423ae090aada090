// In: an answer. Out: how it is shown: view, order, words to each side, and whether other forms of the words count.

import { orderOf, views, type SearchState, type Sort } from '#study/search';
import { innerLink, make, replaceContents } from './search/make.ts';
import { hasKeyword } from './search/kwic-table.ts';
import type { SearchPart, Shown } from './search/shown.ts';

const windows = [4, 8, 12, 20] as const;

class SearchTools extends HTMLElement implements SearchPart {
  show(shown: Shown): void {
    const { answer } = shown;
    const keyword = hasKeyword(answer);
    const window = answer.state.view === 'kwic' ? [windowChoice(shown)] : [];
    replaceContents(this, viewLinks(shown), sortChoice(shown), ...window, ...(keyword ? [variantsBox(shown)] : []));
    this.hidden = false;
  }
}

function viewLinks(shown: Shown): HTMLElement {
  const { answer, place, addressOf, go } = shown;
  const { words } = place;
  const links = views.map((view) => {
    const state: SearchState = { ...answer.state, view, page: 1 };
    const current = view === answer.state.view ? 'true' : undefined;
    return innerLink(
      addressOf(state),
      { 'aria-current': current, 'data-key': view },
      () => go(state),
      words.views[view],
    );
  });
  const items = links.map((link) => make('li', {}, link));
  return make('ul', { class: 'views', 'aria-label': words.views.heading }, ...items);
}

function sortChoice(shown: Shown): HTMLElement {
  const { answer, place, go } = shown;
  const { words } = place;
  const offered: readonly Sort[] =
    answer.state.view === 'kwic'
      ? ['study', 'left', 'right']
      : answer.state.view === 'list' && hasKeyword(answer)
        ? ['study', 'relevance']
        : ['study'];
  const shownOrder = orderOf(answer.state, answer.query);
  const choice = make('select', { 'data-key': 'sort' });
  for (const sort of offered) {
    const option = make('option', { value: sort }, words.sorts[sort]);
    option.selected = sort === shownOrder;
    choice.append(option);
  }
  choice.disabled = offered.length === 1;
  choice.addEventListener('change', () => {
    const sort = offered.find((one) => one === choice.value) ?? null;
    go({ ...answer.state, sort, page: 1 });
  });
  return make('label', {}, `${words.sorts.heading} `, choice);
}

function windowChoice({ answer, place: { words }, go }: Shown): HTMLElement {
  const choice = make('select', { 'data-key': 'window' });
  // An address may ask for another width than these.
  const offered = [...new Set([...windows, answer.state.window])].sort((a, b) => a - b);
  for (const window of offered) {
    const option = make('option', { value: String(window) }, String(window));
    option.selected = window === answer.state.window;
    choice.append(option);
  }
  choice.addEventListener('change', () => go({ ...answer.state, window: Number(choice.value), page: 1 }));
  return make('label', {}, choice, ` ${words.window}`);
}

function variantsBox({ answer, place: { words }, go }: Shown): HTMLElement {
  const box = make('input', { type: 'checkbox', 'data-key': 'variants' });
  box.checked = answer.state.variants;
  box.addEventListener('change', () => go({ ...answer.state, variants: box.checked, page: 1 }));
  return make('label', {}, box, ` ${words.variants}`);
}

customElements.define('search-tools', SearchTools);

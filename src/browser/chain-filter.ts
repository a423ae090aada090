// In: a choice of where chains end. Out: only the groups of rows that end there; the address keeps the choice.

import { filled, inAddress, keepInAddress } from './address-state.ts';

class ChainFilter extends HTMLElement {
  connectedCallback(): void {
    const [form, select] = [this.querySelector('form'), this.querySelector('select')];
    if (!form || !select) return;
    form.hidden = false;
    form.addEventListener('submit', (event) => event.preventDefault());
    const wanted = inAddress('chain');
    if ([...select.options].some(({ value }) => value === wanted)) select.value = wanted;
    select.addEventListener('change', () => {
      keepInAddress({ chain: select.value });
      this.#show(select.value);
    });
    // A link of the overview leads to a group: it must not be hidden.
    addEventListener('hashchange', () => {
      select.value = '';
      keepInAddress({ chain: '' });
      this.#show('');
    });
    this.#show(select.value);
  }

  #show(ending: string): void {
    let [shown, total] = [0, 0];
    for (const group of this.querySelectorAll<HTMLElement>('section[data-ending]')) {
      const rows = Number(group.dataset['rows'] ?? 0);
      group.hidden = ending !== '' && group.dataset['ending'] !== ending;
      total += rows;
      if (!group.hidden) shown += rows;
    }
    const output = this.querySelector('output');
    if (output) output.textContent = filled(this.dataset['showing'], { shown, total });
  }
}

customElements.define('chain-filter', ChainFilter);

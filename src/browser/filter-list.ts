// In: letters typed above a list of codes. Out: the codes whose label or id holds them, under their headings.

import { filled, inAddress, keepInAddress } from './address-state.ts';

class FilterList extends HTMLElement {
  connectedCallback(): void {
    const [form, input] = [this.querySelector('form'), this.querySelector('input')];
    if (!form || !input) return;
    form.hidden = false;
    form.addEventListener('submit', (event) => event.preventDefault());
    input.value = inAddress('filter');
    input.addEventListener('input', () => {
      keepInAddress({ filter: input.value });
      this.#filter(input.value);
    });
    this.#filter(input.value);
  }

  #filter(typed: string): void {
    const wanted = folded(typed)
      .split(' ')
      .filter((word) => word !== '');
    let [shown, total] = [0, 0];
    for (const part of this.querySelectorAll('tbody')) {
      let inPart = 0;
      for (const row of part.querySelectorAll<HTMLElement>('tr[data-code]')) {
        const text = folded(`${row.querySelector('th')?.textContent ?? ''} ${row.dataset['code'] ?? ''}`);
        row.hidden = !wanted.every((word) => text.includes(word));
        total += 1;
        if (!row.hidden) inPart += 1;
      }
      part.hidden = inPart === 0;
      shown += inPart;
    }
    const output = this.querySelector('output');
    if (output) output.textContent = filled(this.dataset['showing'], { shown, total });
    const none = this.querySelector<HTMLElement>('.none');
    if (none) none.hidden = shown > 0;
  }
}

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');

customElements.define('filter-list', FilterList);

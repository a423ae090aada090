// In: choices of severity, source and problem. Out: the cases that meet all of them, under their names; the choice in the address.

import { filled, inAddress, keepInAddress } from './address-state.ts';

class FacetProblems extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    form.hidden = false;
    const selects = [...form.querySelectorAll('select')];
    for (const select of selects) select.value = inAddress(select.name);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', () => this.#narrow(selects));
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      for (const select of selects) select.value = '';
      this.#narrow(selects);
    });
    this.#narrow(selects);
  }

  #narrow(selects: readonly HTMLSelectElement[]): void {
    keepInAddress(Object.fromEntries(selects.map(({ name, value }) => [name, value])));
    let [shown, total] = [0, 0];
    for (const section of this.querySelectorAll<HTMLElement>('section')) {
      let here = 0;
      for (const row of section.querySelectorAll<HTMLElement>('.cases > li')) {
        row.hidden = selects.some(({ name, value }) => value !== '' && row.dataset[name] !== value);
        total += 1;
        if (!row.hidden) here += 1;
      }
      section.hidden = here === 0;
      shown += here;
    }
    const output = this.querySelector('output');
    if (output) output.textContent = filled(this.dataset['showing'], { shown, total });
  }
}

customElements.define('facet-problems', FacetProblems);

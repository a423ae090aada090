// In: a table whose rows say their facets (`data-type="…"`). Out: selects with live counts, and columns that sort; both in the address.

import { filled, inAddress, keepInAddress } from './address-state.ts';

class FacetTable extends HTMLElement {
  #rows: readonly HTMLTableRowElement[] = [];
  #selects: readonly HTMLSelectElement[] = [];
  /** As the page was sent: the order to which sorting returns. */
  #sort = '';

  connectedCallback(): void {
    this.#rows = [...this.querySelectorAll('tbody tr')].filter((row) => row instanceof HTMLTableRowElement);
    this.#selects = [...this.querySelectorAll('select')];
    for (const select of this.#selects) select.dataset['chosen'] = inAddress(select.name);
    const form = this.querySelector('form');
    form?.addEventListener('change', () => this.#chosen());
    form?.addEventListener('submit', (event) => event.preventDefault());
    form?.addEventListener('reset', (event) => {
      event.preventDefault();
      for (const select of this.#selects) select.value = '';
      this.#chosen();
    });
    if (form) form.hidden = false;
    this.#makeSortable();
    this.#sortBy(inAddress('sort'));
    this.#narrow();
  }

  #chosen(): void {
    for (const select of this.#selects) select.dataset['chosen'] = select.value;
    keepInAddress(Object.fromEntries(this.#selects.map(({ name, value }) => [name, value])));
    this.#narrow();
  }

  #narrow(): void {
    for (const row of this.#rows) row.hidden = !this.#passes(row, null);
    for (const select of this.#selects) this.#offer(select);
    const shown = this.#rows.filter((row) => !row.hidden).length;
    const output = this.querySelector('output');
    if (output) output.textContent = filled(this.dataset['showing'], { shown, total: this.#rows.length });
    const none = this.querySelector<HTMLElement>('.none');
    if (none) none.hidden = shown > 0;
  }

  /** By all facets but one: its own choice does not change what it offers. */
  #passes(row: HTMLElement, but: HTMLSelectElement | null): boolean {
    return this.#selects.every((select) => {
      const chosen = select.dataset['chosen'] ?? '';
      return select === but || chosen === '' || row.dataset[select.name] === chosen;
    });
  }

  #offer(select: HTMLSelectElement): void {
    const counts = new Map<string, number>();
    for (const row of this.#rows) {
      const value = row.dataset[select.name] ?? '';
      counts.set(value, (counts.get(value) ?? 0) + (this.#passes(row, select) ? 1 : 0));
    }
    const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
    const options = [...counts].map(([value, n]) => new Option(`${value} (${n})`, value));
    select.replaceChildren(new Option(`${this.dataset['any'] ?? ''} (${total})`, ''), ...options);
    select.value = select.dataset['chosen'] ?? '';
  }

  #makeSortable(): void {
    for (const head of this.querySelectorAll<HTMLElement>('thead th')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      button.title = filled(this.dataset['sortBy'], { column: button.textContent ?? '' });
      head.append(button);
      button.addEventListener('click', () => {
        const column = head.dataset['column'] ?? '';
        this.#sortBy(this.#sort === column ? `-${column}` : this.#sort === `-${column}` ? '' : column);
        keepInAddress({ sort: this.#sort });
      });
    }
  }

  /** `title`, `-title`, or '' for the order of the study. */
  #sortBy(sort: string): void {
    const heads = [...this.querySelectorAll<HTMLElement>('thead th')];
    const place = heads.findIndex((head) => head.dataset['column'] === sort.replace(/^-/, ''));
    this.#sort = place < 0 ? '' : sort;
    heads.forEach((head, at) => {
      if (at === place) head.setAttribute('aria-sort', sort.startsWith('-') ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    });
    const sorted =
      place < 0 ? [...this.#rows] : [...this.#rows].sort((a, b) => compare(cell(a, place), cell(b, place)));
    if (sort.startsWith('-')) sorted.reverse();
    this.querySelector('tbody')?.append(...sorted);
  }
}

const cell = (row: HTMLTableRowElement, place: number): string => (row.cells[place]?.textContent ?? '').trim();
const order = new Intl.Collator('en', { numeric: true });
const compare = (a: string, b: string): number => order.compare(a, b);

customElements.define('facet-table', FacetTable);

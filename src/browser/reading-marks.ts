// In: the address of a source's page. Out: `?code=time_travel` marks the passages of that code and steps through them;
// `?view=coded` leaves out what is not coded. Both stay in the address.

import { filled, keepInAddress } from './address-state.ts';

class ReadingMarks extends HTMLElement {
  #passages: readonly HTMLElement[] = [];
  #at = -1;
  #label = '';

  connectedCallback(): void {
    this.#codedOnly();
    this.#mark(new URLSearchParams(location.search).get('code') ?? '');
  }

  #codedOnly(): void {
    const box = this.querySelector('input');
    const tally = this.querySelector('.tally');
    if (!box || !tally) return;
    const all = tally.textContent;
    const show = (): void => {
      const total = document.querySelectorAll('.edition .excerpt').length;
      const uncoded = document.querySelectorAll('.edition .uncoded .excerpt').length;
      tally.textContent = box.checked ? filled(this.dataset['showing'], { shown: total - uncoded, total }) : all;
    };
    box.checked = new URLSearchParams(location.search).get('view') === 'coded';
    show();
    box.addEventListener('change', () => {
      keepInAddress({ view: box.checked ? 'coded' : '' });
      show();
    });
  }

  #mark(name: string): void {
    if (name === '') return;
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.edition .gloss .codes a[data-code]')].filter(
      (link) => link.dataset['code'] === name || link.pathname.endsWith(`/c/${encodeURIComponent(name)}/`),
    );
    this.#passages = links.flatMap((link) => link.closest<HTMLElement>('.passage') ?? []);
    this.#label = links[0]?.textContent ?? name;
    for (const passage of this.#passages) passage.classList.add('marked');
    for (const link of links) link.classList.add('marked');
    const line = this.querySelector<HTMLElement>('.marks');
    if (line) line.hidden = false;
    for (const button of this.querySelectorAll('button')) {
      button.hidden = this.#passages.length === 0;
      button.addEventListener('click', () => this.#step(Number(button.dataset['step'])));
    }
    document.addEventListener('step', (event) => {
      if (!(event instanceof CustomEvent) || this.#passages.length === 0) return;
      event.preventDefault();
      this.#step(Number(event.detail));
    });
    this.#say();
    if (location.hash === '') this.#step(1);
  }

  /** Round and round. */
  #step(by: number): void {
    const count = this.#passages.length;
    if (count === 0) return;
    this.#at = (this.#at + by + (this.#at < 0 && by < 0 ? 1 : 0) + count) % count;
    const passage = this.#passages[this.#at];
    passage?.querySelector<HTMLElement>('.passage-name a')?.focus({ preventScroll: true });
    passage?.scrollIntoView({ block: 'start' });
    this.#say();
  }

  #say(): void {
    const total = this.#passages.length;
    const template = total === 0 ? 'none' : this.#at < 0 ? 'marked' : 'marking';
    const text = filled(this.dataset[template], { code: this.#label, n: this.#at + 1, total });
    const line = this.querySelector('.marks span');
    if (line) line.textContent = text;
  }
}

customElements.define('reading-marks', ReadingMarks);

// In: `#with-costs` in the address of a code's page. Out: of its passages only those that carry both codes, until all are asked for.

import { filled } from './address-state.ts';

class OnlyPassages extends HTMLElement {
  connectedCallback(): void {
    addEventListener('hashchange', () => this.#follow());
    this.querySelector('a')?.addEventListener('click', () => this.#show(null));
    this.#follow();
  }

  #follow(): void {
    const companion = location.hash.startsWith('#with-') && document.getElementById(location.hash.slice(1));
    if (!companion) return;
    const passages = [...companion.querySelectorAll('.where a')].map(({ textContent }) => textContent);
    // Those of a long code may stand on further pages: then the companion's own row, which leads to each, is what was asked for.
    if (passages.some((id) => document.getElementById(id) === null)) return this.#show(null);
    this.#show(new Set(passages), companion.querySelector('.code')?.textContent ?? '');
    document.getElementById('passages')?.scrollIntoView();
  }

  /** `null`: all. Headings of sources without a passage that is shown go, too. */
  #show(only: ReadonlySet<string> | null, code = ''): void {
    let heading: HTMLElement | null = null;
    let shown = 0;
    for (const element of document.querySelectorAll<HTMLElement>('.edition > .in-source, .edition > .passage')) {
      const isHeading = element.matches('.in-source');
      element.hidden = only !== null && (isHeading || !only.has(element.id));
      if (isHeading) heading = element;
      else if (!element.hidden) {
        shown += 1;
        if (heading) heading.hidden = false;
      }
    }
    const line = this.querySelector<HTMLElement>('.marks');
    const text = line?.querySelector('span');
    if (!line || !text) return;
    line.hidden = only === null;
    text.textContent = filled(this.dataset['only'], { shown, total: only?.size ?? shown, code });
  }
}

customElements.define('only-passages', OnlyPassages);

// In: a page of excerpts whose address says what was searched for (`?q=…#s6-e12`). Out: the words marked where they stand, the
// excerpt in view and focused. The marking itself is fetched only by readers who come from a search.

class MarkedWords extends HTMLElement {
  connectedCallback(): void {
    const params = new URLSearchParams(location.search);
    const typed = params.get('q')?.trim() ?? '';
    if (typed !== '') void this.#mark(typed, params.get('variants') === 'on');
  }

  async #mark(typed: string, variants: boolean): Promise<void> {
    const { markPage, takeMarksAway } = await import('./search/mark-page.ts');
    const marked = markPage(document, typed, variants);
    goToTarget();
    if (marked === 0) return;
    const { one = '', other = '', clear = '' } = this.dataset;
    const button = document.createElement('button');
    button.type = 'button';
    button.append(clear);
    button.addEventListener('click', () => {
      takeMarksAway(document);
      this.replaceChildren();
    });
    const said = (marked === 1 ? one : other).replace('{n}', String(marked)).replace('{query}', () => typed);
    this.replaceChildren(said, ' ', button);
  }
}

/** Marks may have moved what the browser had scrolled to; and what is read next should be where the focus is. */
function goToTarget(): void {
  const target = document.getElementById(location.hash.slice(1));
  if (target === null) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'center', behavior: 'instant' });
}

customElements.define('marked-words', MarkedWords);

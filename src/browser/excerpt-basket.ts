// In: a page with excerpts (`data-excerpt`). Out: a button beside each that puts it into the basket or takes it out, and in the head of
// the page how many are in it. Excerpts that are shown later (results of a search) get theirs when they come.

import { keep, keptIds, mostIds, onChange } from './basket/kept.ts';

class ExcerptBasket extends HTMLElement {
  private get root(): string {
    return this.dataset['base'] ?? '/';
  }

  connectedCallback(): void {
    const text = document.getElementById('text');
    if (text === null) return;
    this.equip(text);
    this.show();
    onChange(() => this.show());
    new MutationObserver(() => {
      this.equip(text);
      this.show();
    }).observe(text, { childList: true, subtree: true });
  }

  private equip(text: HTMLElement): void {
    for (const element of text.querySelectorAll<HTMLElement>('[data-excerpt]')) {
      const id = element.dataset['excerpt'] ?? '';
      const place = element.closest('.excerpt, .hit');
      const acts = place && actsOf(place);
      if (acts?.querySelector('[data-basket]') === null) acts.append(this.button(id));
    }
  }

  private button(id: string): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset['basket'] = id;
    button.addEventListener('click', () => {
      const ids = keptIds(this.root);
      keep(this.root, ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id].slice(0, mostIds));
    });
    return button;
  }

  private show(): void {
    const ids = keptIds(this.root);
    const chosen = new Set(ids);
    for (const button of document.querySelectorAll<HTMLButtonElement>('[data-basket]')) {
      this.label(button, button.dataset['basket'] ?? '', chosen);
    }
    const link = this.querySelector('a');
    const number = this.querySelector('span');
    if (link === null || number === null) return;
    const words = (ids.length === 1 ? this.dataset['one'] : this.dataset['other']) ?? '';
    link.setAttribute('aria-label', words.replace('{n}', String(ids.length)));
    if (number.textContent !== String(ids.length)) number.textContent = String(ids.length);
    this.hidden = ids.length === 0;
  }

  private label(button: HTMLButtonElement, id: string, chosen: ReadonlySet<string>): void {
    const inside = chosen.has(id);
    const long = (inside ? this.dataset['removeId'] : this.dataset['addId']) ?? '';
    const room = button.closest('.links') !== null ? 'Long' : '';
    const short = this.dataset[`${inside ? 'remove' : 'add'}${room}`] ?? '';
    // Only what changes: each change of the page would call this again.
    if (button.textContent !== short) button.textContent = short;
    button.setAttribute('aria-label', long.replace('{id}', id));
    button.toggleAttribute('data-in', inside);
  }
}

/** The line of what can be done with an excerpt. */
function actsOf(place: Element): Element {
  const alone = place.closest('.sole')?.querySelector('.links');
  const found = alone ?? place.querySelector(':scope > .acts, .hit-address');
  if (found !== null) return found;
  const acts = document.createElement('p');
  acts.className = 'acts';
  place.append(acts);
  return acts;
}

customElements.define('excerpt-basket', ExcerptBasket);

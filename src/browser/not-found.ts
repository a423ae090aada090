// In: an address that does not exist. Out: the page that was meant, where an id was typed another way: `/e/S6.12`, `/s6e12`.

import { candidates, firstThatExists, placeOf } from './where-to.ts';

class NotFound extends HTMLElement {
  connectedCallback(): void {
    const place = placeOf(this);
    const path = location.pathname.startsWith(place.base) ? location.pathname.slice(place.base.length) : '';
    const name = decoded(path)
      .replace(/(?:index\.html|\/)+$/, '')
      .replace(/^[secp]\//i, '');
    const here = location.pathname.replace(/\/*$/, '/');
    const urls = candidates(name, place).filter((url) => url !== here);
    void firstThatExists(urls, place).then((url) => this.#lead(url));
  }

  #lead(url: string): void {
    const [said, link] = [this.querySelector('p'), this.querySelector('a')];
    if (url === '' || !said || !link) return;
    link.href = url;
    link.textContent = url;
    said.hidden = false;
    location.replace(url);
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

customElements.define('not-found', NotFound);

// In: what is typed in the box of the masthead. Out: an id goes to its page; everything else is searched for.

import { firstThatExists, idsIn, placeOf } from './where-to.ts';

class GoTo extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('form')?.addEventListener('submit', (event) => {
      const form = event.currentTarget;
      const typed = this.querySelector('input')?.value ?? '';
      const place = placeOf(this);
      const urls = idsIn(typed, place);
      if (urls.length === 0 || !(form instanceof HTMLFormElement)) return;
      event.preventDefault();
      void firstThatExists(urls, place).then((url) => {
        if (url === '') form.submit();
        else location.assign(url);
      });
    });
  }
}

customElements.define('go-to', GoTo);

// In: keys. Out: `/` goes to the search box, `j` and `k` through excerpts, `n` and `p` through marked passages, `?` lists them.
// Everything is reachable without them, and they can be switched off (WCAG 2.1.4).

const memory = 'keys';

class PageKeys extends HTMLElement {
  connectedCallback(): void {
    const on = this.querySelector('input');
    if (on) {
      on.checked = remembered() !== 'off';
      on.addEventListener('change', () => remember(on.checked ? 'on' : 'off'));
    }
    const button = document.querySelector<HTMLButtonElement>('[data-keys]');
    if (button) {
      button.hidden = false;
      button.addEventListener('click', () => this.#list?.showModal());
    }
    document.addEventListener('keydown', (event) => this.#press(event));
  }

  get #list(): HTMLDialogElement | null {
    return this.querySelector('dialog');
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
    if (remembered() === 'off' || this.#list?.open) return;
    if (!this.#act(event.key)) return;
    event.preventDefault();
  }

  #act(key: string): boolean {
    switch (key) {
      case '/':
        document.getElementById('search-box')?.focus();
        if (document.activeElement?.id !== 'search-box') document.getElementById('find')?.focus();
        return true;
      case 'j':
      case 'k':
        return stepExcerpt(key === 'j' ? 1 : -1);
      case 'n':
      case 'p':
        return !document.dispatchEvent(new CustomEvent('step', { detail: key === 'n' ? 1 : -1, cancelable: true }));
      case '?':
        this.#list?.showModal();
        return true;
      default:
        return false;
    }
  }
}

/** From the excerpt that has the focus, else from the first one in view. */
function stepExcerpt(by: 1 | -1): boolean {
  const numbers = [...document.querySelectorAll<HTMLElement>('.run > .excerpt > .n')].filter((n) => n.offsetParent);
  if (numbers.length === 0) return false;
  const focused = numbers.findIndex((n) => n.parentElement?.contains(document.activeElement));
  const inView = numbers.findIndex((n) => n.getBoundingClientRect().top >= 0);
  const next = focused >= 0 ? focused + by : by === 1 ? inView : inView - 1;
  const number = numbers[Math.max(0, Math.min(numbers.length - 1, next))];
  number?.focus({ preventScroll: true });
  number?.parentElement?.scrollIntoView({ block: 'center' });
  return true;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

function remembered(): string {
  try {
    return localStorage.getItem(memory) ?? '';
  } catch {
    return '';
  }
}

function remember(value: string): void {
  try {
    localStorage.setItem(memory, value);
  } catch {
    // A browser that keeps nothing: the choice holds for no longer than this page.
  }
}

customElements.define('page-keys', PageKeys);

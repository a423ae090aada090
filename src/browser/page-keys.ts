// In: keys. Out: `/` goes to the search box, `j` and `k` through excerpts, `n` and `p` through marked passages or hits, `?` lists them.
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
        return step(excerpts(), key === 'j' ? 1 : -1);
      case 'n':
      case 'p':
        return stepHit(key === 'n' ? 1 : -1);
      case '?':
        this.#list?.showModal();
        return true;
      default:
        return false;
    }
  }
}

/** The links that stand for excerpts: their numbers, or in results of a search their ids. */
const excerpts = (): readonly HTMLElement[] =>
  [
    ...document.querySelectorAll<HTMLElement>('.run > .excerpt > .n, .hit-id, .source-hit > a, .kwic tbody th a'),
  ].filter((link) => link.offsetParent);

const around = (link: HTMLElement): Element | null => link.closest('.excerpt, .hit, .source-hit, tr');

/** A page that has passages marked steps through these; else results of a search, or excerpts in which its words are marked. */
function stepHit(by: 1 | -1): boolean {
  if (!document.dispatchEvent(new CustomEvent('step', { detail: by, cancelable: true }))) return true;
  const isHit = (link: HTMLElement): boolean => !link.matches('.n') || around(link)?.querySelector('.found') !== null;
  return step(excerpts().filter(isHit), by);
}

/** From the one that has the focus, else from the first one in view. */
function step(links: readonly HTMLElement[], by: 1 | -1): boolean {
  if (links.length === 0) return false;
  const focused = links.findIndex((link) => around(link)?.contains(document.activeElement));
  const inView = links.findIndex((link) => link.getBoundingClientRect().top >= 0);
  const next = focused >= 0 ? focused + by : by === 1 ? inView : inView - 1;
  const link = links[Math.max(0, Math.min(links.length - 1, next))];
  link?.focus({ preventScroll: true });
  if (link) around(link)?.scrollIntoView({ block: 'center' });
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

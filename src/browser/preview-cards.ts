// In: a link to a code, source or excerpt that is pointed at or has the focus. Out: a card with its first words, above the page:
// nothing moves, Esc closes it, and the link leads to the same place without it.

interface Card {
  readonly kind: string;
  readonly title: string;
  readonly facts: string;
  readonly words: string;
  readonly lang?: string;
}

const patience = 250;

class PreviewCards extends HTMLElement {
  readonly #cards = new Map<string, Promise<unknown>>();
  #link: HTMLAnchorElement | null = null;
  #timer = 0;

  connectedCallback(): void {
    this.setAttribute('role', 'tooltip');
    this.setAttribute('popover', 'manual');
    this.id = 'preview';
    document.addEventListener('pointerover', (event) => event.pointerType === 'mouse' && this.#meet(event.target));
    document.addEventListener('focusin', (event) => this.#meet(event.target));
    document.addEventListener('keydown', (event) => event.key === 'Escape' && this.#close());
    document.addEventListener('click', () => this.#close());
    addEventListener('scroll', () => this.#follow(), { passive: true });
  }

  #meet(target: EventTarget | null): void {
    if (!(target instanceof Element) || this.contains(target)) return clearTimeout(this.#timer);
    const link = target.closest<HTMLAnchorElement>('main a[href]:not(.n)');
    if (link === this.#link && link) return clearTimeout(this.#timer);
    clearTimeout(this.#timer);
    const file = link ? cardFile(link, this.dataset['base'] ?? '/') : null;
    this.#timer = window.setTimeout(() => (link && file ? void this.#open(link, file) : this.#close()), patience);
  }

  async #open(link: HTMLAnchorElement, { url, id }: CardFile): Promise<void> {
    this.#close();
    this.#link = link;
    const cards = this.#cards.get(url) ?? fetch(url).then((answer) => (answer.ok ? answer.json() : null));
    this.#cards.set(url, cards);
    const card = cardIn(await cards.catch(() => null), id);
    if (!card || this.#link !== link || !link.isConnected) return;
    this.replaceChildren(...parts(card));
    link.setAttribute('aria-describedby', this.id);
    this.#follow();
  }

  /** Below the link, or above it when there is no room; never beyond the window. */
  #place(at: DOMRect): void {
    const { width, height } = this.getBoundingClientRect();
    const below = at.bottom + 6;
    const top = below + height > innerHeight && at.top - height - 6 > 0 ? at.top - height - 6 : below;
    this.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
    this.style.top = `${top}px`;
  }

  /** A focus may scroll the page to its link: the card is there while the link is in view. */
  #follow(): void {
    if (!this.#link?.hasAttribute('aria-describedby')) return;
    const at = this.#link.getClientRects()[0] ?? this.#link.getBoundingClientRect();
    const inView = at.bottom >= 0 && at.top <= innerHeight;
    if (inView !== this.matches(':popover-open')) this.togglePopover(inView);
    if (inView) this.#place(at);
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#link?.removeAttribute('aria-describedby');
    this.#link = null;
    if (this.matches(':popover-open')) this.hidePopover();
  }
}

interface CardFile {
  readonly url: string;
  /** The card's name in a file that holds several. */
  readonly id: string;
}

function cardFile(link: HTMLAnchorElement, base: string): CardFile | null {
  if (link.origin !== location.origin || !link.pathname.startsWith(base)) return null;
  if (link.pathname === location.pathname) return null;
  const [, kind, name] = /^([sce])\/([^/]+)\/$/.exec(link.pathname.slice(base.length)) ?? [];
  const excerpt = kind === 'e' ? name : /^#(.+-e\d+)$/.exec(link.hash)?.[1];
  if (excerpt !== undefined) {
    const [, source, number] = /^(.+)-e(\d+)$/.exec(excerpt) ?? [];
    return { url: `${base}cards/e/${source}-${Math.floor(Number(number) / 100)}.json`, id: excerpt };
  }
  return kind === undefined || name === undefined ? null : { url: `${base}cards/${kind}/${name}.json`, id: '' };
}

function cardIn(file: unknown, id: string): Card | null {
  const found: unknown = id === '' || typeof file !== 'object' || file === null ? file : Reflect.get(file, id);
  // The files are written by pages/cards with these fields.
  return typeof found === 'object' && found !== null && 'title' in found ? (found as Card) : null;
}

function parts({ kind, title, facts, words, lang }: Card): readonly HTMLElement[] {
  const [head, said, text] = [
    document.createElement('b'),
    document.createElement('small'),
    document.createElement('span'),
  ];
  head.className = kind === '' ? '' : `sign ${kind}`;
  head.append(title);
  said.append(facts);
  text.append(words);
  text.dir = 'auto';
  if (lang !== undefined) text.lang = lang;
  return words === '' ? [head, said] : [head, said, text];
}

customElements.define('preview-cards', PreviewCards);

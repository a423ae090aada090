// In: a drawing whose marks are links. Out: one stop for the tab key instead of thousands; arrow keys go from mark to mark, and what a
// mark stands for is said below the drawing when it is pointed at or reached.

class PlotMarks extends HTMLElement {
  #places: readonly Place[] | null = null;
  #said: HTMLElement | null = null;

  connectedCallback(): void {
    const links = this.#links();
    const line = this.querySelector<HTMLElement>('.says');
    if (links.length === 0 || !line) return;
    line.hidden = false;
    this.#said = line.querySelector('output');
    for (const link of links.slice(1)) link.setAttribute('tabindex', '-1');
    this.addEventListener('pointerover', (event) => this.#say(event.target));
    this.addEventListener('focusin', (event) => this.#say(event.target));
    this.addEventListener('keydown', (event) => this.#move(event));
  }

  /** Links that stand for data; labels of rows and columns stay stops of their own. */
  #links(): readonly SVGAElement[] {
    return [...this.querySelectorAll<SVGAElement>('.body a:not(.of-head)')];
  }

  #say(target: EventTarget | null): void {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link && this.#said) this.#said.textContent = link.getAttribute('aria-label');
  }

  #move(event: KeyboardEvent): void {
    const direction = directions[event.key];
    const from = event.target instanceof Element ? event.target.closest<SVGAElement>('.body a:not(.of-head)') : null;
    if (!direction || !from || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#places ??= this.#links().map(placeOf);
    const to = nearest(this.#places, from, direction);
    if (!to) return;
    from.setAttribute('tabindex', '-1');
    to.removeAttribute('tabindex');
    to.focus();
    to.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}

interface Place {
  readonly link: SVGAElement;
  readonly x: number;
  readonly y: number;
}

const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function placeOf(link: SVGAElement): Place {
  const { x, y, width, height } = link.getBBox();
  return { link, x: x + width / 2, y: y + height / 2 };
}

/** The nearest mark in the direction; one that lies aside counts as three times as far. */
function nearest(places: readonly Place[], from: SVGAElement, [dx, dy]: readonly [number, number]): SVGAElement | null {
  const start = places.find(({ link }) => link === from);
  let best: SVGAElement | null = null;
  let least = Infinity;
  for (const { link, x, y } of start ? places : []) {
    const [ox, oy] = [x - (start?.x ?? 0), y - (start?.y ?? 0)];
    const along = ox * dx + oy * dy;
    const aside = Math.abs(ox * dy) + Math.abs(oy * dx);
    if (along <= 0.5 || along + 3 * aside >= least) continue;
    best = link;
    least = along + 3 * aside;
  }
  return best;
}

customElements.define('plot-marks', PlotMarks);

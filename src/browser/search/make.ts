// In: names and text. Out: elements of the page. Text of the study reaches the page only through here, as text nodes.

export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** New contents; what had the focus has it again when it is still there (found by its `data-key`). */
export function replaceContents(element: Element, ...children: readonly (Node | string)[]): void {
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  const key = focused?.getAttribute('data-key') ?? null;
  element.replaceChildren(...children);
  if (key === null) return;
  const again = [...element.querySelectorAll<HTMLElement>('[data-key]')].find((one) => one.dataset['key'] === key);
  again?.focus({ preventScroll: true });
}

/** A link that its page handles itself when it is simply clicked; it opens elsewhere, or is copied, as any link. */
export function innerLink(
  href: string,
  attributes: Readonly<Record<string, string | undefined>>,
  follow: () => void,
  ...children: readonly (Node | string)[]
): HTMLAnchorElement {
  const link = make('a', { href, ...attributes }, ...children);
  link.addEventListener('click', (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    follow();
  });
  return link;
}

/** A name that may be broken after its underscores. */
export const breakable = (name: string): readonly (Node | string)[] =>
  name.split(/(?<=_)(?=[^_])/).flatMap((part, index) => (index === 0 ? [part] : [make('wbr'), part]));

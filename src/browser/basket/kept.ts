// In: the address of the site's root. Out: the ids that its reader has chosen, kept in the browser in the reader's order.
// Without a place to keep them (a private window, blocked storage) they live as long as the page.

const idPattern = /^[A-Za-z0-9][\w-]*-e\d{1,7}$/;
/** More would make an address that servers refuse. */
export const mostIds = 400;

/** `s6-e12,s3-e4`: what is no id is left out, and an id counts once. */
export const idsIn = (text: string): readonly string[] =>
  [...new Set(text.split(/[\s,;]+/).filter((id) => idPattern.test(id)))].slice(0, mostIds);

const name = (root: string): string => `catena-basket ${root}`;
let volatile: readonly string[] | null = null;

export function keptIds(root: string): readonly string[] {
  try {
    return idsIn(localStorage.getItem(name(root)) ?? '');
  } catch {
    return volatile ?? [];
  }
}

/** False when nothing can be kept. All parts of the page hear of it, and other tabs by the browser's own event. */
export function keep(root: string, ids: readonly string[]): boolean {
  let kept = true;
  try {
    localStorage.setItem(name(root), ids.join(','));
  } catch {
    volatile = ids;
    kept = false;
  }
  dispatchEvent(new Event('basket-change'));
  return kept;
}

export function onChange(changed: () => void): void {
  addEventListener('basket-change', changed);
  addEventListener('storage', changed);
  // A page that comes back from the browser's memory may be behind.
  addEventListener('pageshow', changed);
}

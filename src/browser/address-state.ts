// In: what a reader chose on a page. Out: the same in the page's address, so that a reload or a sent link shows it again.

/** An empty value is left out. The reader's way back is not filled with every keystroke. */
export function keepInAddress(values: Readonly<Record<string, string>>): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value === '') url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  history.replaceState(history.state, '', url);
}

export const inAddress = (name: string): string => new URLSearchParams(location.search).get(name) ?? '';

/** `{shown} of {total}` with its numbers. */
export const filled = (template: string | undefined, values: Readonly<Record<string, string | number>>): string =>
  (template ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

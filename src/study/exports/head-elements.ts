// What the head of a page is made of, as data: the site writes it down. Values are plain text; whoever writes them escapes them,
// a line end in a value as `&#10;`.

export type HeadElement =
  | { readonly tag: 'meta'; readonly name: string; readonly content: string }
  | { readonly tag: 'meta'; readonly property: string; readonly content: string }
  | { readonly tag: 'link'; readonly rel: string; readonly href: string; readonly type?: string }
  /** `json` holds no `<`: it can stand between script tags as it is. */
  | { readonly tag: 'script-jsonld'; readonly json: string };

/** A meta element, or nothing when there is nothing to say: unknown stays unknown. */
export const meta = (name: string, content: string): HeadElement[] =>
  content === '' ? [] : [{ tag: 'meta', name, content }];

export const property = (name: string, content: string): HeadElement[] =>
  content === '' ? [] : [{ tag: 'meta', property: name, content }];

export const link = (rel: string, href: string, type = ''): HeadElement[] =>
  href === '' ? [] : [{ tag: 'link', rel, href, ...(type === '' ? {} : { type }) }];

export function jsonLd(value: unknown): HeadElement[] {
  const json = JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  return [{ tag: 'script-jsonld', json }];
}

/** An object without its empty fields, for JSON-LD. */
export const filled = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== '' && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );

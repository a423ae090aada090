// What a paper says of a review: a link, an id in a command of catena.sty or catena.lua, or a citation key; and where it says so.

import type { CitableKind } from '#study';

export type Mention = {
  /** As the paper writes it. */
  readonly words: string;
  /** `12:5` (line and column), `page 3`, `footnotes`. */
  readonly place: string;
} & (
  | { readonly kind: 'url'; readonly url: string }
  /** `of` is null where the paper does not say what the id stands for. */
  | { readonly kind: 'id'; readonly of: CitableKind | null; readonly id: string }
  | { readonly kind: 'key'; readonly key: string }
);

/** The file is not what its name promises, or cannot be read; the message is one sentence for the author. */
export class UnreadablePaper extends Error {
  override readonly name = 'UnreadablePaper';
}

/** Line and column of offsets that are asked for in ascending order. */
export function placeFinder(text: string): (offset: number) => string {
  let line = 1;
  let start = 0;
  let next = text.indexOf('\n');
  return (offset) => {
    while (next >= 0 && next < offset) {
      line += 1;
      start = next + 1;
      next = text.indexOf('\n', start);
    }
    return `${String(line)}:${String(offset - start + 1)}`;
  };
}

/** An address in running text does not include the full stop after it. */
export const withoutPunctuation = (url: string): string => url.replace(/[.,;:!?]{1,8}$/, '');

/** Addresses in running text. */
export const printedUrls = (text: string): string[] =>
  [...text.matchAll(/https?:\/\/[^\s<>"'`)\]}]{1,4000}/g)].map(([url]) => withoutPunctuation(url));

// What the basket's page knows of its site; it stands in the page as JSON.

import type { BasketStudy } from '#study/basket';

export interface BasketPlace {
  /** Path and, where it is known, full address of the site's root, both with a final slash. */
  readonly base: string;
  readonly site: string;
  readonly study: BasketStudy;
  readonly words: BasketWords;
}

export interface BasketWords {
  readonly empty: string;
  readonly shared: { readonly one: string; readonly other: string };
  readonly sharedNote: string;
  readonly keep: string;
  readonly own: string;
  readonly address: string;
  readonly addressNote: string;
  readonly copyAddress: string;
  readonly copied: string;
  readonly byHand: string;
  readonly clear: string;
  readonly up: string;
  readonly down: string;
  readonly takeOut: string;
  readonly files: string;
  readonly kinds: Readonly<Record<'csv' | 'json' | 'markdown' | 'bibtex', string>>;
  readonly unknown: string;
  readonly loading: string;
  readonly failed: string;
  readonly again: string;
  readonly notKept: string;
  readonly withheld: string;
}

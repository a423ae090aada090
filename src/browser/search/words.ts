// The interface's words on the search page, as data: the page brings them along in the study's language. `{name}` is filled in;
// where a number decides, there is a form for one and one for other numbers.

export interface Counted {
  readonly one: string;
  readonly other: string;
}

export interface SearchWords {
  /** BCP 47: how numbers are written. */
  readonly language: string;
  readonly status: {
    readonly exact: Counted;
    readonly verified: string;
    readonly filtersOnly: string;
    readonly everything: string;
    readonly nowhere: string;
    readonly nothing: string;
    readonly atLeast: Counted;
    readonly reading: string;
    readonly partly: string;
    readonly proposed: string;
    readonly refused: Counted;
    readonly readAll: string;
    readonly opening: string;
  };
  readonly failures: {
    readonly store: Readonly<Record<'offline' | 'missing' | 'blocked' | 'unreadable', string>>;
    readonly texts: Readonly<Record<'offline' | 'missing' | 'blocked' | 'unreadable', string>>;
    readonly noIndex: string;
    readonly again: string;
    readonly instead: string;
  };
  readonly notices: Readonly<
    Record<
      | 'unbalanced-quote'
      | 'unbalanced-parenthesis'
      | 'nested-too-deep'
      | 'operator-without-words'
      | 'empty-quotes'
      | 'signs-ignored'
      | 'unknown-value'
      | 'no-such-value'
      | 'absent'
      | 'meant'
      | 'variants'
      | 'no-variants',
      string
    >
  >;
  readonly box: {
    readonly suggestions: string;
    readonly codes: string;
    readonly sources: string;
    readonly words: string;
    readonly offered: Counted;
    readonly code: Counted;
    readonly source: Counted;
    readonly word: Counted;
  };
  readonly chips: {
    readonly heading: string;
    readonly and: string;
    readonly any: string;
    readonly not: string;
    readonly mode: string;
    readonly remove: string;
    readonly without: string;
    readonly clear: string;
  };
  readonly facets: {
    readonly heading: string;
    readonly code: string;
    readonly codeKind: string;
    readonly excerptKind: string;
    readonly source: string;
    readonly speaker: string;
    readonly type: string;
    readonly author: string;
    readonly is: string;
    readonly open: string;
    readonly all: string;
    readonly fewer: string;
    readonly atLeast: string;
    readonly isFewer: string;
  };
  readonly kinds: Readonly<Record<string, string>>;
  readonly coding: { readonly coded: string; readonly uncoded: string };
  readonly views: { readonly heading: string; readonly list: string; readonly kwic: string; readonly source: string };
  readonly sorts: {
    readonly heading: string;
    readonly study: string;
    readonly relevance: string;
    readonly left: string;
    readonly right: string;
  };
  readonly window: string;
  readonly variants: string;
  readonly result: {
    readonly codes: string;
    readonly noCodes: string;
    readonly uncoded: string;
    readonly withheld: string;
    readonly waiting: string;
    readonly shortened: string;
    readonly address: string;
    readonly open: string;
  };
  readonly kwic: {
    readonly caption: string;
    readonly excerpt: string;
    readonly left: string;
    readonly keyword: string;
    readonly right: string;
    readonly noWords: string;
    readonly copy: string;
    readonly copied: string;
    readonly byHand: string;
  };
  readonly bySource: { readonly count: Counted };
  readonly pages: {
    readonly heading: string;
    readonly excerpts: string;
    readonly lines: string;
    readonly previous: string;
    readonly next: string;
    readonly page: string;
  };
  readonly order: Readonly<Record<'study' | 'relevance' | 'left' | 'right', string>>;
  readonly cite: {
    readonly heading: string;
    readonly line: string;
    readonly nothingTyped: string;
    readonly release: string;
    readonly exact: Counted;
    readonly atLeast: Counted;
    readonly copy: string;
    readonly copied: string;
    readonly byHand: string;
  };
  readonly files: { readonly heading: string; readonly csv: string; readonly json: string; readonly markdown: string };
}

/** Fills `{name}` in; numbers as the language writes them. */
export function fill(words: SearchWords, template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? numberIn(words, value) : value;
  });
}

/** The form for a number, which fills `{n}`. */
export const counted = (
  words: SearchWords,
  forms: Counted,
  n: number,
  values: Readonly<Record<string, string | number>> = {},
): string => fill(words, n === 1 ? forms.one : forms.other, { n, ...values });

export const numberIn = (words: SearchWords, n: number): string => new Intl.NumberFormat(words.language).format(n);

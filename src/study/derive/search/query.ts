// The query as a tree: what a person's words mean. parse-query.ts reads it from text, `formatQuery` writes it back.

import type { FilterField } from './record.ts';

/** All, any or none of some conditions; a condition is a word, an exact phrase or a value of a field. */
export type Query =
  /** Every one of them; of none, every excerpt matches. */
  | { readonly kind: 'all'; readonly of: readonly Query[] }
  /** At least one of them; there are always two or more. */
  | { readonly kind: 'any'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly of: Query }
  /** A word as typed; `variants` when its plural and endings count too (`~word`). */
  | { readonly kind: 'word'; readonly text: string; readonly variants: boolean }
  /** Exactly these characters, after folding. */
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'filter'; readonly field: FilterField; readonly value: string };

export const everything: Query = { kind: 'all', of: [] };

export const allOf = (of: readonly Query[]): Query => simplify({ kind: 'all', of });
export const anyOf = (of: readonly Query[]): Query => simplify({ kind: 'any', of });
export const not = (of: Query): Query => simplify({ kind: 'not', of });
export const filter = (field: FilterField, value: string): Query => ({ kind: 'filter', field, value });

/** The same meaning without needless nesting: what `parseQuery` gives, and what `formatQuery` keeps. */
export function simplify(query: Query): Query {
  if (query.kind === 'not') {
    const inner = simplify(query.of);
    return inner.kind === 'not' ? inner.of : { kind: 'not', of: inner };
  }
  if (query.kind !== 'all' && query.kind !== 'any') return query;
  const of = query.of.map(simplify).flatMap((part) => (part.kind === query.kind ? part.of : [part]));
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind: query.kind, of };
}

export const isEmpty = (query: Query): boolean => query.kind === 'all' && query.of.length === 0;

/** Every word counts with its variants: the reader's switch. */
export function withVariants(query: Query): Query {
  switch (query.kind) {
    case 'word':
      return { ...query, variants: true };
    case 'not':
      return { kind: 'not', of: withVariants(query.of) };
    case 'all':
    case 'any':
      return { kind: query.kind, of: query.of.map(withVariants) };
    default:
      return query;
  }
}

export type TextQuery = Extract<Query, { kind: 'word' | 'phrase' }>;
export type FilterQuery = Extract<Query, { kind: 'filter' }>;

/** The words and phrases that a hit may hold, in typed order: what is marked, ranked by and lined up. Negated ones are not among them. */
export const textsOf = (query: Query): readonly TextQuery[] =>
  leaves(query, false).filter((leaf) => leaf.kind === 'word' || leaf.kind === 'phrase');

/** Every filter of the query, negated ones too: to say which values the study does not have. */
export const filtersOf = (query: Query): readonly FilterQuery[] =>
  leaves(query, true).filter((leaf) => leaf.kind === 'filter');

/** True when the answer depends on text, so that every shard is needed for an exact count; else the manifest is enough. */
export const needsText = (query: Query): boolean =>
  leaves(query, true).some((leaf) => leaf.kind !== 'filter' || leaf.field === 'open');

type Leaf = TextQuery | FilterQuery;

function leaves(query: Query, negated: boolean): readonly Leaf[] {
  switch (query.kind) {
    case 'all':
    case 'any':
      return query.of.flatMap((part) => leaves(part, negated));
    case 'not':
      return negated ? leaves(query.of, negated) : [];
    default:
      return [query];
  }
}

/** Text that `parseQuery` reads back into the same tree (of a simplified query). */
export function formatQuery(query: Query): string {
  if (query.kind === 'any')
    return query.of.map((part) => (part.kind === 'all' ? group(part) : formatPart(part))).join(' OR ');
  return query.kind === 'all' ? query.of.map(formatPart).join(' ') : formatPart(query);
}

const group = (query: Query): string => `(${formatQuery(query)})`;

function formatPart(query: Query): string {
  switch (query.kind) {
    case 'all':
    case 'any':
      return group(query);
    case 'not':
      return `-${formatPart(query.of)}`;
    case 'word':
      return query.variants ? `~${query.text}` : query.text;
    case 'phrase':
      return quoted(query.text);
    case 'filter':
      return `${query.field}:${bareValue.test(query.value) ? query.value : quoted(query.value)}`;
  }
}

// Ends in a letter, a digit or one of `+ # _`: the reader strips the comma of a list from bare values.
const bareValue = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.+#/:-]*[\p{L}\p{N}_+#])?$/u;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

// In: matching excerpts and the words of the query. Out: their order by relevance. The rule, in this order: the words stand
// together as typed; more of the words occur; the shortest stretch of text that holds them is shorter; study order.

import type { Span } from '../../model/study.ts';
import type { TextQuery } from './query.ts';
import { termOf, type Term } from './terms.ts';
import { wordSpans } from './words.ts';

export interface Relevance {
  /** All the words one directly after the other, in typed order. */
  readonly together: boolean;
  /** How many of the words and phrases occur. */
  readonly present: number;
  /** Length of the shortest stretch of folded text that holds all that occur, in UTF-16 units. */
  readonly stretch: number;
}

/** Relevance says something only of two texts or more: else study order is the order. */
export const isRankable = (texts: readonly TextQuery[]): boolean => texts.length > 1;

/** How near an excerpt is to the query; the terms are prepared once for many excerpts. */
export function relevanceOf(texts: readonly TextQuery[]): (folded: string) => Relevance {
  const terms = texts.map(termOf);
  // A word typed twice is one word to look for and to count, and two in the typed order.
  const names = terms.map(nameOf);
  const distinct = [...new Map(terms.map((term, index) => [names[index], term] as const)).values()];
  const slots = new Map(distinct.map((term, slot) => [nameOf(term), slot] as const));
  const typed = names.map((name) => slots.get(name) ?? 0);
  const find = finderOf(distinct);
  return (folded) => {
    const places = find(folded);
    const present = places.filter((spans) => spans.length > 0);
    const together =
      present.length === places.length &&
      standTogether(
        typed.map((slot) => places[slot] ?? []),
        folded,
      );
    return { together, present: present.length, stretch: shortestStretch(present) };
  };
}

/** Negative when `a` comes first; 0 leaves study order to decide. */
export function compareRelevance(a: Relevance, b: Relevance): number {
  return Number(b.together) - Number(a.together) || b.present - a.present || a.stretch - b.stretch;
}

const nameOf = (term: Term): string =>
  `${term.variants ? '~' : ''}${term.single ? term.words.join() : JSON.stringify(term.query)}`;

/** By term its spans, in order. */
type Places = readonly (readonly Span[])[];

// A few words are sought one after the other; many at once, by a single reading of the text.
const few = 4;

function finderOf(terms: readonly Term[]): (folded: string) => Places {
  const plain = new Map(
    terms.flatMap((term, slot) => (term.single && !term.variants ? [[term.words[0] ?? '', slot] as const] : [])),
  );
  if (plain.size <= few) return (folded) => terms.map((term) => [...term.find(folded)]);
  return (folded) => {
    const places = terms.map((term): Span[] => (term.single && !term.variants ? [] : [...term.find(folded)]));
    for (const word of wordSpans(folded)) {
      const slot = plain.get(word.text);
      if (slot !== undefined) places[slot]?.push(word);
    }
    return places;
  };
}

// Between one and the next nothing but blanks and hyphens. `ends` are the ends of chains of the first terms.
function standTogether(places: Places, folded: string): boolean {
  let ends = new Set((places[0] ?? []).map((span) => span.end));
  for (const spans of places.slice(1)) {
    ends = new Set(spans.filter((span) => ends.has(gapStart(folded, span.start))).map((span) => span.end));
  }
  return ends.size > 0;
}

function gapStart(folded: string, start: number): number {
  let at = start;
  while (at > 0 && (folded.charAt(at - 1) === ' ' || folded.charAt(at - 1) === '-')) at -= 1;
  return at === start ? -1 : at;
}

// One sweep over all places in order: whenever every term has been seen, the stretch ends here and begins at the oldest of
// their latest places.
function shortestStretch(places: Places): number {
  if (places.length === 0) return 0;
  const [only] = places;
  if (places.length === 1 && only !== undefined)
    return only.reduce((least, span) => Math.min(least, span.end - span.start), Number.MAX_SAFE_INTEGER);
  const sorted = places.flatMap((spans, term) => spans.map((span) => ({ start: span.start, end: span.end, term })));
  sorted.sort((a, b) => a.start - b.start || a.end - b.end);
  const latest = new Map<number, number>();
  let shortest = Number.MAX_SAFE_INTEGER;
  for (const { start, end, term } of sorted) {
    // Deleting first keeps the map in order of place, so that its first value is the oldest.
    latest.delete(term);
    latest.set(term, start);
    const oldest = latest.size === places.length ? latest.values().next().value : undefined;
    if (oldest !== undefined) shortest = Math.min(shortest, end - oldest);
  }
  return shortest;
}

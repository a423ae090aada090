// In: matching excerpts and the words of the query. Out: their order by relevance. The rule, in this order: the words stand
// together as typed; more of the words occur; the shortest stretch of text that holds them is shorter; study order.

import type { Span } from '../../model/study.ts';
import type { TextQuery } from './query.ts';
import { termOf } from './terms.ts';

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
  return (folded) => {
    const places = terms.map((term) => [...term.find(folded)]).filter((spans) => spans.length > 0);
    const all = places.length === terms.length;
    return { together: all && standTogether(places, folded), present: places.length, stretch: shortestStretch(places) };
  };
}

/** Negative when `a` comes first; 0 leaves study order to decide. */
export function compareRelevance(a: Relevance, b: Relevance): number {
  return Number(b.together) - Number(a.together) || b.present - a.present || a.stretch - b.stretch;
}

type Places = readonly (readonly Span[])[];

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
  const sorted = places
    .flatMap((spans, term) => spans.map((span) => ({ ...span, term })))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const latest = new Map<number, Span>();
  let shortest = Number.MAX_SAFE_INTEGER;
  for (const place of sorted) {
    // Deleting first keeps the map in order of place, so that its first key is the oldest.
    latest.delete(place.term);
    latest.set(place.term, place);
    const [oldest] = latest.values();
    if (latest.size === places.length && oldest !== undefined) shortest = Math.min(shortest, place.end - oldest.start);
  }
  return shortest;
}

// In: a source. Out: for each of its quotes that can be found, the original's address with a text fragment that leads to it.
// Specification: WICG Scroll to Text Fragment, sections 3.3 (syntax) and 3.5 (a term never crosses a block; it begins and ends at a word);
// CITING.md section 7. Linear: the words of the source are gone through once, at most ten steps a word.

import type { Excerpt, Source } from '../model/study.ts';
import { webAddress } from './web-address.ts';

const wholeLimit = 10;
const edge = 5;
const fewest = 4;

/** What to look for: one term, or a first and a last one. */
export interface Fragment {
  readonly start: string;
  readonly end: string | null;
}

/** By excerpt id; an excerpt that is not there has no such link: too short, not unique, or not quoted from a web page. */
export function textFragments(source: Source): ReadonlyMap<string, string> {
  const address = webAddress(source.url);
  if (address === '' || source.kind === 'interview') return new Map();
  const links = new Map<string, string>();
  for (const [id, fragment] of uniqueFragments(source)) links.set(id, withFragment(address, fragment));
  return links;
}

/** The terms alone, before they are encoded. */
export function uniqueFragments(source: Source): ReadonlyMap<string, Fragment> {
  const drafts = source.excerpts.filter(isQuoted).flatMap((excerpt) => draftsOf(excerpt));
  const counts = occurrences(source, drafts);
  const found = new Map<string, Fragment>();
  for (const draft of drafts) {
    const start = draft.starts.find((words) => counts.get(hashOf(words)) === 1);
    if (start === undefined) continue;
    found.set(draft.id, { start: start.join(' '), end: start === draft.line ? draft.endAfterLine : draft.end });
  }
  return found;
}

/** Keeps the address's own fragment and replaces a text directive that it brought along: `#Logical…:~:text=`. */
export function withFragment(address: string, { start, end }: Fragment): string {
  const clean = address.replace(/:~:.*$/s, '');
  const terms = end === null ? encodeTerm(start) : `${encodeTerm(start)},${encodeTerm(end)}`;
  return `${clean}${clean.includes('#') ? '' : '#'}:~:text=${terms}`;
}

/** `-`, `,` and `&` are syntax; brackets and quotes are encoded so that Markdown and TeX keep the address whole. */
const encodeTerm = (term: string): string =>
  encodeURIComponent(term.toWellFormed()).replace(
    /[-!'()*~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const isQuoted = (excerpt: Excerpt): boolean =>
  (excerpt.kind === 'quote' || excerpt.kind === 'heading') && excerpt.withheld === undefined && excerpt.text !== '';

interface Draft {
  readonly id: string;
  /** First terms to try, best first: five words, then more until they are unique. */
  readonly starts: readonly (readonly string[])[];
  /** The whole first line, when it is among them: then nothing of that line is left for an end. */
  readonly line: readonly string[] | null;
  readonly end: string;
  readonly endAfterLine: string | null;
}

/** Lines are blocks of the original: a term is taken from one line, the first and the last that have enough words. */
function draftsOf(excerpt: Excerpt): Draft[] {
  const lines = linesOf(excerpt.text).filter((words) => words.length >= fewest);
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return [];
  const several = lines.length > 1;
  const end = last.slice(-edge).join(' ');
  const wholeFits = first.length <= wholeLimit && (!several || first.length <= edge);
  if (wholeFits) {
    return [{ id: excerpt.id, starts: [first], line: first, end, endAfterLine: several ? end : null }];
  }
  // The end must not overlap the start: in one line, five words stay free for it where there are so many.
  const most = Math.min(wholeLimit, several ? first.length : first.length - edge);
  const starts = Array.from({ length: most - edge + 1 }, (_, more) => first.slice(0, edge + more));
  return [{ id: excerpt.id, starts, line: null, end, endAfterLine: null }];
}

/** Words of each line, without a list's bullet or number: browsers draw those, so they are no text of the page. */
function linesOf(text: string): string[][] {
  return text.split('\n').map((line) => {
    const words = line.split(/\s+/u).filter((word) => word !== '');
    const first = words.findIndex((word) => !/^(?:[^\p{L}\p{N}]+|\(?\d{1,3}[.)])$/u.test(word));
    return first < 0 ? [] : words.slice(first);
  });
}

/** How often each candidate stands in the source, within a line, without regard to case and accents (as browsers compare). */
function occurrences(source: Source, drafts: readonly Draft[]): Map<number, number> {
  const counts = new Map<number, number>();
  const beginnings = new Set<number>();
  for (const draft of drafts) {
    for (const words of draft.starts) {
      counts.set(hashOf(words), 0);
      beginnings.add(hashOf(words.slice(0, 2)));
    }
  }
  for (const excerpt of source.excerpts) {
    for (const line of excerpt.text.split('\n')) countLine(line, counts, beginnings);
  }
  return counts;
}

/** `beginnings`: the first two words of all candidates; few places of a text begin like one. */
function countLine(line: string, counts: Map<number, number>, beginnings: ReadonlySet<number>): void {
  const words = line
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map(wordHash);
  for (let from = 0; from + fewest <= words.length; from += 1) {
    let hash = seed;
    if (!beginnings.has(mix(mix(seed, words[from] ?? 0), words[from + 1] ?? 0))) continue;
    for (let length = 1; length <= wholeLimit && from + length <= words.length; length += 1) {
      hash = mix(hash, words[from + length - 1] ?? 0);
      const count = counts.get(hash);
      if (count !== undefined) counts.set(hash, count + 1);
    }
  }
}

// A rolling hash below 2^33, so that a product stays exact. Two phrases with one hash would only look like a repetition: the link is then not offered, never wrong.
const seed = 7;
const modulus = 8_589_934_583;
const hashOf = (words: readonly string[]): number => words.reduce((hash, word) => mix(hash, wordHash(word)), seed);
const mix = (hash: number, word: number): number => (hash * 131_071 + word * 31 + 1) % modulus;

// Languages repeat themselves. Emptied when it is full, so that no study fills the memory.
const known = new Map<string, number>();
const mostKnown = 100_000;

function wordHash(word: string): number {
  const before = known.get(word);
  if (before !== undefined) return before;
  let hash = 17;
  for (const character of folded(word)) hash = (hash * 65_599 + (character.codePointAt(0) ?? 0)) % modulus;
  if (known.size >= mostKnown) known.clear();
  known.set(word, hash);
  return hash;
}

const folded = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/u, '');

// In: a line that starts with `![`. Out: its words and its address, with where they stand, however broken the brackets are.

import type { Span } from '../problems/place.ts';

export interface Figure {
  /** Offsets in the line: the alternative text, and any words that stand where the address should. */
  readonly words: readonly Span[];
  readonly address: Span | null;
  /** What is wrong with it, if anything. */
  readonly fault?: 'malformed' | 'no-url' | 'insecure';
}

/** Between several stretches of words. */
export const wordGlue = ' — ';

const target = /^(?:<([^<>]*)>|([^()\s]*(?:\([^()\s]*\)[^()\s]*)*))(?:[ \t]+["'(](.*)["')])?[ \t]*\)$/;

export function readFigure(line: string): Figure {
  const whole = wellFormed(line);
  if (whole) return withFault(line, whole, false);
  const found = /https?:\/\/[^\s<>"]+/i.exec(line);
  if (!found) return withFault(line, { words: proseWords(line), address: null }, true);
  const address = { start: found.index, end: found.index + trimAddress(found[0]) };
  const words = [withoutBrackets(line, 2, address.start), withoutBrackets(line, address.end, line.length)].filter(
    (span) => span.end > span.start,
  );
  return withFault(line, { words, address }, true);
}

/** `![words](address "title")`: the last `](` with an address behind it, as in Markdown; eight of them are tried. */
function wellFormed(line: string): Pick<Figure, 'words' | 'address'> | undefined {
  if (!line.endsWith(')')) return undefined;
  let middle = line.length;
  for (let attempt = 0; attempt < 8; attempt += 1) {
    middle = line.lastIndexOf('](', middle - 1);
    if (middle < 2) return undefined;
    const rest = line.slice(middle + 2);
    const match = target.exec(rest);
    if (!match) continue;
    const bracket = match[1] === undefined ? 0 : 1;
    const url = match[1] ?? match[2] ?? '';
    const address = trimmedSpan(line, middle + 2 + bracket, middle + 2 + bracket + url.length);
    const title = match[3] ?? '';
    const titleAt = middle + 2 + rest.lastIndexOf(title, rest.length - 2);
    const words = [trimmedSpan(line, 2, middle), trimmedSpan(line, titleAt, titleAt + title.length)];
    return {
      words: words.filter((span) => span.end > span.start),
      address: address.end > address.start ? address : null,
    };
  }
  return undefined;
}

/** Without an address all its words are kept: `![words](more words)`. */
function proseWords(line: string): readonly Span[] {
  const middle = line.indexOf('](');
  const parts =
    middle < 0
      ? [[2, line.length]]
      : [
          [2, middle],
          [middle + 2, line.length],
        ];
  return parts
    .map(([start, end]) => withoutBrackets(line, start ?? 2, end ?? line.length))
    .filter((span) => span.end > span.start);
}

function trimmedSpan(line: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(line[from] ?? '')) from += 1;
  while (to > from && /\s/.test(line[to - 1] ?? '')) to -= 1;
  return { start: from, end: to };
}

/** Brackets and blanks at both ends belong to the format, not to the words. */
function withoutBrackets(line: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from < to && /[\s()[\]<>]/.test(line[from] ?? '')) from += 1;
  while (to > from && /[\s()[\]<>]/.test(line[to - 1] ?? '')) to -= 1;
  return { start: from, end: to };
}

/** Length of the address: closing brackets at its end belong to it only where it opens them. */
function trimAddress(address: string): number {
  let surplus = 0;
  for (const character of address) {
    if (character === ')' || character === ']') surplus += 1;
    else if (character === '(' || character === '[') surplus -= 1;
  }
  let end = address.length;
  for (; surplus > 0 && /[)\]]/.test(address[end - 1] ?? ''); end -= 1) surplus -= 1;
  return end;
}

function withFault(line: string, found: Pick<Figure, 'words' | 'address'>, malformed: boolean): Figure {
  if (found.address === null) return { ...found, fault: 'no-url' };
  const url = line.slice(found.address.start, found.address.end);
  if (malformed || !/^https?:\/\/\S+$/i.test(url)) return { ...found, fault: 'malformed' };
  return /^http:/i.test(url) ? { ...found, fault: 'insecure' } : found;
}

// In: an excerpt as found in its note. Out: the normal form that decides whether two texts are the same, its hash, its first words.

import { createHash } from 'node:crypto';
import type { FoundExcerpt } from './allocation.ts';

const doubleQuotes = /[\u201C-\u201F\u2033\u2036]/g;
const singleQuotes = /[\u2018-\u201B\u2032\u2035]/g;
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;

/** NFKC, straight quotes, `-` for every dash, white space folded, lower case: re-wrapping and quote conversion change nothing. */
export function normaliseText(text: string): string {
  return text
    .replace(doubleQuotes, '"') // before NFKC, which would take a double prime apart
    .normalize('NFKC')
    .replace(singleQuotes, "'")
    .replace(dashes, '-')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** First 16 hex digits of the SHA-256 of the normal form. A figure's address belongs to it, letter case and all. */
export function hashOf(excerpt: FoundExcerpt): string {
  const text = normaliseText(excerpt.text);
  // A normal form has no line end, so a figure never hashes like a quote.
  const whole = excerpt.kind === 'figure' ? `figure\n${text}\n${addressOf(excerpt)}` : text;
  return createHash('sha256').update(whole, 'utf8').digest('hex').slice(0, 16);
}

export const addressOf = (excerpt: FoundExcerpt): string => (excerpt.url ?? '').trim();

const manyWords = 8;
const manyCharacters = 80;

/** At most eight words, as written, for people who read the ledger. */
export function firstWords(excerpt: FoundExcerpt): string {
  const beginning = excerpt.text.slice(0, 1000).trim();
  const text = beginning === '' ? addressOf(excerpt).slice(0, 1000) : beginning;
  const words = text.split(/\s+/).slice(0, manyWords).join(' ');
  return Array.from(words).slice(0, manyCharacters).join('').toWellFormed();
}

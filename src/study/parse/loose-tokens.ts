// In: a statement that is no Python. Out: its words, strings and signs, with quotes closed where the writer meant them to close.

import { decodeEscapes } from './python-strings.ts';
import type { Span } from '../problems/place.ts';

export interface LooseToken extends Span {
  readonly kind: 'word' | 'string' | 'mark';
  /** A string's value, a word's letters, or the sign. */
  readonly text: string;
  /** First on its line. */
  readonly first: boolean;
}

const wordAt = /[\p{L}\p{N}\p{M}_\u00ad\u200b-\u200d\u2060\ufeff]+(?:’[\p{L}]+)?/uy;
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const doubles = '"“”„';
const singles = "'‘’";
const isQuote = (character: string): boolean => character !== '' && (doubles + singles).includes(character);

/** Linear in the length of `text`; offsets are in `text`. */
export function looseTokens(text: string): readonly LooseToken[] {
  const tokens: LooseToken[] = [];
  const quotes = closingQuotes(text);
  let at = 0;
  let first = true;
  while (at < text.length) {
    const character = text[at] ?? '';
    if (character === '\n' || character === '\r') first = true;
    if (/\s/.test(character) || character === '\\') {
      at += 1;
      continue;
    }
    if (character === '#') {
      at = lineEnd(text, at);
      continue;
    }
    const token = tokenAt(text, at, first, quotes);
    if (token.text !== '' || token.kind === 'string') tokens.push(token);
    else if (isQuote(character)) closeLostString(text, tokens, token);
    first = false;
    at = Math.max(token.end, at + 1);
  }
  return tokens;
}

// Longer labels keep their first words as a name; the limit keeps stray quotes linear.
const mostWords = 24;

/** `(a, some words")`: the opening quote was lost behind a comma, bracket or sign; the words between are the string. */
function closeLostString(text: string, tokens: LooseToken[], quote: LooseToken): void {
  let from = tokens.length;
  while (tokens[from - 1]?.kind === 'word' && tokens.length - from < mostWords) from -= 1;
  const [first, before] = [tokens[from], tokens[from - 1]];
  if (first === undefined || before === undefined || !opensValue(tokens, from - 1, tokens.length - from)) return;
  const value = decodeEscapes(text.slice(first.start, quote.start));
  tokens.splice(from, tokens.length - from, { ...first, kind: 'string', text: value, end: quote.end });
}

/** Behind `=` stands a value, and so do several words behind any other sign; one word alone may be a name. */
const opensValue = (tokens: readonly LooseToken[], sign: number, words: number): boolean => {
  const before = tokens[sign];
  return before?.kind === 'mark' && (before.text === '=' || (words > 1 && ',(:'.includes(before.text)));
};

function lineEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}

function tokenAt(text: string, at: number, first: boolean, quotes: ClosingQuotes): LooseToken {
  const character = text[at] ?? '';
  if (isQuote(character)) return stringAt(text, at, first, quotes);
  wordAt.lastIndex = at;
  const word = wordAt.exec(text)?.[0];
  if (word !== undefined) {
    return { kind: 'word', text: word.replace(invisible, ''), first, start: at, end: at + word.length };
  }
  return { kind: 'mark', text: character, first, start: at, end: at + character.length };
}

/** For every offset the next one where a double, a single, or any quote closes something; `text.length` when none does. */
interface ClosingQuotes {
  readonly double: Int32Array;
  readonly single: Int32Array;
  readonly ends: Int32Array;
}

// After a closing quote stands a sign, the end of the line, a keyword, or the key of the next entry.
const signs = ',)]}:+#';
const keywordAt = /(?:role_name|stereotype_instances|values|superclasses|elements)\s*=/y;
const keyAt = /["'“”‘’][^"'“”‘’\r\n]{1,40}["'“”‘’]\s*:/y;

function closingQuotes(text: string): ClosingQuotes {
  const size = text.length;
  const double = new Int32Array(size + 1).fill(size);
  const single = new Int32Array(size + 1).fill(size);
  const ends = new Int32Array(size + 1).fill(size);
  let next = '\n';
  let nextAt = size;
  for (let i = size - 1; i >= 0; i -= 1) {
    const character = text[i] ?? '';
    const closes = isQuote(character) && text[i - 1] !== '\\' && closesBefore(text, next, nextAt);
    double[i] = closes && doubles.includes(character) ? i : (double[i + 1] ?? size);
    single[i] = closes && singles.includes(character) ? i : (single[i + 1] ?? size);
    const ended = character === '\n' || character === '\r';
    ends[i] = ended ? i : (ends[i + 1] ?? size);
    if (ended || !/\s/.test(character)) {
      next = character;
      nextAt = i;
    }
  }
  return { double, single, ends };
}

function closesBefore(text: string, next: string, nextAt: number): boolean {
  if (next === '\n' || next === '\r' || signs.includes(next)) return true;
  if (next === '.') return /\s/.test(text[nextAt + 1] ?? ' ');
  if (!isQuote(next)) {
    keywordAt.lastIndex = nextAt;
    return keywordAt.test(text);
  }
  keyAt.lastIndex = nextAt;
  return keyAt.test(text);
}

function stringAt(text: string, at: number, first: boolean, quotes: ClosingQuotes): LooseToken {
  const character = text[at] ?? '';
  const size = text.length;
  const from = at + 1;
  // Behind a word and before a closing sign it closes what nothing opened.
  const closes = (doubles.includes(character) ? quotes.double : quotes.single)[at] === at;
  if (closes && /[\p{L}\p{N}]/u.test(text[at - 1] ?? ''))
    return { kind: 'mark', text: '', first, start: at, end: from };
  const lineEnds = quotes.ends[from] ?? size;
  const string = (content: number, end: number, value = text.slice(from, content)): LooseToken => ({
    kind: 'string',
    text: decodeEscapes(value),
    first,
    start: at,
    end,
  });
  const [own, other] = doubles.includes(character) ? [quotes.double, quotes.single] : [quotes.single, quotes.double];
  const same = own[from] ?? size;
  if (same < lineEnds) return string(same, same + 1);
  const mixed = other[from] ?? size;
  if (mixed < lineEnds) return string(mixed, mixed + 1);
  if (same < size && (quotes.ends[nextLineStart(text, lineEnds)] ?? size) > same && continues(text, lineEnds)) {
    return string(same, same + 1, text.slice(from, same).replace(/\s*[\r\n]+\s*/g, ' '));
  }
  const content = withoutClosers(text, from, lineEnds);
  // A quote with only closing signs behind it opens nothing.
  return content > from ? string(content, content) : { kind: 'mark', text: '', first, start: at, end: from };
}

const nextLineStart = (text: string, end: number): number => (text.startsWith('\r\n', end) ? end + 2 : end + 1);

/** The next line goes on with words, not with an entry of its own. */
function continues(text: string, lineEnds: number): boolean {
  const start = nextLineStart(text, lineEnds);
  return /^\s*[\p{L}\p{N}(]/u.test(text.slice(start, start + 200));
}

/** The end of an unclosed string: its line without the closing signs that belong to the brackets around it. */
function withoutClosers(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /[\s,)\]}]/.test(text[end - 1] ?? '')) end -= 1;
  let open = 0;
  for (let i = from; i < end; i += 1) {
    if (text[i] === '(') open += 1;
    else if (text[i] === ')') open = Math.max(0, open - 1);
  }
  while (open > 0 && end < to && text[end] === ')') {
    open -= 1;
    end += 1;
  }
  return end;
}

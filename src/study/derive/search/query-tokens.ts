// In: what a person typed. Out: its tokens and what could not be read as meant. Nothing is refused: what has no meaning here
// (a quote without its partner, an operator without its words) is read as plain text, with a notice.

import { fold } from './folding.ts';
import { isFilterField } from './record.ts';
import type { Query } from './query.ts';
import { wordsOf } from './words.ts';

export type NoticeKind =
  | 'unbalanced-quote'
  | 'unbalanced-parenthesis'
  | 'nested-too-deep'
  | 'operator-without-words'
  | 'empty-quotes'
  | 'signs-ignored'
  | 'unknown-value';

/** `text` is the piece of the query that is meant, `at` its UTF-16 offset. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly text: string;
  readonly at: number;
}

export type Leaf = Extract<Query, { kind: 'word' | 'phrase' | 'filter' }>;

export type Token =
  | { readonly kind: 'open'; readonly negated: boolean; readonly at: number }
  | { readonly kind: 'close'; readonly at: number }
  | { readonly kind: 'leaf'; readonly leaf: Leaf; readonly negated: boolean; readonly at: number }
  | { readonly kind: 'operator'; readonly word: 'AND' | 'OR' | 'NOT'; readonly at: number };

export interface TokenList {
  readonly tokens: readonly Token[];
  readonly notices: readonly Notice[];
}

export function tokensOf(text: string): TokenList {
  const tokens: Token[] = [];
  const notices: Notice[] = [];
  let at = 0;
  while (at < text.length) {
    const piece = readPiece(text, at);
    tokens.push(...piece.tokens);
    notices.push(...piece.notices);
    at = piece.end;
  }
  return { tokens, notices };
}

interface Piece extends TokenList {
  readonly end: number;
}

const chunkPattern = /[^\s()"“”„‟«»]+/uy;
const blankPattern = /\s+/uy;
const quote = /["“”„‟«»]/u;

function readPiece(text: string, at: number): Piece {
  const blank = matchAt(blankPattern, text, at);
  if (blank !== '') return { tokens: [], notices: [], end: at + blank.length };
  const char = text.charAt(at);
  if (char === '(') return { tokens: [{ kind: 'open', negated: false, at }], notices: [], end: at + 1 };
  if (char === ')') return { tokens: [{ kind: 'close', at }], notices: [], end: at + 1 };
  if (quote.test(char)) return readPhrase(text, at, at, false);
  return readChunk(text, at);
}

function readPhrase(text: string, at: number, quoteAt: number, negated: boolean): Piece {
  const read = readQuoted(text, quoteAt);
  if (read === null) {
    const notice: Notice = { kind: 'unbalanced-quote', text: text.charAt(quoteAt), at: quoteAt };
    return { tokens: [], notices: [notice], end: quoteAt + 1 };
  }
  const phrase = read.value.replace(/\s+/gu, ' ').trim();
  if (fold(phrase) === '') {
    return { tokens: [], notices: [{ kind: 'empty-quotes', text: text.slice(at, read.end), at }], end: read.end };
  }
  return {
    tokens: [{ kind: 'leaf', leaf: { kind: 'phrase', text: phrase }, negated, at }],
    notices: [],
    end: read.end,
  };
}

function readChunk(text: string, at: number): Piece {
  const chunk = matchAt(chunkPattern, text, at);
  const end = at + chunk.length;
  const next = text.charAt(end);
  if (chunk === 'AND' || chunk === 'OR' || chunk === 'NOT') {
    return { tokens: [{ kind: 'operator', word: chunk, at }], notices: [], end };
  }
  if (chunk === '-' && next === '(')
    return { tokens: [{ kind: 'open', negated: true, at }], notices: [], end: end + 1 };
  if (chunk === '-' && quote.test(next)) return readPhrase(text, at, end, true);
  const negated = /^-[^-]/u.test(chunk);
  const body = negated ? chunk.slice(1) : chunk;
  const filter = readFilter(text, at, body.replace(leadingSigns, ''), end, negated);
  if (filter !== null) return filter;
  return readText(body, negated, at, end);
}

// `code:"C++ x"` reaches over blanks; `code:` alone, or an unknown value of `is:`, is text.
function readFilter(text: string, at: number, body: string, end: number, negated: boolean): Piece | null {
  const [, name = '', rest = ''] = /^([a-z]+):(.*)$/isu.exec(body) ?? [];
  const field = name.toLowerCase();
  if (!isFilterField(field)) return null;
  const read = rest === '' && quote.test(text.charAt(end)) ? readQuoted(text, end) : null;
  const value = (read === null ? withoutListSigns(rest) : read.value).trim();
  if (value === '') return null;
  const stop = read === null ? end : read.end;
  if (field !== 'is') return { tokens: [filterToken(field, value, negated, at)], notices: [], end: stop };
  const state = value.toLowerCase();
  if (state === 'coded' || state === 'uncoded')
    return { tokens: [filterToken(field, state, negated, at)], notices: [], end: stop };
  if (read !== null) return null;
  const plain = readText(body, negated, at, end);
  return { ...plain, notices: [...plain.notices, { kind: 'unknown-value', text: body, at }] };
}

const filterToken = (
  field: Extract<Leaf, { kind: 'filter' }>['field'],
  value: string,
  negated: boolean,
  at: number,
): Token => ({
  kind: 'leaf',
  leaf: { kind: 'filter', field, value },
  negated,
  at,
});

const leadingSigns = /^[^\p{L}\p{M}\p{Nd}\p{Nl}]+/u;
// What a word may begin and end with; a subscript ends one (`CO₂`).
const opensWord = /[\p{L}\p{M}\p{Nd}\p{Nl}]/u;
const closesWord = /[\p{L}\p{M}\p{Nd}\p{Nl}\u2080-\u2089]/u;
// Signs that people mean: dropped from `C++` only with a word about it.
const telling = /[\p{S}#@%&]/u;
// Alone they are slips of the hand or ends of sentences.
const ordinary = /^[-~,;.:!?']*$/u;

// A word loses the signs around it; signs alone (an emoji, `.*`) are looked for as they stand, but for ordinary punctuation.
function readText(body: string, negated: boolean, at: number, end: number): Piece {
  const variants = body.startsWith('~');
  const whole = variants ? body.slice(1) : body;
  const bare = withoutOuterSigns(whole);
  if (wordsOf(fold(bare)).length > 0) {
    const leaf: Leaf = { kind: 'word', text: plainWord(bare), variants };
    const notices: Notice[] = telling.test(whole.replace(bare, '')) ? [{ kind: 'signs-ignored', text: whole, at }] : [];
    return { tokens: [{ kind: 'leaf', leaf, negated, at }], notices, end };
  }
  const folded = fold(body);
  if (!ordinary.test(folded)) {
    return { tokens: [{ kind: 'leaf', leaf: { kind: 'phrase', text: body }, negated, at }], notices: [], end };
  }
  return { tokens: [], notices: folded === '' ? [] : [{ kind: 'signs-ignored', text: body, at }], end };
}

// By hand: a pattern that ends in `+$` would read a heap of signs once from each of them.
function withoutOuterSigns(text: string): string {
  const chars = [...text];
  const first = chars.findIndex((char) => opensWord.test(char));
  const last = chars.findLastIndex((char) => closesWord.test(char));
  return first === -1 ? '' : chars.slice(first, last + 1).join('');
}

function withoutListSigns(text: string): string {
  let end = text.length;
  while (end > 0 && (text.charAt(end - 1) === ',' || text.charAt(end - 1) === ';')) end -= 1;
  return text.slice(0, end);
}

/** An operator's letters as a word: small, so that written back it is a word again. */
export const plainWord = (text: string): string => (/^(?:AND|OR|NOT)$/u.test(text) ? text.toLowerCase() : text);

// A straight quote ends at the next straight one (a doubled one inside stands for itself), or else at a typographic one;
// a typographic quote ends at the next double quote of any make, since keyboards mix them.
function readQuoted(text: string, at: number): { readonly value: string; readonly end: number } | null {
  if (text.charAt(at) === '"') {
    const close = closingStraight(text, at + 1);
    if (close !== -1) return { value: text.slice(at + 1, close).replaceAll('""', '"'), end: close + 1 };
  }
  const after = text.slice(at + 1).search(text.charAt(at) === '"' ? /[“”„‟«»]/u : quote);
  return after === -1 ? null : { value: text.slice(at + 1, at + 1 + after), end: at + 2 + after };
}

function closingStraight(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text.charAt(at + 1) === '"') at = text.indexOf('"', at + 2);
  return at;
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

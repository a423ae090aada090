// In: what a person typed. Out: the query tree and notices; it never fails.
//   query   = group { "OR" group }                     words before OR belong together: `a b OR c` is (a AND b) OR c
//   group   = part { ["AND"] part }
//   part    = { "NOT" | "-" } ( "(" query ")" | word | "~" word | '"' phrase '"' | field ":" value )
//   field   = code | source | kind | speaker | type | author | is | open
// AND, OR and NOT are operators only in capitals.

import { allOf, anyOf, everything, not, type Query } from './query.ts';
import { tokensOf, type Notice, type Token } from './query-tokens.ts';

export interface ParsedQuery {
  readonly query: Query;
  readonly notices: readonly Notice[];
}

/** Deeper parentheses are read as plain text: nobody types them, and the reader's stack is finite. */
const deepest = 40;

export function parseQuery(text: string): ParsedQuery {
  const read = tokensOf(text);
  const balanced = balance(read.tokens);
  const settled = settleOperators(balanced.tokens);
  const query = settled.tokens.length === 0 ? everything : readAny({ tokens: settled.tokens, at: 0 });
  const notices = [...read.notices, ...balanced.notices, ...settled.notices].sort((a, b) => a.at - b.at);
  return { query, notices };
}

interface Tokens {
  readonly tokens: readonly Token[];
  readonly notices: readonly Notice[];
}

// Keeps the parentheses that have a partner and something between them.
function balance(tokens: readonly Token[]): Tokens {
  const partner = partners(tokens);
  const kept: Token[] = [];
  const notices: Notice[] = [];
  let depth = 0;
  tokens.forEach((token, index) => {
    if (token.kind !== 'open' && token.kind !== 'close') return kept.push(token);
    if (!partner.has(index)) return notices.push({ kind: 'unbalanced-parenthesis', text: sign(token), at: token.at });
    if (token.kind === 'open') depth += 1;
    const tooDeep = depth > deepest;
    if (token.kind === 'close') depth -= 1;
    if (tooDeep) return token.kind === 'open' && notices.push({ kind: 'nested-too-deep', text: '(', at: token.at });
    if (token.kind === 'close' && kept.at(-1)?.kind === 'open') return kept.pop();
    return kept.push(token);
  });
  return { tokens: kept, notices };
}

const sign = (token: Token): string => (token.kind === 'open' ? '(' : ')');

function partners(tokens: readonly Token[]): ReadonlySet<number> {
  const open: number[] = [];
  const found = new Set<number>();
  tokens.forEach((token, index) => {
    if (token.kind === 'open') open.push(index);
    const start = token.kind === 'close' ? open.pop() : undefined;
    if (start !== undefined) found.add(start).add(index);
  });
  return found;
}

// An operator without something to stand between (or before) is a word: `sink or swim`, typed in capitals.
function settleOperators(tokens: readonly Token[]): Tokens {
  const settled: Token[] = [];
  const notices: Notice[] = [];
  tokens.forEach((token, index) => {
    if (token.kind !== 'operator') return settled.push(token);
    if (
      token.word === 'NOT' ? startsPart(tokens[index + 1]) : endsPart(settled.at(-1)) && startsPart(tokens[index + 1])
    ) {
      return settled.push(token);
    }
    notices.push({ kind: 'operator-without-words', text: token.word, at: token.at });
    const leaf = { kind: 'word', text: token.word.toLowerCase(), variants: false } as const;
    return settled.push({ kind: 'leaf', leaf, negated: false, at: token.at });
  });
  return { tokens: settled, notices };
}

const endsPart = (token: Token | undefined): boolean => token?.kind === 'leaf' || token?.kind === 'close';
const startsPart = (token: Token | undefined): boolean =>
  token?.kind === 'leaf' || token?.kind === 'open' || (token?.kind === 'operator' && token.word === 'NOT');

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

function readAny(reader: Reader): Query {
  const groups = [readAll(reader)];
  while (isOperator(reader.tokens[reader.at], 'OR')) {
    reader.at += 1;
    groups.push(readAll(reader));
  }
  return anyOf(groups);
}

function readAll(reader: Reader): Query {
  const parts: Query[] = [];
  while (startsPart(reader.tokens[reader.at]) || isOperator(reader.tokens[reader.at], 'AND')) {
    if (isOperator(reader.tokens[reader.at], 'AND')) reader.at += 1;
    parts.push(readPart(reader));
  }
  return allOf(parts);
}

function readPart(reader: Reader): Query {
  let negated = false;
  let token = reader.tokens[reader.at];
  while (isOperator(token, 'NOT')) {
    negated = !negated;
    reader.at += 1;
    token = reader.tokens[reader.at];
  }
  reader.at += 1;
  if (token?.kind === 'leaf') return token.negated === negated ? token.leaf : not(token.leaf);
  if (token?.kind !== 'open') return everything;
  const inner = readAny(reader);
  reader.at += 1;
  return token.negated === negated ? inner : not(inner);
}

const isOperator = (token: Token | undefined, word: 'AND' | 'OR' | 'NOT'): boolean =>
  token?.kind === 'operator' && token.word === word;

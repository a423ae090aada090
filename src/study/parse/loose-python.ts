// In: the tokens of a statement that is no Python. Out: what it was meant to say, as one assignment or expression of our tree.
// Tolerates missing and doubled commas, `.` for `,`, unbalanced brackets, blanks in names, and a missing `=`.

import { maxNesting } from './python-expressions.ts';
import type { PyCall, PyExpression, PyName } from './python-tree.ts';
import { libraryFunctions, libraryKeywords, metaclasses, stereotypes } from './metamodel.ts';
import { meantFunction } from './misspelt.ts';
import type { LooseToken } from './loose-tokens.ts';

export interface LooseStatement {
  readonly target: PyName | null;
  /** `null` when there is nothing that could be a value. */
  readonly value: PyExpression | null;
}

interface Cursor {
  readonly tokens: readonly LooseToken[];
  readonly offset: number;
  at: number;
  /** Openers around the current place, innermost last. */
  readonly open: string[];
}

const closerOf: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

/** `offset` is added to every span. Linear in the number of tokens; deeper than 32 levels is flattened. */
export function readLoosely(tokens: readonly LooseToken[], offset: number): LooseStatement {
  const cursor: Cursor = { tokens, offset, at: 0, open: [] };
  const target = readTarget(cursor);
  const items = readItems(cursor, null);
  const [only] = items;
  if (only === undefined) return { target, value: null };
  const last = items.at(-1) ?? only;
  const tuple: PyExpression = { kind: 'list', form: 'tuple', items, start: only.start, end: last.end };
  return { target, value: items.length === 1 ? only : tuple };
}

const peek = (cursor: Cursor, ahead = 0): LooseToken | undefined => cursor.tokens[cursor.at + ahead];
const isMark = (token: LooseToken | undefined, ...marks: readonly string[]): boolean =>
  token?.kind === 'mark' && marks.includes(token.text);

const joins = new Set(['-', '/', '.']);

/** The words before `=`, or before a `CClass` that has lost its `=`. */
function readTarget(cursor: Cursor): PyName | null {
  let end = 0;
  for (let token = cursor.tokens[end]; token !== undefined; token = cursor.tokens[(end += 1)]) {
    if (end > 0 && isClassCall(token, cursor.tokens[end + 1])) break;
    if (token.kind !== 'word' && !joins.has(token.text)) break;
  }
  const sign = cursor.tokens[end];
  const after = cursor.tokens[end + 1];
  const colon = isMark(sign, ':') && after !== undefined && isClassCall(after, cursor.tokens[end + 2]);
  const equals = isMark(sign, '=') || colon;
  const missing = sign?.kind === 'word';
  if (end === 0 || !(equals || missing)) return null;
  const name = joinWords(cursor, 0, end);
  if (name.name === '') return null;
  cursor.at = end;
  while (isMark(peek(cursor), '=', ':')) cursor.at += 1;
  return name;
}

function isClassCall(token: LooseToken, next: LooseToken | undefined): boolean {
  if (token.kind !== 'word' || meantFunction(token.text) !== 'CClass') return false;
  return isMark(next, '(') || (next?.kind === 'word' && metaclasses.has(next.text));
}

function joinWords(cursor: Cursor, from: number, to: number): PyName {
  const parts = cursor.tokens.slice(from, to);
  const words = parts.filter((part) => part.kind === 'word');
  const start = (parts[0]?.start ?? 0) + cursor.offset;
  const end = (words.at(-1)?.end ?? 0) + cursor.offset;
  return { kind: 'name', name: words.map((word) => word.text).join('_'), start, end };
}

/** Values up to `closer`, to a closer of a bracket further out, or to the end. */
function readItems(cursor: Cursor, closer: string | null): PyExpression[] {
  const items: PyExpression[] = [];
  for (let token = peek(cursor); token !== undefined; token = peek(cursor)) {
    if (endsHere(cursor, token, closer) || (closer === ']' && isKeyword(cursor, token))) break;
    // A keyword whose call was lost: its name is none of ours.
    if (token.kind === 'word' && isMark(peek(cursor, 1), '=')) cursor.at += 2;
    const item = readValue(cursor);
    if (item === null) cursor.at += 1;
    else items.push(item);
  }
  return items;
}

/** True at this bracket's closer (taken) and at one of a bracket further out (left for it). */
function endsHere(cursor: Cursor, token: LooseToken, closer: string | null): boolean {
  if (closer === null || token.kind !== 'mark') return false;
  if (token.text === closer) {
    cursor.at += 1;
    return true;
  }
  return (
    [')', ']', '}'].includes(token.text) && cursor.open.slice(0, -1).some((open) => closerOf.get(open) === token.text)
  );
}

/** `role_name=` inside a list or dictionary: its closing bracket was lost before it. */
const isKeyword = (cursor: Cursor, token: LooseToken): boolean =>
  token.kind === 'word' && libraryKeywords.has(token.text) && isMark(peek(cursor, 1), '=') && cursor.open.includes('(');

function readValue(cursor: Cursor): PyExpression | null {
  const token = peek(cursor);
  if (token === undefined) return null;
  if (token.kind === 'string') return readStrings(cursor, token);
  if (token.kind === 'word') return readWords(cursor, token);
  const closer = closerOf.get(token.text);
  if (closer === undefined || cursor.open.length >= maxNesting) return null;
  const start = token.start + cursor.offset;
  cursor.at += 1;
  cursor.open.push(token.text);
  const value = token.text === '{' ? readEntries(cursor, start) : readBracket(cursor, closer, start);
  cursor.open.pop();
  return value;
}

const endOf = (cursor: Cursor): number => (cursor.tokens[cursor.at - 1]?.end ?? 0) + cursor.offset;

function readBracket(cursor: Cursor, closer: string, start: number): PyExpression {
  const items = readItems(cursor, closer);
  const [only] = items;
  if (closer === ')' && items.length === 1 && only !== undefined) return only;
  return { kind: 'list', form: closer === ')' ? 'tuple' : 'list', items, start, end: endOf(cursor) };
}

/** A string, and what `+` joins to it. */
function readStrings(cursor: Cursor, first: LooseToken): PyExpression {
  let value = first.text;
  let end = first.end;
  cursor.at += 1;
  for (let next = peek(cursor, 1); isMark(peek(cursor), '+') && next?.kind === 'string'; next = peek(cursor, 1)) {
    value += next.text;
    end = next.end;
    cursor.at += 2;
  }
  return { kind: 'string', value, start: first.start + cursor.offset, end: end + cursor.offset };
}

const number = /^\d+$/;

/** Words side by side on one line are one name with blanks in it, unless both look like whole names. */
function readWords(cursor: Cursor, first: LooseToken): PyExpression {
  const from = cursor.at;
  cursor.at += 1;
  while (goesOnAsName(cursor)) cursor.at += isMark(peek(cursor), '-', '/') ? 2 : 1;
  const name = joinWords(cursor, from, cursor.at);
  const span = { start: name.start, end: name.end };
  if (name.name === 'True' || name.name === 'False') return { kind: 'boolean', value: name.name === 'True', ...span };
  if (number.test(name.name) && cursor.at === from + 1) return { kind: 'number', value: Number(first.text), ...span };
  return readTrailers(cursor, name);
}

function goesOnAsName(cursor: Cursor): boolean {
  const before = peek(cursor, -1);
  const join = isMark(peek(cursor), '-', '/');
  const next = peek(cursor, join ? 1 : 0);
  if (next?.kind !== 'word' || next.first || before === undefined) return false;
  const after = peek(cursor, join ? 2 : 1);
  // The next word is a key, a keyword or a function of its own.
  if (isMark(after, ':', '=')) return false;
  if (cursor.open.length > 0 && stereotypes.has(next.text)) return false;
  if (metaclasses.has(next.text) && meantFunction(before.text) === 'CClass') return false;
  if (isMark(after, '(', '.') && libraryFunctions.has(meantFunction(next.text) ?? '')) return false;
  return join || cursor.open.length === 0 || !(before.text.includes('_') && next.text.includes('_'));
}

const methods = new Set(['add_links', 'get_connected_elements', 'set_tagged_value', 'association']);

/** What may follow a name: `.method(…)`, `(…)`, `[0]`. */
function readTrailers(cursor: Cursor, name: PyName): PyExpression {
  let value: PyExpression = name;
  for (let token = peek(cursor); token !== undefined; token = peek(cursor)) {
    const next = peek(cursor, 1);
    const method = isMark(token, '.') && next?.kind === 'word' ? (meantFunction(next.text) ?? next.text) : '';
    if (methods.has(method) && next !== undefined) {
      cursor.at += 2;
      value = { kind: 'attribute', object: value, name: method, start: value.start, end: endOf(cursor) };
    } else if (isMark(token, '(') && cursor.open.length < maxNesting) value = readArguments(cursor, value);
    else if (value.kind === 'call' && isMark(token, '[') && next?.kind === 'word' && number.test(next.text)) {
      const index: PyExpression = { kind: 'number', value: Number(next.text), start: next.start, end: next.end };
      cursor.at += isMark(peek(cursor, 2), ']') ? 3 : 2;
      value = { kind: 'subscript', object: value, index, start: value.start, end: endOf(cursor) };
    } else if (value === name && isFunctionWithoutBracket(cursor, name, token)) value = readArguments(cursor, value);
    else break;
  }
  return value;
}

/** `CClass practice, "Label")`: the bracket was forgotten. */
function isFunctionWithoutBracket(cursor: Cursor, name: PyName, token: LooseToken): boolean {
  if (cursor.open.length >= maxNesting) return false;
  return meantFunction(name.name) === 'CClass' && !isMark(token, ',', ')', ']', '}');
}

function readArguments(cursor: Cursor, callee: PyExpression): PyCall {
  if (isMark(peek(cursor), '(')) cursor.at += 1;
  cursor.open.push('(');
  const positional: PyExpression[] = [];
  const keywords: PyCall['keywords'][number][] = [];
  for (let token = peek(cursor); token !== undefined; token = peek(cursor)) {
    if (endsHere(cursor, token, ')')) break;
    const keyword = token.kind === 'word' && isMark(peek(cursor, 1), '=');
    const start = token.start + cursor.offset;
    if (keyword) cursor.at += 2;
    const value = readValue(cursor);
    if (value === null) cursor.at += keyword ? 0 : 1;
    else if (keyword) keywords.push({ name: token.text, value, start, end: value.end });
    else positional.push(value);
  }
  cursor.open.pop();
  return { kind: 'call', callee, positional, keywords, start: callee.start, end: endOf(cursor) };
}

/** `key: value` pairs; a key without value is kept with an error for its value. */
function readEntries(cursor: Cursor, start: number): PyExpression {
  const entries: { key: PyExpression; value: PyExpression }[] = [];
  for (let token = peek(cursor); token !== undefined; token = peek(cursor)) {
    if (endsHere(cursor, token, '}') || isKeyword(cursor, token)) break;
    const key = readValue(cursor);
    if (key === null) {
      cursor.at += 1;
      continue;
    }
    if (isMark(peek(cursor), ':', '=')) cursor.at += 1;
    const value = readValue(cursor);
    const nothing = { kind: 'error', reason: 'syntax', what: 'value', start: key.end, end: key.end } as const;
    entries.push({ key, value: value ?? nothing });
  }
  return { kind: 'dict', entries, start, end: endOf(cursor) };
}

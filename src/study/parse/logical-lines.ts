// In: Python text, perhaps broken. Out: its statements as stretches of text, and its comments. One broken statement never swallows the
// lines after it: inside an open bracket, a line that can only begin a statement ends the broken one.

import type { Span } from '../problems/place.ts';
import { libraryFunctions, libraryKeywords } from './metamodel.ts';

export interface LogicalLine extends Span {
  /** Columns before it, a tab counting as one. */
  readonly indent: number;
  /** Ended by force: a bracket or quote was still open. */
  readonly broken: boolean;
}

export interface LogicalLines {
  readonly lines: readonly LogicalLine[];
  readonly comments: readonly Span[];
}

const closers: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

/** Where the scanner stands inside one statement. */
interface State {
  start: number;
  indent: number;
  end: number;
  brackets: string[];
  /** Last character that is neither blank nor comment; `"` for any string. */
  last: string;
  broken: boolean;
}

/** What is known of the text as a whole: the end of the line that was looked at last, and triple quotes that never close. */
interface Known {
  lineEnd: number;
  readonly missing: Set<string>;
}

const fresh = (): State => ({ start: -1, indent: 0, end: -1, brackets: [], last: '', broken: false });

/** Offsets are in `text`. Linear in its length. */
export function logicalLines(text: string): LogicalLines {
  const lines: LogicalLine[] = [];
  const comments: Span[] = [];
  const known: Known = { lineEnd: -1, missing: new Set() };
  let state = fresh();
  const finish = (): void => {
    if (state.start >= 0) {
      const broken = state.broken || state.brackets.length > 0;
      lines.push({ start: state.start, end: state.end, indent: state.indent, broken });
    }
    state = fresh();
  };
  let at = 0;
  let lineStart = 0;
  while (at < text.length) {
    const character = text[at] ?? '';
    if (character === '\n' || character === '\r') {
      at += character === '\r' && text[at + 1] === '\n' ? 2 : 1;
      lineStart = at;
      if (!goesOn(text, at, state)) finish();
    } else if (character === '#' && !isSharp(text, at)) {
      const end = endOfLine(text, at);
      comments.push({ start: at, end });
      at = end;
    } else if (character === ';' && state.brackets.length === 0) {
      finish();
      at += 1;
    } else if (/\s/.test(character)) {
      at += 1;
    } else {
      if (state.start < 0) {
        state.start = at;
        state.indent = at - lineStart;
      }
      at = character === '"' || character === "'" ? skipString(text, at, state, known) : skipMark(at, character, state);
      state.end = at;
      if (state.brackets.length === 0 && (character === ')' || character === ']') && nextStatement(text, at)) finish();
    }
  }
  finish();
  return { lines, comments };
}

/** The sign of `C#`, which is no comment: a letter before it and the end of the line behind it. */
const isSharp = (text: string, at: number): boolean =>
  /\p{L}/u.test(text[at - 1] ?? '') && /^,?[ \t]*(?:[\r\n]|$)/.test(text.slice(at + 1, at + 80));

const oneMore = /[ \t]+[\p{L}_][\p{L}\p{N}_]*[ \t]*=[ \t]*\w+[ \t]*\(/uy;

/** Behind a closed bracket `name = function(` begins a statement whose line end was lost. */
function nextStatement(text: string, at: number): boolean {
  oneMore.lastIndex = at;
  return oneMore.test(text);
}

function endOfLine(text: string, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}

function skipMark(at: number, character: string, state: State): number {
  state.last = character;
  const opener = closers.get(character);
  if (opener !== undefined) {
    // A closer of another kind closes what was left open inside; one without any opener counts for nothing.
    const open = state.brackets.lastIndexOf(opener, state.brackets.length - 1);
    if (open >= 0) state.brackets.length = open;
  } else if (character === '(' || character === '[' || character === '{') {
    // Deeper brackets change nothing about where a statement ends.
    if (state.brackets.length < 64) state.brackets.push(character);
  }
  return at + 1;
}

/** The offset after the string that opens at `at`; an unclosed one ends with its line, or with the next when that one closes it. */
function skipString(text: string, at: number, state: State, known: Known): number {
  const quote = text[at] ?? '';
  state.last = '"';
  const triple = quote.repeat(3);
  if (text.startsWith(triple, at)) {
    const end = known.missing.has(triple) ? -1 : text.indexOf(triple, at + 3);
    if (end >= 0) return end + 3;
    known.missing.add(triple);
    state.broken = true;
    return at + 3;
  }
  if (at > known.lineEnd) known.lineEnd = endOfLine(text, at);
  const end = known.lineEnd;
  const close = closingQuote(text, at + 1, end, quote);
  if (close >= 0) return close + 1;
  const after = nextLine(text, end);
  const closeAfter = closesOnNextLine(text, after, quote);
  if (closeAfter >= 0) return closeAfter + 1;
  state.broken = true;
  return end;
}

function closingQuote(text: string, from: number, to: number, quote: string): number {
  for (let i = from; i < to; i += 1) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === quote) return i;
  }
  return -1;
}

const nextLine = (text: string, end: number): number => (text.startsWith('\r\n', end) ? end + 2 : end + 1);

const afterClosing = /^\s*(?:[,)\]}:]|$)/;

/** A string over two lines: the second has words, then this quote with a closing sign behind it, and is no statement itself. */
function closesOnNextLine(text: string, from: number, quote: string): number {
  if (from >= text.length) return -1;
  const end = endOfLine(text, from);
  const close = closingQuote(text, from, end, quote);
  if (close < 0) return -1;
  const line = text.slice(from, Math.min(end, from + 400));
  if (/^\s*["'“”‘]/.test(line) || beginsStatement(line)) return -1;
  return afterClosing.test(text.slice(close + 1, Math.min(end, close + 40))) ? close : -1;
}

const plainLine = /^[\p{L}_][\p{L}\p{N}_ \t/-]*,?\s*(?:#.*)?$/u;
const assignment = /^[\p{L}_][\p{L}\p{N}_ /-]*=\s*(?:(\w[\w.]*)\s*\(|\\\s*$)/u;
const calling = /^(\w+)\s*\(/;
/** `name = CClass(…`, `name = \`, `add_links(…`, an import: nothing of the kind stands inside brackets. */
function beginsStatement(line: string): boolean {
  const words = line.trimStart();
  if (/^(?:from|import|def|for)\s/.test(words) && !/^for\s.*[)\]}]/.test(words)) return true;
  const assigned = assignment.exec(words);
  if (assigned) return !libraryKeywords.has(words.slice(0, words.indexOf('=')).trim());
  return libraryFunctions.has(calling.exec(words)?.[1] ?? '');
}

/** At a line end: does the statement go on in the line that starts at `at`? */
function goesOn(text: string, at: number, state: State): boolean {
  if (state.start < 0) return false;
  if (state.last === '\\') return true;
  if (state.brackets.length === 0) return state.last === '=' && /\S/.test(text.slice(at, endOfLine(text, at)));
  const line = text.slice(at, Math.min(endOfLine(text, at), at + 400));
  if (beginsStatement(line)) return false;
  const expects = ',([{:+=.'.includes(state.last);
  if (expects) return true;
  if (/^\s*(?:'''|""")/.test(line)) return false;
  // In a list, a name on a deeper line has only lost the comma before it.
  const inList = state.brackets.at(-1) !== '(' && line.length - line.trimStart().length > state.indent;
  return inList || !plainLine.test(line.trim());
}

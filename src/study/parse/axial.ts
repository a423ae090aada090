// In: the text of one axial fence and where it stands. Out: its statements, comments and notices. Parsed, salvaged, never run.

import { meaningOf, type Meaning } from './axial-statement.ts';
import { logicalLines, type LogicalLine } from './logical-lines.ts';
import { readLoosely } from './loose-python.ts';
import { looseTokens } from './loose-tokens.ts';
import type { NoteStatement, Notice } from './note.ts';
import type { PyExpression, PyStatement } from './python-tree.ts';
import { breakIn, parsePython } from './python.ts';
import type { Span } from '../problems/place.ts';

export { parseMetadata, type MetadataReading } from './metadata.ts';

export interface AxialReading {
  readonly statements: readonly NoteStatement[];
  readonly comments: readonly Span[];
  readonly notices: readonly Notice[];
}

/** One fence while it is read. */
interface Fence {
  readonly code: string;
  readonly start: number;
  readonly lineOf: (offset: number) => number;
  readonly statements: NoteStatement[];
  readonly comments: Span[];
  readonly notices: Notice[];
  /** Characters of broken statements that the parser may still be asked about: it recovers, but slowly. */
  patience: number;
}

const patience = 100_000;
const deepestString = 3;

/** `start` is the offset of `code` in its file; all spans and `lineOf` count in the file. Linear in the length of `code`. */
export function parseAxial(code: string, start: number, lineOf: (offset: number) => number): AxialReading {
  const fence: Fence = { code, start, lineOf, statements: [], comments: [], notices: [], patience };
  readStretch(fence, { start: 0, end: code.length }, 0);
  return { statements: fence.statements, comments: fence.comments, notices: fence.notices };
}

/** Everything from here on counts in the fence; spans that leave it are moved by `fence.start`. */
function readStretch(fence: Fence, stretch: Span, depth: number): void {
  const { lines, comments } = logicalLines(fence.code.slice(stretch.start, stretch.end));
  const moved = lines.map((line) => ({ ...line, start: line.start + stretch.start, end: line.end + stretch.start }));
  for (const comment of comments) {
    const by = fence.start + stretch.start;
    fence.comments.push({ start: comment.start + by, end: comment.end + by });
  }
  for (let i = 0; i < moved.length; i += 1) {
    const line = moved[i];
    if (line === undefined) continue;
    if (isHead(fence.code.slice(line.start, line.end))) i = readBlock(fence, moved, i);
    else readLine(fence, line, depth);
  }
}

const head = /^(?:for\s[^]{1,200}\sin\s|def\s+\w+\s*\(|if\s|while\s|class\s+\w+\s*[(:]|try\s*:)[^]*:$/;
const isHead = (text: string): boolean => text.endsWith(':') && head.test(text);

/** A loop or definition and the deeper lines under it: shown, not read. Gives the index of its last line. */
function readBlock(fence: Fence, lines: readonly LogicalLine[], first: number): number {
  const opening = lines[first];
  if (opening === undefined) return first;
  let last = first;
  while ((lines[last + 1]?.indent ?? -1) > opening.indent) last += 1;
  const span = { start: opening.start, end: lines[last]?.end ?? opening.end };
  push(fence, span, { kind: 'other', ids: [], notices: [], mended: false }, false);
  notice(fence, 'axial-not-read', span, {});
  return last;
}

function push(fence: Fence, span: Span, meaning: Meaning, salvaged: boolean): void {
  const { kind, ids, define, relations } = meaning;
  const moved = { start: span.start + fence.start, end: span.end + fence.start };
  fence.statements.push({
    kind,
    text: fence.code.slice(span.start, span.end),
    line: fence.lineOf(moved.start),
    span: moved,
    ids,
    ...(define ? { define } : {}),
    ...(relations ? { relations } : {}),
    salvaged: salvaged || meaning.mended,
  });
  fence.notices.push(...meaning.notices);
}

function notice(fence: Fence, code: string, span: Span, args: Readonly<Record<string, string | number>>): void {
  const text = fence.code.slice(span.start, Math.min(span.end, span.start + 120));
  const moved = { start: span.start + fence.start, end: span.end + fence.start };
  fence.notices.push({ code, span: moved, args: { text, ...args } });
}

const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const identifier = /^[\p{L}_][\p{L}\p{N}\p{M}_]*,?$/u;
const keyword = /^(?:True|False|None|pass|break|continue|print|return)$/;
const otherSigns = /[^\p{L}\p{N}\p{M}_\s/-]/u;
const betweenWords = /^[\s/-]|[\s/-]$/;
const importing = /^(?:import\s+[\w.]+|from\s+[\w.]+\s+import\s.*)$/;
const bullet = /^(?:[-*+•–>]+|\d+[.)])\s+/;
const labelled = /^[\p{L}][\p{L}\p{N} _,&+-]{0,60}:(?=\s|$)/u;

function readLine(fence: Fence, line: LogicalLine, depth: number): void {
  const text = fence.code.slice(line.start, line.end).replace(invisible, '');
  if (identifier.test(text) && !keyword.test(text)) {
    const name = nameAt(text.replace(',', ''), line, fence);
    push(
      fence,
      line,
      meaningOf(null, name, () => text),
      false,
    );
  } else if (text.startsWith("'''") || text.startsWith('"""')) readString(fence, line, depth, 3);
  else if (!readWordLine(fence, line, text, depth)) readPython(fence, line, depth);
}

/** Words with blanks, hyphens and slashes between them. */
const isPlainWords = (text: string): boolean =>
  !otherSigns.test(text) && !betweenWords.test(text) && /[^\p{N}\s]/u.test(text) && !keyword.test(text);

const nameAt = (name: string, span: Span, fence: Fence): PyExpression => ({
  kind: 'name',
  name,
  start: span.start + fence.start,
  end: span.end + fence.start,
});

/** Lines that are no Python by intention: plain words, bullets, labels. */
function readWordLine(fence: Fence, line: LogicalLine, text: string, depth: number): boolean {
  if (/[\r\n]/.test(text) || importing.test(text)) return false;
  const bare = text.replace(/[,.]$/, '');
  if (isPlainWords(bare)) {
    const id = bare.replace(/[\s/-]+/g, '_');
    push(fence, line, { ...meaningOf(null, nameAt(id, line, fence), () => id), kind: 'prose' }, true);
    notice(fence, 'axial-prose', line, { id });
    return true;
  }
  const skip = bullet.exec(text)?.[0] ?? labelled.exec(text)?.[0];
  if (skip === undefined) return false;
  const end = line.start + skip.length;
  const rest = fence.code.slice(end, line.end);
  const prefix = { start: line.start, end: line.start + skip.trimEnd().length };
  // Behind a label stand names with commas; other words explain something.
  if (labelled.test(text) && /\s/.test(rest.trim()) && !/[_,]/.test(rest)) {
    push(fence, line, { kind: 'prose', ids: [], notices: [], mended: false }, false);
    return true;
  }
  if (labelled.test(text)) push(fence, prefix, { kind: 'prose', ids: [], notices: [], mended: false }, false);
  if (rest.trim() !== '') {
    const start = labelled.test(text) ? end + (rest.length - rest.trimStart().length) : line.start;
    readRest(fence, { start: end + (rest.length - rest.trimStart().length), end: line.end }, start, depth);
  }
  return true;
}

/** What stands behind a bullet or label, with `from` as the first character that the statement shows. */
function readRest(fence: Fence, rest: Span, from: number, depth: number): void {
  const before = fence.statements.length;
  readLine(fence, { ...rest, indent: 0, broken: false }, depth);
  const made = fence.statements[before];
  if (made === undefined) return;
  const start = from + fence.start;
  fence.statements[before] = {
    ...made,
    text: fence.code.slice(from, made.span.end - fence.start),
    span: { start, end: made.span.end },
    line: fence.lineOf(start),
  };
}

/** A string on its own: its lines are read as coding. `quotes` is the number of quote characters at each end. */
function readString(fence: Fence, line: LogicalLine, depth: number, quotes: number): void {
  const quote = fence.code.slice(line.start, line.start + quotes);
  const closed = line.end - line.start >= 2 * quotes && fence.code.slice(line.end - quotes, line.end) === quote;
  const inner = { start: line.start + quotes, end: closed ? line.end - quotes : line.end };
  const before = fence.statements.length;
  if (depth < deepestString) readStretch(fence, inner, depth + 1);
  widen(fence, before, line);
  const count = new Set(fence.statements.slice(before).flatMap((statement) => statement.ids)).size;
  if (count > 0) notice(fence, 'axial-in-string', line, { count });
}

/** The quotes belong to the first and last statement inside; an empty string is a statement without codes. */
function widen(fence: Fence, before: number, line: Span): void {
  const first = fence.statements[before];
  if (first === undefined) {
    push(fence, line, { kind: 'other', ids: [], notices: [], mended: false }, false);
    return;
  }
  fence.statements[before] = stretched(fence, first, { ...first.span, start: line.start + fence.start });
  const last = fence.statements.at(-1);
  if (last === undefined) return;
  const end = line.end + fence.start;
  fence.statements[fence.statements.length - 1] = stretched(fence, last, { ...last.span, end });
}

/** The same statement with more around it; its text is what stands there. */
const stretched = (fence: Fence, statement: NoteStatement, span: Span): NoteStatement => ({
  ...statement,
  span,
  text: fence.code.slice(span.start - fence.start, span.end - fence.start),
  line: fence.lineOf(span.start),
});

function readPython(fence: Fence, line: LogicalLine, depth: number): void {
  const text = fence.code.slice(line.start, line.end);
  const statement = strictly(fence, line, text);
  if (statement === null) salvage(fence, line, text);
  else if (statement.kind === 'other' || statement.kind === 'import') {
    push(fence, line, { kind: 'other', ids: [], notices: [], mended: false }, false);
  } else if (statement.kind === 'expression' && statement.value.kind === 'string') readString(fence, line, depth, 1);
  else {
    const parts = statement.kind === 'assign' ? statement : null;
    const value = statement.kind === 'expression' ? statement.value : (parts?.value ?? null);
    push(fence, line, meaningOf(parts?.targets[0] ?? null, value, sourceText(fence)), false);
  }
}

const sourceText =
  (fence: Fence) =>
  (expression: PyExpression): string =>
    fence.code.slice(expression.start - fence.start, expression.end - fence.start).trim();

/** The parser's reading, when it had nothing to mend. */
function strictly(fence: Fence, line: LogicalLine, text: string): PyStatement | null {
  if (line.broken || text.length > patience || fence.patience <= 0) return null;
  const { statements, errors } = parsePython(text, line.start + fence.start);
  const [only] = statements;
  if (errors.length === 0 && statements.length === 1 && only !== undefined) return only;
  if (errors.some((error) => error.reason === 'too-deep')) notice(fence, 'axial-nesting', line, {});
  fence.patience -= text.length;
  return null;
}

function salvage(fence: Fence, line: LogicalLine, text: string): void {
  const { target, value } = readLoosely(looseTokens(text), line.start + fence.start);
  const meaning = meaningOf(target, value, sourceText(fence));
  const useful = meaning.ids.length > 0 && (target !== null || value?.kind !== 'list' || isNameList(text));
  if (!useful) {
    push(fence, line, { kind: 'prose', ids: [], notices: [], mended: false }, false);
    notice(fence, 'axial-unreadable', line, {});
    return;
  }
  push(fence, line, meaning, true);
  notice(fence, 'axial-syntax-salvaged', line, { read: meaning.ids.join(', ') });
  markBreak(fence, line, text);
}

/** The caret stands where Python breaks, when that is on the statement's first line. */
function markBreak(fence: Fence, line: LogicalLine, text: string): void {
  const last = fence.notices.at(-1);
  if (last === undefined || fence.patience <= 0) return;
  fence.patience -= text.length;
  const at = breakIn(text, line.start + fence.start, last.span);
  const sameLine = fence.lineOf(at.start) === fence.lineOf(last.span.start);
  const where = sameLine ? { span: at } : { other: { ...at, words: 'where Python would stop' } };
  fence.notices[fence.notices.length - 1] = { ...last, ...where };
}

// Names with commas, full stops, arrows and brackets between them; a sentence has other signs too.
const noList = /[^\p{L}\p{N}\p{M}_\s,.;<>()[\]{}"'`“”‘’|&+/-]|[.!?]\s+\p{Lu}|\p{L}['’]\p{L}/u;
const isNameList = (text: string): boolean => !noList.test(text);

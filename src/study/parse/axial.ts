// In: the text of one axial fence and where it stands. Out: its statements, comments and notices. Parsed, salvaged, never run.

import { nameAt, notice, push, type Fence } from './axial-fence.ts';
import { meaningOf, type Meaning } from './axial-statement.ts';
import { idOfWords, isFence, isName, mayBeWords, oddTargetOf, prefixOf } from './axial-words.ts';
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

const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

function readLine(fence: Fence, line: LogicalLine, depth: number): void {
  const text = fence.code.slice(line.start, line.end).replace(invisible, '');
  if (isName(text)) {
    const name = nameAt(text.replace(',', ''), line, fence);
    push(
      fence,
      line,
      meaningOf(null, name, () => text),
      false,
    );
  } else if (isFence(text)) {
    push(fence, line, remark, false);
    notice(fence, 'axial-unreadable', line, {});
  } else if (text.startsWith("'''") || text.startsWith('"""')) readString(fence, line, depth, 3);
  else if (!readWordLine(fence, line, text, depth)) readPython(fence, line, depth);
}

const remark: Meaning = { kind: 'prose', ids: [], notices: [], mended: false };

/** Lines that are no Python by intention: plain words, bullets, labels. */
function readWordLine(fence: Fence, line: LogicalLine, text: string, depth: number): boolean {
  if (!mayBeWords(text)) return false;
  const id = idOfWords(text);
  if (id !== null) {
    push(fence, line, { ...meaningOf(null, nameAt(id, line, fence), () => id), kind: 'prose' }, true);
    notice(fence, 'axial-prose', line, { id });
    return true;
  }
  const prefix = prefixOf(text);
  if (prefix === null) return false;
  const end = line.start + prefix.text.length;
  const rest = fence.code.slice(end, line.end);
  // Behind a label stand names with commas; other words explain something.
  if (prefix.isLabel && /\s/.test(rest.trim()) && !/[_,]/.test(rest)) {
    push(fence, line, remark, false);
    return true;
  }
  if (prefix.isLabel) push(fence, { start: line.start, end: line.start + prefix.text.trimEnd().length }, remark, false);
  if (rest.trim() !== '') {
    const from = end + (rest.length - rest.trimStart().length);
    readRest(fence, { start: from, end: line.end }, prefix.isLabel ? from : line.start, depth);
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
    if (parts && value?.kind === 'string' && readAssignedString(fence, line, value, parts.targets[0], depth)) return;
    push(fence, line, meaningOf(parts?.targets[0] ?? null, value, sourceText(fence)), false);
  }
}

/** `codes = '''…'''`: the name and the lines of the string. */
function readAssignedString(
  fence: Fence,
  line: LogicalLine,
  value: Span,
  target: PyExpression | undefined,
  depth: number,
): boolean {
  const start = value.start - fence.start;
  if (target === undefined || !/^(?:'''|""")\s*[\r\n]/.test(fence.code.slice(start, line.end))) return false;
  push(fence, { start: line.start, end: start }, meaningOf(target, null, sourceText(fence)), false);
  readString(fence, { ...line, start }, depth, 3);
  return true;
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
  const odd = oddTargetOf(text);
  const start = line.start + (odd?.end ?? 0);
  const read = readLoosely(looseTokens(text.slice(odd?.end ?? 0)), start + fence.start);
  const target = odd === null ? read.target : nameAt(odd.name, { start: line.start, end: start }, fence);
  const { value } = read;
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

// Names with commas, full stops, arrows and brackets between them; a sentence has other signs too, or four words in a row.
const sentence = /(?<![\p{L}\p{N}_])(?:[\p{L}\p{N}_]+[ \t]+){3}[\p{L}\p{N}]/u;
const noList = /[^\p{L}\p{N}\p{M}_\s,.;<>()[\]{}"'`“”‘’|&+/-]|[.!?]\s+\p{Lu}|\p{L}['’]\p{L}/u;
const isNameList = (text: string): boolean => !noList.test(text) && !sentence.test(text);

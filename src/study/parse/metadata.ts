// In: the text of the metadata fence and where it stands. Out: what it says of its source and references; broken Python is salvaged.

import { textOf } from './axial-statement.ts';
import { logicalLines, type LogicalLine } from './logical-lines.ts';
import { readLoosely } from './loose-python.ts';
import { looseTokens } from './loose-tokens.ts';
import { meantFunction } from './misspelt.ts';
import type { NoteMetadata, Notice } from './note.ts';
import type { PyCall, PyDict, PyExpression } from './python-tree.ts';
import { breakIn, parsePython } from './python.ts';
import type { Span } from '../problems/place.ts';

export interface MetadataReading {
  /** `null` when the fence describes no source. */
  readonly metadata: NoteMetadata | null;
  /** Where the values of whole statements stand: they are shown, the Python around them is structure. */
  readonly spans: readonly Span[];
  /** Values that a later one of the same key replaced. */
  readonly replaced: readonly Span[];
  /** The statement that describes the source. */
  readonly source: Span | null;
  /** The statements that describe the source and its references, and whether they had to be mended. */
  readonly statements: readonly (Span & { readonly salvaged: boolean })[];
  readonly comments: readonly Span[];
  readonly notices: readonly Notice[];
}

type Value = string | boolean | number;

interface Entry {
  readonly value: Value;
  readonly span: Span;
}

interface ClassFound {
  readonly salvaged: boolean;
  readonly variable: string;
  readonly kind: string;
  readonly name: string;
  readonly nameAt: Span | null;
  readonly values: ReadonlyMap<string, Entry>;
  readonly replaced: readonly Span[];
  readonly span: Span;
}

const longest = 100_000;
const naming = /\b(\w{3,12})[ \t]{0,9}\(?\s{0,9}(?:source|reference)\b/g;

/** True when a class of the kind `source` or `reference` is made in the text, its function misspelt or not. */
export const describesSource = (text: string): boolean =>
  text.matchAll(naming).some(([, name = '']) => meantFunction(name) === 'CClass');

/** `start` is the offset of `code` in its file; spans and `lineOf` count in the file. */
export function parseMetadata(code: string, start: number, _lineOf: (offset: number) => number): MetadataReading {
  const { lines, comments } = logicalLines(code);
  const notices: Notice[] = [];
  const found = lines.flatMap((line) => readClass(code, start, line, notices) ?? []);
  const source = found.find((one) => one.kind === 'source') ?? found.find((one) => one.kind !== 'reference');
  const references = found.filter((one) => one !== source && one.kind === 'reference');
  const used = [...(source ? [source] : []), ...references];
  const whole = used.filter((one) => !one.salvaged);
  return {
    metadata: source || references.length > 0 ? metadataOf(source, references, start) : null,
    spans: whole.flatMap((one) => [
      ...(one.nameAt && one !== source ? [one.nameAt] : []),
      ...[...one.values.values()].map((value) => value.span),
    ]),
    replaced: whole.flatMap((one) => one.replaced),
    source: source?.span ?? null,
    statements: used.map(({ span, salvaged }) => ({ ...span, salvaged })),
    comments: comments.map((comment) => ({ start: comment.start + start, end: comment.end + start })),
    notices,
  };
}

function metadataOf(source: ClassFound | undefined, references: readonly ClassFound[], start: number): NoteMetadata {
  return {
    variable: source?.variable ?? '',
    name: source?.name ?? '',
    values: valuesOf(source),
    spans: Object.fromEntries([...(source?.values ?? [])].map(([key, { span }]) => [key, span])),
    references: references.map((one) => ({ id: one.variable, key: one.name, values: valuesOf(one), span: one.span })),
    span: source?.span ?? references[0]?.span ?? { start, end: start },
  };
}

// `fromEntries` makes own properties, so that a key `__proto__` is a key.
const valuesOf = (found: ClassFound | undefined): Readonly<Record<string, Value>> =>
  Object.fromEntries([...(found?.values ?? [])].map(([key, { value }]) => [key, value]));

function readClass(code: string, start: number, line: LogicalLine, notices: Notice[]): ClassFound | null {
  const text = code.slice(line.start, line.end);
  const offset = start + line.start;
  const span = { start: offset, end: start + line.end };
  const read = strictly(text, offset, line) ?? loosely(text, offset);
  if (read?.target.kind !== 'name') return null;
  if (read.salvaged) {
    const at = breakIn(text, offset, span);
    const words = code.slice(lineStart(code, at.start - start), at.start - start + 60).split(/[\r\n]/)[0] ?? '';
    notices.push({ code: 'metadata-syntax-salvaged', span: at, args: { text: words.trim() } });
  }
  const { call } = read;
  const [kind, name] = call.positional;
  const { values, replaced } = entriesOf(call, code, start, notices);
  return {
    salvaged: read.salvaged,
    variable: read.target.name,
    kind: kind?.kind === 'name' ? kind.name : '',
    name: name === undefined ? '' : (textOf(name) ?? ''),
    nameAt: name === undefined || textOf(name) === null ? null : { start: name.start, end: name.end },
    values,
    replaced,
    span,
  };
}

const lineStart = (code: string, at: number): number => Math.max(code.lastIndexOf('\n', at - 1), at - 120, -1) + 1;

interface Read {
  readonly target: PyExpression;
  readonly call: PyCall;
  readonly salvaged: boolean;
}

const isClass = (value: PyExpression | null): value is PyCall =>
  value?.kind === 'call' && value.callee.kind === 'name' && meantFunction(value.callee.name) === 'CClass';

function strictly(text: string, offset: number, line: LogicalLine): Read | null {
  if (line.broken || text.length > longest) return null;
  const { statements, errors } = parsePython(text, offset);
  const [only] = statements;
  if (errors.length > 0 || only?.kind !== 'assign' || !isClass(only.value)) return null;
  const [target] = only.targets;
  const exact = only.value.callee.kind === 'name' && only.value.callee.name === 'CClass';
  return target === undefined ? null : { target, call: only.value, salvaged: !exact };
}

function loosely(text: string, offset: number): Read | null {
  if (!/^\s*[\p{L}_][\p{L}\p{N}_ ]*=?\s*C\s*C?/iu.test(text)) return null;
  const { target, value } = readLoosely(looseTokens(text), offset);
  return target === null || !isClass(value) ? null : { target, call: value, salvaged: true };
}

/** The entries of `values={…}`; where the brackets or the keyword are lost, of any dictionary among the arguments. */
function entriesOf(
  call: PyCall,
  code: string,
  start: number,
  notices: Notice[],
): Pick<ClassFound, 'values' | 'replaced'> {
  const dictionaries = [...call.keywords.map((keyword) => keyword.value), ...call.positional].filter(
    (value): value is PyDict => value.kind === 'dict',
  );
  const values = new Map<string, Entry>();
  const replaced: Span[] = [];
  for (const { key, value } of dictionaries.flatMap((dictionary) => dictionary.entries)) {
    const name = (textOf(key) ?? (key.kind === 'name' ? key.name.replaceAll('_', ' ') : null))?.trim();
    if (name === undefined || value.kind === 'error') continue;
    const entry = readValue(value, code, start);
    const before = values.get(name);
    if (before) {
      replaced.push(before.span);
      const args = { key: name, kept: String(entry.value), ignored: String(before.value) };
      const other = { ...entry.span, words: 'the value that is kept' };
      notices.push({ code: 'metadata-key-repeated', span: before.span, args, other });
    }
    values.set(name, entry);
  }
  return { values, replaced };
}

function readValue(value: PyExpression, code: string, start: number): Entry {
  const span = { start: value.start, end: value.end };
  if (value.kind === 'boolean' || value.kind === 'number') return { value: value.value, span };
  const text = value.kind === 'none' ? '' : textOf(value);
  if (text !== null) return { value: text, span };
  const written = code.slice(value.start - start, value.end - start).trim();
  if (/^(?:true|false)$/i.test(written)) return { value: written.toLowerCase() === 'true', span };
  return { value: written, span };
}

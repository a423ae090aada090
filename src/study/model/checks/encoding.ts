// In: a file and its text. Out: what is wrong with its characters, one notice a line and kind.

import type { Notice } from '../../parse/note.ts';
import type { Span } from '../../problems/place.ts';
import type { Line } from '../../read/lines.ts';
import { repair, type RepairAt } from '../../read/repair.ts';
import type { TextFile } from '../../read/folder.ts';

export function checkEncoding(file: TextFile, lines: readonly Line[]): readonly Notice[] {
  const notices = [...checkFile(file, lines)];
  for (const line of lines) {
    const text = file.text.slice(line.start, line.end);
    if (!unusual.test(text)) continue;
    const { repairs } = repair(text);
    notices.push(
      ...repairNotices(line.start, repairs),
      ...characterNotices(line.start, text, repairs),
      ...lookalikes(line.start, text),
    );
  }
  return notices;
}

// Anything but printable ASCII, tab and the punctuation of good typography.
const unusual = /[^\t\x20-\x7e\u2013\u2014\u2018\u2019\u201c\u201d\u2026]/;

function checkFile(file: TextFile, lines: readonly Line[]): readonly Notice[] {
  const top = { start: 0, end: Math.min(1, file.text.length) };
  const notices: Notice[] = [];
  if (file.encoding === 'windows-1252') notices.push({ code: 'encoding-windows-1252', span: top });
  if (file.encoding.startsWith('utf-16'))
    notices.push({ code: 'encoding-utf-16', span: top, args: { encoding: file.encoding.toUpperCase() } });
  else if (file.bom > 0) notices.push({ code: 'encoding-bom', span: top });
  const stray = file.strayBytes[0];
  if (file.encoding !== 'windows-1252' && stray !== undefined) {
    const shown = file.strayBytes.slice(0, 8).map((at) => file.text[at] ?? '');
    const as = file.encoding === 'mixed' ? 'UTF-8; read as Windows-1252' : 'UTF-16';
    const args = { count: file.strayBytes.length, shown: shown.join(''), as };
    notices.push({ code: 'encoding-invalid-bytes', span: { start: stray, end: stray + 1 }, args });
  }
  const ends = endsOf(file.text, lines);
  if (ends) notices.push({ code: 'encoding-crlf', span: ends.first, args: { ends: ends.names } });
  return notices;
}

/** Line ends other than LF, and the end of the first line that has one. */
function endsOf(text: string, lines: readonly Line[]): { names: string; first: Span } | undefined {
  const found = new Set<string>();
  let first: Span | undefined;
  for (const line of lines) {
    const unit = text.charCodeAt(line.end);
    if (line.next > line.end) found.add(line.next - line.end === 2 ? 'CRLF' : unit === 0x0d ? 'CR' : 'LF');
    if (!first && unit === 0x0d && line.next > line.end) first = { start: line.end, end: line.end };
  }
  return first ? { names: ['CRLF', 'CR', 'LF'].filter((name) => found.has(name)).join(' and '), first } : undefined;
}

const codes = {
  mojibake: 'encoding-mojibake',
  ligature: 'encoding-ligature',
  invisible: 'encoding-invisible',
} as const;

/** Characters of one kind on a line: the first, how many, and the first few different ones. */
interface Tally {
  readonly span: Span;
  readonly first: RepairAt | undefined;
  readonly seen: Set<string>;
  count: number;
}

const mostNamed = 6;

function add(tallies: Map<string, Tally>, code: string, text: string, span: Span, first?: RepairAt): void {
  let tally = tallies.get(code);
  if (!tally) tallies.set(code, (tally = { span, first, seen: new Set(), count: 0 }));
  tally.count += 1;
  if (tally.seen.size <= mostNamed) tally.seen.add(text);
}

function repairNotices(start: number, repairs: readonly RepairAt[]): readonly Notice[] {
  const tallies = new Map<string, Tally>();
  for (const one of repairs) {
    const at = start + one.at;
    add(tallies, codes[one.kind], one.original, { start: at, end: at + one.original.length }, one);
  }
  return [...tallies].map(([code, { span, first, seen, count }]): Notice => {
    const { original = '', repaired = '' } = first ?? {};
    return {
      code,
      span,
      args: { count, original: original.slice(0, 40), repaired: repaired.slice(0, 40), names: names(seen) },
    };
  });
}

// NUL, other controls, and marks that turn the direction of writing. Tab and line ends are none of them.
const special =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /(\0)|([\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f])|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function characterNotices(start: number, text: string, repairs: readonly RepairAt[]): readonly Notice[] {
  const tallies = new Map<string, Tally>();
  let next = 0;
  special.lastIndex = 0;
  for (let match = special.exec(text); match; match = special.exec(text)) {
    const at = match.index;
    while ((repairs[next]?.at ?? Infinity) + (repairs[next]?.original.length ?? 0) <= at) next += 1;
    if ((repairs[next]?.at ?? Infinity) <= at) continue;
    const code =
      match[1] !== undefined ? 'encoding-nul' : match[2] !== undefined ? 'encoding-control' : 'encoding-bidi';
    add(tallies, code, match[0], { start: start + at, end: start + at + 1 });
  }
  return [...tallies].map(([code, { span, seen, count }]) => ({ code, span, args: { count, names: names(seen) } }));
}

/** `U+00AD, U+200B`: each once, in order. */
function names(seen: ReadonlySet<string>): string {
  const all = [...seen].map((text) => `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  return all.length > mostNamed ? `${all.slice(0, mostNamed).join(', ')} and others` : all.join(', ');
}

const scripts = [
  ['Cyrillic', /[\u0400-\u04ff]/],
  ['Greek', /[\u0370-\u03ff]/],
] as const;
const otherScript = /[\u0370-\u03ff\u0400-\u04ff]/;
const letters = /\p{L}+/gu;

function lookalikes(start: number, text: string): readonly Notice[] {
  if (!otherScript.test(text)) return [];
  let first: { at: number; word: string } | undefined;
  let count = 0;
  const found = new Set<string>();
  letters.lastIndex = 0;
  for (let match = letters.exec(text); match; match = letters.exec(text)) {
    const word = match[0];
    if (!/[A-Za-z]/.test(word) || !otherScript.test(word)) continue;
    first ??= { at: match.index, word };
    count += 1;
    for (const [name, script] of scripts) if (found.size < scripts.length && script.test(word)) found.add(name);
  }
  if (!first) return [];
  const span = { start: start + first.at, end: start + first.at + first.word.length };
  const others = scripts.flatMap(([name]) => (found.has(name) ? [name] : [])).join(' and ');
  return [
    {
      code: 'encoding-lookalike',
      span,
      args: { count, scripts: `Latin and ${others}`, word: first.word.slice(0, 40) },
    },
  ];
}

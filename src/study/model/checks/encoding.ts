// In: a file and its text. Out: what is wrong with its characters, one notice a line and kind.

import type { Notice } from '../../parse/note.ts';
import type { Lines } from '../../read/lines.ts';
import { repair, type RepairAt } from '../../read/repair.ts';
import type { TextFile } from '../../read/folder.ts';

export function checkEncoding(file: TextFile, lines: Lines): readonly Notice[] {
  const notices = [...checkFile(file, lines)];
  for (const line of lines.lines) {
    const text = file.text.slice(line.start, line.end);
    if (!unusual.test(text)) continue;
    notices.push(
      ...repairNotices(line.start, text),
      ...characterNotices(line.start, text),
      ...lookalikes(line.start, text),
    );
  }
  return notices;
}

// Anything but printable ASCII, tab and the punctuation of good typography.
const unusual = /[^\t\x20-\x7e\u2013\u2014\u2018\u2019\u201c\u201d\u2026]/;

function checkFile(file: TextFile, lines: Lines): readonly Notice[] {
  const top = { start: 0, end: Math.min(1, file.text.length) };
  const notices: Notice[] = [];
  if (file.encoding === 'windows-1252') notices.push({ code: 'encoding-windows-1252', span: top });
  if (file.encoding.startsWith('utf-16'))
    notices.push({ code: 'encoding-utf-16', span: top, args: { encoding: file.encoding.toUpperCase() } });
  else if (file.bom > 0) notices.push({ code: 'encoding-bom', span: top });
  const stray = file.strayBytes[0];
  if (file.encoding === 'mixed' && stray !== undefined) {
    const shown = file.strayBytes
      .slice(0, 8)
      .map((at) => file.text[at] ?? '')
      .join('');
    notices.push({
      code: 'encoding-invalid-bytes',
      span: { start: stray, end: stray + 1 },
      args: { count: file.strayBytes.length, shown },
    });
  }
  const ends = endsOf(file.text, lines);
  if (ends) notices.push({ code: 'encoding-crlf', span: top, args: { ends } });
  return notices;
}

function endsOf(text: string, lines: Lines): string | undefined {
  const found = new Set(lines.lines.map((line) => text.slice(line.end, line.next)));
  if (found.has('\r\n')) return found.has('\n') || found.has('\r') ? 'CRLF and LF' : 'CRLF';
  return found.has('\r') ? 'CR' : undefined;
}

const codes = {
  mojibake: 'encoding-mojibake',
  ligature: 'encoding-ligature',
  invisible: 'encoding-invisible',
} as const;

function repairNotices(start: number, text: string): readonly Notice[] {
  const { repairs } = repair(text);
  const kinds = new Map<RepairAt['kind'], RepairAt[]>();
  for (const one of repairs) {
    const list = kinds.get(one.kind);
    if (list) list.push(one);
    else kinds.set(one.kind, [one]);
  }
  return [...kinds].flatMap(([kind, all]): Notice[] => {
    const first = all[0];
    if (!first) return [];
    const span = { start: start + first.at, end: start + first.at + first.original.length };
    const args = {
      count: all.length,
      original: first.original.slice(0, 40),
      repaired: first.repaired.slice(0, 40),
      names: names(all.map((one) => one.original)),
    };
    return [{ code: codes[kind], span, args }];
  });
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const control = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function characterNotices(start: number, text: string): readonly Notice[] {
  const repaired = new Set(repair(text).repairs.flatMap((one) => [...one.original].map((_, i) => one.at + i)));
  const rows = [
    ['encoding-nul', /\0/g],
    ['encoding-control', control],
    ['encoding-bidi', bidi],
  ] as const;
  return rows.flatMap(([code, pattern]) => {
    const found = [...text.matchAll(pattern)].filter((match) => !repaired.has(match.index));
    const first = found[0];
    if (!first) return [];
    const span = { start: start + first.index, end: start + first.index + 1 };
    return [{ code, span, args: { count: found.length, names: names(found.map((match) => match[0])) } }];
  });
}

/** `U+00AD, U+200B`: each once, in order. */
function names(characters: readonly string[]): string {
  const distinct = [
    ...new Set(
      characters.map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`),
    ),
  ];
  return distinct.length > 6 ? `${distinct.slice(0, 6).join(', ')} and others` : distinct.join(', ');
}

const otherScript = /[\u0370-\u03ff\u0400-\u04ff]/;

function lookalikes(start: number, text: string): readonly Notice[] {
  if (!otherScript.test(text)) return [];
  const mixed = [...text.matchAll(/\p{L}+/gu)].filter(
    (match) => /[A-Za-z]/.test(match[0]) && otherScript.test(match[0]),
  );
  const first = mixed[0];
  if (!first) return [];
  const cyrillic = mixed.some((match) => /[\u0400-\u04ff]/.test(match[0]));
  const scripts = cyrillic ? 'Latin and Cyrillic' : 'Latin and Greek';
  const span = { start: start + first.index, end: start + first.index + first[0].length };
  return [{ code: 'encoding-lookalike', span, args: { count: mixed.length, scripts, word: first[0].slice(0, 40) } }];
}

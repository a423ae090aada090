// In: the lines of a note before its first trace or excerpt. Out: letter, number and the nine fields, each with its place.

import type { Span } from '../problems/place.ts';
import { headerKeys, type HeaderField, type HeaderKey, type NoteHeader, type Notice, type Slot } from './note.ts';
import { joined, trimmed, type Page } from './piece.ts';

const start = /^[ \t\ufeff\u200b]*#[ \t]*([sp])[ \t]*[_-]?[ \t]*(\d*)[ \t]*$/i;
const key = /^[ \t]*##[ \t]*([a-z][a-z ]*?)[ \t]*:?[ \t]*$/i;
const known = new Set<string>(headerKeys);

export interface HeaderReading {
  readonly header: NoteHeader;
  readonly slots: readonly Slot[];
  readonly notices: readonly Notice[];
}

export const isHeaderStart = (line: string): boolean => start.test(line);

/** `lines`: from the first line to the line before the first marker, excerpt, fence, image or `# coding`. */
export function readHeader(page: Page, lines: readonly Span[]): HeaderReading {
  const fields = new Map<HeaderKey, HeaderField>();
  const slots: Slot[] = [];
  const notices: Notice[] = [];
  let letter: 's' | 'p' | null = null;
  let numberAt: Span | null = null;
  let number: number | null = null;
  let open: { key: HeaderKey; at: Span; values: Span[] } | null = null;
  const close = (): void => {
    if (open) addField(page, open, fields, slots, notices);
    open = null;
  };
  for (const line of lines) {
    const text = page.text.slice(line.start, line.end);
    const span = trimmed(page.text, line.start, line.end);
    if (span.end === span.start) continue;
    const opener: RegExpExecArray | null = letter === null ? start.exec(text) : null;
    if (opener) {
      letter = opener[1]?.toLowerCase() === 'p' ? 'p' : 's';
      numberAt = span;
      if (opener[2]) number = Number(opener[2]);
      slots.push({ ...span, kind: 'field' });
      continue;
    }
    const name = key.exec(text)?.[1]?.toLowerCase().replace(/\s+/g, ' ');
    if (name !== undefined && isKey(name)) {
      close();
      open = { key: name, at: span, values: [] };
      slots.push({ ...span, kind: 'separator' });
      continue;
    }
    if (!open && number === null && letter !== null && isNumber(text)) {
      number = numberOf(text);
      numberAt = span;
      slots.push({ ...span, kind: 'field' });
      continue;
    }
    if (name !== undefined) notices.push({ code: 'header-key-unknown', span, args: { key: name } });
    if (open) open.values.push(span);
    else {
      slots.push({ ...span, kind: 'ignored', reason: 'text before the first header field' });
      notices.push({
        code: 'header-stray-text',
        span,
        args: { text: page.text.slice(span.start, span.end).slice(0, 200) },
      });
    }
  }
  close();
  const at = numberAt ?? { start: 0, end: Math.min(page.text.length, page.lines.lines[0]?.end ?? 0) };
  return { header: { letter, number, span: at, fields }, slots, notices };
}

const isKey = (name: string): name is HeaderKey => known.has(name);
const isNumber = (text: string): boolean => /^\s*[sp]?[ _-]?0*\d{1,9}\s*\.?\s*$/i.test(text);
const numberOf = (text: string): number => Number(/\d+/.exec(text)?.[0] ?? Number.NaN);

function addField(
  page: Page,
  open: { readonly key: HeaderKey; readonly at: Span; readonly values: readonly Span[] },
  fields: Map<HeaderKey, HeaderField>,
  slots: Slot[],
  notices: Notice[],
): void {
  const earlier = fields.get(open.key);
  const value = joined(page, open.values.length > 0 ? open.values : [{ start: open.at.end, end: open.at.end }], '\n');
  if (earlier && earlier.text !== '') {
    if (value.text !== '') {
      notices.push({
        code: 'header-key-repeated',
        span: open.at,
        args: { key: open.key, kept: earlier.text, ignored: value.text },
        other: earlier.span,
      });
      for (const span of open.values) slots.push({ ...span, kind: 'ignored', reason: `second value of ${open.key}` });
    }
    return;
  }
  fields.set(open.key, { ...value, key: open.key, line: page.lines.lineAt(open.at.start) });
  for (const span of open.values) slots.push({ ...span, kind: 'field' });
}

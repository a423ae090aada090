// In: the lines of a note before its first trace or excerpt. Out: letter, number and the nine fields, each with its place.

import type { Span } from '../problems/place.ts';
import { headerKeys, type HeaderField, type HeaderKey, type NoteHeader, type Notice, type Slot } from './note.ts';
import { joined, trimmed, type Page } from './piece.ts';
import { slotsAround } from './tile.ts';

export interface HeaderReading {
  readonly header: NoteHeader;
  readonly slots: readonly Slot[];
  readonly notices: readonly Notice[];
}

/** The header while it is read, line by line. */
interface Reading {
  readonly page: Page;
  readonly fields: Map<HeaderKey, HeaderField>;
  readonly slots: Slot[];
  readonly notices: Notice[];
  letter: 's' | 'p' | null;
  number: number | null;
  numberAt: Span | null;
  open: { readonly key: HeaderKey; readonly at: Span; readonly values: Span[] } | null;
  /** Lines before the first field, reported together. */
  stray: { start: number; end: number } | null;
}

// Nobody writes longer ones; the limit keeps a line of blanks from being tried at every blank.
const longestLine = 120;
const startForm = /^#[ \t]*([sp])(?:[ \t]*[_-])?[ \t]*(?:0*(\d{1,9}))?$/i;
const keyForm = /^##[ \t]*([a-z][a-z ]*)$/i;
const numberForm = /^[sp]?[ _-]?0*(\d{1,9})[ \t]*\.?$/i;
const known = new Set<string>(headerKeys);

/** `# s`, `# p`, `# s21`. */
export const isHeaderStart = (line: string): boolean => startOf(line) !== null;

/** `## url`, `## tiny url`, `## archive url` or `## title`: a header may have lost its first line. */
export const isFirstKey = (line: string): boolean => /^(?:(?:tiny|archive) )?url$|^title$/.test(keyOf(line) ?? '');

/** `## url`, `## references` … */
export const isKnownKey = (line: string): boolean => isKey(keyOf(line) ?? '');

/** `6`, `s6`: the line below `# s`. */
export const isNumber = (line: string): boolean => numberOf(line) !== null;

const numberOf = (line: string): RegExpExecArray | null =>
  line.length > longestLine ? null : numberForm.exec(line.trim());

const startOf = (line: string): RegExpExecArray | null =>
  line.length > longestLine ? null : startForm.exec(line.replace(/^[\ufeff\u200b]+/, '').trim());

function keyOf(line: string): string | undefined {
  if (line.length > longestLine) return undefined;
  const text = line.trim().replace(/:$/, '').trimEnd();
  return keyForm.exec(text)?.[1]?.toLowerCase().replace(/ +/g, ' ');
}

/** `lines`: from the first line to the line before the first marker, excerpt, fence, image or `# coding`. */
export function readHeader(page: Page, lines: readonly Span[]): HeaderReading {
  const reading: Reading = {
    page,
    fields: new Map(),
    slots: [],
    notices: [],
    letter: null,
    number: null,
    numberAt: null,
    open: null,
    stray: null,
  };
  for (const line of lines) {
    const span = trimmed(page.text, line.start, line.end);
    if (span.end > span.start) readLine(reading, page.text.slice(line.start, line.end), span);
  }
  closeField(reading);
  closeStray(reading);
  const { letter, number, fields, slots, notices } = reading;
  const at = reading.numberAt ?? { start: 0, end: page.lines.lines[0]?.end ?? 0 };
  return { header: { letter, number, span: at, fields }, slots, notices };
}

function readLine(reading: Reading, text: string, span: Span): void {
  if (reading.letter === null && readStart(reading, text, span)) return;
  const name = keyOf(text);
  if (name !== undefined && isKey(name)) {
    closeField(reading);
    closeStray(reading);
    reading.open = { key: name, at: span, values: [] };
    reading.slots.push({ ...span, kind: 'separator' });
    return;
  }
  if (!reading.open && reading.number === null && readNumber(reading, text, span)) return;
  if (name !== undefined) reading.notices.push({ code: 'header-key-unknown', span, args: { key: name } });
  if (reading.open) reading.open.values.push(span);
  else if (reading.stray) reading.stray.end = span.end;
  else reading.stray = { ...span };
}

const isKey = (name: string): name is HeaderKey => known.has(name);

function readStart(reading: Reading, text: string, span: Span): boolean {
  const start = startOf(text);
  if (!start) return false;
  reading.letter = start[1]?.toLowerCase() === 'p' ? 'p' : 's';
  reading.numberAt = span;
  const digits = start[2] ?? '';
  if (digits !== '') reading.number = Number(digits);
  addNumber(reading, span, span.end, digits);
  return true;
}

function readNumber(reading: Reading, text: string, span: Span): boolean {
  const digits = numberOf(text);
  if (!digits) return false;
  closeStray(reading);
  reading.number = Number(digits[1]);
  reading.numberAt = span;
  addNumber(reading, span, span.start + text.trim().replace(/[ \t]*\.$/, '').length, digits[1] ?? '');
  return true;
}

/** The digits are shown as part of the id; what stands around them (`# s`, zeros, a full stop) is structure. */
function addNumber(reading: Reading, line: Span, end: number, digits: string): void {
  const number: Slot = { start: end - digits.length, end, kind: 'field' };
  for (const slot of slotsAround(line, [number])) reading.slots.push(slot);
}

function closeStray(reading: Reading): void {
  const span = reading.stray;
  reading.stray = null;
  if (!span) return;
  reading.slots.push({ ...span, kind: 'ignored', reason: 'text before the first header field' });
  const text = reading.page.text.slice(span.start, Math.min(span.end, span.start + 200));
  reading.notices.push({ code: 'header-stray-text', span: { ...span }, args: { text } });
}

function closeField(reading: Reading): void {
  const { open, page, fields } = reading;
  reading.open = null;
  if (!open) return;
  const value = joined(page, open.values.length > 0 ? open.values : [{ start: open.at.end, end: open.at.end }], '\n');
  const earlier = fields.get(open.key);
  if (!earlier || earlier.text === '') {
    fields.set(open.key, { ...value, key: open.key, line: page.lines.lineAt(open.at.start) });
    for (const span of open.values) reading.slots.push({ ...span, kind: 'field' });
  } else if (value.text !== '') {
    const args = { key: open.key, kept: earlier.text, ignored: value.text };
    const other = { ...earlier.span, words: 'the value that is kept' };
    reading.notices.push({ code: 'header-key-repeated', span: open.at, args, other });
    for (const span of open.values)
      reading.slots.push({ ...span, kind: 'ignored', reason: `second value of ${open.key}` });
  }
}

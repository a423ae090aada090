// In: the lines of the open part of a trace. Out: its open codes (FORMAT.md, section 3): one line is one code, but for bullets that go
// on, lists that are indented, and paragraphs that were wrapped.

import type { Span } from '../problems/place.ts';
import type { NoteOpenCode } from './note.ts';
import { joined, trimmed, type Page } from './piece.ts';

const bullet = /^(?:->|[-*•–])(?:[ \t\u00a0]+|$)/;
const template = /^<ins>([^<]*)<\/ins>[ \t]*:?/i;
const identifier = /^[A-Za-z_]\w*[,;]?$/;
const labelledList = /^[\p{L}][\p{L}\p{N} _/-]{0,60}:[ \t]/u;
const ended = /[.!?:]$/;
const lowerStart = /^\p{Ll}/u;

export interface OpenCodeReading {
  readonly openCodes: readonly NoteOpenCode[];
  /** The words of the codes, line by line: what is shown. */
  readonly shown: readonly Span[];
  /** Bullets, signs and labels of the template. */
  readonly structure: readonly Span[];
  /** Lines of a template block that nobody filled in. */
  readonly leftovers: readonly Span[];
}

interface Reading {
  readonly page: Page;
  readonly openCodes: NoteOpenCode[];
  readonly shown: Span[];
  readonly structure: Span[];
  readonly leftovers: Span[];
}

/** `paragraphs`: the runs of non-blank lines, as spans without line ends. */
export function readOpenCodes(page: Page, paragraphs: readonly (readonly Span[])[]): OpenCodeReading {
  const reading: Reading = { page, openCodes: [], shown: [], structure: [], leftovers: [] };
  for (const paragraph of paragraphs) {
    for (const lines of codesOf(page, paragraph)) readCode(reading, lines);
  }
  return reading;
}

/** The lines of a paragraph, grouped: a group is one code. */
function codesOf(page: Page, paragraph: readonly Span[]): readonly (readonly Span[])[] {
  const texts = paragraph.map((line) => page.text.slice(line.start, line.end));
  const starts = texts.map((text) => text.trimStart());
  const hasBullets = bullet.test(starts[0] ?? '');
  if (!hasBullets && isWrapped(texts)) return [paragraph];
  const groups: Span[][] = [];
  paragraph.forEach((line, i) => {
    const group = groups.at(-1);
    const text = texts[i] ?? '';
    const goesOn = hasBullets
      ? !bullet.test(starts[i] ?? '')
      : /^(?: {2}|\t)/.test(text) && /,[ \t]*$/.test(texts[i - 1] ?? '') && !bullet.test(starts[i] ?? '');
    if (group && goesOn) group.push(line);
    else groups.push([line]);
  });
  return groups;
}

/** A paragraph that an editor wrapped: long lines that stop in the middle of a sentence. */
export function isWrapped(lines: readonly string[]): boolean {
  const texts = lines.map((line) => line.trim());
  if (texts.length < 2) return false;
  const longEnough = texts.every((text, i) => {
    if (i === texts.length - 1) return true;
    return columns(text) >= (i === 0 && texts.length >= 3 ? 30 : 45);
  });
  if (!longEnough || texts.some((text) => identifier.test(text) || labelledList.test(text))) return false;
  return texts.some((text, i) => i + 1 < texts.length && !ended.test(text) && lowerStart.test(texts[i + 1] ?? ''));
}

const columns = (text: string): number => (text.length > 4096 ? text.length : [...text].length);

function readCode(reading: Reading, lines: readonly Span[]): void {
  const { text } = reading.page;
  const spans = lines.map((line) => trimmed(text, line.start, line.end)).filter((span) => span.end > span.start);
  const first = spans[0];
  if (!first) return;
  const { words, label } = withoutBullet(text, first);
  const { last, sign } = withoutSign(text, spans.length === 1 ? words : (spans.at(-1) ?? words));
  const kept = spans.length === 1 ? [last] : [words, ...spans.slice(1, -1), last];
  const filled = kept.filter((span) => span.end > span.start);
  const read = joined(reading.page, filled, ' ');
  if (filled.length === 0 || read.text.trim() === '') {
    // A line of the template that nobody filled in, or a bullet without words.
    if (label) reading.leftovers.push(first);
    else reading.structure.push(first);
    return;
  }
  reading.structure.push({ start: first.start, end: words.start });
  if (sign !== undefined) reading.structure.push({ start: last.end, end: spans.at(-1)?.end ?? last.end });
  for (const span of filled) reading.shown.push(span);
  reading.openCodes.push(sign === undefined ? read : { ...read, sign });
}

/** `label`: a label of the template stood before the words. */
function withoutBullet(text: string, span: Span): { words: Span; label: boolean } {
  let start = span.start;
  const sign = bullet.exec(text.slice(start, Math.min(start + 8, span.end)));
  if (sign) start = trimmed(text, start + sign[0].length, span.end).start;
  const label = template.exec(text.slice(start, Math.min(start + 200, span.end)));
  if (label) start = trimmed(text, start + label[0].length, span.end).start;
  return { words: { start, end: span.end }, label: label !== null };
}

function withoutSign(text: string, span: Span): { last: Span; sign?: '+' | '-' } {
  const sign = text[span.end - 1];
  const before = text[span.end - 2] ?? '';
  if (
    (sign === '+' || sign === '-') &&
    (span.end - 1 === span.start || before === ' ' || before === '\t' || before === '\u00a0')
  ) {
    return { last: trimmed(text, span.start, span.end - 1), sign };
  }
  return { last: span };
}

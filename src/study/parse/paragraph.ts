// In: the lines of one paragraph of evidence. Out: its excerpts, and the speakers that stand between them.

import type { Span } from '../problems/place.ts';
import type { NoteExcerpt, Slot } from './note.ts';
import { joined, trimmed, type Page } from './piece.ts';

const speakerLine = /^(Interviewer|Participant \d+|Expert [A-Z])\s*[,:]?$/;
const sentenceEnd = /[.!?:;]["”’)\]]*$/;
const lowerStart = /^["“‘(]?\p{Ll}/u;

export interface ParagraphReading {
  readonly excerpts: readonly NoteExcerpt[];
  readonly slots: readonly Slot[];
  /** Who speaks from here on. */
  readonly speaker: string | undefined;
}

/** `lines`: the words of each line, without `>`; `speaker`: who was speaking before. */
export function readParagraph(
  page: Page,
  lines: readonly Span[],
  kind: 'quote' | 'note',
  speaker: string | undefined,
): ParagraphReading {
  const excerpts: NoteExcerpt[] = [];
  const slots: Slot[] = [];
  let current = speaker;
  let pending: Span[] = [];
  const close = (): void => {
    if (pending.length > 0) excerpts.push(readExcerpt(page, pending, kind, current));
    pending = [];
  };
  for (const line of lines) {
    const span = trimmed(page.text, line.start, line.end);
    if (span.end === span.start) continue;
    const label = span.end - span.start < 40 ? speakerLine.exec(page.text.slice(span.start, span.end)) : null;
    if (label) {
      close();
      current = label[1];
      // The sign that ends a label is no part of the name.
      const end = span.start + (label[1]?.length ?? 0);
      slots.push({ start: span.start, end, kind: 'speaker' }, { start: end, end: span.end, kind: 'separator' });
    } else {
      pending.push(span);
      slots.push({ ...span, kind: 'excerpt' });
    }
  }
  close();
  return { excerpts, slots, speaker: current };
}

/** A label with no quote up to the next label names nobody: its slot is ignored, with a notice. `slots` tile the note. */
export function silentSpeakers(slots: readonly Slot[]): {
  readonly slots: readonly Slot[];
  readonly silent: readonly Span[];
} {
  const silent: Span[] = [];
  let speaks = false;
  const kept = slots.toReversed().map((slot): Slot => {
    if (slot.kind === 'excerpt') speaks = true;
    if (slot.kind !== 'speaker') return slot;
    const spoke = speaks;
    speaks = false;
    if (spoke) return slot;
    silent.push({ start: slot.start, end: slot.end });
    return { start: slot.start, end: slot.end, kind: 'ignored', reason: 'a speaker who says nothing' };
  });
  return { slots: kept.reverse(), silent: silent.reverse() };
}

function readExcerpt(
  page: Page,
  spans: readonly Span[],
  kind: 'quote' | 'note',
  speaker: string | undefined,
): NoteExcerpt {
  const texts = spans.map((span) => page.text.slice(span.start, span.end));
  const read = joined(page, spans, wasWrapped(texts) ? ' ' : '\n');
  const last = page.lines.lineAt(spans.at(-1)?.start ?? read.span.start);
  return { ...read, kind, lines: [read.line, last], ...(speaker === undefined ? {} : { speaker }) };
}

/** Copies from a PDF are wrapped at 45 to 110 columns in the middle of sentences; elsewhere a line end is a paragraph's end. */
function wasWrapped(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const body = lines.slice(0, -1);
  if (!body.every((line) => line.length >= 45 && line.length <= 110)) return false;
  return body.some((line, i) => !sentenceEnd.test(line) && lowerStart.test(lines[i + 1] ?? ''));
}

/** One line of at most 14 words and 100 characters that does not end like a sentence: a heading of the article. */
export function isHeading(text: string): boolean {
  if (text.includes('\n') || text.length > 100 || /[.,;:…]$/.test(text.trim())) return false;
  return text.trim().split(/\s+/).length <= 14;
}

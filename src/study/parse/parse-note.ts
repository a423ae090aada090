// In: the text of a note. Out: the note, with a slot for every character. One walk over the lines, each looked at once.

import { linesOf } from '../read/lines.ts';
import { indexFences } from './fences.ts';
import { isFirstKey, isHeaderStart, isKnownKey, isNumber, readHeader } from './header.ts';
import { meetFence } from './meet-fence.ts';
import { meetImage, meetMarker, meetParagraph, meetTraceLine } from './meet-lines.ts';
import type { Note } from './note.ts';
import { silentSpeakers } from './paragraph.ts';
import type { Page } from './piece.ts';
import { classify, type LineKind } from './scan.ts';
import { tile } from './tile.ts';
import { endTrace, noticeNesting, type Walk } from './walk.ts';

export function parseNote(text: string): Note {
  const page: Page = { text, lines: linesOf(text) };
  const kinds = page.lines.lines.map((line) => classify(text.slice(line.start, line.end)));
  const body = headerRange(page, kinds);
  const { header, slots, notices } = readHeader(page, page.lines.lines.slice(body.from, body.to));
  const walk: Walk = {
    page,
    kinds,
    fences: indexFences(kinds),
    excerpts: [],
    traces: [],
    slots: [...slots],
    notices: [...notices],
    run: [],
    carried: [],
    apart: [],
    trace: null,
    speaker: undefined,
    metadata: null,
    axial: false,
    quoted: false,
  };
  for (let i = 0; i < body.from;) i = step(walk, i);
  endTrace(walk);
  for (let i = body.to; i < kinds.length;) i = step(walk, i);
  endTrace(walk);
  const tiling = tile(text, walk.slots);
  for (const span of tiling.unread)
    walk.notices.push({ code: 'text-unread', span, args: { text: text.slice(span.start, span.end).trim() } });
  const spoken = silentSpeakers(tiling.slots);
  for (const span of spoken.silent)
    walk.notices.push({ code: 'speaker-silent', span, args: { label: text.slice(span.start, span.end) } });
  const { metadata, excerpts, traces } = walk;
  const remarks = [...walk.apart, ...walk.carried];
  return { header, metadata, excerpts, traces, remarks, slots: spoken.slots, notices: walk.notices };
}

/** The header runs from `# s` (or its number or first known key) to the first marker, quote, fence, image or `# coding`. */
function headerRange(page: Page, kinds: readonly LineKind[]): { from: number; to: number } {
  const words = (i: number): string => {
    const line = page.lines.lines[i];
    return line ? page.text.slice(line.start, line.end) : '';
  };
  let from = -1;
  let before = -1;
  for (let i = 0; i < kinds.length; i += 1) {
    const kind = kinds[i]?.kind;
    if (kind === 'blank') continue;
    if (kind !== 'text' && !(from >= 0 && standsBetweenKeys(kinds, words, before, i)))
      return from < 0 ? { from: 0, to: 0 } : { from, to: i };
    if (from < 0 && isHeaderStart(words(i))) from = i;
    else if (from < 0 && isFirstKey(words(i))) from = isNumber(words(before)) ? before : i;
    before = i;
  }
  return from < 0 ? { from: 0, to: 0 } : { from, to: kinds.length };
}

/** A title may look like a quote, an image or a marker: with a key before and behind it, it is a value. */
function standsBetweenKeys(
  kinds: readonly LineKind[],
  words: (i: number) => string,
  before: number,
  i: number,
): boolean {
  if (kinds[i]?.kind === 'fence' || !isKnownKey(words(before))) return false;
  let next = i + 1;
  while (kinds[next]?.kind === 'blank') next += 1;
  return isKnownKey(words(next));
}

/** Reads what starts at line `i` and gives the line after it. */
function step(walk: Walk, i: number): number {
  const kind = walk.kinds[i];
  const line = walk.page.lines.lines[i];
  if (!kind || !line) return i + 1;
  switch (kind.kind) {
    case 'blank':
      return i + 1;
    case 'coding':
      walk.slots.push({ start: line.start, end: line.next, kind: 'separator' });
      return i + 1;
    case 'marker':
      meetMarker(walk, line, kind.marker);
      return i + 1;
    case 'fence':
      return meetFence(walk, i, kind);
    case 'image':
      return meetImage(walk, i);
    case 'quote':
      if (!kind.bare) return meetParagraph(walk, i, 'quote');
      noticeNesting(walk, kind.depth, line);
      return i + 1;
    case 'text':
      return walk.trace ? meetTraceLine(walk, walk.trace, i) : meetParagraph(walk, i, 'note');
  }
}

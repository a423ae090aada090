// In: a text and the slots that were found in it, in any order. Out: slots that tile the text, and the stretches that nobody read.
// Between two slots only blanks and the signs of the format may stand; any other character there is reported, never passed over.

import type { Span } from '../problems/place.ts';
import type { Slot } from './note.ts';

const structure = /^[\s\u00ad\u200b-\u200d\u2060\ufeff>,;]*$/;

export interface Tiling {
  readonly slots: readonly Slot[];
  readonly unread: readonly Span[];
}

export function tile(text: string, found: readonly Slot[]): Tiling {
  const sorted = found.filter((slot) => slot.end > slot.start).sort((a, b) => a.start - b.start || b.end - a.end);
  const slots: Slot[] = [];
  const unread: Span[] = [];
  let at = 0;
  const fill = (to: number): void => {
    if (to <= at) return;
    const gap = { start: at, end: to };
    if (structure.test(text.slice(at, to))) slots.push({ ...gap, kind: 'separator' });
    else {
      unread.push(gap);
      slots.push({ ...gap, kind: 'ignored', reason: 'not part of the format' });
    }
  };
  for (const slot of sorted) {
    // A slot that overlaps an earlier one is cut: no character is in two.
    const start = Math.max(slot.start, at);
    if (start >= slot.end) continue;
    fill(start);
    slots.push({ ...slot, start });
    at = slot.end;
  }
  fill(text.length);
  return { slots, unread };
}

/** A stretch whose words are shown and whose other characters (`![`, keys, quotation marks) are the format's. */
export function slotsAround(whole: Span, shown: readonly Slot[]): readonly Slot[] {
  const slots: Slot[] = [];
  let at = whole.start;
  for (const slot of [...shown].sort((a, b) => a.start - b.start)) {
    slots.push({ start: at, end: slot.start, kind: 'separator' }, slot);
    at = slot.end;
  }
  slots.push({ start: at, end: whole.end, kind: 'separator' });
  return slots.filter((slot) => slot.end > slot.start);
}

// In: the kinds of a note's lines and the line where a fence opens. Out: where it ends.

import type { LineKind } from './scan.ts';

export interface Fence {
  /** Index of the line after the last inner line: the closing line, or where the unclosed fence was ended. */
  readonly end: number;
  readonly closed: boolean;
}

/** For each line the next line at or after it that closes a fence, that closes one of four ticks, and that ends an open one; and how many fence lines there are from it on. */
export interface FenceIndex {
  readonly closes: Int32Array;
  readonly closesFour: Int32Array;
  readonly stops: Int32Array;
  readonly evidence: Int32Array;
  readonly fences: Int32Array;
}

/** One pass from the end, so that every question about a fence is one look. */
export function indexFences(kinds: readonly LineKind[]): FenceIndex {
  const size = kinds.length;
  const arrays = [0, 1, 2, 3].map(() => new Int32Array(size + 1).fill(size));
  const [closes, closesFour, stops, evidence] = arrays;
  const fences = new Int32Array(size + 1);
  if (!closes || !closesFour || !stops || !evidence) throw new Error('four arrays were made');
  for (let i = size - 1; i >= 0; i -= 1) {
    const kind = kinds[i];
    const closing = kind?.kind === 'fence' && kind.closes;
    closes[i] = closing ? i : (closes[i + 1] ?? size);
    closesFour[i] = closing && kind.ticks >= 4 ? i : (closesFour[i + 1] ?? size);
    stops[i] = kind?.kind === 'marker' ? i : (stops[i + 1] ?? size);
    const quoted = (kind?.kind === 'quote' && !kind.bare) || kind?.kind === 'image';
    const starts = (quoted || kind?.kind === 'coding') && kinds[i - 1]?.kind === 'blank';
    evidence[i] = starts ? i : (evidence[i + 1] ?? size);
    fences[i] = (fences[i + 1] ?? 0) + (kind?.kind === 'fence' ? 1 : 0);
  }
  return { closes, closesFour, stops, evidence, fences };
}

/**
 * A fence ends at the first closing line before the next marker. Without one it ends at that marker, at the end of the note, or where
 * evidence starts again (`# coding`, a quote or image after a blank line): Python has no such line, and an excerpt must not be read as
 * code. In a trace evidence ends it even before a closing line, when the fence lines from there to the marker are pairs: listings.
 */
export function fenceAt(index: FenceIndex, open: number, ticks: number, inTrace: boolean): Fence {
  const from = open + 1;
  const size = index.closes.length - 1;
  const stop = index.stops[from] ?? size;
  const evidence = index.evidence[from] ?? size;
  const four = index.closesFour[from] ?? size;
  const any = index.closes[from] ?? size;
  const close = ticks >= 4 && four < stop ? four : any;
  const pairs = ((index.fences[evidence] ?? 0) - (index.fences[stop] ?? 0)) % 2 === 0;
  if (close < stop && !(inTrace && evidence < close && pairs)) return { end: close, closed: true };
  return { end: Math.min(stop, evidence), closed: false };
}

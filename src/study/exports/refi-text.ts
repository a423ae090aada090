// In: a source. Out: its excerpts as one plain text, and where each of them stands in it, counted in code points, end exclusive.
// JavaScript's own indices count an emoji twice: from there on every coding in ATLAS.ti or QualCoder would be one character off.

import type { Excerpt, Source } from '../model/study.ts';
import { visibleControls } from './visible-controls.ts';

export interface Selection {
  readonly excerpt: Excerpt;
  readonly start: number;
  readonly end: number;
}

/** Excerpts are joined by a blank line; lines end in LF; a new speaker stands on a line of his own, outside the selection. */
export function sourceText(source: Source): { readonly text: string; readonly selections: readonly Selection[] } {
  const pieces: string[] = [];
  const selections: Selection[] = [];
  let length = 0;
  const write = (text: string): void => {
    pieces.push(text);
    length += codePoints(text);
  };
  let speaker: string | undefined;
  for (const excerpt of source.excerpts) {
    if (length > 0) write('\n\n');
    if (excerpt.speaker !== undefined && excerpt.speaker !== speaker) write(`${plain(excerpt.speaker)}:\n`);
    speaker = excerpt.speaker;
    const start = length;
    write(shownText(excerpt));
    if (hasText(excerpt)) selections.push({ excerpt, start, end: length });
  }
  return { text: pieces.join(''), selections };
}

/** Where there is no text to select, the place still says what stands there. */
function shownText(excerpt: Excerpt): string {
  if (excerpt.withheld !== undefined) return `[withheld: ${plain(excerpt.withheld)}]`;
  return hasText(excerpt) ? plain(excerpt.text) : `[${excerpt.kind}]`;
}

const hasText = ({ text, withheld }: Excerpt): boolean => text !== '' && withheld === undefined;

/** A byte order mark at the start of the file would be swallowed, and every position with it. */
const plain = (text: string): string => visibleControls(text.replace(/\r\n?/g, '\n')).replaceAll('\ufeff', 'U+FEFF');

const codePoints = (text: string): number => text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);

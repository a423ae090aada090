// In: an answer. Out: how many excerpts there are and how far that is known, in words.

import { isEmpty, needsText } from '#study/search';
import { make } from './make.ts';
import type { Shown } from './shown.ts';
import { counted, fill, numberIn } from './words.ts';

export function statusLine(shown: Shown): readonly (Node | string)[] {
  const { answer, place } = shown;
  const { status } = place.words;
  const { hits, kind, read, of } = answer.count;
  if (isEmpty(answer.query)) return [fill(place.words, status.everything, { n: hits })];
  if (kind === 'exact') {
    if (hits === 0 && needsText(answer.query))
      return [of === 0 ? status.nowhere : fill(place.words, status.nothing, { of })];
    const how = needsText(answer.query) ? status.verified : status.filtersOnly;
    return [make('strong', {}, counted(place.words, status.exact, hits)), ': ', fill(place.words, how, { n: hits })];
  }
  const number = make('strong', {}, counted(place.words, status.atLeast, hits));
  const progress = answer.stage === 'reading' ? status.reading : status.partly;
  return [number, ': ', fill(place.words, progress, { read, of }), ...proposed(shown)];
}

function proposed({ answer, place: { words } }: Shown): readonly string[] {
  if (answer.proposed === null) return [];
  const { known, read, refused } = answer.proposed;
  const said = fill(words, words.status.proposed, { known, read });
  return ['; ', said, ...(refused === 0 ? [] : [', ', counted(words, words.status.refused, refused)])];
}

/** A button for the exact count, where the reader has to ask for it. */
export function readAllButton({ answer, place: { words }, readAll }: Shown): readonly Node[] {
  if (answer.stage !== 'partial' || answer.failure !== null) return [];
  const text = fill(words, words.status.readAll, { size: sizeInWords(answer.missingBytes, words) });
  const button = make('button', { type: 'button', 'data-key': 'read-all' }, text);
  button.addEventListener('click', readAll);
  return [button];
}

/** Text of this kind compresses to about three eighths. */
function sizeInWords(bytes: number, words: Parameters<typeof numberIn>[0]): string {
  const kilobytes = (bytes * 3) / 8 / 1000;
  return kilobytes < 950
    ? `${numberIn(words, Math.ceil(kilobytes))} kB`
    : `${numberIn(words, Math.ceil(kilobytes / 100) / 10)} MB`;
}

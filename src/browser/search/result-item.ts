// In: a hit. Out: it as an item of the list: number and source, the quote with its words marked, its codes, its address.

import type { SearchRecord } from '#study/search';
import { breakable, make } from './make.ts';
import { markedQuote } from './marked-quote.ts';
import { codeAddress, codeClass, excerptAddress, fullAddress, hitAddress } from './place.ts';
import { codeName, type Shown } from './shown.ts';
import { fill } from './words.ts';

/** Of a quote in the list, in UTF-16 units. */
const longest = 1000;

export function resultItem(record: SearchRecord, shown: Shown): HTMLElement {
  const { place, answer } = shown;
  return make(
    'li',
    { class: 'hit', 'data-excerpt': record.id },
    make(
      'div',
      { class: 'hit-text' },
      hitHead(record, shown),
      markedQuote(record, answer.query, place, longest),
      hitAddressLine(record, shown),
    ),
    hitCodes(record, shown),
  );
}

export function hitHead(record: SearchRecord, { place, answer }: Shown): HTMLElement {
  const { words } = place;
  const kind = record.kind === 'quote' ? [] : [' · ', words.kinds[record.kind] ?? record.kind];
  const speaker = record.speaker === undefined ? [] : [' · ', make('bdi', {}, record.speaker)];
  const label = fill(words, words.result.open, { id: record.id });
  return make(
    'p',
    { class: 'hit-head' },
    make('a', { href: hitAddress(place, record, answer.state), class: 'hit-id', 'aria-label': label }, record.id),
    ' ',
    make('bdi', { class: 'hit-source' }, record.sourceTitle === '' ? record.source : record.sourceTitle),
    ...speaker,
    ...kind,
  );
}

function hitAddressLine(record: SearchRecord, { place }: Shown): HTMLElement {
  const path = excerptAddress(place, record);
  const shownAddress = fullAddress(place, path).replace(/^https?:\/\//, '');
  return make('p', { class: 'hit-address' }, make('a', { href: path }, shownAddress));
}

function hitCodes(record: SearchRecord, { place, answer }: Shown): HTMLElement {
  const { words } = place;
  if (record.codes.length === 0) {
    return make('p', { class: 'hit-codes apparatus' }, record.coded ? words.result.noCodes : words.result.uncoded);
  }
  const codes = record.codes.map((id) => {
    const { label, kind } = codeName(answer.store, id);
    const link = { href: codeAddress(place, id), class: codeClass(place, kind), 'data-code': id };
    return make(
      'li',
      {},
      make('a', link, make('bdi', {}, ...breakable(label))),
      ' ',
      make('span', { class: 'kind' }, kind),
    );
  });
  return make('ul', { class: 'hit-codes codes', 'aria-label': words.result.codes }, ...codes);
}

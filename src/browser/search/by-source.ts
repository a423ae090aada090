// In: hits in study order. Out: them under their sources, each with the number of hits in that source.

import type { SearchRecord } from '#study/search';
import { sourcePath } from '#study/addresses';
import { make } from './make.ts';
import { markedQuote } from './marked-quote.ts';
import { hitAddress, wordsAsParams } from './place.ts';
import type { Shown } from './shown.ts';
import { counted, fill } from './words.ts';

/** Of a quote among the others of its source, in UTF-16 units. */
const longest = 400;

export function bySource(onPage: readonly SearchRecord[], shown: Shown): readonly HTMLElement[] {
  const counts = new Map<string, number>();
  for (const { source } of shown.answer.records) counts.set(source, (counts.get(source) ?? 0) + 1);
  const groups = new Map<string, SearchRecord[]>();
  for (const record of onPage) groups.set(record.source, [...(groups.get(record.source) ?? []), record]);
  return [...groups].map(([source, records]) => group(source, records, counts.get(source) ?? 0, shown));
}

function group(source: string, records: readonly SearchRecord[], count: number, shown: Shown): HTMLElement {
  const { place, answer } = shown;
  const title = records[0]?.sourceTitle ?? '';
  const href = place.base + sourcePath(source) + wordsAsParams(answer.state);
  const heading = make(
    'h3',
    {},
    make('a', { href }, source, ' ', make('bdi', {}, title)),
    ' ',
    make('small', {}, counted(place.words, place.words.bySource.count, count)),
  );
  const items = records.map((record) => {
    // The number that is seen comes first in the name that is heard.
    const label = `${record.number}: ${fill(place.words, place.words.result.open, { id: record.id })}`;
    const link = make(
      'a',
      { href: hitAddress(place, record, answer.state), 'aria-label': label },
      String(record.number),
    );
    return make(
      'li',
      { class: 'source-hit', 'data-excerpt': record.id },
      link,
      markedQuote(record, answer.query, place, longest),
    );
  });
  return make('section', { class: 'source-hits' }, heading, make('ul', {}, ...items));
}

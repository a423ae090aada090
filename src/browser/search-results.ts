// In: an answer. Out: its page of results: a list, a concordance, or under their sources; and how they are ordered.

import { bySource } from './search/by-source.ts';
import { copyButton, hasKeyword, kwicPage, kwicTable } from './search/kwic-table.ts';
import { make, replaceContents } from './search/make.ts';
import { pager } from './search/pager.ts';
import { resultItem } from './search/result-item.ts';
import { pageOf, pageSize, type SearchPart, type Shown } from './search/shown.ts';

class SearchResults extends HTMLElement implements SearchPart {
  show(shown: Shown): void {
    const { answer } = shown;
    this.dataset['stage'] = answer.stage;
    const order = make('p', { class: 'order' }, shown.place.words.order[answer.order]);
    const several = answer.records.length > 1 ? [order] : [];
    if (answer.records.length === 0) replaceContents(this);
    else if (answer.state.view === 'kwic') replaceContents(this, ...several, ...kwicView(shown));
    else replaceContents(this, ...several, ...listView(shown));
  }
}

function listView(shown: Shown): readonly HTMLElement[] {
  const { records, state } = shown.answer;
  const grouped = state.view === 'source';
  const page = pageOf(records, state.page, grouped ? pageSize.source : pageSize.list);
  const list = grouped
    ? bySource(page.items, shown)
    : [
        make(
          'ol',
          { class: 'hits', start: String(page.first) },
          ...page.items.map((record) => resultItem(record, shown)),
        ),
      ];
  return [...list, pager(page, 'excerpts', shown)];
}

function kwicView(shown: Shown): readonly HTMLElement[] {
  if (!hasKeyword(shown.answer)) return [make('p', { class: 'absent' }, shown.place.words.kwic.noWords)];
  const { lines, page, unit } = kwicPage(shown.answer);
  return [kwicTable(lines, shown), pager(page, unit, shown), copyButton(shown)];
}

customElements.define('search-results', SearchResults);

// In: an answer. Out: the line that cites the search, and its results as files. The files are made when they are asked for.

import { resultFiles, type ResultFile, type ResultSet } from '#study/search';
import { copyText } from './search/copy-text.ts';
import { excerptAddress, fullAddress } from './search/place.ts';
import { make, replaceContents } from './search/make.ts';
import type { SearchPart, Shown } from './search/shown.ts';
import { counted, fill } from './search/words.ts';

const kinds = ['csv', 'json', 'markdown'] as const;

class SearchTakeAway extends HTMLElement implements SearchPart {
  /** Gives the answer with all its texts: results that filters found may not have theirs yet. */
  complete: (shown: Shown) => Promise<Shown> = (shown) => Promise.resolve(shown);

  show(shown: Shown): void {
    const { words } = shown.place;
    const buttons = kinds.map((kind) => {
      const button = make('button', { type: 'button', 'data-key': kind }, words.files[kind]);
      button.addEventListener('click', () => {
        void this.complete(shown).then((whole) => save(resultFiles[kind](resultSet(whole))));
      });
      return button;
    });
    replaceContents(
      this,
      make('h2', {}, words.cite.heading),
      make('p', { class: 'search-citation' }, citation(shown)),
      copyButton(shown),
      make('p', { class: 'files' }, `${words.files.heading} `, ...buttons.flatMap((button) => [button, ' '])),
    );
    this.hidden = shown.answer.records.length === 0 && shown.answer.stage !== 'whole';
  }
}

/** Of the reader's clock and place: the day on which the search was made. */
function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function resultSet({ answer, place, addressOf }: Shown): ResultSet {
  return {
    records: answer.records,
    state: answer.state,
    count: answer.count,
    order: place.words.order[answer.order],
    date: today(),
    study: { title: place.title, release: place.release, digest: place.digest },
    address: fullAddress(place, addressOf({ ...answer.state, page: 1 })),
    addressOf: (record) => fullAddress(place, excerptAddress(place, record)),
  };
}

export function citation({ answer, place, addressOf }: Shown): string {
  const { words, title, release, digest } = place;
  const { chips, text } = answer.state;
  const typed = [text.trim(), ...chips.map(({ mode, field, value }) => `${words.chips[mode]} ${field}:${value}`)];
  const query = typed.filter((part) => part !== '').join(' ');
  const forms = answer.count.kind === 'exact' ? words.cite.exact : words.cite.atLeast;
  return fill(words, words.cite.line, {
    query: query === '' ? words.cite.nothingTyped : `[${query}]`,
    title,
    release: release === '' ? '' : fill(words, words.cite.release, { release }),
    digest: digest.slice(0, 12),
    results: counted(words, forms, answer.count.hits),
    date: today(),
    address: fullAddress(place, addressOf({ ...answer.state, page: 1 })),
  });
}

function copyButton(shown: Shown): HTMLElement {
  const { words } = shown.place;
  const said = make('span', { role: 'status' });
  const button = make('button', { type: 'button', 'data-key': 'cite' }, words.cite.copy);
  button.addEventListener('click', () => {
    void copyText(citation(shown)).then((copied) =>
      said.replaceChildren(copied ? words.cite.copied : words.cite.byHand),
    );
  });
  return make('p', {}, button, ' ', said);
}

/** By a link to a blob, which the page's policy allows: it is a download and not a place to go to. */
function save({ name, mediaType, text }: ResultFile): void {
  const href = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = make('a', { href, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

customElements.define('search-take-away', SearchTakeAway);
export type { SearchTakeAway };

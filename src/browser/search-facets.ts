// In: an answer. Out: the fields to narrow it by, each value with the number of results that it would leave.

import { filterKey, withChip, withoutChip, type FacetValue, type FilterField } from '#study/search';
import { breakable, make, replaceContents } from './search/make.ts';
import { codeClass } from './search/place.ts';
import { codeName, facetIn, type SearchPart, type Shown } from './search/shown.ts';
import { fill, numberIn, type SearchWords } from './search/words.ts';

interface Group {
  readonly name: keyof SearchWords['facets'];
  readonly field: FilterField;
  /** Of the field's values, those that stand in this group. */
  readonly holds: (value: string, words: SearchWords) => boolean;
}

const isExcerptKind = (value: string, words: SearchWords): boolean =>
  Object.hasOwn(words.kinds, filterKey('kind', value));

const groups: readonly Group[] = [
  { name: 'code', field: 'code', holds: () => true },
  { name: 'codeKind', field: 'kind', holds: (value, words) => !isExcerptKind(value, words) },
  { name: 'is', field: 'is', holds: () => true },
  { name: 'excerptKind', field: 'kind', holds: isExcerptKind },
  { name: 'source', field: 'source', holds: () => true },
  { name: 'type', field: 'type', holds: () => true },
  { name: 'author', field: 'author', holds: () => true },
  { name: 'speaker', field: 'speaker', holds: () => true },
];

/** Values that stand there before the reader asks for all. */
const few = 8;

class SearchFacets extends HTMLElement implements SearchPart {
  readonly #whole = new Set<Group['name']>();

  show(shown: Shown): void {
    const { words } = shown.place;
    const sections = groups.flatMap((group) => this.#section(group, shown));
    const bound = groups.some(({ field }) => facetIn(shown.answer, field).kind === 'at least');
    const body = this.querySelector('.narrow') ?? this.appendChild(emptyPanel(words));
    const note = bound ? [make('p', { class: 'facet-note' }, words.facets.atLeast)] : [];
    replaceContents(body.querySelector('div') ?? body, ...note, ...sections);
    this.hidden = sections.length === 0;
  }

  #section(group: Group, shown: Shown): readonly HTMLElement[] {
    const { words } = shown.place;
    const values = facetIn(shown.answer, group.field).values.filter(({ value }) => group.holds(value, words));
    const useful = values.filter((value) => value.and > 0 || value.chip !== null);
    if (useful.length === 0 || (values.length === 1 && useful[0]?.chip === null)) return [];
    const ordered = inOrder(group.field, useful, shown);
    const isWhole = this.#whole.has(group.name);
    const rows = (isWhole ? ordered : ordered.slice(0, few)).map((value) => row(group.field, value, shown));
    const more = ordered.length > few ? [this.#moreButton(group, ordered.length, shown)] : [];
    return [make('fieldset', { class: 'facet' }, make('legend', {}, words.facets[group.name]), ...rows, ...more)];
  }

  #moreButton(group: Group, all: number, shown: Shown): HTMLElement {
    const { words } = shown.place;
    const isWhole = this.#whole.has(group.name);
    const text = isWhole ? words.facets.fewer : fill(words, words.facets.all, { n: all });
    const label = `${words.facets[group.name]}: ${text}`;
    const button = make('button', { type: 'button', 'data-key': `more ${group.name}`, 'aria-label': label }, text);
    button.addEventListener('click', () => {
      if (isWhole) this.#whole.delete(group.name);
      else this.#whole.add(group.name);
      this.show(shown);
    });
    return button;
  }
}

/** Those that are chosen first; codes by name, all else as the study first has it. Never by number: a count is no rank. */
function inOrder(field: FilterField, values: readonly FacetValue[], shown: Shown): readonly FacetValue[] {
  const name = ({ value }: FacetValue): string =>
    field === 'code' ? valueName(field, value, shown).toLowerCase() : '';
  return values.toSorted((a, b) => {
    const chosen = Number(b.chip !== null) - Number(a.chip !== null);
    return chosen || (name(a) < name(b) ? -1 : Number(name(a) > name(b)));
  });
}

/** Open beside the results; closed above them where there is no room beside. */
function emptyPanel(words: SearchWords): HTMLElement {
  const panel = make('details', { class: 'narrow' }, make('summary', {}, words.facets.heading), make('div'));
  panel.open = matchMedia('(min-width: 60rem)').matches;
  return panel;
}

function row(field: FilterField, { value, and, chip, ...counts }: FacetValue, shown: Shown): HTMLElement {
  const { answer, place, go } = shown;
  const box = make('input', { type: 'checkbox', 'data-key': `${field}:${value}` });
  box.checked = chip !== null;
  box.addEventListener('change', () => {
    const bare = { field, value };
    go(box.checked ? withChip(answer.state, { mode: 'and', ...bare }) : withoutChip(answer.state, bare));
  });
  const count = chip === null || chip === 'and' ? and : counts[chip];
  const bound = facetIn(answer, field).kind === 'at least' ? '≥ ' : '';
  const mode = chip === null || chip === 'and' ? [] : [make('small', {}, `${place.words.chips[chip]} `)];
  return make(
    'label',
    {},
    box,
    make(
      'span',
      { class: `facet-name ${field === 'code' ? codeClass(place, codeName(answer.store, value).kind) : ''}` },
      ...mode,
      make('bdi', {}, ...breakable(valueName(field, value, shown))),
    ),
    ' ',
    make('span', { class: 'count' }, bound, numberIn(place.words, count)),
  );
}

function valueName(field: FilterField, value: string, { answer, place: { words } }: Shown): string {
  if (field === 'code') return codeName(answer.store, value).label;
  if (field === 'is') return value === 'coded' ? words.coding.coded : words.coding.uncoded;
  if (field === 'kind') return words.kinds[value] ?? value;
  if (field !== 'source') return value;
  const title = answer.store.manifest.sources.find(([id]) => id === value)?.[1] ?? '';
  return `${value} ${title}`.trim();
}

customElements.define('search-facets', SearchFacets);

// In: an answer. Out: its filters as chips: how each counts (and, or, not), with the numbers that each way would give.

import { countWithout, filterKey, withChip, withoutChip, type Chip, type ChipMode } from '#study/search';
import { breakable, make, replaceContents } from './search/make.ts';
import { codeName, facetIn, type SearchPart, type Shown } from './search/shown.ts';
import { fill, numberIn } from './search/words.ts';

const modes: readonly ChipMode[] = ['and', 'any', 'not'];

class SearchChips extends HTMLElement implements SearchPart {
  show(shown: Shown): void {
    const { chips } = shown.answer.state;
    this.hidden = chips.length === 0;
    const { words } = shown.place;
    const clear = make('button', { type: 'button', class: 'clear', 'data-key': 'clear' }, words.chips.clear);
    clear.addEventListener('click', () => shown.go({ ...shown.answer.state, chips: [], page: 1 }));
    const list = make('ul', { 'aria-label': words.chips.heading }, ...chips.map((chip) => chipItem(chip, shown)));
    replaceContents(this, list, ...(chips.length > 1 ? [clear] : []));
  }
}

function chipItem(chip: Chip, shown: Shown): HTMLElement {
  const { words } = shown.place;
  const name = chipName(chip, shown);
  const key = `${chip.field}:${chip.value}`;
  const left = countWithout(shown.answer.store, shown.answer.state, chip);
  const without = fill(words, words.chips.without, { n: known(left, chip, shown) });
  const remove = make(
    'button',
    {
      type: 'button',
      'aria-label': fill(words, words.chips.remove, { name }),
      title: without,
      'data-key': `remove ${key}`,
    },
    '×',
  );
  remove.addEventListener('click', () => shown.go(withoutChip(shown.answer.state, chip)));
  const field = fieldName(chip, shown);
  const text = make('span', { class: 'chip-name' }, make('small', {}, field), ' ', make('bdi', {}, ...breakable(name)));
  return make('li', { class: `chip ${chip.mode}` }, modeChoice(chip, key, name, shown), text, remove);
}

function modeChoice(chip: Chip, key: string, name: string, shown: Shown): HTMLElement {
  const { words } = shown.place;
  const counts = countsOf(chip, shown);
  const choice = make('select', { 'aria-label': fill(words, words.chips.mode, { name }), 'data-key': `mode ${key}` });
  for (const mode of modes) {
    const count = counts === undefined ? 0 : counts[mode];
    const option = make(
      'option',
      { value: mode },
      `${words.chips[mode]} (${counts === undefined ? '–' : known(count, chip, shown)})`,
    );
    option.selected = mode === chip.mode;
    choice.append(option);
  }
  choice.addEventListener('change', () => {
    const mode = modes.find((one) => one === choice.value) ?? chip.mode;
    shown.go(withChip(shown.answer.state, { ...chip, mode }));
  });
  return choice;
}

/** Texts that the answer did not need may be on their way: until then other searches have at least so many results. */
const known = (count: number, { field }: Chip, { answer, place }: Shown): string =>
  `${facetIn(answer, field).kind === 'exact' ? '' : '≥ '}${numberIn(place.words, count)}`;

/** The numbers of a value that the study has; an address may ask for another. */
function countsOf(chip: Chip, { answer }: Shown) {
  return facetIn(answer, chip.field).values.find(
    ({ value }) => filterKey(chip.field, value) === filterKey(chip.field, chip.value),
  );
}

function fieldName({ field, value }: Chip, { place: { words } }: Shown): string {
  if (field !== 'kind') return words.facets[field];
  return Object.hasOwn(words.kinds, value) ? words.facets.excerptKind : words.facets.codeKind;
}

function chipName(chip: Chip, { answer, place: { words } }: Shown): string {
  if (chip.field === 'is') return chip.value === 'coded' ? words.coding.coded : words.coding.uncoded;
  if (chip.field === 'kind')
    return Object.hasOwn(words.kinds, chip.value) ? (words.kinds[chip.value] ?? '') : chip.value;
  return chip.field === 'code' ? codeName(answer.store, chip.value).label : chip.value;
}

customElements.define('search-chips', SearchChips);

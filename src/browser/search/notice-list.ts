// In: an answer. Out: what its reader should know: signs that were ignored, words that occur nowhere and what may have been
// meant (to click, never applied), values that the study does not have, the forms that variants counted.

import {
  absentWords,
  filtersOf,
  fold,
  isComplete,
  missingWordFiles,
  parseQuery,
  search,
  spellingSuggestions,
  textsOf,
  variantsIn,
  wordsOf,
  type FilterField,
} from '#study/search';
import { innerLink, make } from './make.ts';
import { vocabularyIn, type Shown } from './shown.ts';
import { fill } from './words.ts';

/** More would bury the results of a query of 200 words. */
const most = 6;

export function noticeList(shown: Shown): readonly HTMLElement[] {
  const items = [...ofTyping(shown), ...ofValues(shown), ...ofAbsence(shown), ...ofVariants(shown)].slice(0, most);
  return items.length === 0 ? [] : [make('ul', { class: 'notices' }, ...items.map((item) => make('li', {}, ...item)))];
}

type Line = readonly (Node | string)[];

const ofTyping = ({ answer, place: { words } }: Shown): readonly Line[] =>
  answer.notices.map((notice) => [fill(words, words.notices[notice.kind], { text: notice.text })]);

function ofValues({ answer, place: { words } }: Shown): readonly Line[] {
  const { store, query } = answer;
  return filtersOf(query)
    .filter(({ field }) => field !== 'open' || isComplete(store))
    .filter((one) => search(store, one, 'study').ordinals.length === 0)
    .map(({ field, value }) => [
      fill(words, words.notices['no-such-value'], { text: `${fieldName(words, field)} “${value}”` }),
    ]);
}

const fieldName = (words: Shown['place']['words'], field: FilterField): string =>
  field === 'kind' ? words.facets.codeKind : words.facets[field];

/** Every text was read, or the table has the query's words: until then a word that is not there may be in the next text. */
const wordsAreKnown = ({ store, query }: Shown['answer']): boolean =>
  isComplete(store) || (store.manifest.words.length > 0 && missingWordFiles(store, query).length === 0);

function ofAbsence(shown: Shown): readonly Line[] {
  const { answer, place } = shown;
  if (!wordsAreKnown(answer)) return [];
  const vocabulary = vocabularyIn(answer.store);
  return absentWords(answer.query, vocabulary)
    .slice(0, most)
    .map((word): Line => {
      const said = fill(place.words, place.words.notices.absent, { word });
      const meant = spellingSuggestions(word, vocabulary);
      if (meant.length === 0) return [said];
      return [said, ' ', place.words.notices.meant, ...meant.flatMap((other) => [' ', spelt(word, other, shown)])];
    });
}

function spelt(word: string, other: string, { answer, addressOf, go }: Shown): HTMLElement {
  const state = { ...answer.state, text: withWord(answer.state.text, word, other), page: 1 };
  return innerLink(addressOf(state), { 'data-key': `meant-${other}` }, () => go(state), other);
}

/** The typed text with one word (folded) put in another's place, wherever it stands. */
export function withWord(text: string, word: string, other: string): string {
  const replaced = text.replace(/[\p{L}\p{M}\p{N}]+/gu, (typed) => (fold(typed) === word ? other : typed));
  return replaced === text && textsOf(parseQuery(text).query).length === 1 ? other : replaced;
}

function ofVariants({ answer, place: { words } }: Shown): readonly Line[] {
  if (!wordsAreKnown(answer)) return [];
  const vocabulary = vocabularyIn(answer.store);
  const asked = textsOf(answer.query).flatMap((leaf) =>
    leaf.kind === 'word' && leaf.variants ? wordsOf(fold(leaf.text)) : [],
  );
  return [...new Set(asked)].map((word) => {
    const forms = variantsIn(vocabulary, word).filter((form) => form !== word);
    if (forms.length === 0) return [fill(words, words.notices['no-variants'], { word })];
    return [fill(words, words.notices.variants, { word, forms: forms.join(', ') })];
  });
}

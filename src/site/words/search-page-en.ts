// The words around the search, which the page itself holds: heading, help, and the declared rules (whose English is the toolkit's).

export const searchPageEn = {
  title: 'Search',
  label: 'Words, “a phrase”, codes, sources',
  button: 'Search',
  help: 'Words together find excerpts that hold all of them; OR, NOT and parentheses combine; code:, source: and kind: filter.',
  noScript: 'Search needs JavaScript, which is switched off here.',
  noStart: 'If nothing else appears here, the program of the search could not be loaded.',
  instead: 'Every excerpt is also reached from the indexes:',
  sources: 'all sources',
  codes: 'all codes',
  index: 'the index',
  codebook: 'the codebook',
  narrow: 'Narrow the results',
  results: 'Results',
  rules: 'How this search works',
  machine:
    'What is found is decided by reading each excerpt under these rules. Where a study is too large to send whole, a word index (Pagefind) proposes excerpts and each is checked before it is shown; the number then says “at least” until all texts were read.',
  order: 'How results are ordered is said above them.',
  keys: 'Keys: / goes to the box, arrows choose a suggestion, Enter takes it, Esc closes the list; j and k step through the results.',
  marked: {
    one: '“{query}” is marked in {n} excerpt of this page.',
    other: '“{query}” is marked in {n} excerpts of this page.',
    clear: 'Take the marks away',
  },
  /** By the names of `searchRules`; where one is missing, the toolkit's English stands. */
  rule: {} as Readonly<Record<string, string>>,
};

export type SearchPageWords = typeof searchPageEn;

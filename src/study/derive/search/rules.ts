// The declared rules of search, one sentence each, in the order of a page that explains them. What they say is what scan.ts does;
// the tests hold each of them against it. Interface strings in another language translate them by their names.

export interface SearchRule {
  readonly name: string;
  readonly sentence: string;
}

export const searchRules: readonly SearchRule[] = [
  {
    name: 'excerpt',
    sentence: 'A result is one excerpt, and every condition of a query must be met by that excerpt alone.',
  },
  {
    name: 'word',
    sentence:
      'A word matches an excerpt whose own text holds it as a whole word: a longest run of letters and digits. Names of codes, titles and speakers are not text; filters find them.',
  },
  {
    name: 'folding',
    sentence:
      'Case, accents, ligatures, curly or straight quotes, kinds of dash, line ends and invisible characters make no difference.',
  },
  {
    name: 'joined',
    sentence:
      'A word with signs inside (node.js, team’s) matches its parts with the same signs between them; a hyphen also matches a blank, and self-serve is also found by self and by serve.',
  },
  {
    name: 'signs',
    sentence:
      'Signs around a word are ignored; signs alone, such as an emoji, are looked for as they stand; ordinary punctuation alone is nothing.',
  },
  {
    name: 'phrase',
    sentence:
      'A phrase in quotes matches where exactly these characters stand, after folding, beginning and ending with whole words.',
  },
  {
    name: 'and',
    sentence:
      'Several words must all occur. AND binds before OR, parentheses group, NOT or a minus sign excludes; operators are capitals.',
  },
  {
    name: 'filters',
    sentence:
      'code:, source:, kind:, speaker:, type:, author:, open: and is:coded or is:uncoded ask for whole values; codes are compared letter by letter, other values folded.',
  },
  {
    name: 'coded',
    sentence:
      'Codes belong to coded passages: an excerpt has the codes of the passage that it is part of, and is coded when a coding trace covers it.',
  },
  {
    name: 'kind',
    sentence:
      'kind: asks for the kind of the excerpt (quote, heading, figure, listing, note) or of one of its codes (practice, force …).',
  },
  {
    name: 'variants',
    sentence:
      'Plural and verb endings (-s, -es, -ies, -ed, -ing) count only for ~word or when variants are switched on, and the forms that counted are then listed.',
  },
  {
    name: 'scripts',
    sentence:
      'In scripts written without blanks every character is a word; put longer words there as they are written.',
  },
  { name: 'spelling', sentence: 'Spellings are suggested for words that occur nowhere, and never applied unasked.' },
  {
    name: 'order',
    sentence:
      'One word, a phrase or filters: study order. Several words: excerpts where they stand together as typed, then those with more of them, then those where they stand nearest, then study order.',
  },
  { name: 'count', sentence: 'A number is exact when every text was read; until then it says “at least”.' },
  {
    name: 'withheld',
    sentence: 'Excerpts whose text is withheld have no text to match; their filters still find them.',
  },
];

// The words of citing in English: cite boxes, the basket, links into originals, the page of exports.

import { count } from './en.ts';

export const citeEn = {
  article: 'Cite the article',
  evidence: 'Cite this evidence page',
  heading: 'Cite',
  excerpt: 'This excerpt',
  passage: (number: number) => `Its passage (passage ${number})`,
  code: 'Cite this code',
  decision: 'Cite this decision',
  study: 'Cite this study',
  files: 'As files:',
  noAddress: 'This copy of the site does not know its public address: the citation is without it.',
  draft: 'This is a draft: numbers and words may still change.',
  copy: { copy: 'Copy', copied: 'Copied', byHand: 'Not possible here: select the text' },
  copyForm: (form: string) => `Copy as ${form}`,
  quote: 'Copy quote with citation and link as',
  record: 'Copy citation with link as',

  find: {
    original: 'Find in the original',
    archive: 'Find in the archived copy',
    whole: { original: 'The original', archive: 'The archived copy' },
    short: { original: 'original', archive: 'archived copy' },
    long: (id: string, where: string) => `Find ${id} in the ${where}`,
  },

  basket: {
    title: 'Basket',
    add: 'Add to the basket',
    remove: 'Take out of the basket',
    addShort: '+ basket',
    removeShort: '− basket',
    addId: 'Add to the basket: {id}',
    removeId: 'Take out of the basket: {id}',
    count: { one: '1 excerpt in the basket', other: '{n} excerpts in the basket' },
    intro:
      'Excerpts that you chose, in the order in which you want them. They are kept in this browser and nowhere else.',
    needs:
      'The basket needs JavaScript, since the chosen excerpts are kept in your browser. Without it, the page of each excerpt has its citation, and these files hold all excerpts:',
    empty: 'Nothing is chosen yet. Every excerpt has a sign beside it that puts it here.',
    shared: { one: 'This excerpt comes with the address.', other: 'These {n} excerpts come with the address.' },
    sharedNote: 'What you change here changes the address, not your own basket.',
    keep: 'Keep as my basket',
    own: 'Show my own basket',
    address: 'Address of this list',
    addressNote: 'Whoever opens it sees the same excerpts in the same order.',
    copyAddress: 'Copy the address',
    copied: 'Copied',
    byHand: 'Not possible here: copy it by hand',
    clear: 'Empty the basket',
    up: 'Move {id} up',
    down: 'Move {id} down',
    takeOut: 'Take {id} out',
    files: 'As a file:',
    kinds: { csv: 'CSV', json: 'JSON', markdown: 'Markdown', bibtex: 'BibTeX' },
    unknown: 'is no excerpt of this release.',
    loading: 'is being fetched …',
    failed: 'could not be fetched.',
    again: 'Try again',
    notKept: 'This browser does not let the page keep anything: the list lives in the address alone.',
    withheld: 'withheld: {reason}',
  },

  exports: {
    digestOfFile: 'SHA-256',
    further: (n: number, bytes: string) => `and ${count(n, 'further file', 'further files')} (${bytes} together)`,
    groups: {
      data: 'Data',
      bibliography: 'Bibliography',
      paper: 'For papers',
      qualitative: 'For analysis programs',
      web: 'For machines on the web',
    },
    release: 'The same notes give the same files, byte for byte.',
    none: 'This copy of the site was built without files.',
    checkHeading: 'Checking',
    check:
      'The file SHA256SUMS at the root of the site holds a digest of each of its files; a copy of the whole site is checked by',
    latex: 'In a LaTeX paper',
    latexSteps:
      'Put both files beside the paper. Ids may be written in any case; an id that the release does not have is an error that names it. With the option pin, LaTeX also warns when a newer release has other words for an excerpt than when the paper first cited it.',
    latexWays:
      'An excerpt, a source, its title, several at once; with a text of yours, or with the address in a footnote:',
    markdown: 'In Markdown, for Word and everything else that pandoc writes',
    markdownSteps:
      'Put catena.lua and catena-ids.txt beside the paper; the bibliography is CSL-JSON, which keeps titles exact.',
    tables: 'The tables of sources and codes:',
    unknownId: 'Pandoc stops at an id that the release does not have.',
  },
};

export type CiteWords = typeof citeEn;

// The menu: every page of the site is reached from here, directly or through a list. To add one: a line.

import { citeWords } from './components/cite/cite-words.ts';
import {
  aboutUrl,
  basketUrl,
  bookIndexUrl,
  changesUrl,
  codebookUrl,
  codesUrl,
  exportsUrl,
  plotsUrl,
  problemsUrl,
  relationsUrl,
  searchUrl,
  sourcesUrl,
} from './urls.ts';
import { currentEdition } from './study.ts';
import { changesWords } from './words/changes.ts';
import type { Words } from './words/index.ts';
import { theoryWords } from './words/theory.ts';

export interface MenuEntry {
  /** What a page calls itself in `section`. */
  readonly section: string;
  readonly url: string;
  readonly label: string;
}

/** In the masthead: what is read. */
export const reading = ({ site }: Words): readonly MenuEntry[] => [
  { section: 'sources', url: sourcesUrl(), label: site.sources },
  { section: 'codes', url: codesUrl(), label: site.codes },
  { section: 'index', url: bookIndexUrl(), label: site.index },
  { section: 'codebook', url: codebookUrl(), label: site.codebook },
  { section: 'relations', url: relationsUrl(), label: site.relations },
  { section: 'plots', url: plotsUrl(), label: theoryWords().nav },
  { section: 'search', url: searchUrl(), label: site.search },
  { section: 'about', url: aboutUrl(), label: site.about },
];

/** At the foot: what a reviewer and a re-user need. */
export const using = ({ site }: Words): readonly MenuEntry[] => [
  { section: 'problems', url: problemsUrl(), label: site.problems },
  ...(currentEdition().previous === undefined
    ? []
    : [{ section: 'changes', url: changesUrl(), label: changesWords().title }]),
  { section: 'exports', url: exportsUrl(), label: site.exports },
  { section: 'basket', url: basketUrl(), label: citeWords().basket.title },
];

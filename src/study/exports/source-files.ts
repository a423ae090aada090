// In: a source. Out: where its bibliographic files lie. The one table of these paths: writers, pages and `link rel=describedby` read it.

import type { Source } from '../model/study.ts';

export type BibliographyFormat = 'csl-json' | 'biblatex' | 'bibtex' | 'ris';

export interface BibliographyFile {
  readonly format: BibliographyFormat;
  /** Of all sources together. */
  readonly path: string;
  /** Ending of the file of one source. */
  readonly ending: string;
  readonly mediaType: string;
  /** How the /exports/ page and the buttons name it. */
  readonly name: string;
}

const table: Readonly<Record<BibliographyFormat, BibliographyFile>> = {
  'csl-json': {
    format: 'csl-json',
    path: 'exports/sources.csl.json',
    ending: '.csl.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    name: 'CSL-JSON',
  },
  biblatex: {
    format: 'biblatex',
    path: 'exports/sources.bib',
    ending: '.bib',
    mediaType: 'application/x-bibtex',
    name: 'BibLaTeX',
  },
  ris: {
    format: 'ris',
    path: 'exports/sources.ris',
    ending: '.ris',
    mediaType: 'application/x-research-info-systems',
    name: 'RIS',
  },
  bibtex: {
    format: 'bibtex',
    path: 'exports/sources-bibtex.bib',
    ending: '-bibtex.bib',
    mediaType: 'application/x-bibtex',
    name: 'BibTeX',
  },
};

export const bibliographyFile = (format: BibliographyFormat): BibliographyFile => table[format];

/** `exports/sources/s6.bib` */
export const sourceFilePath = (source: Source, format: BibliographyFormat): string =>
  `exports/sources/${source.id}${table[format].ending}`;

/** The files that `link rel=describedby` of a source page names, best first. */
export const describing: readonly BibliographyFormat[] = ['csl-json', 'biblatex', 'ris'];

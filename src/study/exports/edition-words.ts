// In: a study. Out: which study, release and content a file was made from, in words that stand in a comment of any format.

import type { Study } from '../model/study.ts';

/** ASCII letters, digits and `.,:+ _-`, never two hyphens in a row (XML 1.0, section 2.5): `Study smp, release 1.2.0, digest 0f3c….` */
export function editionWords({ settings, digest }: Study): string {
  const release = settings.release.replace(/[^A-Za-z0-9.+_-]+/g, ' ').trim();
  const words = `Study ${settings.key}, ${release === '' ? 'no release' : `release ${release}`}, digest ${digest}.`;
  return words.replace(/-{2,}/g, '-');
}

export const xmlEdition = (study: Study): string => `<!-- ${editionWords(study)} -->\n`;
export const texEdition = (study: Study): string => `% ${editionWords(study)}\n`;
export const plantumlEdition = (study: Study): string => `' ${editionWords(study)}\n`;

// Out: the words of citing in the language of the interface.

import { currentStudy } from '#site/study.ts';
import { citeDe } from '#site/words/cite-de.ts';
import { citeEn, type CiteWords } from '#site/words/cite-en.ts';

export const citeWords = (): CiteWords => (currentStudy().settings.interface === 'de' ? citeDe : citeEn);

// In: the language of the interface. Out: the words of the page of changes and of the history of a code.

import { currentStudy } from '#site/study.ts';
import { changesDe } from './changes-de.ts';
import { changesEn, type ChangesWords } from './changes-en.ts';

export const changesWords = (): ChangesWords => (currentStudy().settings.interface === 'de' ? changesDe : changesEn);

// In: the language of the interface. Out: the words of the theory pages and the plots.

import { currentStudy } from '#site/study.ts';
import { theoryDe } from './theory-de.ts';
import { theoryEn, type TheoryWords } from './theory-en.ts';

export type { TheoryWords };

const languages: Readonly<Record<'en' | 'de', TheoryWords>> = { en: theoryEn, de: theoryDe };

export const theoryWords = (): TheoryWords => languages[currentStudy().settings.interface];

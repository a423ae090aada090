// In: the language of the interface. Out: the site's own words. A language is one file; to add one, write it and name it here.

import { currentStudy } from '#site/study.ts';
import { de } from './de.ts';
import { en, type Words } from './en.ts';

export type { Words };

const languages: Readonly<Record<'en' | 'de', Words>> = { en, de };

/** The sentences of problems and export formats are English in every interface; elsewhere they are marked as such. */
export const englishHere = (): string | undefined => (currentStudy().settings.interface === 'en' ? undefined : 'en');

export const siteWords = (): Words => languages[currentStudy().settings.interface];

// In: the language of the interface. Out: the site's own words. A language is one file; to add one, write it and name it here.

import { currentStudy } from '#site/study.ts';
import { de } from './de.ts';
import { en, type Words } from './en.ts';

export type { Words };

const languages: Readonly<Record<'en' | 'de', Words>> = { en, de };

export const siteWords = (): Words => languages[currentStudy().settings.interface];

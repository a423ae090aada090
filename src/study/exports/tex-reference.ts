// In: a record of ours. Out: the command of catena.sty that links to it, such as `\ceexcerpt{s6-e12}`.

import type { Code, Study } from '../model/study.ts';
import type { CitationTarget } from './reference.ts';

export function texReference(study: Study, target: CitationTarget): string {
  switch (target.kind) {
    case 'original':
    case 'evidence':
      return `\\cesource{${target.source.id}}`;
    case 'excerpt':
      return `\\ceexcerpt{${target.excerpt.id}}`;
    case 'passage':
      return `\\cepassage{${target.passage.id}}`;
    case 'code':
    case 'decision':
      return `\\cecode{${texCodeName(target.code)}}`;
    case 'study':
      return study.settings.key === '' ? '' : '\\cestudy';
  }
}

/** The id where an author can type it in TeX, else the slug; both are known to catena-<study>.def. */
export const texCodeName = (code: Code): string => (isTypable(code.id) ? code.id : code.slug);

/** No character that TeX reads in a special way, no blank at an end, none that a list of ids needs. */
export const isTypable = (id: string): boolean => /^[A-Za-z0-9_+./:-]+(?: [A-Za-z0-9_+./:-]+)*$/.test(id);

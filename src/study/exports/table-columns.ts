// In: parts of a study. Out: the cells that several CSV tables share.

import { codePath, excerptAnchor, excerptPath } from '../model/addresses.ts';
import type { Author, Code, Excerpt } from '../model/study.ts';
import { type ExportContext, permalink } from './format.ts';

/** `Family, Given; Organisation`. */
export const authorNames = (authors: readonly Author[] | undefined): string =>
  (authors ?? []).map((author) => ('name' in author ? author.name : personName(author))).join('; ');

const personName = ({ family, given }: { readonly family: string; readonly given?: string }): string =>
  given === undefined ? family : `${family}, ${given}`;

export const excerptLink = ({ id, source }: Excerpt, context: ExportContext): string =>
  permalink(context, context.excerptPages ? excerptPath(id) : excerptAnchor(source, id));

export const codeLink = ({ slug }: Code, context: ExportContext): string => permalink(context, codePath(slug));

/** What the codebook says of a code, in one text: for programs that know one description a code. */
export function codeDescription({ label, id, codebook }: Code): string {
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['', label === id ? undefined : label],
    ['', codebook?.definition],
    ['Use when: ', codebook?.use],
    ['Not when: ', codebook?.notUse],
    ['Example: ', codebook?.example],
    ['Memo: ', codebook?.memo],
  ];
  return parts.flatMap(([before, text]) => (text === undefined || text === '' ? [] : [before + text])).join('\n');
}

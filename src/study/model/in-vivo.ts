// In: the words of an open code and the excerpts of its passage. Out: whether the source said them, and which codes say the same.

import type { CodeId } from './ids.ts';

/** Case, blanks, underscores and the shape of quotation marks do not count; nothing else is folded. */
export const foldWords = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟″]/g, '"')
    .replace(/[‐‑‒–—―]/g, '-')
    .replace(/[\s_]+/g, ' ')
    .trim();

const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** True when `words` (folded) stand in `text` (folded) and no letter touches them. */
export function standsIn(words: string, text: string): boolean {
  if (words === '') return false;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const after = text[at + words.length];
    if (!isWordCharacter(text[at - 1]) && !(isWordCharacter(words.at(-1)) && isWordCharacter(after))) return true;
  }
  return false;
}

/** The codes of a passage whose id or label says the same words as the open code, hyphens and blanks apart. */
export function sameWords(
  openCode: string,
  codes: readonly { readonly id: CodeId; readonly label: string }[],
): readonly CodeId[] {
  const words = loosely(openCode);
  return codes.filter((code) => loosely(code.id) === words || loosely(code.label) === words).map((code) => code.id);
}

const loosely = (text: string): string =>
  foldWords(text)
    .replace(/[-/]/g, ' ')
    .replace(/[.,;:!?"']/g, '')
    .replace(/ +/g, ' ')
    .trim();

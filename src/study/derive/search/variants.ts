// In: a folded word. Out: the stem that its variants share. Used only when the reader asks for variants, and then labelled.
// Plural and simple verb endings of English, after Harman's S-stemmer ("How effective is suffixing?", 1991) with -ed and -ing
// added; nothing below three letters, nothing but plain Latin letters, so that it errs on the side of finding less.

/** `platforms`, `platform` → `platform`; `sharing`, `shared`, `share` → `shar`; `boundaries` → `boundary`. */
export function stemOf(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  return withoutVerbEnding(withoutPlural(word));
}

export const areVariants = (left: string, right: string): boolean => left === right || stemOf(left) === stemOf(right);

function withoutPlural(word: string): string {
  if (/(?:[^aeiou]ies)$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss|zz)es$/.test(word)) return word.slice(0, -2);
  if (/[^sui]s$/.test(word)) return word.slice(0, -1);
  return word;
}

function withoutVerbEnding(word: string): string {
  if (/[^aeiou]ied$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  const bare = /eed$/.test(word) ? word : word.replace(/(?:ed|ing)$/, '');
  if (bare !== word && (bare.length < 3 || !/[aeiouy]/.test(bare))) return word;
  if (bare !== word && /([^aeiouylsz])\1$/.test(bare)) return bare.slice(0, -1);
  return /[^e]e$/.test(bare) && bare.length > 3 ? bare.slice(0, -1) : bare;
}

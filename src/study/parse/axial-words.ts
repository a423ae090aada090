// In: one line of an axial fence. Out: the words on it that are no Python by intention: names, plain words, bullets, labels.

const identifier = /^[\p{L}_][\p{L}\p{N}\p{M}_]*,?$/u;
const keyword = /^(?:True|False|None|pass|break|continue|print|return)$/;
const otherSigns = /[^\p{L}\p{N}\p{M}_\s/-]/u;
const betweenWords = /^[\s/-]|[\s/-]$/;
const importing = /^(?:import\s+[\w.]+|from\s+[\w.]+\s+import\s.*)$/;
const annotated = /^[\p{L}_][\p{L}\p{N}_]*:\s*\w+\s*\(/u;
const bullet = /^(?:[-*+•–>]+|\d+[.)])\s+/;
const labelled = /^[\p{L}][\p{L}\p{N} _,&+-]{0,60}:(?=\s|$)/u;
const odd = String.raw`[\p{L}_][\p{L}\p{N}_]*(?:\+\+|#)|(?:\p{Emoji_Presentation}[\u{1F3FB}-\u{1F3FF}\ufe0f\u200d]*)+`;
const oddName = new RegExp(`^(?:${odd})$`, 'u');
const oddTarget = new RegExp(`^(${odd})\\s*=\\s*(?=\\w)`, 'u');

/** A name as Python has them, perhaps with a comma. */
export const isName = (text: string): boolean => identifier.test(text) && !keyword.test(text);

/** A fence was opened twice. */
export const isFence = (text: string): boolean => /^`{3,}[ \t]*\w*$/.test(text);

/** True for a line that may be words, a bullet or a label: it is no import and gives no name a kind. */
export const mayBeWords = (text: string): boolean =>
  !/[\r\n]/.test(text) && !importing.test(text) && !annotated.test(text);

/** The one id of a line of plain words, or of a name that Python could not have: `C++`, `C#`, an emoji. */
export function idOfWords(text: string): string | null {
  const bare = text.replace(/[,.]$/, '');
  if (oddName.test(bare)) return bare;
  const isPlain = !otherSigns.test(bare) && !betweenWords.test(bare) && /[^\p{N}\s]/u.test(bare) && !keyword.test(bare);
  return isPlain ? bare.replace(/[\s/-]+/g, '_') : null;
}

/** A bullet or a label at the start of a line. */
export function prefixOf(text: string): { readonly text: string; readonly isLabel: boolean } | null {
  const sign = bullet.exec(text)?.[0];
  if (sign !== undefined) return { text: sign, isLabel: false };
  const label = labelled.exec(text)?.[0];
  return label === undefined ? null : { text: label, isLabel: true };
}

/** `C++ =`: a name that Python could not have, and where its value starts. */
export function oddTargetOf(text: string): { readonly name: string; readonly end: number } | null {
  const match = oddTarget.exec(text);
  return match ? { name: match[1] ?? '', end: match[0].length } : null;
}

// In: text of a note. Out: the same with every control character, direction mark and invisible character spelt out, so that text from the
// web can neither steer a terminal nor hide in it.

const tokens =
  // eslint-disable-next-line no-control-regex -- control characters are what is replaced
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Control characters as U+0000 tokens, line ends as ⏎, a tab as one blank, half a surrogate pair as U+FFFD. */
export const visible = (text: string): string =>
  text.toWellFormed().replace(tokens, (character) => {
    if (character === '\n') return '⏎';
    if (character === '\t') return ' ';
    return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  });

/** A document for programs that may well end on a terminal: the same characters as JSON's own escapes. */
export const safeJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(tokens, (character) =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const wide =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}])$/u;

/** Columns that a visible text takes on a terminal: marks none, East Asian letters and pictures two. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += /^[\p{M}\u200c\u200d]$/u.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return columns;
}

// In: text of a note. Out: its pieces as a page shows them: characters, line ends, and control characters by their name.

export type ShownPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'line end' }
  | { readonly kind: 'control'; readonly name: string };

/** True for nearly all text: then it can be written as it is. */
export const isPlain = (text: string): boolean => !special.test(text);

export function shownPieces(text: string): readonly ShownPiece[] {
  if (isPlain(text)) return [{ kind: 'text', text }];
  return text
    .split(separators)
    .filter((piece) => piece !== '')
    .map(pieceOf);
}

/** Line ends as blanks and controls by name: for titles and other places that hold characters only. */
export const inOneLine = (text: string): string =>
  isPlain(text)
    ? text
    : shownPieces(text)
        .map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'control' ? piece.name : ' '))
        .join('');

/** Its beginning in one line, cut at a word's end where there is one near. */
export function shortened(text: string, most: number): string {
  const line = inOneLine(text.slice(0, 4 * most)).trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most).toWellFormed();
  const end = cut.lastIndexOf(' ');
  return `${end > most / 2 ? cut.slice(0, end) : cut} …`;
}

// Controls that HTML cannot carry or nobody can see; lone surrogates; marks of direction, which could reorder the words around them.
const controls =
  '\\u0000-\\u0008\\n-\\u001F\\u007F-\\u009F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069\\p{Noncharacter_Code_Point}\\p{Cs}';
const special = new RegExp(`[${controls}]`, 'u');
const separators = new RegExp(`(\\r\\n|[${controls}])`, 'u');
const alone = new RegExp(`^[${controls}]$`, 'u');

function pieceOf(piece: string): ShownPiece {
  if (piece === '\n' || piece === '\r' || piece === '\r\n') return { kind: 'line end' };
  if (!alone.test(piece)) return { kind: 'text', text: piece };
  return { kind: 'control', name: `U+${(piece.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` };
}

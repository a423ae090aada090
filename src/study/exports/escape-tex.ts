// In: any text. Out: the same words as TeX may read them, in a BibTeX field, a BibLaTeX field or a table: no command, comment or brace
// of the text survives. CITING.md section 5. `ascii`: pure ASCII for classic BibTeX; `unicode`: letters stay, signs become commands.

import { accents, letters, romanised, signs, special } from './tex-characters.ts';

export type TexFlavour = 'ascii' | 'unicode';

export interface TexText {
  readonly text: string;
  /** Characters that TeX has no sign for (emoji and the like), left out: `U+1F642`. */
  readonly removed: readonly string[];
  /** Letters that pdfLaTeX cannot set: kept in `unicode` (XeLaTeX or LuaLaTeX set them), romanised or named in `ascii`. */
  readonly beyond: boolean;
}

interface Piece {
  readonly text: string;
  readonly removed?: true;
  readonly beyond?: true;
}

// Two of a kind in a row are a ligature in TeX fonts: `--` would print as a dash, `''` as a quotation mark.
const ligating = ['-–—', "'’”", '`‘“', ','] as const;
// What every LaTeX reads as UTF-8: sources.bib keeps it, so that readers of the file find the very title.
const asWritten = new Set('‘’“”–—');
const opensAfter = /[\s([{\u2013\u2014/-]/u;
const dropped = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\ufe00-\ufe0f]/gu;

// Most texts: words, blanks and single marks, of which TeX makes nothing else.
const alreadyTex = /^(?!.*(?:--|''|,,))[A-Za-z0-9.,;:()?!'-]+(?: [A-Za-z0-9.,;:()?!'-]+)*$/;
/** Whole runs of characters that TeX sets as they are; of all others one at a time. */
const plainRunOrCharacter = /[A-Za-z0-9 .:;()?!]+|./gsu;
const plainRun = /^[A-Za-z0-9 .:;()?!]/;
const alreadyPlain = /^[!-~]+(?: [!-~]+)*$/;

export function escapeTex(text: string, flavour: TexFlavour): TexText {
  if (alreadyTex.test(text)) return { text, removed: [], beyond: false };
  const parts = plainLine(pairedQuotes(text)).match(plainRunOrCharacter) ?? [];
  const removed: string[] = [];
  let beyond = false;
  const pieces: string[] = [];
  let last = '';
  let before = '';
  for (const [index, part] of parts.entries()) {
    const piece = part === '"' ? quotationMark(before, parts[index + 1]?.match(/./su)?.[0]) : pieceOf(part, flavour);
    if (piece.removed) removed.push(codePointName(part));
    if (piece.beyond) beyond = true;
    pieces.push(joined(last, piece.text));
    if (piece.text !== '') last = piece.text.slice(-1);
    before = plainRun.test(part) ? part.slice(-1) : part;
  }
  const out = pieces.join('');
  return { text: removed.length === 0 ? out : out.replace(/ {2,}/g, ' ').trim(), removed, beyond };
}

/** One line: white space collapsed, NBSP kept, control and invisible characters removed, NFC. */
export function plainLine(text: string): string {
  if (alreadyPlain.test(text)) return text;
  return text
    .replace(/[^\S\u00a0\u202f]+/gu, ' ')
    .replace(dropped, '')
    .replace(/ {2,}/g, ' ')
    .normalize('NFC')
    .trim();
}

export const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** An address inside `\url{…}` of an ordinary field, note or table: `%` and `#` would otherwise swallow the rest of the file. */
export const texUrl = (address: string): string => address.replace(/[%#]/g, '\\$&');

/** A comment for files in which `texUrl` had something to do: the package url alone prints what it wrote, hyperref what it means. */
export const hyperrefRemark = (addresses: readonly string[]): string =>
  addresses.some((address) => texUrl(address) !== address)
    ? '% Load hyperref in the paper: without it, addresses print a back-slash before per cent and number signs.\n'
    : '';

function joined(last: string, text: string): string {
  const first = text.charAt(0);
  const alike = first !== '' && last !== '' && ligating.some((kind) => kind.includes(first) && kind.includes(last));
  // An inverted mark: ?` and !`.
  const inverted = /[?!]/.test(last) && /[`‘]/.test(first);
  return alike || inverted ? `{}${text}` : text;
}

/** „German“ and »Danish« marks open and close the other way round: as “English” ones they do what they did. */
export const pairedQuotes = (text: string): string =>
  text
    .replace(/„([^„“”]*)“/g, '“$1”')
    .replace(/‚([^‚‘’]*)‘/g, '‘$1’')
    .replace(/»([^«»]*)«/g, '“$1”');

/** `\textquotedbl` needs T1, and a raw one is a shorthand of babel in German: a pair of ` or ', by what stands around it. */
function quotationMark(before: string, after: string | undefined): Piece {
  const inside = /[,;:=]/.test(before) && /[\p{L}\p{N}]/u.test(after ?? '');
  return { text: before === '' || opensAfter.test(before) || inside ? '``' : "''" };
}

function pieceOf(character: string, flavour: TexFlavour): Piece {
  if (plainRun.test(character)) return { text: character };
  if (flavour === 'unicode' && asWritten.has(character)) return { text: character };
  const known = special.get(character) ?? signs.get(character);
  if (known !== undefined) return { text: known };
  if (character <= '\u007e') return { text: character };
  const letter = letters.get(character);
  if (letter !== undefined) return { text: flavour === 'unicode' ? character : letter };
  return accented(character, flavour) ?? compatible(character) ?? foreign(character, flavour);
}

// OT1 takes the dot off these by itself, and readers of the file know them by this spelling alone.
const dotted = /^[ìíîï]$/;

/** `é` → `{\'e}`; in the Unicode flavour it stays when every LaTeX knows it. */
function accented(character: string, flavour: TexFlavour): Piece | null {
  const [base = '', ...marks] = [...character.normalize('NFD')];
  if (!/^[A-Za-z]$/.test(base) || marks.length === 0) return null;
  if (!marks.every((mark) => accents.has(mark))) return null;
  if (flavour === 'unicode' && character < '\u0180') return { text: character };
  const above = marks.some((mark) => mark < '\u0316');
  const body = above && /[ij]/.test(base) && !dotted.test(character) ? `\\${base}` : base;
  return { text: marks.reduce((inner, mark) => `{\\${accents.get(mark) ?? ''}${inner}}`, body) };
}

/** Ligatures, full-width and other compatibility forms whose plain form is ASCII: `ﬁ` → `fi`. */
function compatible(character: string): Piece | null {
  const plain = character.normalize('NFKC');
  return /^[A-Za-z0-9 .,:;!?()+=/*@-]+$/.test(plain) ? { text: plain } : null;
}

function foreign(character: string, flavour: TexFlavour): Piece {
  if (!/[\p{L}\p{N}\p{M}\p{P}]/u.test(character)) return { text: '', removed: true };
  if (flavour === 'unicode') return { text: character, beyond: true };
  const base = [...character.normalize('NFD')][0] ?? character;
  const ascii = romanised.get(character) ?? romanised.get(base) ?? (/^[A-Za-z]$/.test(base) ? base : null);
  if (ascii !== null) return { text: ascii, beyond: true };
  return { text: `[${codePointName(character)}]`, beyond: true };
}

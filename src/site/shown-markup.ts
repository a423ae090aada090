// In: text of a note. Out: the same text, escaped; line ends as breaks (and line ends, for those who copy), controls by name.

import { markup, type Markup } from './markup.ts';
import { isPlain, shownPieces, type ShownPiece } from './shown-text.ts';

export interface ShownSetting {
  /** In a `pre`, where a line end is one already. */
  readonly pre?: boolean | undefined;
}

export const shown = (text: string, { pre = false }: ShownSetting = {}): Markup =>
  isPlain(text) ? markup`${text}` : markup`${shownPieces(text).map((piece) => pieceMarkup(piece, pre))}`;

function pieceMarkup(piece: ShownPiece, pre: boolean): Markup {
  switch (piece.kind) {
    case 'text':
      return markup`${piece.text}`;
    case 'line end':
      return pre ? markup`\n` : markup`<br>\n`;
    case 'control':
      return markup`<span class="control">${piece.name}</span>`;
  }
}

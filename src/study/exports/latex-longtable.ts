// In: columns and cells. Out: the parts of a `longtable` with `booktabs`: its opening with repeated heads, its rows, words that cannot
// leave their cell. The command \\CEcell comes from catena.sty.

import type { Study } from '../model/study.ts';
import { escapeTex, pairedQuotes, plainLine } from './escape-tex.ts';

/** A column of a share of the line, in which words wrap. */
export const wrapped = (share: string): string => `>{\\CEcell}p{${share}\\linewidth}`;

/** A `]` would end the optional text of a command. */
export const words = (text: string): string =>
  plainLine(pairedQuotes(text)).split(' ').map(breakable).join(' ').replaceAll(']', '{]}').replaceAll('[', '{[}');

/** TeX hyphenates words, those after a space of no width too; identifiers and addresses may break after a sign, and anything after 24 letters; a closing mark stays with its word. */
const breakable = (word: string): string =>
  (word.match(/[^_/.=(),:;-]{1,24}[_/.=(),:;-]*(?:["']+$)?|[_/.=(),:;-]+/gu) ?? [])
    .map((piece) => escapeTex(piece, 'ascii').text.replace(/\[U\+[0-9A-F]+\]/g, '$&\\allowbreak{}'))
    .join('\\hspace{0pt}');

/** Sources as links; ids that the study does not have are words. */
export const linkedSources = (ids: readonly string[], study: Study): string =>
  ids.length === 0 ? 'none' : ids.map((id) => (study.sourceById.has(id) ? `\\cesource{${id}}` : words(id))).join(', ');

export const row = (cells: readonly string[]): string => `${cells.join(' & ')} \\\\\n`;

export function* opening(columns: string, names: readonly string[]): Generator<string> {
  const heads = names.join(' & ');
  yield `\\begin{longtable}{${columns}}\n\\toprule\n${heads} \\\\\n\\midrule\n\\endfirsthead\n`;
  yield `\\toprule\n${heads} \\\\\n\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n`;
}

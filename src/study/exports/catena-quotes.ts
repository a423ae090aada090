// In: a study. Out: exports/catena-<study>-quotes.def, the words of its excerpts for \cequote of catena.sty: UTF-8, a line an excerpt.
// Letters stay as they are (XeLaTeX and LuaLaTeX set those that pdfLaTeX cannot, which says so); what TeX has no sign for is named by
// its code point, so that nothing goes unseen.
//
// | ours                   | in the file                            |
// |------------------------|----------------------------------------|
// | words of an excerpt    | \CEquote{s6-e12}{s6}{the words}        |
// | `wording: paraphrased` | \CEparaphrased: no quotation marks     |

import type { Study } from '../model/study.ts';
import { texEdition } from './edition-words.ts';
import { codePointName, escapeTex } from './escape-tex.ts';
import type { ExportFormat } from './format.ts';

export const catenaQuotes: ExportFormat = {
  id: 'catena-quotes',
  title: 'Quotes for the LaTeX package',
  purpose: 'The words of every excerpt that is shown, for \\cequote; the package reads it with the option quotes.',
  follows: 'catena.sty',
  files: ({ study }) => [
    {
      path: `exports/catena-${study.settings.key}-quotes.def`,
      mediaType: 'text/x-tex',
      write: () => quotes(study),
    },
  ],
};

function* quotes(study: Study): Generator<string> {
  yield `% Words of the excerpts of the study ${study.settings.key} for catena.sty. Made by Catena: do not edit.\n`;
  yield texEdition(study);
  if (study.settings.wording === 'paraphrased') yield '\\CEparaphrased\n';
  for (const { excerpts } of study.sources)
    for (const { id, source, text } of excerpts)
      if (text !== '') yield `\\CEquote{${id}}{${source}}{${texWords(text)}}\n`;
}

function texWords(text: string): string {
  const { text: words, removed } = escapeTex(text, 'unicode');
  if (removed.length === 0) return words;
  const lost = new Set(removed);
  const named = Array.from(text, (character) => {
    const name = codePointName(character);
    return lost.has(name) ? `[${name}]` : character;
  });
  return escapeTex(named.join(''), 'unicode').text;
}

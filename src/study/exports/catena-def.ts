// In: a study. Out: exports/catena-<study>.def, what catena.sty knows of it: pure ASCII, a line an id, no command of any note.
//
// | ours                         | in the file                                |
// |------------------------------|--------------------------------------------|
// | study, address, release      | \CEstudy{smp}{https://…/}{1.2.0} \CEtitle{…} |
// | source, excerpt, passage, code | \CEdef{excerpt}{s6-e12}{e/s6-e12/}{label} |
// | renamed, merged, moved       | \CEmoved{excerpt}{s6-e5}{s6-e9}            |
// | withdrawn                    | \CEgone{excerpt}{s6-e5}{reason}            |
// | words of an excerpt          | \CEtext{s6-e12}{b2a65fe8}, the start of the ledger's hash |

import { hashOf } from '../model/anchors/normalise.ts';
import type { Excerpt } from '../model/study.ts';
import { type CitableId, citableIds } from './citable-ids.ts';
import { texEdition } from './edition-words.ts';
import { escapeTex } from './escape-tex.ts';
import type { ExportContext, ExportFormat } from './format.ts';
import { fullAddress } from './reference.ts';
import { isTypable } from './tex-reference.ts';

export const catenaDef: ExportFormat = {
  id: 'catena-def',
  title: 'Ids for the LaTeX package',
  purpose: 'Every citable id of this release; catena.sty reads it. Keep it beside the paper.',
  follows: 'catena.sty',
  files: (context) => [
    {
      path: `exports/catena-${context.study.settings.key}.def`,
      mediaType: 'text/x-tex',
      write: () => definitions(context),
    },
  ],
};

function* definitions(context: ExportContext): Generator<string> {
  const { settings } = context.study;
  const label = (text: string): string => escapeTex(text, 'ascii').text;
  yield `% Ids of the study ${settings.key} for catena.sty. Made by Catena: do not edit.\n`;
  yield texEdition(context.study);
  if (context.site === '') yield '% The address of the site is not known: add base=ADDRESS to the options of catena.\n';
  yield `\\CEstudy{${settings.key}}{${safeAddress(fullAddress(context, ''))}}{${plainWords(settings.release)}}\n`;
  yield `\\CEtitle{${label(settings.title)}}\n`;
  for (const id of citableIds(context.study, context.excerptPages)) {
    if (isTypable(id.id)) yield definition(id, label);
  }
  // An older catena.sty does not know it.
  yield '\\providecommand\\CEtext[2]{}\n';
  for (const source of context.study.sources) for (const excerpt of source.excerpts) yield words(excerpt);
}

/** The same for the same words, however they are wrapped and quoted; nothing for words that are withheld. */
function words({ id, kind, text, url }: Excerpt): string {
  if (text === '') return '';
  return `\\CEtext{${id}}{${hashOf({ kind, text, ...(url === undefined ? {} : { url }) }).slice(0, 8)}}\n`;
}

function definition(id: CitableId, label: (text: string) => string): string {
  switch (id.state) {
    case 'stands':
      return `\\CEdef{${id.kind}}{${id.id}}{${id.path}}{${label(id.label)}}\n`;
    case 'moved':
      return isTypable(id.to) ? `\\CEmoved{${id.kind}}{${id.id}}{${id.to}}\n` : '';
    case 'gone':
      return `\\CEgone{${id.kind}}{${id.id}}{${plainWords(id.reason) || 'no reason recorded'}}\n`;
  }
}

/** Words for TeX's log, where commands would be shown as they stand. */
const plainWords = (text: string): string => text.replace(/[^A-Za-z0-9.,;:()+/-]+/g, ' ').trim();

/** No character that TeX would act on while it reads the file. */
const safeAddress = (address: string): string => address.replace(/[%\\{}]/g, '');

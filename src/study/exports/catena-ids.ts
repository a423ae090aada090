// In: a study. Out: exports/catena-ids.txt and exports/catena.lua, a pandoc filter that reads it: `[](catena:s6-e12)` becomes a link.
// One record a line, fields apart by tabs: `study key release address title digest`, then `source|excerpt|passage|code id path label`,
// `moved kind old new`, `gone kind id reason`. CITING.md section 6; pandoc manual, "Lua filters"; tried with pandoc 2.17.

import { luaFilter } from './catena-lua.ts';
import { type CitableId, citableIds } from './citable-ids.ts';
import { plainLine } from './escape-tex.ts';
import type { ExportContext, ExportFormat } from './format.ts';
import { fullAddress } from './reference.ts';

export const catenaIds: ExportFormat = {
  id: 'catena-ids',
  title: 'Ids for Markdown papers',
  purpose:
    'A list of every citable id, and a pandoc filter that turns [](catena:s6-e12) into a link, for papers in Markdown or Word.',
  follows: 'pandoc manual, section Lua filters',
  files: (context) => [
    { path: 'exports/catena-ids.txt', mediaType: 'text/plain', write: () => lines(context) },
    { path: 'exports/catena.lua', mediaType: 'text/x-lua', write: () => [luaFilter] },
  ],
};

function* lines(context: ExportContext): Generator<string> {
  const { key, release, title } = context.study.settings;
  yield record('study', key, release, fullAddress(context, ''), title, context.study.digest);
  for (const id of citableIds(context.study, context.excerptPages)) yield line(id);
}

function line(id: CitableId): string {
  switch (id.state) {
    case 'stands':
      return record(id.kind, id.id, id.path, id.label);
    case 'moved':
      return record('moved', id.kind, id.id, id.to);
    case 'gone':
      return record('gone', id.kind, id.id, id.reason);
  }
}

/** `plainLine` leaves no tab and no line end in a field. */
const record = (...fields: readonly string[]): string => `${fields.map(plainLine).join('\t')}\n`;

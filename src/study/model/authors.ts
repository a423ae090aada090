// In: the authors of a settings file. Out: persons and organisations; nothing is guessed from a name.

import { field, isRecord, list, onlyKeys, refuse, text, type Path, type Reader } from './fields.ts';
import type { Author } from './study.ts';

/** A plain text is an organisation or a name as it is to be printed: it is never split into given and family name. */
export function readAuthors(reader: Reader, path: Path, value: unknown): readonly Author[] {
  return list(reader, path, typeof value === 'string' ? [value] : value).flatMap((item, i) =>
    readAuthor(reader, [...path, i], item),
  );
}

function readAuthor(reader: Reader, path: Path, item: unknown): readonly Author[] {
  if (typeof item === 'string' && item.trim() !== '') return [{ name: item.trim() }];
  if (!isRecord(item)) {
    refuse(reader, path, item, 'a name, or family and given');
    return [];
  }
  onlyKeys(reader, path, item, ['name', 'family', 'given', 'orcid', 'affiliation']);
  const at = (key: string): string => text(reader, [...path, key], field(item, key));
  if (at('family') === '') {
    if (at('name') !== '') return [{ name: at('name') }];
    refuse(reader, path, item, 'a name, or family and given');
    return [];
  }
  return [
    {
      family: at('family'),
      ...(at('given') ? { given: at('given') } : {}),
      ...(at('orcid') ? { orcid: at('orcid') } : {}),
      ...(at('affiliation') ? { affiliation: at('affiliation') } : {}),
    },
  ];
}

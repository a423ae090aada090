// In: the texts of codebook.yaml, sources.yaml and claims.yaml. Out: what they say, unchecked against the study (check-settings.ts does that).

import { parseYaml } from '../parse/yaml-file.ts';
import { readAuthors } from './authors.ts';
import { entriesOf, field, list, onlyKeys, refuse, text, texts, type Path, type Reader } from './fields.ts';
import type { Bibliography, Claim, CodebookEntry, CodeGroup } from './study.ts';

export interface Codebook {
  readonly entries: ReadonlyMap<string, CodebookEntry>;
  readonly groups: readonly CodeGroup[];
}

export function readCodebook(source: string): { codebook: Codebook; reader: Reader } {
  const reader: Reader = { file: parseYaml(source), notices: [] };
  const data = reader.file.data;
  onlyKeys(reader, [], data, ['codes', 'groups']);
  const entries = new Map(
    entriesOf(field(data, 'codes')).map(([id, value]) => [id, readEntry(reader, ['codes', id], value)] as const),
  );
  const groups = entriesOf(field(data, 'groups')).map(([id, value]) => ({
    id,
    label: text(reader, ['groups', id, 'label'], field(value, 'label'), id),
    definition: text(reader, ['groups', id, 'definition'], field(value, 'definition')),
  }));
  return { codebook: { entries, groups }, reader };
}

function readEntry(reader: Reader, path: Path, value: unknown): CodebookEntry {
  const own = typeof value === 'string' ? { definition: value } : value;
  onlyKeys(reader, path, own, ['label', 'definition', 'use', 'notUse', 'example', 'parents', 'aliases', 'memo']);
  const at = (key: string): string => text(reader, [...path, key], field(own, key));
  return {
    ...(at('label') ? { label: at('label') } : {}),
    ...(at('definition') ? { definition: at('definition') } : {}),
    ...(at('use') ? { use: at('use') } : {}),
    ...(at('notUse') ? { notUse: at('notUse') } : {}),
    ...(at('example') ? { example: at('example') } : {}),
    parents: texts(reader, [...path, 'parents'], field(own, 'parents')),
    aliases: texts(reader, [...path, 'aliases'], field(own, 'aliases')),
    ...(at('memo') ? { memo: at('memo') } : {}),
  };
}

const dated = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

export function readBibliographies(source: string): {
  bibliographies: ReadonlyMap<string, Bibliography>;
  reader: Reader;
} {
  const reader: Reader = { file: parseYaml(source), notices: [] };
  const pairs = entriesOf(reader.file.data).map(
    ([id, value]) => [id.toLowerCase(), readBibliography(reader, [id], value)] as const,
  );
  return { bibliographies: new Map(pairs), reader };
}

function readBibliography(reader: Reader, path: Path, value: unknown): Bibliography {
  onlyKeys(reader, path, value, [
    'authors',
    'date',
    'site',
    'language',
    'doi',
    'accessed',
    'archived',
    'rights',
    'note',
  ]);
  const at = (key: string): string => text(reader, [...path, key], field(value, key));
  const date = (key: string): string => {
    if (at(key) === '' || dated.test(at(key))) return at(key);
    refuse(reader, [...path, key], at(key), 'a date such as 2021, 2021-02 or 2021-02-04');
    return '';
  };
  const authors = readAuthors(reader, [...path, 'authors'], field(value, 'authors'));
  return {
    ...(authors.length > 0 ? { authors } : {}),
    ...(date('date') ? { date: date('date') } : {}),
    ...(at('site') ? { site: at('site') } : {}),
    ...(at('language') ? { language: at('language') } : {}),
    ...(at('doi') ? { doi: at('doi') } : {}),
    ...(date('accessed') ? { accessed: date('accessed') } : {}),
    ...(date('archived') ? { archived: date('archived') } : {}),
    ...(at('rights') ? { rights: at('rights') } : {}),
    ...(at('note') ? { note: at('note') } : {}),
  };
}

export function readClaims(source: string): { claims: readonly Claim[]; reader: Reader } {
  const reader: Reader = { file: parseYaml(source), notices: [] };
  const data = reader.file.data;
  const base: Path = field(data, 'claims') === undefined ? [] : ['claims'];
  const claims = list(reader, base, base.length === 0 ? data : field(data, 'claims')).map((item, i): Claim => {
    const path: Path = [...base, i];
    onlyKeys(reader, path, item, ['id', 'statement', 'section', 'evidence']);
    return {
      id: text(reader, [...path, 'id'], field(item, 'id'), `c${i + 1}`),
      statement: text(reader, [...path, 'statement'], field(item, 'statement')),
      section: text(reader, [...path, 'section'], field(item, 'section')),
      evidence: texts(reader, [...path, 'evidence'], field(item, 'evidence')),
      line: reader.file.lineOf(path),
    };
  });
  return { claims, reader };
}

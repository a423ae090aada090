// In: the texts of codebook.yaml, sources.yaml and claims.yaml. Out: what they say, unchecked against the study (check-settings.ts does that).

import { parseYaml } from '../parse/yaml-file.ts';
import { readAuthors } from './authors.ts';
import { isCalendarDate } from './calendar-date.ts';
import { plainDoi } from './doi.ts';
import {
  field,
  isRecord,
  list,
  onlyKeys,
  pairs,
  refuse,
  refuseKey,
  text,
  texts,
  type Path,
  type Reader,
} from './fields.ts';
import type { Bibliography, Claim, CodebookEntry, CodeGroup } from './study.ts';

export interface Codebook {
  readonly entries: ReadonlyMap<string, CodebookEntry>;
  readonly groups: readonly CodeGroup[];
}

/** Each code becomes a page; codebooks have some hundreds. */
const mostCodes = 5000;

export function readCodebook(source: string): { codebook: Codebook; reader: Reader } {
  const reader: Reader = { file: parseYaml(source), notices: [] };
  const data = reader.file.data;
  onlyKeys(reader, [], data, ['codes', 'groups']);
  const codes = pairs(reader, ['codes'], field(data, 'codes'));
  const beyond = codes[mostCodes];
  if (beyond) refuseKey(reader, ['codes', beyond[0]], `at most ${mostCodes} codes; the others are passed over`);
  const entries = new Map(
    codes.slice(0, mostCodes).map(([id, value]) => [id, readEntry(reader, ['codes', id], value)] as const),
  );
  const groups = pairs(reader, ['groups'], field(data, 'groups')).map(([id, value]) => readGroup(reader, id, value));
  return { codebook: { entries, groups }, reader };
}

function readGroup(reader: Reader, id: string, value: unknown): CodeGroup {
  const path: Path = ['groups', id];
  onlyKeys(reader, path, value, ['label', 'definition']);
  const at = (key: string, fallback = ''): string => text(reader, [...path, key], field(value, key), fallback);
  return { id, label: at('label', id), definition: at('definition') };
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

/** By the source's id; `keys` has the id as it is written. */
export interface Bibliographies {
  readonly bySource: ReadonlyMap<string, Bibliography>;
  readonly keys: ReadonlyMap<string, string>;
}

export function readBibliographies(source: string): { bibliographies: Bibliographies; reader: Reader } {
  const reader: Reader = { file: parseYaml(source), notices: [] };
  const bySource = new Map<string, Bibliography>();
  const keys = new Map<string, string>();
  for (const [key, value] of pairs(reader, [], reader.file.data)) {
    const id = key.toLowerCase();
    const first = keys.get(id);
    if (first !== undefined) refuseKey(reader, [key], `one entry for ${id}, and “${first}” stands above`);
    else keys.set(id, key);
    bySource.set(id, { ...bySource.get(id), ...readBibliography(reader, [key], value) });
  }
  return { bibliographies: { bySource, keys }, reader };
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
    if (at(key) === '' || isCalendarDate(at(key))) return at(key);
    refuse(reader, [...path, key], at(key), 'a date such as 2021, 2021-02 or 2021-02-04');
    return '';
  };
  const authors = readAuthors(reader, [...path, 'authors'], field(value, 'authors'));
  const doi = plainDoi(at('doi'));
  if (doi === '' && at('doi') !== '') refuse(reader, [...path, 'doi'], at('doi'), 'a DOI such as 10.5281/zenodo.1');
  return {
    ...(authors.length > 0 ? { authors } : {}),
    ...(date('date') ? { date: date('date') } : {}),
    ...(at('site') ? { site: at('site') } : {}),
    ...(at('language') ? { language: at('language') } : {}),
    ...(doi ? { doi } : {}),
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
  if (isRecord(data)) onlyKeys(reader, [], data, ['claims']);
  const items = list(reader, base, isRecord(data) ? field(data, 'claims') : data);
  const ids = claimIds(reader, base, items);
  const claims = items.map((item, i): Claim => {
    const path: Path = [...base, i];
    onlyKeys(reader, path, item, ['id', 'statement', 'section', 'evidence']);
    return {
      id: ids[i] ?? '',
      statement: readStatement(reader, path, item),
      section: text(reader, [...path, 'section'], field(item, 'section')),
      evidence: texts(reader, [...path, 'evidence'], field(item, 'evidence')),
      line: reader.file.lineOf(path),
    };
  });
  return { claims, reader };
}

/** A claim's address is made from its id, so that each has its own: the one that is written, else one from its place. */
function claimIds(reader: Reader, base: Path, items: readonly unknown[]): readonly string[] {
  const written = items.map((item, i) => text(reader, [...base, i, 'id'], field(item, 'id')));
  const [taken, seen] = [new Set(written), new Set([''])];
  return written.map((id, i) => {
    if (!seen.has(id)) seen.add(id);
    else {
      if (id !== '') refuse(reader, [...base, i, 'id'], id, 'an id that no claim above has');
      let own = `c${i + 1}`;
      while (taken.has(own)) own += '-2';
      return own;
    }
    return id;
  });
}

function readStatement(reader: Reader, path: Path, item: unknown): string {
  const here: Path = [...path, 'statement'];
  const statement = field(item, 'statement') ?? '';
  if (isRecord(item) && statement === '') refuse(reader, here, statement, 'a statement');
  return text(reader, here, statement);
}

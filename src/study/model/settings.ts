// In: the text of study.yaml. Out: the settings of the study; what is not said has a default that depends on nothing outside the file.

import { parseYaml } from '../parse/yaml-file.ts';
import { readAuthors } from './authors.ts';
import {
  entriesOf,
  field,
  isRecord,
  list,
  oneOf,
  onlyKeys,
  refuse,
  text,
  texts,
  type Path,
  type Reader,
} from './fields.ts';
import type { Settings } from './study.ts';

export const defaults: Settings = {
  key: 'study',
  title: 'Untitled study',
  subtitle: '',
  description: '',
  authors: [],
  language: '',
  interface: 'en',
  licence: '',
  release: '',
  released: '',
  wording: 'verbatim',
  interviews: null,
  show: 'all',
  maxWords: null,
  withhold: [],
  acknowledge: [],
  renamed: { sources: {}, codes: {} },
  outOfScope: [],
  order: 'id',
  flow: null,
  contact: '',
  doi: '',
  site: '',
  draft: false,
  previous: '',
};

export function readSettings(source: string): { settings: Settings; reader: Reader } {
  const reader: Reader = { file: parseYaml(source), notices: [] };
  const data = reader.file.data;
  if (data !== null && !isRecord(data)) refuse(reader, [], data, 'keys and values');
  onlyKeys(reader, [], data, [...Object.keys(defaults), 'license']);
  const at = (key: string): string => text(reader, [key], field(data, key));
  const settings: Settings = {
    key: readKey(reader, data),
    title: at('title') || defaults.title,
    subtitle: at('subtitle'),
    description: at('description'),
    authors: readAuthors(reader, ['authors'], field(data, 'authors')),
    language: readPattern(
      reader,
      'language',
      field(data, 'language'),
      /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/,
      'a language tag such as en',
    ),
    interface: oneOf(reader, ['interface'], field(data, 'interface'), ['en', 'de'], 'en'),
    licence: at('licence') || at('license'),
    release: at('release'),
    released: readPattern(
      reader,
      'released',
      field(data, 'released'),
      /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/,
      'a date such as 2026-11-20',
    ),
    wording: oneOf(reader, ['wording'], field(data, 'wording'), ['verbatim', 'paraphrased'], 'verbatim'),
    interviews:
      field(data, 'interviews') == null
        ? null
        : oneOf(reader, ['interviews'], field(data, 'interviews'), ['reviewed', 'withheld'], 'withheld'),
    // A value that cannot be read must never show more than was meant.
    show:
      field(data, 'show') == null
        ? 'all'
        : oneOf(reader, ['show'], field(data, 'show'), ['all', 'coded', 'none'], 'none'),
    maxWords: readCount(reader, 'maxWords', field(data, 'maxWords')),
    withhold: readKinds(reader, ['withhold'], field(data, 'withhold'), ['source', 'excerpt', 'code']),
    acknowledge: readAcknowledged(reader, field(data, 'acknowledge')),
    renamed: { sources: readRenamed(reader, data, 'sources'), codes: readRenamed(reader, data, 'codes') },
    outOfScope: readKinds(reader, ['outOfScope'], field(data, 'outOfScope'), ['code', 'openCode', 'element']),
    order: readOrder(reader, field(data, 'order')),
    flow: isRecord(field(data, 'flow')) ? Object.fromEntries(entriesOf(field(data, 'flow'))) : null,
    contact: at('contact'),
    doi: readPattern(reader, 'doi', field(data, 'doi'), /^10\.\d{4,9}\/\S+$/, 'a DOI such as 10.5281/zenodo.1'),
    site: readPattern(reader, 'site', field(data, 'site'), /^https?:\/\/[^\s]+$/, 'the address of the site'),
    draft: field(data, 'draft') === true,
    previous: at('previous'),
  };
  return { settings: data === null && mayRestrict.test(source) ? { ...settings, ...nothingShown } : settings, reader };
}

/** Where the file cannot be read and seems to withhold something, nothing is shown until it can: never more than was meant. */
const mayRestrict =
  /^[ \t]*(?:withhold[ \t]*:(?![ \t]*\[[ \t]*\][ \t]*$)|show[ \t]*:(?![ \t]*all\b)|maxWords[ \t]*:(?![ \t]*(?:null|~)?[ \t]*$)|interviews[ \t]*:(?![ \t]*reviewed\b))/m;
const nothingShown = { show: 'none', interviews: 'withheld' } as const;

function readKey(reader: Reader, data: unknown): string {
  return (
    readPattern(
      reader,
      'key',
      field(data, 'key'),
      /^[a-z][a-z0-9-]{0,31}$/,
      'lower-case letters, digits and hyphens',
    ) || defaults.key
  );
}

function readPattern(reader: Reader, key: string, value: unknown, pattern: RegExp, expected: string): string {
  const read = text(reader, [key], value);
  if (read === '' || pattern.test(read)) return read;
  refuse(reader, [key], value, expected);
  return '';
}

function readCount(reader: Reader, key: string, value: unknown): number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  refuse(reader, [key], value, 'a whole number');
  // As above: what cannot be read shows nothing.
  return 0;
}

function readKinds<K extends string>(
  reader: Reader,
  path: Path,
  value: unknown,
  kinds: readonly K[],
): readonly { kind: K; id: string; reason: string }[] {
  return list(reader, path, value).flatMap((item, i) => {
    onlyKeys(reader, [...path, i], item, [...kinds, 'reason']);
    const kind = kinds.find((name) => field(item, name) !== undefined);
    if (kind === undefined) {
      refuse(reader, [...path, i], item, `one of ${kinds.join(', ')}`);
      return [];
    }
    const id = text(reader, [...path, i, kind], field(item, kind));
    return [{ kind, id, reason: text(reader, [...path, i, 'reason'], field(item, 'reason')) }];
  });
}

function readAcknowledged(reader: Reader, value: unknown): Settings['acknowledge'] {
  return list(reader, ['acknowledge'], value).flatMap((item, i) => {
    const path: Path = ['acknowledge', i];
    onlyKeys(reader, path, item, ['problem', 'source', 'file', 'line', 'reason']);
    const problem = text(reader, [...path, 'problem'], field(item, 'problem'));
    const reason = text(reader, [...path, 'reason'], field(item, 'reason'));
    if (problem === '' || reason === '') {
      refuse(reader, path, item, 'a problem and a reason');
      return [];
    }
    const source = text(reader, [...path, 'source'], field(item, 'source'));
    const file = text(reader, [...path, 'file'], field(item, 'file'));
    const line = field(item, 'line');
    return [
      {
        problem,
        reason,
        ...(source ? { source } : {}),
        ...(file ? { file } : {}),
        ...(typeof line === 'number' ? { line } : {}),
      },
    ];
  });
}

function readRenamed(reader: Reader, data: unknown, what: 'sources' | 'codes'): Readonly<Record<string, string>> {
  const pairs = entriesOf(field(field(data, 'renamed'), what));
  return Object.fromEntries(pairs.map(([from, to]) => [from, text(reader, ['renamed', what, from], to)] as const));
}

function readOrder(reader: Reader, value: unknown): Settings['order'] {
  if (Array.isArray(value)) return texts(reader, ['order'], value);
  return oneOf(reader, ['order'], value, ['file', 'id', 'date'], 'id');
}

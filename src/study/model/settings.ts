// In: the text of study.yaml. Out: the settings of the study; what is not said has a default that depends on nothing outside the file.

import { parseYaml } from '../parse/yaml-file.ts';
import { readAuthors } from './authors.ts';
import { isCalendarDate } from './calendar-date.ts';
import { plainDoi } from './doi.ts';
import { count, field, flag, list, oneOf, onlyKeys, pairs, refuse, refuseKey, text, texts } from './fields.ts';
import type { Path, Reader } from './fields.ts';
import { readFlow } from './flow-setting.ts';
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
  onlyKeys(reader, [], data, [...Object.keys(defaults), 'license', 'coders']);
  const at = (key: string): string => text(reader, [key], field(data, key));
  const withhold = readKinds(reader, ['withhold'], field(data, 'withhold'), ['source', 'excerpt', 'code']);
  const language = readPattern(
    reader,
    'language',
    field(data, 'language'),
    /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/,
    'a language tag such as en',
  );
  const coders = count(reader, ['coders'], field(data, 'coders'));
  const settings: Settings = {
    key: readKey(reader, data),
    title: at('title') || defaults.title,
    subtitle: at('subtitle'),
    description: at('description'),
    authors: readAuthors(reader, ['authors'], field(data, 'authors')),
    language,
    // Unless it is chosen, the language of the study, where the site has words in it.
    interface: oneOf(
      reader,
      ['interface'],
      field(data, 'interface'),
      ['en', 'de'],
      /^de\b/i.test(language) ? 'de' : 'en',
    ),
    licence: at('licence') || at('license'),
    release: at('release'),
    released: readPattern(
      reader,
      'released',
      field(data, 'released'),
      { test: isCalendarDate },
      'a date such as 2026-11-20',
    ),
    wording: oneOf(reader, ['wording'], field(data, 'wording'), ['verbatim', 'paraphrased'], 'verbatim'),
    interviews:
      field(data, 'interviews') == null
        ? null
        : oneOf(reader, ['interviews'], field(data, 'interviews'), ['reviewed', 'withheld'], 'withheld'),
    show: readShow(reader, data, withhold.length),
    maxWords: readMost(reader, field(data, 'maxWords')),
    withhold,
    acknowledge: readAcknowledged(reader, field(data, 'acknowledge')),
    renamed: readRenamed(reader, field(data, 'renamed')),
    outOfScope: readKinds(reader, ['outOfScope'], field(data, 'outOfScope'), ['code', 'openCode', 'element']),
    order: readOrder(reader, field(data, 'order')),
    flow: readFlow(reader, ['flow'], field(data, 'flow')),
    ...(coders === null ? {} : { coders }),
    contact: at('contact'),
    doi: plainDoi(
      readPattern(
        reader,
        'doi',
        field(data, 'doi'),
        { test: (doi) => plainDoi(doi) !== '' },
        'a DOI such as 10.5281/zenodo.1',
      ),
    ),
    site: readPattern(reader, 'site', field(data, 'site'), /^https?:\/\/[^\s]+$/, 'the address of the site'),
    draft: flag(reader, ['draft'], field(data, 'draft') ?? false, true),
    previous: at('previous'),
  };
  const unread = data === null ? mayRestrict.test(source) : isMisread(field(data, 'withhold'), settings.withhold);
  return { settings: unread ? { ...settings, ...nothingShown } : settings, reader };
}

/** A rule without a kind or an id: what it was to withhold is not known. */
const isMisread = (value: unknown, withhold: Settings['withhold']): boolean =>
  value !== undefined &&
  value !== null &&
  (!Array.isArray(value) || value.length !== withhold.length || withhold.some(({ id }) => id === ''));

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

function readPattern(
  reader: Reader,
  key: string,
  value: unknown,
  pattern: Pick<RegExp, 'test'>,
  expected: string,
): string {
  const read = text(reader, [key], value);
  if (read === '' || pattern.test(read)) return read;
  refuse(reader, [key], value, expected);
  return '';
}

/** A value that cannot be read must never show more than was meant, nor must an entry of `withhold`. */
function readShow(reader: Reader, data: unknown, withheld: number): Settings['show'] {
  const rules = field(data, 'withhold') ?? [];
  const show = oneOf(reader, ['show'], field(data, 'show') ?? 'all', ['all', 'coded', 'none'], 'none');
  return Array.isArray(rules) && rules.length === withheld ? show : 'none';
}

function readMost(reader: Reader, value: unknown): number | null {
  const most = count(reader, ['maxWords'], value);
  return value === undefined || value === null ? null : (most ?? 0);
}

function readKinds<K extends string>(
  reader: Reader,
  path: Path,
  value: unknown,
  kinds: readonly K[],
): readonly { kind: K; id: string; reason: string }[] {
  return list(reader, path, value).flatMap((item, i) => {
    const kind = kinds.find((name) => field(item, name) !== undefined);
    const id = kind === undefined ? '' : text(reader, [...path, i, kind], field(item, kind));
    if (kind === undefined || id === '') {
      refuse(reader, [...path, i], item, `the id of one of ${kinds.join(', ')}`);
      return [];
    }
    onlyKeys(reader, [...path, i], item, [...kinds, 'reason']);
    // Ids of sources and excerpts are known in any case; those of codes are names.
    const own = kind === 'source' || kind === 'excerpt' ? id.toLowerCase() : id;
    return [{ kind, id: own, reason: text(reader, [...path, i, 'reason'], field(item, 'reason')) }];
  });
}

function readAcknowledged(reader: Reader, value: unknown): Settings['acknowledge'] {
  return list(reader, ['acknowledge'], value).flatMap((item, i) => {
    const path: Path = ['acknowledge', i];
    const problem = text(reader, [...path, 'problem'], field(item, 'problem'));
    const reason = text(reader, [...path, 'reason'], field(item, 'reason'));
    if (problem === '' || reason === '') {
      refuse(reader, path, item, 'a problem and a reason');
      return [];
    }
    onlyKeys(reader, path, item, ['problem', 'source', 'file', 'line', 'reason']);
    const source = text(reader, [...path, 'source'], field(item, 'source'));
    const file = text(reader, [...path, 'file'], field(item, 'file'));
    const line = count(reader, [...path, 'line'], field(item, 'line'));
    // Without the line that was meant it would fit too much.
    if (line === null && field(item, 'line') != null) return [];
    return [
      {
        problem,
        reason,
        ...(source ? { source } : {}),
        ...(file ? { file } : {}),
        ...(line === null ? {} : { line }),
      },
    ];
  });
}

function readRenamed(reader: Reader, value: unknown): Settings['renamed'] {
  onlyKeys(reader, ['renamed'], value, ['sources', 'codes']);
  const namesOf = (what: 'sources' | 'codes'): Readonly<Record<string, string>> => {
    const path: Path = ['renamed', what];
    const names = pairs(reader, path, field(value, what)).filter(
      ([from]) => what === 'codes' || isId(reader, path, from),
    );
    return Object.fromEntries(names.map(([from, to]) => [from, text(reader, [...path, from], to)] as const));
  };
  return { sources: namesOf('sources'), codes: namesOf('codes') };
}

function isId(reader: Reader, path: Path, id: string): boolean {
  if (/^[a-z0-9_-]+$/.test(id)) return true;
  refuseKey(reader, [...path, id], 'an id such as s6');
  return false;
}

function readOrder(reader: Reader, value: unknown): Settings['order'] {
  if (Array.isArray(value)) return texts(reader, ['order'], value);
  return oneOf(reader, ['order'], value, ['file', 'id', 'date'], 'id');
}

// In: the text of CITATION.cff. Out: its fields as plain data, those left out that Citation File Format 1.2.0 does not allow, with a
// notice for each; and the settings that study.yaml leaves to it.

import { parseYaml } from '../parse/yaml-file.ts';
import { isCalendarDate } from './calendar-date.ts';
import { field, isRecord, onlyKeys, refuse, type Path, type Reader } from './fields.ts';
import { defaults } from './settings.ts';
import type { Author, Citation, Settings } from './study.ts';

/** Field → what fits it (schema.json of CFF 1.2.0), and how that is said. */
const fields: Readonly<Record<string, readonly [fits: (value: unknown) => boolean, expected: string]>> = {
  'cff-version': [(value) => value === '1.2.0', '1.2.0'],
  message: [isText, 'a sentence'],
  title: [isText, 'a title'],
  authors: [(value) => isList(value, isAuthor), 'a list of family-names and given-names, or name'],
  type: [(value) => value === 'dataset' || value === 'software', 'dataset or software'],
  abstract: [isText, 'a text'],
  version: [(value) => isText(value) || typeof value === 'number', 'a version'],
  'date-released': [(value) => isText(value) && value.length === 10 && isCalendarDate(value), 'a date as 2026-11-20'],
  doi: [(value) => matches(value, doiForm), 'a DOI such as 10.5281/zenodo.1'],
  license: [
    (value) => matches(value, spdxForm) || isList(value, (one) => matches(one, spdxForm)),
    'an SPDX identifier',
  ],
  'license-url': [isAddress, 'an address'],
  url: [isAddress, 'an address'],
  repository: [isAddress, 'an address'],
  'repository-artifact': [isAddress, 'an address'],
  'repository-code': [isAddress, 'an address'],
  commit: [isText, 'a commit'],
  keywords: [(value) => isList(value, isText), 'a list of words'],
  contact: [(value) => isList(value, isAuthor), 'a list of persons or organisations'],
  identifiers: [(value) => isList(value, isRecord), 'a list of type and value'],
  references: [(value) => isList(value, isRecord), 'a list of references'],
  'preferred-citation': [isRecord, 'a reference'],
};
const required = ['cff-version', 'message', 'title', 'authors'];

export const doiForm = /^10\.\d{4,9}(?:\.\d+)?\/[A-Za-z0-9:/_;\-.()[\]\\]+$/;
const spdxForm = /^[A-Za-z0-9][A-Za-z0-9.+-]*$/;
const orcidForm = /^https:\/\/orcid\.org\/\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/;

const matches = (value: unknown, form: RegExp): boolean => typeof value === 'string' && form.test(value);
const isList = (value: unknown, fits: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(fits);

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

const plain = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

function isAddress(value: unknown): boolean {
  return matches(value, /^(?:https?|s?ftp):\/\/\S+$/);
}

function isAuthor(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const named = ['family-names', 'given-names', 'alias', 'name'].some((key) => isText(field(value, key)));
  return named && (field(value, 'orcid') === undefined || matches(field(value, 'orcid'), orcidForm));
}

/** `null` when there is no such file, or nothing of it can be used. */
export function readCitation(source: string): { readonly citation: Citation | null; readonly reader: Reader } {
  const reader: Reader = { file: parseYaml(source), notices: [] };
  const { data } = reader.file;
  if (data !== null && data !== undefined && !isRecord(data)) refuse(reader, [], data, 'keys and values');
  if (!isRecord(data)) return { citation: null, reader };
  onlyKeys(reader, [], data, Object.keys(fields));
  const citation = Object.entries(data).filter(([key, value]) => {
    const [fits, expected] = (Object.hasOwn(fields, key) ? fields[key] : undefined) ?? [];
    if (fits === undefined || expected === undefined) return false;
    if (!fits(value)) refuse(reader, [key], value, expected);
    return fits(value);
  });
  for (const key of required) if (!Object.hasOwn(data, key)) refuse(reader, [key], '', fields[key]?.[1] ?? '');
  // As study.json will give it back: what JSON cannot say is not in it.
  return { citation: JSON.parse(JSON.stringify(Object.fromEntries(citation))) as Citation, reader };
}

/** What the file says of the study in the words of study.yaml. */
export function citedSettings(citation: Citation): Partial<Settings> {
  const at = (key: string): string => plain(citation[key]);
  const { license, authors } = citation;
  const said = {
    title: at('title'),
    description: at('abstract').replace(/\s+/g, ' ').trim(),
    authors: Array.isArray(authors) ? authors.filter(isRecord).map(authorOf) : [],
    licence: Array.isArray(license) ? license.join(' OR ') : at('license'),
    release: at('version'),
    released: at('date-released'),
    doi: at('doi'),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value.length > 0));
}

/** A person's names as bibliographies want them; the address in front of an ORCID iD goes. */
export function authorOf(author: Readonly<Record<string, unknown>>): Author {
  const at = (key: string): string => plain(field(author, key)).trim();
  const family = [at('name-particle'), at('family-names'), at('name-suffix')].filter(Boolean).join(' ');
  const name = at('name') || [at('given-names'), at('alias')].filter(Boolean).join(' ');
  if (at('family-names') === '') return { name };
  return {
    family,
    ...(at('given-names') ? { given: at('given-names') } : {}),
    ...(at('orcid') ? { orcid: at('orcid').replace('https://orcid.org/', '') } : {}),
    ...(at('affiliation') ? { affiliation: at('affiliation') } : {}),
  };
}

/** What study.yaml does not say. */
export function withCited(settings: Settings, cited: Partial<Settings>): Settings {
  const isUnsaid = (name: string): boolean => {
    const key = name as keyof Settings; // a key of `cited`
    return settings[key] === defaults[key] || (Array.isArray(settings[key]) && settings[key].length === 0);
  };
  return { ...settings, ...Object.fromEntries(Object.entries(cited).filter(([key]) => isUnsaid(key))) };
}

export interface CitationDifference {
  readonly path: Path;
  readonly cited: string;
  readonly set: string;
}

/** Where both files say something and not the same: readers would cite two different things. */
export function citationDifferences(settings: Settings, cited: Partial<Settings>): readonly CitationDifference[] {
  const names = (authors: readonly Author[] = []): string =>
    authors.map((author) => ('name' in author ? author.name : author.family)).join('; ');
  const pairs: readonly (readonly [key: string, cited: string | undefined, set: string])[] = [
    ['title', cited.title, settings.title === defaults.title ? '' : settings.title],
    ['authors', names(cited.authors), names(settings.authors)],
    ['license', cited.licence, settings.licence],
    ['version', cited.release, settings.release],
    ['date-released', cited.released, settings.released],
    ['doi', cited.doi, settings.doi],
  ];
  return pairs.flatMap(([key, said = '', set]) =>
    said === '' || set === '' || said === set ? [] : [{ path: [key], cited: said, set }],
  );
}

// In: excerpts that a reader chose, in the reader's order. Out: files of exactly these: CSV, JSON, Markdown, and BibTeX notes.
// The only export that is written in the reader's browser: it asks for nothing but plain records (basket-records.ts makes them).

import { writeRows } from './csv.ts';
import { escapeMarkdown, markdownAddress } from './escape-markdown.ts';

/** What is known of an excerpt without its source. */
export interface BasketExcerpt {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly speaker?: string;
  readonly withheld?: string;
  /** The codes of its passage. */
  readonly codes: readonly { readonly id: string; readonly label: string }[];
  /** Below the site's root. */
  readonly path: string;
  readonly citation: string;
  readonly bibtex: string;
}

export interface BasketSource {
  readonly id: string;
  readonly title: string;
  /** Addresses of the original and of its archived copy, '' when not recorded. */
  readonly url: string;
  readonly archive: string;
}

/** Below the site's root: the file that an excerpt stands in, by its source and its number there: 1 to 99, 100 to 199 … */
export const basketShardPath = (source: string, number: number): string =>
  `basket/${source}-${String(Math.floor(number / 100))}.json`;

/** A file of the site: excerpts of one source, a hundred numbers at most. */
export interface BasketShard {
  readonly source: BasketSource;
  readonly excerpts: readonly BasketExcerpt[];
}

export interface Chosen extends BasketExcerpt {
  readonly source: BasketSource;
  /** Full address. */
  readonly address: string;
}

export interface BasketStudy {
  readonly title: string;
  readonly release: string;
  readonly digest: string;
  /** Which study and content this is, in words for a comment. */
  readonly edition: string;
}

export interface Basket {
  readonly study: BasketStudy;
  /** Full address that shows the same excerpts in the same order. */
  readonly address: string;
  readonly excerpts: readonly Chosen[];
}

export const basketKinds = ['csv', 'json', 'markdown', 'bibtex'] as const;
export type BasketKind = (typeof basketKinds)[number];

export interface BasketFile {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

export function basketFile(basket: Basket, kind: BasketKind): BasketFile {
  switch (kind) {
    case 'csv':
      return { name: 'basket.csv', mediaType: 'text/csv;charset=utf-8', text: [...asCsv(basket)].join('') };
    case 'json':
      return { name: 'basket.json', mediaType: 'application/json', text: asJson(basket) };
    case 'markdown':
      return { name: 'basket.md', mediaType: 'text/markdown;charset=utf-8', text: asMarkdown(basket) };
    case 'bibtex':
      return { name: 'basket.bib', mediaType: 'application/x-bibtex;charset=utf-8', text: asBibtex(basket) };
  }
}

const columns = [
  'id',
  'source',
  'source_title',
  'source_url',
  'archive_url',
  'kind',
  'speaker',
  'codes',
  'text',
  'withheld',
  'citation',
  'permalink',
] as const;

const asCsv = ({ excerpts }: Basket): Iterable<string> =>
  writeRows(
    columns,
    excerpts.map(({ id, source, kind, speaker, codes, text, withheld, citation, address }) => [
      id,
      source.id,
      source.title,
      source.url,
      source.archive,
      kind,
      speaker ?? null,
      codes.map((code) => code.id).join('; '),
      text,
      withheld ?? null,
      citation,
      address,
    ]),
  );

function asJson({ study: { title, release, digest }, address, excerpts }: Basket): string {
  const list = excerpts.map(({ path: _path, address: permalink, ...excerpt }) => ({ permalink, ...excerpt }));
  return `${JSON.stringify({ study: { title, release, digest }, address, excerpts: list }, null, 2)}\n`;
}

/** Every line of a quote is one of a block quote, so that nothing in it can begin a list or a heading of the paper. */
function asMarkdown({ study, address, excerpts }: Basket): string {
  const release = study.release === '' ? '' : `, release ${study.release}`;
  const head = `# Excerpts\n\nFrom ${escapeMarkdown(oneLine(study.title))}${escapeMarkdown(release)}: <${markdownAddress(address)}>\n`;
  return head + excerpts.map((excerpt) => `\n${quoted(excerpt)}\n${attribution(excerpt)}\n`).join('');
}

function quoted({ text, withheld }: Chosen): string {
  const lines = withheld === undefined ? text.split('\n') : [`[withheld: ${withheld}]`];
  return lines.map((line) => `> ${escapeLineStart(escapeMarkdown(oneLine(line)))}`).join('\n>\n');
}

function attribution({ id, address, source, speaker, codes }: Chosen): string {
  const parts = [
    ...(speaker === undefined ? [] : [speaker]),
    source.title,
    ...(codes.length === 0 ? [] : [codes.map(({ label }) => label).join(', ')]),
  ].map((part) => escapeMarkdown(oneLine(part)));
  return `>\n> [${id}](${markdownAddress(address)}) · ${parts.join(' · ')}`;
}

const escapeLineStart = (line: string): string =>
  line.replace(/^(\s*\d{1,9})([.)])/, '$1\\$2').replace(/^(\s*)([-+=:])/, '$1\\$2');

const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

const asBibtex = ({ study, excerpts }: Basket): string =>
  [`% Chosen excerpts. ${study.edition}\n`, ...excerpts.map(({ bibtex }) => bibtex)].join('\n');

// In: a note's header and metadata. Out: the values that the page shows, and where the two disagree.

import type { HeaderKey, NoteContent, Notice } from '../parse/note.ts';
import { headerKeys } from '../parse/note.ts';
import type { Span } from '../problems/place.ts';
import { repair } from '../read/repair.ts';
import type { Disagreement, Source } from './study.ts';

export type SourceRecord = Pick<
  Source,
  | 'header'
  | 'metadata'
  | 'disagreements'
  | 'title'
  | 'url'
  | 'archiveUrl'
  | 'tinyUrl'
  | 'sourceType'
  | 'authorType'
  | 'example'
  | 'sourceCode'
>;

/** Header key → metadata key. `references` has none. */
const counterparts: readonly (readonly [HeaderKey, string])[] = [
  ['title', 'title'],
  ['url', 'url'],
  ['archive url', 'archive url'],
  ['tiny url', 'tiny url'],
  ['author type', 'author type'],
  ['source type', 'type'],
  ['example', 'example'],
  ['source code', 'source code'],
];

export const isUrl = (value: string): boolean => /^https?:\/\/[^\s/?#]+\.?[^\s]*$/i.test(value) && URL.canParse(value);
const isAddress = (key: HeaderKey): boolean => key === 'url' || key.endsWith(' url');
const isFlag = (key: HeaderKey): boolean => key === 'example' || key === 'source code';

export function readRecord(note: NoteContent): { record: SourceRecord; notices: readonly Notice[] } {
  const header = Object.fromEntries(headerKeys.map((key) => [key, note.header.fields.get(key)?.text.trim() ?? '']));
  const metadata = note.metadata ? shownValues(note.metadata.values) : null;
  const notices: Notice[] = [];
  const disagreements: Disagreement[] = [];
  const shown = new Map<HeaderKey, string>();
  for (const [key, other] of counterparts) {
    const inHeader = header[key] ?? '';
    const value = metadata && Object.hasOwn(metadata, other) ? metadata[other] : undefined;
    const inMetadata = value === undefined ? '' : String(value).trim();
    const takeMetadata = inMetadata !== '' && isValid(key, inMetadata);
    shown.set(key, takeMetadata || inHeader === '' ? inMetadata : inHeader);
    if (value === undefined || sameValue(key, inHeader, inMetadata) || inHeader === '') continue;
    const which = takeMetadata ? 'metadata' : 'header';
    disagreements.push({ field: key, header: inHeader, metadata: inMetadata, shown: which });
    notices.push(mismatch(note, key, other, inHeader, inMetadata, which));
  }
  const at = (key: HeaderKey): string => shown.get(key) ?? '';
  const record: SourceRecord = {
    // Every key of the header was put in above.
    header: header as Record<HeaderKey, string>,
    metadata,
    disagreements,
    title: at('title'),
    url: at('url'),
    archiveUrl: at('archive url'),
    tinyUrl: at('tiny url'),
    sourceType: at('source type'),
    authorType: at('author type'),
    example: flag(at('example')),
    sourceCode: flag(at('source code')),
  };
  return { record, notices };
}

const shownValues = (
  values: Readonly<Record<string, string | boolean | number>>,
): Readonly<Record<string, string | boolean | number>> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? repair(value).text : value]),
  );

function isValid(key: HeaderKey, value: string): boolean {
  if (isAddress(key)) return isUrl(value);
  return !isFlag(key) || flag(value) !== null;
}

export function flag(value: string): boolean | null {
  const word = value.trim().toLowerCase();
  if (word === 'yes' || word === 'true') return true;
  return word === 'no' || word === 'false' ? false : null;
}

const fold = (value: string): string => value.normalize('NFC').replace(/\s+/g, ' ').trim();

function sameValue(key: HeaderKey, header: string, metadata: string): boolean {
  if (isFlag(key) && flag(header) !== null && flag(header) === flag(metadata)) return true;
  return fold(header) === fold(metadata);
}

function mismatch(
  note: NoteContent,
  key: HeaderKey,
  other: string,
  header: string,
  metadata: string,
  shown: string,
): Notice {
  const span: Span = note.header.fields.get(key)?.span ?? note.header.span;
  const second = note.metadata?.spans[other] ?? note.metadata?.span;
  return {
    code: 'metadata-mismatch',
    span,
    args: { field: key, header: header.slice(0, 300), metadata: metadata.slice(0, 300), shown },
    ...(second === undefined ? {} : { other: { ...second, words: 'the metadata' } }),
  };
}

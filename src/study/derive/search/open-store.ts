// In: the manifest and shards as fetched. Out: the store that search reads. A store is never changed: a shard gives a new one.

import type { CodeId, ExcerptId, SourceId } from '../../model/ids.ts';
import type { ExcerptKind } from '../../model/study.ts';
import { fold } from './folding.ts';
import type { SearchRecord } from './record.ts';
import { members, valueByPlace } from './runs.ts';
import { storeFormat, type StoreManifest, type StoreShard } from './store.ts';
import { buildSegment, type Segment } from './word-index.ts';
import { noWords, withWordFile, type WordFile, type WordTable } from './word-table.ts';

export interface Store {
  readonly manifest: StoreManifest;
  /** In study order. Where the shard is not there yet, `text` is empty and `openCodes` missing. */
  readonly records: readonly SearchRecord[];
  readonly ordinals: ReadonlyMap<string, number>;
  /** By shard; `null` where it is not loaded. */
  readonly segments: readonly (Segment | null)[];
  /** What is loaded of the words. */
  readonly table: WordTable;
}

/** Every record without its text: enough for any query of filters alone. `null` when the JSON is no manifest of this format. */
export function openStore(json: string): Store | null {
  const manifest = parsed(json);
  if (!isManifest(manifest)) return null;
  const records = recordsOf(manifest);
  return {
    manifest,
    records,
    ordinals: new Map(records.map((record, ordinal) => [record.id, ordinal] as const)),
    segments: manifest.shards.map(() => null),
    table: noWords,
  };
}

/** With the texts of one more shard; `null` when it is of another study or format (a stale cache: load the manifest again). */
export function withShard(store: Store, json: string): Store | null {
  const shard = parsed(json);
  if (!isShard(shard) || shard.study !== store.manifest.study) return null;
  const at = store.manifest.shards.findIndex((entry) => entry.first === shard.first);
  if (store.manifest.shards[at]?.count !== shard.texts.length) return null;
  const open = openByOrdinal(store.manifest, shard);
  const records = store.records.slice();
  shard.texts.forEach((text, index) => {
    const ordinal = shard.first + index;
    const record = records[ordinal];
    if (record !== undefined) records[ordinal] = { ...record, text, openCodes: open.get(ordinal) ?? [] };
  });
  const segment = buildSegment(shard.first, shard.texts.map(fold));
  return { ...store, records, segments: store.segments.map((old, index) => (index === at ? segment : old)) };
}

/** With the words of one more file; `null` as for a shard. */
export function withWords(store: Store, json: string): Store | null {
  const file = parsed(json);
  const { words, study } = store.manifest;
  const table = isWordFile(file) ? withWordFile(store.table, words, study, file) : null;
  return table === null ? null : { ...store, table };
}

/** A store over records that are at hand already (tests, the terminal): one segment, all loaded. */
export function storeOf(records: readonly SearchRecord[], study = ''): Store {
  const manifest: StoreManifest = {
    format: storeFormat,
    study,
    release: '',
    codes: [],
    types: [],
    authors: [],
    sources: [],
    kinds: {},
    speakers: {},
    passages: [],
    shards: [{ file: '', first: 0, count: records.length, bytes: 0 }],
    words: [],
  };
  const ordinals = new Map(records.map((record, ordinal) => [record.id, ordinal] as const));
  return {
    manifest,
    records,
    ordinals,
    segments: [
      buildSegment(
        0,
        records.map((record) => fold(record.text)),
      ),
    ],
    table: noWords,
  };
}

export const isComplete = (store: Store): boolean => store.segments.every((segment) => segment !== null);

/** The shard that holds an excerpt, by its place in `manifest.shards`. */
export const shardOf = (store: Store, ordinal: number): number =>
  store.manifest.shards.findIndex((entry) => ordinal >= entry.first && ordinal < entry.first + entry.count);

function recordsOf(manifest: StoreManifest): readonly SearchRecord[] {
  const kinds = valueByPlace(manifest.kinds);
  const speakers = valueByPlace(manifest.speakers);
  const coverage = coverageOf(manifest);
  let ordinal = 0;
  return manifest.sources.flatMap(([id, title, type, author, numbers]) =>
    members(numbers).map((number, index): SearchRecord => {
      const covered = coverage.get(ordinal);
      const speaker = speakers.get(ordinal);
      // Checked nowhere: the manifest is written by store.ts from a study, where these are ids and kinds.
      const kind = (kinds.get(ordinal) ?? 'quote') as ExcerptKind;
      ordinal += 1;
      return {
        id: `${id}-e${number}` as ExcerptId,
        source: id as SourceId,
        number,
        position: index + 1,
        kind,
        text: '',
        ...(speaker === undefined ? {} : { speaker }),
        codes: covered?.codes ?? [],
        codeKinds: covered?.codeKinds ?? [],
        coded: covered !== undefined,
        sourceType: manifest.types[type] ?? '',
        authorType: manifest.authors[author] ?? '',
        sourceTitle: title,
      };
    }),
  );
}

interface Coverage {
  readonly codes: readonly CodeId[];
  readonly codeKinds: readonly string[];
}

function coverageOf(manifest: StoreManifest): ReadonlyMap<number, Coverage> {
  const coverage = new Map<number, Coverage>();
  for (const [covers, indices] of manifest.passages) {
    const codes = indices.map((index) => manifest.codes[index]).filter((code) => code !== undefined);
    const passage: Coverage = {
      // The manifest's ids are the study's (see above).
      codes: codes.map(([id]) => id as CodeId),
      codeKinds: [...new Set(codes.flatMap(([, , kind]) => (kind === null ? [] : [kind])))],
    };
    for (const ordinal of members(covers)) coverage.set(ordinal, passage);
  }
  return coverage;
}

function openByOrdinal(manifest: StoreManifest, shard: StoreShard): ReadonlyMap<number, readonly string[]> {
  const open = new Map<number, readonly string[]>();
  for (const [passage, texts] of shard.open) {
    for (const ordinal of members(manifest.passages[passage]?.[0] ?? [])) open.set(ordinal, texts);
  }
  return open;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

// A cut-off download or an error page in JSON's place is told from a store; what the toolkit wrote itself is not re-checked.
const isManifest = (value: unknown): value is StoreManifest =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === storeFormat && 'shards' in value;
const isWordFile = (value: unknown): value is WordFile =>
  typeof value === 'object' && value !== null && 'from' in value && 'words' in value && Array.isArray(value.words);
const isShard = (value: unknown): value is StoreShard =>
  typeof value === 'object' && value !== null && 'study' in value && 'texts' in value && Array.isArray(value.texts);

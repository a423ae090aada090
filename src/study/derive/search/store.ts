// In: a study. Out: what search loads in the reader's browser: a manifest (everything but text: ids, sources, codes, which
// passage covers what) and text shards, as JSON strings; same study, same strings. open-store.ts reads them back.
// An excerpt's ordinal is its place in study order, from 0.

import type * as Model from '../../model/study.ts';
import { byCodePoint } from './folding.ts';
import { runsBy, runsOf, type Runs } from './runs.ts';
import { wordFiles, type WordFileEntry } from './word-table.ts';

export const storeFormat = 2;

/** What of a study the store holds; a `Study` is one. */
export interface StoredStudy {
  readonly digest: string;
  readonly settings: Pick<Model.Settings, 'release'>;
  readonly codes: readonly Pick<Model.Code, 'id' | 'label' | 'kind' | 'aliases'>[];
  readonly sources: readonly Source[];
}
type Excerpt = Pick<Model.Excerpt, 'id' | 'number' | 'kind' | 'text' | 'speaker' | 'withheld'>;
type Passage = Pick<Model.Passage, 'excerpts' | 'codes'> & {
  readonly openCodes: readonly Pick<Model.OpenCode, 'text' | 'withheld'>[];
};
type Source = Pick<Model.Source, 'id' | 'title' | 'sourceType' | 'authorType'> & {
  readonly excerpts: readonly Excerpt[];
  readonly passages: readonly Passage[];
};

export interface StoreManifest {
  readonly format: typeof storeFormat;
  /** The study's digest: shards of another one are refused. */
  readonly study: string;
  readonly release: string;
  readonly codes: readonly (readonly [id: string, label: string, kind: string | null, aliases: readonly string[]])[];
  /** Types and authors' types that the study has; sources name them by index. */
  readonly types: readonly string[];
  readonly authors: readonly string[];
  /** `numbers`: runs of the excerpts' numbers, in study order. */
  readonly sources: readonly (readonly [id: string, title: string, type: number, author: number, numbers: Runs])[];
  /** Runs of ordinals. Excerpts that no kind names are quotes; those that no speaker names have none. */
  readonly kinds: Readonly<Record<string, Runs>>;
  readonly speakers: Readonly<Record<string, Runs>>;
  /** Which ordinals a passage covers, and its codes by index. */
  readonly passages: readonly (readonly [covers: Runs, codes: readonly number[]])[];
  readonly shards: readonly ShardEntry[];
  /** In the order of their words; none where the texts are one shard. */
  readonly words: readonly WordFileEntry[];
}

/** `bytes` in UTF-8, before compression. */
export interface ShardEntry {
  readonly file: string;
  readonly first: number;
  readonly count: number;
  readonly bytes: number;
}

export interface StoreShard {
  readonly study: string;
  readonly first: number;
  readonly texts: readonly string[];
  /** Open codes of passages, by their place in the manifest. */
  readonly open: readonly (readonly [passage: number, texts: readonly string[]])[];
}

export interface StoreFile {
  readonly file: string;
  readonly json: string;
}

export interface BuiltStore {
  readonly manifest: StoreFile;
  readonly shards: readonly StoreFile[];
  readonly words: readonly StoreFile[];
}

/** `shardBytes`: the size above which a shard takes no further source (a longer source is cut). */
export function buildStore(study: StoredStudy, shardBytes = fittingBytes(study)): BuiltStore {
  const excerpts = study.sources.flatMap((source) => source.excerpts);
  const ordinals = new Map(excerpts.map((excerpt, ordinal) => [excerpt.id, ordinal] as const));
  const passages = study.sources.flatMap((source) => source.passages);
  const covers = passages.map((passage) => known(passage.excerpts.map((id) => ordinals.get(id))));
  const texts = excerpts.map((excerpt) => (excerpt.withheld === undefined ? excerpt.text : ''));
  const open = openCodesOf(passages, covers);
  const files = shardsOf(study, texts, shardCuts(study.sources, texts, open, shardBytes), open);
  const shards = files.map(({ file, json, first, count }): ShardEntry => ({
    file,
    first,
    count,
    bytes: utf8Length(json),
  }));
  const words = files.length === 1 ? [] : wordFiles(study.digest, textsOf(files, texts), wordFileBytes);
  const entries = words.map(({ file, from, bytes }) => ({ file, from, bytes }));
  const manifest = manifestOf(study, excerpts, passages, covers, { shards, words: entries });
  return {
    manifest: { file: 'store.json', json: JSON.stringify(manifest) },
    shards: files.map(({ file, json }) => ({ file, json })),
    words: words.map(({ file, json }) => ({ file, json })),
  };
}

/** About forty shards: small ones, since a rare word needs a few of them, and yet few enough to ask for all of them. */
function fittingBytes({ sources }: StoredStudy): number {
  const bytes = sources.reduce((sum, { excerpts }) => excerpts.reduce((all, { text }) => all + text.length, sum), 0);
  return Math.min(90_000, Math.max(16_000, bytes / 40));
}

/** About 14 kB when compressed. */
const wordFileBytes = 40_000;

const textsOf = (files: readonly ShardFile[], texts: readonly string[]): readonly (readonly string[])[] =>
  files.map(({ first, count }) => texts.slice(first, first + count));

function manifestOf(
  study: StoredStudy,
  excerpts: readonly Excerpt[],
  passages: readonly Passage[],
  covers: readonly (readonly number[])[],
  files: Pick<StoreManifest, 'shards' | 'words'>,
): StoreManifest {
  const codeIndex = new Map(study.codes.map((code, index) => [code.id, index] as const));
  const types = distinct(study.sources.map((source) => source.sourceType));
  const authors = distinct(study.sources.map((source) => source.authorType));
  const typeIndex = new Map(types.map((type, index) => [type, index] as const));
  const authorIndex = new Map(authors.map((author, index) => [author, index] as const));
  return {
    format: storeFormat,
    study: study.digest,
    release: study.settings.release,
    codes: study.codes.map((code) => [code.id, code.label, code.kind, code.aliases]),
    types,
    authors,
    sources: study.sources.map((source) => [
      source.id,
      source.title,
      typeIndex.get(source.sourceType) ?? 0,
      authorIndex.get(source.authorType) ?? 0,
      runsOf(source.excerpts.map((excerpt) => excerpt.number)),
    ]),
    kinds: runsBy(excerpts, (excerpt) => (excerpt.kind === 'quote' ? undefined : excerpt.kind)),
    speakers: runsBy(excerpts, (excerpt) => excerpt.speaker),
    passages: passages.map((passage, index) => [
      runsOf(covers[index] ?? []),
      known(passage.codes.map((id) => codeIndex.get(id))),
    ]),
    ...files,
  };
}

interface PassageOpenCodes {
  readonly passage: number;
  readonly covers: readonly number[];
  readonly texts: readonly string[];
}

function openCodesOf(
  passages: readonly Passage[],
  covers: readonly (readonly number[])[],
): readonly PassageOpenCodes[] {
  return passages.flatMap((passage, index) => {
    const shown = passage.openCodes.filter((code) => code.withheld === undefined && code.text !== '');
    return shown.length === 0
      ? []
      : [{ passage: index, covers: covers[index] ?? [], texts: shown.map((code) => code.text) }];
  });
}

type ShardFile = StoreFile & { readonly first: number; readonly count: number };

function shardsOf(
  study: StoredStudy,
  texts: readonly string[],
  cuts: readonly number[],
  open: readonly PassageOpenCodes[],
): readonly ShardFile[] {
  const shardAt = cuts.flatMap((first, shard) => Array<number>((cuts[shard + 1] ?? texts.length) - first).fill(shard));
  const openOf = cuts.map((): (readonly [number, readonly string[]])[] => []);
  for (const { passage, covers, texts: codes } of open) {
    // A passage that reaches over a cut has its open codes in both shards.
    for (const shard of new Set(covers.map((ordinal) => shardAt[ordinal] ?? 0))) openOf[shard]?.push([passage, codes]);
  }
  return cuts.map((first, index) => {
    const end = cuts[index + 1] ?? texts.length;
    const shard: StoreShard = { study: study.digest, first, texts: texts.slice(first, end), open: openOf[index] ?? [] };
    const file = `text-${study.digest.slice(0, 12)}-${index}.json`;
    return { file, json: JSON.stringify(shard), first, count: end - first };
  });
}

// Whole sources while they fit; a source longer than a shard is cut between excerpts. Open codes count with the first excerpt
// of their passage.
function shardCuts(
  sources: readonly Source[],
  texts: readonly string[],
  open: readonly PassageOpenCodes[],
  shardBytes: number,
): readonly number[] {
  const sizes = texts.map((text) => utf8Length(JSON.stringify(text)) + 1);
  for (const { passage, covers, texts: codes } of open) {
    const [first = 0] = covers;
    sizes[first] = (sizes[first] ?? 0) + utf8Length(JSON.stringify([passage, codes])) + 1;
  }
  const cuts: number[] = [];
  let ordinal = 0;
  let filled = Number.POSITIVE_INFINITY;
  for (const source of sources) {
    const end = ordinal + source.excerpts.length;
    const whole = sizes.slice(ordinal, end).reduce((sum, size) => sum + size, 0);
    if (filled + whole > shardBytes) filled = Number.POSITIVE_INFINITY;
    for (; ordinal < end; ordinal += 1) {
      const size = sizes[ordinal] ?? 0;
      if (filled + size > shardBytes) {
        cuts.push(ordinal);
        filled = 0;
      }
      filled += size;
    }
  }
  return cuts;
}

const known = (numbers: readonly (number | undefined)[]): readonly number[] =>
  numbers.filter((one) => one !== undefined);
const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)].sort(byCodePoint);

// Bytes in UTF-8; a surrogate pair is four, counted as two and two.
function utf8Length(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}

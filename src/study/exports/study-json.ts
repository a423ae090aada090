// In: a study. Out: exports/study.json, the whole study as one JSON document with one record a line, and its JSON Schema.
// `read-study-json.ts` is the reverse: what it reads, this writes again byte by byte.

import type {
  CodeGroup,
  Claim,
  Code,
  Excerpt,
  Passage,
  Relation,
  Settings,
  Source,
  Study,
  StudyFile,
  Tombstone,
} from '../model/study.ts';
import type { Problem } from '../problems/problem.ts';
import type { ExportFormat } from './format.ts';
import { studySchema } from './study-schema.ts';

export const studyJson: ExportFormat = {
  id: 'study-json',
  title: 'The whole study (JSON)',
  purpose:
    'Every source, excerpt, passage, code, relation and problem in one documented file, from which this site can be rebuilt.',
  follows: 'RFC 8259; described by study.schema.json (JSON Schema 2020-12)',
  files: ({ study }) => [
    { path: 'exports/study.json', mediaType: 'application/json', write: () => writeStudyJson(study) },
    {
      path: 'exports/study.schema.json',
      mediaType: 'application/schema+json',
      write: () => [`${JSON.stringify(studySchema, null, 2)}\n`],
    },
  ],
};

/** Pieces of study.json: a line a record, so that two releases can be compared line by line. */
export function* writeStudyJson(study: Study): Generator<string> {
  yield '{\n"$schema": "study.schema.json",\n"format": 1';
  yield `,\n"study": ${JSON.stringify(studyRecord(study))}`;
  yield* section('files', study.files, (file) => inOrder(file, fileKeys));
  yield* section('sources', study.sources, (source) => inOrder(source, sourceKeys, ['excerpts', 'passages']));
  yield* section('excerpts', excerptsOf(study), (excerpt) => inOrder(excerpt, excerptKeys));
  yield* section('passages', passagesOf(study), (passage) => inOrder(passage, passageKeys));
  yield* section('codes', study.codes, (code) => inOrder(code, codeKeys));
  yield* section('groups', study.groups, (group) => inOrder(group, groupKeys));
  yield* section('relations', study.relations, (relation) => inOrder(relation, relationKeys));
  yield* section('claims', study.claims, (claim) => inOrder(claim, claimKeys));
  yield* section('problems', study.problems, problemRecord);
  yield* section('tombstones', study.tombstones, (tombstone) => inOrder(tombstone, tombstoneKeys));
  yield* furtherSections(study);
  yield '\n}\n';
}

/** Fields of `Study` that have a section of their own, stand in `study`, or are look-ups over the others. */
const placed: ReadonlySet<string> = new Set<keyof Study>([
  'settings',
  'digest',
  'permanent',
  'files',
  'sources',
  'codes',
  'groups',
  'relations',
  'claims',
  'problems',
  'tombstones',
  'sourceById',
  'excerptById',
  'passageById',
  'codeById',
]);

// Whatever else a study comes to hold (a companion model, retired addresses) is written without being named here.
function* furtherSections(study: Study): Generator<string> {
  for (const [name, value] of Object.entries(study)) {
    if (placed.has(name) || value === undefined || value instanceof Map) continue;
    if (Array.isArray(value)) yield* section(name, value, (record: unknown) => record);
    else yield `,\n${JSON.stringify(name)}: ${JSON.stringify(value)}`;
  }
}

function* section<T>(name: string, records: Iterable<T>, shape: (record: T) => unknown): Generator<string> {
  yield `,\n${JSON.stringify(name)}: [`;
  let before = '\n';
  for (const record of records) {
    yield before + JSON.stringify(shape(record));
    before = ',\n';
  }
  yield '\n]';
}

function* excerptsOf(study: Study): Generator<Excerpt> {
  for (const source of study.sources) yield* source.excerpts;
}

function* passagesOf(study: Study): Generator<Passage> {
  for (const source of study.sources) yield* source.passages;
}

const studyRecord = ({ settings, digest, permanent }: Study): object =>
  inOrder({ ...settings, digest, permanent }, ['title', 'digest', 'permanent', ...settingsKeys]);

// `place` is flattened, so that a line of the file says where to look without being unfolded.
function problemRecord({ place, ...problem }: Problem): object {
  return inOrder({ ...problem, ...place }, problemKeys);
}

/** The record with the named fields first and any others behind them; `__proto__` is a name like any other. */
function inOrder(record: object, first: readonly string[], left: readonly string[] = []): object {
  const fields = new Map(Object.entries(record));
  for (const name of left) fields.delete(name);
  const known = first.flatMap((name) => (fields.has(name) ? [[name, fields.get(name)] as const] : []));
  for (const name of first) fields.delete(name);
  return Object.fromEntries([...known, ...fields]);
}

const settingsKeys: readonly (keyof Settings)[] = ['key', 'subtitle', 'description', 'authors', 'language', 'licence'];
const fileKeys: readonly (keyof StudyFile)[] = ['path', 'role', 'source', 'bytes', 'sha256', 'encoding', 'account'];
const tombstoneKeys: readonly (keyof Tombstone)[] = [
  'id',
  'source',
  'status',
  'since',
  'gone',
  'to',
  'words',
  'reason',
];
const groupKeys: readonly (keyof CodeGroup)[] = ['id', 'label', 'definition'];
const claimKeys: readonly (keyof Claim)[] = ['id', 'statement', 'section', 'evidence', 'line'];
const relationKeys: readonly (keyof Relation)[] = ['from', 'to', 'kind', 'detail', 'origin', 'source', 'file', 'line'];
const sourceKeys: readonly (keyof Source)[] = [
  'id',
  'kind',
  'file',
  'origin',
  'header',
  'metadata',
  'title',
  'url',
  'archiveUrl',
  'tinyUrl',
  'sourceType',
  'authorType',
  'example',
  'sourceCode',
  'disagreements',
  'references',
  'bibliography',
  'remarks',
  'repairs',
  'withheld',
];
const excerptKeys: readonly (keyof Excerpt)[] = [
  'id',
  'source',
  'number',
  'position',
  'kind',
  'text',
  'withheld',
  'speaker',
  'alt',
  'url',
  'language',
  'passage',
  'lines',
  'repairs',
  'since',
  'editedSince',
];
const passageKeys: readonly (keyof Passage)[] = [
  'id',
  'source',
  'number',
  'line',
  'lines',
  'excerpts',
  'openCodes',
  'codes',
  'statements',
  'remarks',
];
const codeKeys: readonly (keyof Code)[] = [
  'id',
  'slug',
  'label',
  'kind',
  'definitions',
  'link',
  'aliases',
  'codebook',
  'passages',
  'firstSeen',
  'sameLabel',
  'similar',
];
const problemKeys = [
  'code',
  'severity',
  'message',
  'file',
  'line',
  'column',
  'endLine',
  'endColumn',
  'source',
  'excerpt',
  'passage',
  'codeId',
  'args',
  'other',
  'acknowledged',
];

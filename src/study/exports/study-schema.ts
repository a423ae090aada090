// In: nothing. Out: the published JSON Schema (draft 2020-12) of exports/study.json. `read-study-json.ts` checks against it too.
// It names every field that is written and stays open: a later release may add fields, and never changes the meaning of one.

import { headerKeys } from '../model/study.ts';
import { type Schema, count, flag, list, oneOf, orNull, record, ref, text, words } from './json-schema.ts';

const line: Schema = { type: 'integer', minimum: 0, description: 'Line in its file, from 1; 0 where no line is known' };
const lines: Schema = { ...list(line), minItems: 2, maxItems: 2, description: 'First and last line in the note' };
const written = words({ type: ['string', 'boolean', 'number'] });

const settings: Readonly<Record<string, Schema>> = {
  key: { type: 'string', pattern: '^[a-z][a-z0-9-]*$', description: 'Prefix of citation keys' },
  subtitle: text(),
  description: text(),
  authors: list(ref('author')),
  language: text('Language of the quotes (BCP 47), empty when not recorded'),
  interface: oneOf('en', 'de'),
  licence: text('Licence of the annotations, not of the quoted texts'),
  release: text(),
  released: text('Date of the release as its authors state it (ISO 8601), empty when not recorded'),
  wording: oneOf('verbatim', 'paraphrased'),
  interviews: oneOf('reviewed', 'withheld', null),
  show: oneOf('all', 'coded', 'none'),
  maxWords: { type: ['integer', 'null'] },
  withhold: list(record({ kind: oneOf('source', 'excerpt', 'code'), id: text(), reason: text() })),
  acknowledge: list(record({ problem: text(), reason: text() }, { source: text(), file: text(), line })),
  renamed: record({ sources: words(text()), codes: words(text()) }),
  outOfScope: list(record({ kind: oneOf('code', 'openCode', 'element'), id: text(), reason: text() })),
  order: {
    anyOf: [oneOf('file', 'id', 'date'), list(text())],
    description: 'Order of the sources for time-like plots',
  },
  flow: { type: ['object', 'null'] },
  contact: text(),
  doi: text(),
  site: text(),
  draft: flag('Not to be indexed by search engines'),
  previous: text('Path of an earlier study.json, for the Changes page'),
};

const person = record({ family: text() }, { given: text(), orcid: text(), affiliation: text() });

const source = record(
  {
    id: ref('sourceId'),
    kind: oneOf('source', 'interview'),
    file: text('Path relative to the study'),
    origin: oneOf('note', 'mdx'),
    header: {
      ...record(Object.fromEntries(headerKeys.map((key) => [key, text()]))),
      description: 'As written in the note',
    },
    metadata: { ...orNull(written), description: 'The values of the metadata trace, null when there is none' },
    title: text('As shown; empty when not recorded'),
    url: text(),
    archiveUrl: text(),
    tinyUrl: text(),
    sourceType: text(),
    authorType: text(),
    example: { type: ['boolean', 'null'] },
    sourceCode: { type: ['boolean', 'null'] },
    disagreements: list(
      record({ field: text(), header: text(), metadata: text(), shown: oneOf('header', 'metadata') }),
    ),
    references: list(record({ id: text(), key: text(), values: written, line })),
    bibliography: record(
      {},
      {
        authors: list(ref('author')),
        ...Object.fromEntries(
          ['date', 'site', 'language', 'doi', 'accessed', 'archived', 'rights', 'note'].map((key) => [key, text()]),
        ),
      },
    ),
    repairs: list(ref('repair')),
  },
  { withheld: text('Why nothing of it is shown') },
);

const excerpt = record(
  {
    id: ref('excerptId'),
    source: ref('sourceId'),
    number: count('Its permanent number, from the ledger'),
    position: count('Its place in the note, from 1'),
    kind: oneOf('quote', 'heading', 'figure', 'listing', 'note'),
    text: text('The repaired text; of a figure its alternative text'),
    passage: orNull(ref('passageId')),
    lines,
    repairs: list(ref('repair')),
  },
  {
    withheld: text('Why its text is not shown; the text is then empty'),
    speaker: text(),
    alt: text(),
    url: text(),
    language: text('Of a listing: the word behind its fence'),
    since: text('Release since which the id stands'),
    editedSince: text('Release of the last declared edit'),
  },
);

const openCode = record(
  {
    text: text(),
    line,
    inVivo: flag('Verbatim in an excerpt of its passage'),
    codes: list(text()),
    repairs: list(ref('repair')),
  },
  { sign: oneOf('+', '-'), withheld: text('Why its text is not shown') },
);

const statement = record(
  {
    kind: oneOf('define', 'reference', 'call', 'assign', 'prose', 'other'),
    text: text('Its source in the note'),
    line,
    ids: list(text()),
    salvaged: flag('Mended by the salvage pass'),
  },
  {
    define: record({ id: text(), kind: text(), label: text() }),
    relations: list(record({ from: text(), to: text(), kind: text() }, { detail: text() })),
  },
);

const passage = record({
  id: ref('passageId'),
  source: ref('sourceId'),
  number: count('The 3 of s6-p3'),
  line,
  lines,
  excerpts: list(ref('excerptId')),
  openCodes: list(openCode),
  codes: list(text(), 'Ids of codes, in order of first mention'),
  statements: list(statement),
  remarks: list(record({ text: text(), line, kind: oneOf('label', 'prose', 'marker', 'comment') })),
});

const codebook = record(
  { parents: list(text()), aliases: list(text()) },
  Object.fromEntries(['label', 'definition', 'use', 'notUse', 'example', 'memo'].map((key) => [key, text()])),
);

const code = record({
  id: text('Its name as the researcher wrote it'),
  slug: { type: 'string', pattern: '^[a-z0-9_-]+$', description: 'Its part of an address' },
  label: text(),
  kind: {
    type: ['string', 'null'],
    description: 'practice, pattern, force, decision …; null when it is nowhere defined',
  },
  definitions: list(record({ source: ref('sourceId'), passage: ref('passageId'), line, label: text(), kind: text() })),
  aliases: list(text()),
  codebook: orNull(codebook),
  passages: list(ref('passageId')),
  firstSeen: orNull(record({ source: ref('sourceId'), passage: ref('passageId'), line })),
  sameLabel: list(text()),
  similar: list(text()),
});

const file = record(
  {
    path: text(),
    role: oneOf('note', 'mdx', 'template', 'skipped', 'settings'),
    bytes: count('Size of the file'),
    sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    encoding: oneOf('utf-8', 'windows-1252', 'mixed', 'utf-16le', 'utf-16be'),
  },
  {
    source: ref('sourceId'),
    account: {
      ...record({
        shown: count('Bytes shown'),
        structure: count('Bytes of structure'),
        ignored: count('Bytes ignored'),
      }),
      description: 'The certificate: the three add up to bytes',
    },
  },
);

const place = { file: text(), line, column: line };
const placeEnd = { endLine: line, endColumn: line };
const problem = record(
  {
    code: text(),
    severity: oneOf('error', 'warning', 'info'),
    message: text(),
    ...place,
    args: words({ type: ['string', 'number'] }),
  },
  {
    ...placeEnd,
    source: text(),
    excerpt: text(),
    passage: text(),
    codeId: text(),
    other: record({ ...place, words: text() }, placeEnd),
    acknowledged: text('The reason in study.yaml'),
  },
);

const relation = record(
  { from: text(), to: text(), kind: text(), origin: oneOf('notes', 'model') },
  { detail: text('Stereotype or impact'), source: text(), file: text(), line },
);

export const studySchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A coded study',
  description:
    'The file exports/study.json of a site made by Catena. Lists are in study order; lines and columns count from 1.',
  ...record({
    $schema: text(),
    format: { enum: [1] },
    study: record({
      title: text(),
      digest: text('SHA-256 of the study'),
      permanent: flag('A ledger keeps the ids'),
      ...settings,
    }),
    files: list(file),
    sources: list(source),
    excerpts: list(excerpt),
    passages: list(passage),
    codes: list(code),
    groups: list(record({ id: text(), label: text(), definition: text() })),
    relations: list(relation),
    claims: list(record({ id: text(), statement: text(), section: text(), evidence: list(text()), line })),
    problems: list(problem),
  }),
  $defs: {
    sourceId: { type: 'string', pattern: '^[A-Za-z0-9_][A-Za-z0-9_.-]*$' },
    excerptId: { type: 'string', pattern: '^[A-Za-z0-9_][A-Za-z0-9_.-]*-e[0-9]+$' },
    passageId: { type: 'string', pattern: '^[A-Za-z0-9_][A-Za-z0-9_.-]*-p[0-9]+$' },
    author: { anyOf: [person, record({ name: text('An organisation') })] },
    repair: record({
      kind: oneOf('mojibake', 'ligature', 'invisible', 'windows-1252', 'wrap'),
      original: text(),
      repaired: text(),
      line,
      column: line,
    }),
  },
};

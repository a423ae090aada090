// In: nothing. Out: the published JSON Schema (draft 2020-12) of exports/study.json. `read-study-json.ts` checks against it too.
// It names every field that is written and stays open: a later release may add fields, and never changes the meaning of one.

import { type Schema, count, flag, list, oneOf, record, ref, text, words } from './json-schema.ts';
import { pagePathForm } from '../model/page-path.ts';
import { modelSchema } from './model-json.ts';
import { code, excerpt, line, passage, source } from './study-schema-evidence.ts';

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

const file = record(
  {
    path: text(),
    role: oneOf('note', 'mdx', 'template', 'skipped', 'settings'),
    bytes: count('Size of the file'),
    sha256: { type: 'string', pattern: '^(?:[0-9a-f]{64})?$', description: 'Empty when its words are withheld' },
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

const tombstone = record(
  {
    id: ref('excerptId'),
    source: text(),
    status: oneOf('retired', 'moved'),
    since: text(),
    gone: text('Release in which it went'),
    to: list(text(), 'Ids that carry the text now'),
  },
  { words: text('First words of what stood there'), reason: text() },
);
const memo = record(
  { at: text('The id of an excerpt or a source'), text: text(), line },
  { withheld: text('Why its text is not shown') },
);

const links = record({
  checked: text('Date of the check'),
  results: words(record({ status: { type: ['integer', 'string'] }, ok: flag('It answered') }, { since: text() })),
});

/** The same records as those of model.json. */
const companion = record(
  Object.fromEntries(
    ['files', 'classes', 'options', 'forces', 'links', 'evidence', 'views'].map((name) => [
      name,
      modelSchema.properties?.[name] ?? {},
    ]),
  ),
);

const relation = record(
  { from: text(), to: text(), kind: text(), origin: oneOf('notes', 'model') },
  { detail: text('Stereotype or impact'), source: text(), file: text(), line },
);

const page = record({ path: { type: 'string', pattern: pagePathForm, description: 'Below pages/' }, text: text() });

export const studySchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A coded study',
  description:
    'The file exports/study.json of a site made by Catena. Lists are in study order; lines and columns count from 1.',
  ...record(
    {
      $schema: text(),
      format: { enum: [1] },
      study: record(
        {
          title: text(),
          digest: text('SHA-256 of the study'),
          permanent: flag('A ledger keeps the ids'),
          ...settings,
        },
        { coders: count('How many people coded') },
      ),
      files: list(file),
      sources: list(source),
      excerpts: list(excerpt),
      passages: list(passage),
      codes: list(code),
      groups: list(record({ id: text(), label: text(), definition: text() })),
      relations: list(relation),
      claims: list(record({ id: text(), statement: text(), section: text(), evidence: list(text()), line })),
      problems: list(problem),
      tombstones: list(tombstone, 'Excerpts of earlier releases'),
    },
    {
      memos: list(memo),
      links,
      companion,
      citation: { type: 'object', description: 'The fields of CITATION.cff' },
      pages: list(page, 'Prose, as MDX'),
    },
  ),
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

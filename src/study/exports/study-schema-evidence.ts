// In: nothing. Out: the schemas of the records that make up the evidence: sources, excerpts, passages and codes.

import { headerKeys } from '../model/study.ts';
import { type Schema, count, flag, list, oneOf, orNull, record, ref, text, words } from './json-schema.ts';

export const line: Schema = {
  type: 'integer',
  minimum: 0,
  description: 'Line in its file, from 1; 0 where no line is known',
};
const lines: Schema = { ...list(line), minItems: 2, maxItems: 2, description: 'First and last line in the note' };
const written = words({ type: ['string', 'boolean', 'number'] });

const remark = record(
  { text: text(), line, kind: oneOf('label', 'prose', 'marker', 'comment') },
  { withheld: text('Why its text is not shown') },
);

export const source = record(
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
    remarks: list(remark, 'What stands in traces that became no passage'),
    repairs: list(ref('repair')),
  },
  { withheld: text('Why its fields are not shown either') },
);

export const excerpt = record(
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
    withheld: text('Why its text is not shown'),
  },
);

export const passage = record({
  id: ref('passageId'),
  source: ref('sourceId'),
  number: count('The 3 of s6-p3'),
  line,
  lines,
  excerpts: list(ref('excerptId')),
  openCodes: list(openCode),
  codes: list(text(), 'Ids of codes, in order of first mention'),
  statements: list(statement),
  remarks: list(remark),
});

const codebook = record(
  { parents: list(text()), aliases: list(text()) },
  Object.fromEntries(['label', 'definition', 'use', 'notUse', 'example', 'memo'].map((key) => [key, text()])),
);

export const code = record(
  {
    id: text('Its name as the researcher wrote it'),
    slug: { type: 'string', pattern: '^[a-z0-9_-]+$', description: 'Its part of an address' },
    label: text(),
    kind: {
      type: ['string', 'null'],
      description: 'practice, pattern, force, decision …; null when it is nowhere defined',
    },
    definitions: list(
      record({ source: ref('sourceId'), passage: ref('passageId'), line, label: text(), kind: text() }),
    ),
    aliases: list(text()),
    codebook: orNull(codebook),
    passages: list(ref('passageId')),
    firstSeen: orNull(record({ source: ref('sourceId'), passage: ref('passageId'), line })),
    sameLabel: list(text()),
    similar: list(text()),
  },
  { link: record({ from: text(), to: text(), kind: text() }, { detail: text() }) },
);

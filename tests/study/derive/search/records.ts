// In: a few words. Out: records, corpora and queries for the tests of search; and the records of the visible corpora, where
// ../shared lies beside the repository.

import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { CodeId, ExcerptId, SourceId } from '../../../../src/study/model/ids.ts';
import type { ExcerptKind } from '../../../../src/study/model/study.ts';
import { allOf, anyOf, filter, not, type Query } from '../../../../src/study/derive/search/query.ts';
import { filterFields, type FilterField, type SearchRecord } from '../../../../src/study/derive/search/record.ts';

type Given = Partial<Omit<SearchRecord, 'codes'>> & { readonly codes?: readonly string[]; readonly inSource?: string };

export function record(text: string, given: Given = {}): SearchRecord {
  const { codes = [], inSource = 's1', number = 1, ...rest } = given;
  return {
    // The tests' own ids, cast here once.
    id: `${inSource}-e${number}` as ExcerptId,
    source: inSource as SourceId,
    number,
    position: number,
    kind: 'quote',
    text,
    codes: codes as readonly CodeId[],
    codeKinds: [],
    openCodes: [],
    coded: codes.length > 0,
    sourceType: 'Blog post',
    authorType: 'Practitioner',
    sourceTitle: 'A title',
    ...rest,
  };
}

const words = [
  'self',
  'serve',
  'Serve',
  'platform',
  'platforms',
  'naïve',
  'naive',
  'data',
  'mesh',
  'x',
  '数据',
  '3',
  'Straße',
  'STRASSE',
  "team's",
  'c',
];
const signs = [
  ' ',
  ' ',
  ' ',
  ' ',
  '-',
  '–',
  ', ',
  '. ',
  '\n',
  ' “',
  '” ',
  "'",
  '_',
  '🙂',
  '.*',
  ' (',
  ') ',
  '\u00ad',
  '/',
];
const codes = ['access_control', 'VMs', 'vms', 'C++ x', 'say "so"'];
const kinds: readonly ExcerptKind[] = ['quote', 'heading', 'figure'];

const aText = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...signs)), { maxLength: 12 })
  .map((pairs) => pairs.flat().join(''));

const aRecord = fc.record({
  text: aText,
  codes: fc.subarray(codes),
  kind: fc.constantFrom(...kinds),
  speaker: fc.constantFrom('Participant 1', 'Interviewer', undefined),
  source: fc.constantFrom('s1', 's2', 'p1'),
  open: fc.subarray(['serve yourself', 'Mesh']),
});

/** A corpus in study order. */
export const aCorpus: fc.Arbitrary<readonly SearchRecord[]> = fc.array(aRecord, { maxLength: 12 }).map((list) =>
  list
    .toSorted((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0))
    .map(({ text, codes: own, kind, speaker, source, open }, index) =>
      record(text, {
        codes: own,
        codeKinds: own.length > 1 ? ['force', 'practice'] : own.length === 1 ? ['force'] : [],
        kind,
        inSource: source,
        number: index + 1,
        openCodes: open,
        sourceType: source === 'p1' ? 'Interview' : 'Blog post',
        authorType: source === 's2' ? '' : 'Practitioner',
        ...(speaker === undefined ? {} : { speaker }),
      }),
    ),
);

const values: Readonly<Record<FilterField, readonly string[]>> = {
  code: [...codes, 'absent'],
  source: ['s1', 'S2', 'p1', 's9'],
  kind: ['quote', 'Heading', 'force', 'practice'],
  speaker: ['Participant 1', 'interviewer'],
  type: ['Interview', 'blog post'],
  author: ['Practitioner', 'Vendor'],
  is: ['coded', 'uncoded'],
  open: ['Serve yourself', 'mesh'],
};

const aWord = fc
  .record({
    text: fc.constantFrom(
      ...words.filter((word) => word !== '3'),
      'self-serve',
      'data/mesh',
      'serve_data',
      'absent',
      'zebra',
    ),
    variants: fc.boolean(),
  })
  .map((word): Query => ({ kind: 'word', ...word }));
const aPhrase = fc
  .constantFrom(
    'self-serve',
    'serve platform',
    '🙂',
    '.*',
    'data mesh',
    'x',
    '据',
    "team's",
    '“',
    'a "b" c',
    'mesh.',
    ')',
    '-',
  )
  .map((text): Query => ({ kind: 'phrase', text }));
const aFilter = fc
  .constantFrom(...filterFields)
  .chain((field) => fc.constantFrom(...values[field]).map((value): Query => filter(field, value)));

/** Queries as the parser makes them: simplified, of every kind. */
export const aQuery: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    aWord,
    aPhrase,
    aFilter,
    tie('query').map(not),
    fc.array(tie('query'), { minLength: 1, maxLength: 4 }).map(allOf),
    fc.array(tie('query'), { minLength: 1, maxLength: 3 }).map(anyOf),
  ),
})).query;

interface Truth {
  readonly sources: readonly {
    readonly id: string;
    readonly header: Readonly<Record<string, string>>;
    readonly excerpts: readonly {
      readonly n: number;
      readonly kind: string;
      readonly text?: string;
      readonly alt?: string;
      readonly speaker?: string;
    }[];
    readonly groups: readonly {
      readonly covers: readonly number[];
      readonly open: readonly { readonly text: string }[];
      readonly axial: readonly { readonly ids?: readonly string[]; readonly id?: string }[];
    }[];
  }[];
}

const shared = new URL('../../../../../shared/truth/', import.meta.url);
/** False outside the place where the visible corpora lie beside the repository: their tests are then skipped. */
export const hasCorpora = existsSync(shared);

/** Every excerpt of a corpus with the codes of its passage, as the independent reading in ../shared/truth has them. */
export function recordsOfCorpus(name: string): readonly SearchRecord[] {
  // The file's shape is checked by nothing but the use made of it here.
  const truth = JSON.parse(readFileSync(new URL(`${name}.json`, shared), 'utf8')) as Truth;
  return truth.sources.flatMap((source) => {
    const covered = new Map(source.groups.flatMap((group) => group.covers.map((n) => [n, group] as const)));
    return source.excerpts
      .filter((excerpt) => excerpt.kind !== 'speaker')
      .map((excerpt, index) => {
        const group = covered.get(excerpt.n);
        const ids = group?.axial.flatMap((statement) => [
          ...(statement.id === undefined ? [] : [statement.id]),
          ...(statement.ids ?? []),
        ]);
        return record(excerpt.text ?? excerpt.alt ?? '', {
          inSource: source.id,
          number: index + 1,
          kind: excerpt.kind === 'image' ? 'figure' : excerpt.kind === 'heading' ? 'heading' : 'quote',
          codes: [...new Set(ids)],
          openCodes: group?.open.map((open) => open.text) ?? [],
          coded: group !== undefined,
          sourceType: source.header['source type'] ?? '',
          authorType: source.header['author type'] ?? '',
          sourceTitle: source.header['title'] ?? '',
          ...(excerpt.speaker === undefined ? {} : { speaker: excerpt.speaker }),
        });
      });
  });
}

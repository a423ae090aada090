// In: two studies, an older and a newer one. Out: what was added, edited, retired and renamed between them. Linear in both.
// Unchanged notes give no change at all: line numbers, digests, problems and declared repairs do not count.

import type { Code, Source, Study } from '../model/study.ts';
import { type ExcerptChanges, excerptChanges } from './changed-excerpts.ts';
import { type Renamed, pairUp } from './pair-up.ts';

export type { Renamed };

export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface Edited {
  /** Its id now. */
  readonly id: string;
  readonly fields: readonly FieldChange[];
}

export interface RecordChanges {
  readonly added: readonly string[];
  readonly edited: readonly Edited[];
  readonly retired: readonly string[];
  readonly renamed: readonly Renamed[];
}

export interface Changes {
  readonly from: { readonly title: string; readonly release: string; readonly digest: string };
  readonly to: { readonly title: string; readonly release: string; readonly digest: string };
  readonly sources: RecordChanges;
  readonly codes: RecordChanges;
  readonly excerpts: ExcerptChanges;
  /** All of them together; 0 for the same notes. */
  readonly count: number;
}

export function changesBetween(older: Study, newer: Study): Changes {
  const sources = sourceChanges(older, newer);
  const codes = codeChanges(older, newer);
  const excerpts = excerptChanges(older, newer, sources.renamed, codes.renamed);
  const count = [sources, codes, excerpts]
    .flatMap((changes) => Object.values(changes).map((list: readonly unknown[]) => list.length))
    .reduce((sum, length) => sum + length, 0);
  return { from: edition(older), to: edition(newer), sources, codes, excerpts, count };
}

const edition = ({ settings, digest }: Study) => ({ title: settings.title, release: settings.release, digest });

function sourceChanges(older: Study, newer: Study): RecordChanges {
  const pairs = pairUp(older.sources, newer.sources, {
    declared: newer.settings.renamed.sources,
    likeness: [({ url }) => url, ({ title, excerpts }) => (excerpts.length === 0 ? '' : title)],
  });
  return changesOf(pairs, sourceFields);
}

function codeChanges(older: Study, newer: Study): RecordChanges {
  const pairs = pairUp(older.codes, newer.codes, {
    declared: newer.settings.renamed.codes,
    // A renamed code keeps its label, or all the places where it stands; one place in common says little.
    likeness: [
      ({ id, label, kind }) => (label === id ? '' : `${kind} ${label.toLowerCase()}`),
      ({ passages }) => (passages.length > 1 ? passages.join(' ') : ''),
    ],
  });
  return changesOf(pairs, codeFields);
}

type Fields<T> = readonly (readonly [field: string, value: (record: T) => string])[];

const sourceFields: Fields<Source> = [
  ['title', ({ title }) => title],
  ['url', ({ url }) => url],
  ['archive url', ({ archiveUrl }) => archiveUrl],
  ['tiny url', ({ tinyUrl }) => tinyUrl],
  ['source type', ({ sourceType }) => sourceType],
  ['author type', ({ authorType }) => authorType],
  ['example', ({ example }) => String(example)],
  ['source code', ({ sourceCode }) => String(sourceCode)],
  ['bibliography', ({ bibliography }) => JSON.stringify(sortedFields(bibliography))],
  ['references', ({ references }) => references.map(({ key }) => key).join('; ')],
];

const codeFields: Fields<Code> = [
  ['label', ({ label }) => label],
  ['kind', ({ kind }) => kind ?? ''],
  ['aliases', ({ aliases }) => aliases.join('; ')],
  ['codebook', ({ codebook }) => (codebook === null ? '' : JSON.stringify(sortedFields(codebook)))],
];

/** The same fields in one order: where they come from does not matter. */
const sortedFields = (record: object): readonly (readonly [string, unknown])[] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

function changesOf<T extends { readonly id: string }>(
  { same, renamed, onlyOld, onlyNew }: ReturnType<typeof pairUp<T>>,
  fields: Fields<T>,
): RecordChanges {
  const edited = same.flatMap(([before, after]): Edited[] => {
    const changed = fields.flatMap(([field, value]): FieldChange[] =>
      value(before) === value(after) ? [] : [{ field, before: value(before), after: value(after) }],
    );
    return changed.length === 0 ? [] : [{ id: after.id, fields: changed }];
  });
  return { added: onlyNew.map(({ id }) => id), edited, retired: onlyOld.map(({ id }) => id), renamed };
}

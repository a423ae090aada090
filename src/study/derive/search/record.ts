// What search knows of one excerpt. Everything but `text` and `openCodes` comes with the manifest; those come with the shards.

import type { CodeId, ExcerptId, SourceId } from '../../model/ids.ts';
import type { ExcerptKind } from '../../model/study.ts';
import { fold } from './folding.ts';

export interface SearchRecord {
  readonly id: ExcerptId;
  readonly source: SourceId;
  readonly number: number;
  readonly position: number;
  readonly kind: ExcerptKind;
  readonly text: string;
  readonly speaker?: string;
  /** Codes of its passage, in order of first mention. */
  readonly codes: readonly CodeId[];
  /** Kinds of those codes (`force`, `practice` …), each once. */
  readonly codeKinds: readonly string[];
  readonly openCodes?: readonly string[];
  /** True when a coding trace covers it. */
  readonly coded: boolean;
  readonly sourceType: string;
  readonly authorType: string;
  readonly sourceTitle: string;
}

/** What `field:value` may ask of a record. */
export const filterFields = ['code', 'source', 'kind', 'speaker', 'type', 'author', 'is', 'open'] as const;
export type FilterField = (typeof filterFields)[number];

export const isFilterField = (text: string): text is FilterField => filterFields.some((field) => field === text);

/** The fields of which a record has at most one value: several chips of one of them mean "any of these". */
const singleFields: ReadonlySet<FilterField> = new Set(['source', 'speaker', 'type', 'author', 'is']);
export const isSingleField = (field: FilterField): boolean => singleFields.has(field);

/** The values of a record in a field, as written. `kind` holds the excerpt's own kind and the kinds of its codes. */
export function valuesOf(record: SearchRecord, field: FilterField): readonly string[] {
  switch (field) {
    case 'code':
      return record.codes;
    case 'source':
      return [record.source];
    case 'kind':
      return [record.kind, ...record.codeKinds];
    case 'speaker':
      return record.speaker === undefined ? [] : [record.speaker];
    case 'type':
      return record.sourceType === '' ? [] : [record.sourceType];
    case 'author':
      return record.authorType === '' ? [] : [record.authorType];
    case 'is':
      return [record.coded ? 'coded' : 'uncoded'];
    case 'open':
      return record.openCodes ?? [];
  }
}

/** Codes are compared as they are written (`VMs` is not `vms`), every other value folded. */
export const filterKey = (field: FilterField, value: string): string => (field === 'code' ? value : fold(value));

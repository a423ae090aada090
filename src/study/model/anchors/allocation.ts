// In: nothing. Out: the words of the ledger's work: what was found, which numbers it gets, what changed, what to tell the author.

import type { ExcerptId, SourceId } from '../ids.ts';
import type { ExcerptKind } from '../study.ts';

/** An excerpt as it stands in its note: repaired text (of a figure: its alternative text and its address). */
export interface FoundExcerpt {
  readonly text: string;
  readonly kind: ExcerptKind;
  readonly url?: string;
  /** Its text is not shown: no word of it goes to the ledger. */
  readonly withheld?: boolean;
}

export interface FoundSource {
  readonly id: SourceId;
  readonly excerpts: readonly FoundExcerpt[];
}

export interface AllocationOptions {
  /** `renamed.sources` of study.yaml: old id to new id. */
  readonly renamedSources?: Readonly<Record<string, string>>;
  /** Sources whose text the author declares replaced: their old ids retire although hardly any is recognised. */
  readonly accepted?: ReadonlySet<string>;
  /** Ids whose text is gone: true when their first words must not stay in the ledger. What stands says it itself (`withheld`). */
  readonly hideWords?: (id: ExcerptId, source: SourceId) => boolean;
}

/** What one found excerpt is called, and since which release. */
export interface AllocatedExcerpt {
  readonly number: number;
  readonly since: string;
  /** Release of the last declared edit. */
  readonly editedSince?: string;
  readonly how: 'kept' | 'moved' | 'edited' | 'revived' | 'new';
  /** Of an edit: how much of the text stayed, 0 to 1. */
  readonly similarity?: number;
}

/** What the page of a retired or moved id has to say. */
export interface Tombstone {
  readonly id: ExcerptId;
  readonly source: SourceId;
  readonly status: 'retired' | 'moved';
  readonly since: string;
  /** Release in which it went. */
  readonly gone: string;
  /** First words of what stood there; absent when they must not be shown. */
  readonly words?: string;
  /** The researcher's reason, when it was withdrawn. */
  readonly reason?: string;
  /** Ids that stand in the notes now and carry the text, or parts of it. */
  readonly to: readonly ExcerptId[];
}

export type AnchorChange =
  /** `missing`: gone, but of an earlier release, so that its line waits for the author's reason. */
  | { readonly kind: 'moved' | 'new' | 'revived' | 'missing'; readonly id: ExcerptId; readonly words: string }
  | { readonly kind: 'edited'; readonly id: ExcerptId; readonly words: string; readonly similarity: number }
  | { readonly kind: 'retired'; readonly id: ExcerptId; readonly words: string; readonly to: readonly ExcerptId[] }
  | {
      readonly kind: 'elsewhere' | 'split' | 'merged' | 'renamed';
      readonly id: ExcerptId;
      readonly words: string;
      readonly to: readonly ExcerptId[];
    };

/** Something to tell the author; its sentence is made by whoever shows it. `line` is a line of the ledger. */
export interface AnchorNotice {
  readonly code:
    | 'ledger-missing'
    | 'ledger-stale'
    | 'ledger-syntax'
    | 'ledger-duplicate-id'
    | 'source-replaced'
    | 'released-id-gone'
    | 'renamed-source-present';
  readonly line?: number;
  readonly source?: string;
  readonly excerpt?: string;
  readonly args: Readonly<Record<string, string | number>>;
}

export interface Allocation {
  /** False without a ledger: numbers are then the order of the excerpts, and not yet permanent. */
  readonly permanent: boolean;
  /** For every source, one entry an excerpt, in the order in which they were found. */
  readonly bySource: ReadonlyMap<SourceId, readonly AllocatedExcerpt[]>;
  readonly tombstones: readonly Tombstone[];
  /** Everything but what was kept, sorted by id. */
  readonly changes: readonly AnchorChange[];
  readonly kept: number;
  readonly notices: readonly AnchorNotice[];
}

// A note as its text says it, knowing no other file: what `parseNote` gives and the model is assembled from.

import type { Span } from '../problems/place.ts';

/** The nine header fields, by their keys as the notes write them. */
export const headerKeys = [
  'url',
  'tiny url',
  'archive url',
  'title',
  'source code',
  'example',
  'source type',
  'author type',
  'references',
] as const;
export type HeaderKey = (typeof headerKeys)[number];

/** One declared change to the author's characters: never silent, never of another kind. */
export interface Repair {
  readonly kind: 'mojibake' | 'ligature' | 'invisible';
  /** The characters in the file, as decoded. */
  readonly original: string;
  /** What is shown in their place (`''` when they were removed). */
  readonly repaired: string;
  readonly line: number;
  readonly column: number;
}

export type SlotKind =
  'field' | 'excerpt' | 'speaker' | 'figure' | 'trace' | 'statement' | 'listing' | 'separator' | 'ignored';

/** The slots of a file tile its decoded text: every character is in exactly one. */
export interface Slot extends Span {
  readonly kind: SlotKind;
  /** Why nothing of it is shown, for `ignored`. */
  readonly reason?: string;
}

/** Something a reader should know, before it has a file and a sentence (problems/catalogue.ts gives it both). */
export interface Notice {
  readonly code: string;
  readonly span: Span;
  readonly args?: Readonly<Record<string, string | number>>;
  /** The other place, when two disagree, and what stands there. */
  readonly other?: Span & { readonly words?: string };
}

/** Text of the note with its repairs applied; `span` is where it stands. */
export interface Piece {
  readonly text: string;
  readonly span: Span;
  readonly line: number;
  readonly repairs: readonly Repair[];
}

export interface HeaderField extends Piece {
  readonly key: HeaderKey;
}

export interface NoteHeader {
  /** The letter of `# s` or `# p`, in lower case. */
  readonly letter: 's' | 'p' | null;
  readonly number: number | null;
  /** Where the number, else the letter, stands. */
  readonly span: Span;
  readonly fields: ReadonlyMap<HeaderKey, HeaderField>;
}

export interface NoteMetadata {
  /** `s6` of `s6 = CClass(source, "s6", …)`: two votes for the id. */
  readonly variable: string;
  readonly name: string;
  readonly values: Readonly<Record<string, string | boolean | number>>;
  readonly spans: Readonly<Record<string, Span>>;
  readonly references: readonly {
    readonly id: string;
    readonly key: string;
    readonly values: Readonly<Record<string, string | boolean | number>>;
    readonly span: Span;
  }[];
  readonly span: Span;
}

export interface NoteExcerpt extends Piece {
  readonly kind: 'quote' | 'heading' | 'figure' | 'listing' | 'note';
  readonly lines: readonly [first: number, last: number];
  readonly speaker?: string;
  readonly alt?: string;
  readonly url?: string;
  readonly language?: string;
}

export interface NoteOpenCode extends Piece {
  readonly sign?: '+' | '-';
}

export interface NoteRemark extends Piece {
  readonly kind: 'label' | 'prose' | 'marker' | 'comment';
}

/** A relation that a statement draws, in its true direction. */
export interface NoteRelation {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly detail?: string;
}

/** One statement of an axial fence, as far as it could be read. */
export interface NoteStatement {
  readonly kind: 'define' | 'reference' | 'call' | 'assign' | 'prose' | 'other';
  readonly text: string;
  readonly line: number;
  readonly span: Span;
  readonly ids: readonly string[];
  readonly define?: { readonly id: string; readonly kind: string; readonly label: string };
  readonly relations?: readonly NoteRelation[];
  readonly salvaged: boolean;
}

/** One OPEN/AXIAL trace; `excerpts` are indexes into the note's excerpts. */
export interface NoteTrace {
  readonly line: number;
  readonly span: Span;
  readonly excerpts: readonly number[];
  readonly openCodes: readonly NoteOpenCode[];
  readonly statements: readonly NoteStatement[];
  readonly remarks: readonly NoteRemark[];
  readonly lastLine: number;
}

/** What a note says. */
export interface NoteContent {
  readonly header: NoteHeader;
  readonly metadata: NoteMetadata | null;
  readonly excerpts: readonly NoteExcerpt[];
  readonly traces: readonly NoteTrace[];
  /** Remarks that stand in no passage: a trace without codes at the end of the note. */
  readonly remarks: readonly NoteRemark[];
  readonly notices: readonly Notice[];
}

/** What a note says, and where every one of its characters went. */
export interface Note extends NoteContent {
  readonly slots: readonly Slot[];
}

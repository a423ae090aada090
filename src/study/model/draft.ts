// A study while it is assembled: what one note became, before its excerpts have permanent numbers.

import type { NoteContent, Notice } from '../parse/note.ts';
import type { Problem } from '../problems/problem.ts';
import type { Locator } from '../read/lines.ts';
import type { TextFile } from '../read/folder.ts';
import type { SourceId } from './ids.ts';
import type { SourceRecord } from './record.ts';
import type { StudyFile } from './study.ts';

export interface Draft {
  readonly id: SourceId;
  readonly file: TextFile;
  readonly lines: Locator;
  /** Its slots have become the account. */
  readonly note: NoteContent;
  /** The certificate of a field note; a source written by hand has none. */
  readonly account?: NonNullable<StudyFile['account']>;
  readonly record: SourceRecord;
  readonly notices: readonly Notice[];
}

export interface Assembled<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

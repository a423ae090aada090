// A study while it is assembled: what one note became, before its excerpts have permanent numbers.

import type { Note, Notice } from '../parse/note.ts';
import type { Problem } from '../problems/problem.ts';
import type { Lines } from '../read/lines.ts';
import type { TextFile } from '../read/folder.ts';
import type { SourceId } from './ids.ts';
import type { SourceRecord } from './record.ts';

export interface Draft {
  readonly id: SourceId;
  readonly file: TextFile;
  readonly lines: Lines;
  readonly note: Note;
  readonly record: SourceRecord;
  readonly notices: readonly Notice[];
}

export interface Assembled<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

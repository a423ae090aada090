// The shapes of places: offsets in a text, positions a person can find, and positions in a file of the study.

/** Half-open range of UTF-16 offsets in a file's decoded text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** From 1; columns count code points. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** `file` is relative to the study, with `/` between folders. */
export interface Place extends Position {
  readonly file: string;
  readonly endLine?: number;
  readonly endColumn?: number;
}

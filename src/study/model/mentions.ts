// In: drafts. Out: where in its file a code or its label is written, to the column. Each note is indexed once, when it is first asked about.

import type { NoteStatement } from '../parse/note.ts';
import type { Place, Span } from '../problems/place.ts';
import type { Draft } from './draft.ts';

export interface Mentions {
  /** Where an id is written on a line of a source. */
  readonly id: (source: string, line: number, id: string) => Place;
  /** Where the label of a definition is written: else its id. */
  readonly label: (source: string, line: number, id: string, label: string) => Place;
  /** Where an id is written in a statement that mentions it. */
  readonly within: (statement: NoteStatement, id: string) => Span;
}

type Index = ReadonlyMap<string, NoteStatement>;

export function mentionsIn(drafts: readonly Draft[]): Mentions {
  const bySource = new Map(drafts.map((draft): [string, Draft] => [draft.id, draft]));
  const indexes = new Map<string, Index>();
  const words = new Map<NoteStatement, ReadonlyMap<string, number>>();
  const find = (source: string, line: number, id: string, label?: string): Place => {
    const draft = bySource.get(source);
    if (!draft) return { file: '', line, column: 1 };
    let index = indexes.get(source);
    if (!index) indexes.set(source, (index = indexOf(draft)));
    const statement = index.get(`${line} ${id}`);
    if (!statement) return { file: draft.file.path, line, column: 1 };
    const at = label === undefined || label === '' ? -1 : statement.text.indexOf(label);
    return placeAt(draft, at >= 0 ? spanIn(statement, at, label ?? '') : idSpan(statement, id, words));
  };
  return { id: find, label: find, within: (statement, id) => idSpan(statement, id, words) };
}

/** `line id` → the first statement there that mentions it. */
function indexOf(draft: Draft): Index {
  const index = new Map<string, NoteStatement>();
  for (const trace of draft.note.traces)
    for (const statement of trace.statements)
      for (const id of statement.ids) {
        const key = `${statement.line} ${id}`;
        // A definition says most about a code.
        if (!index.has(key) || statement.define?.id === id) index.set(key, statement);
      }
  // A code that bears a name of the metamodel is defined and not mentioned.
  for (const { statements } of draft.note.traces)
    for (const statement of statements)
      if (statement.define) index.set(`${statement.line} ${statement.define.id}`, statement);
  return index;
}

const word = /[\p{L}_][\p{L}\p{N}\p{M}_]*/gu;

function idSpan(statement: NoteStatement, id: string, known: Map<NoteStatement, ReadonlyMap<string, number>>): Span {
  let offsets = known.get(statement);
  if (!offsets) {
    const fresh = new Map<string, number>();
    for (const match of statement.text.matchAll(word)) if (!fresh.has(match[0])) fresh.set(match[0], match.index);
    known.set(statement, (offsets = fresh));
  }
  const at = offsets.get(id);
  // Words that became an id (`data catalog`) are the whole statement.
  return at === undefined ? statement.span : spanIn(statement, at, id);
}

const spanIn = (statement: NoteStatement, at: number, text: string): Span => ({
  start: statement.span.start + at,
  end: statement.span.start + at + text.length,
});

function placeAt(draft: Draft, span: Span): Place {
  const end = draft.lines.position(span.end);
  return { file: draft.file.path, ...draft.lines.position(span.start), endLine: end.line, endColumn: end.column };
}

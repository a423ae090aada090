// In: a note. Out: the note with no more codes than a site can give pages to: a statement that would bring more is kept as it is written
// and makes no code. One notice says where that begins.

import type { NoteContent, NoteStatement } from './note.ts';

/** Notes of the tradition name some dozens of codes. A page and a card are made for each. */
const mostCodes = 2000;

export function boundCodes<T extends NoteContent>(note: T, most = mostCodes): T {
  const named = new Set<string>();
  const beyond: NoteStatement[] = [];
  const read = (statement: NoteStatement): NoteStatement => {
    const fresh = statement.ids.filter((id) => !named.has(id));
    if (named.size + fresh.length > most) {
      beyond.push(statement);
      return asWritten(statement);
    }
    for (const id of fresh) named.add(id);
    return statement;
  };
  const traces = note.traces.map((trace) => ({ ...trace, statements: trace.statements.map(read) }));
  const [first] = beyond;
  if (!first) return note;
  const notice = { code: 'axial-too-many-codes', span: first.span, args: { most, count: beyond.length } };
  return { ...note, traces, notices: [...note.notices, notice] };
}

const asWritten = ({ text, line, span, salvaged }: NoteStatement): NoteStatement => ({
  kind: 'prose',
  text,
  line,
  span,
  ids: [],
  salvaged,
});

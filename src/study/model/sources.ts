// In: drafts, the numbers of their excerpts, and what sources.yaml adds. Out: sources with excerpts and passages.

import type { NoteExcerpt, NoteTrace } from '../parse/note.ts';
import { isHeading } from '../parse/paragraph.ts';
import { repair } from '../read/repair.ts';
import type { AllocatedExcerpt } from './anchors/allocation.ts';
import type { Draft } from './draft.ts';
import { codeId, excerptId, passageId, type CodeId, type ExcerptId, type SourceId } from './ids.ts';
import { foldWords, sameWords, standingIn } from './in-vivo.ts';
import type { Bibliography, Code, Excerpt, OpenCode, Passage, Reference, Remark, Source, Statement } from './study.ts';

export type Numbers = ReadonlyMap<SourceId, readonly AllocatedExcerpt[]>;

export const isInterview = (id: string): boolean => /^p(?:\d|-)/.test(id);

/** Open codes are joined to codes later, once all labels are known (`joinOpenCodes`). */
export function assembleSource(draft: Draft, numbers: Numbers, bibliography: Bibliography): Source {
  const { id, note } = draft;
  const kind = isInterview(id) ? 'interview' : 'source';
  const allocated = numbers.get(id) ?? [];
  const passageOf = new Map<number, number>();
  note.traces.forEach((trace, t) => trace.excerpts.forEach((index) => passageOf.set(index, t)));
  const excerpts = note.excerpts.map((excerpt, i): Excerpt => {
    const given = allocated[i];
    const number = given?.number ?? i + 1;
    const trace = passageOf.get(i);
    return {
      id: excerptId(id, number),
      source: id,
      number,
      position: i + 1,
      kind: kindOf(excerpt, kind),
      text: excerpt.text,
      ...(excerpt.speaker !== undefined && isSpoken(excerpt) ? { speaker: excerpt.speaker } : {}),
      ...(excerpt.alt === undefined ? {} : { alt: excerpt.alt }),
      ...(excerpt.url === undefined ? {} : { url: excerpt.url }),
      ...(excerpt.language === undefined ? {} : { language: excerpt.language }),
      passage: trace === undefined ? null : passageId(id, trace + 1),
      lines: excerpt.lines,
      repairs: excerpt.repairs,
      ...(given?.since ? { since: given.since } : {}),
      ...(given?.editedSince ? { editedSince: given.editedSince } : {}),
    };
  });
  return {
    id,
    kind,
    file: draft.file.path,
    origin: /\.mdx$/i.test(draft.file.path) ? 'mdx' : 'note',
    ...draft.record,
    references: (note.metadata?.references ?? []).map(({ id: variable, key, values, span }): Reference => ({
      id: variable,
      key,
      values,
      line: draft.lines.lineAt(span.start),
    })),
    bibliography,
    excerpts,
    passages: note.traces.map((trace, t) => assemblePassage(id, trace, t + 1, excerpts)),
    remarks: note.remarks.map(remarkOf),
    repairs: [...note.header.fields.values()].flatMap((field) => field.repairs),
  };
}

const isSpoken = (excerpt: NoteExcerpt): boolean =>
  excerpt.kind === 'quote' || excerpt.kind === 'heading' || excerpt.kind === 'note';

/** A paragraph of an interview is never a heading. */
function kindOf(excerpt: NoteExcerpt, kind: Source['kind']): Excerpt['kind'] {
  const oneLine = excerpt.lines[0] === excerpt.lines[1];
  return excerpt.kind === 'quote' && kind === 'source' && oneLine && isHeading(excerpt.text) ? 'heading' : excerpt.kind;
}

const remarkOf = (remark: NoteTrace['remarks'][number]): Remark => ({
  text: remark.text,
  line: remark.line,
  kind: remark.kind,
});

function assemblePassage(source: SourceId, trace: NoteTrace, number: number, excerpts: readonly Excerpt[]): Passage {
  const covered = trace.excerpts.flatMap((index) => excerpts[index] ?? []);
  const wanted = trace.openCodes.map((code) => foldWords(code.text));
  const spoken =
    wanted.length === 0
      ? new Set<string>()
      : standingIn(
          wanted,
          covered.map((excerpt) => foldWords(excerpt.text)),
        );
  const statements = trace.statements.map(statementOf);
  return {
    id: passageId(source, number),
    source,
    number,
    line: trace.line,
    excerpts: covered.map((excerpt): ExcerptId => excerpt.id),
    openCodes: trace.openCodes.map(({ text, line, sign, repairs }, i): OpenCode => ({
      text,
      line,
      ...(sign === undefined ? {} : { sign }),
      inVivo: spoken.has(wanted[i] ?? ''),
      codes: [],
      repairs,
    })),
    codes: [...new Set(statements.flatMap((statement) => statement.ids))],
    statements,
    remarks: trace.remarks.map(remarkOf),
    lines: [trace.line, trace.lastLine],
  };
}

function statementOf(statement: NoteTrace['statements'][number]): Statement {
  const { kind, text, line, define, relations, salvaged } = statement;
  return {
    kind,
    text,
    line,
    ids: statement.ids.map((id) => codeId(id)),
    ...(define ? { define: { ...define, id: codeId(define.id), label: repair(define.label).text } } : {}),
    ...(relations ? { relations } : {}),
    salvaged,
  };
}

/** Ties each open code to the codes of its passage that say the same words. */
export function joinOpenCodes(source: Source, codes: ReadonlyMap<string, Code>): Source {
  const passages = source.passages.map((passage): Passage => {
    if (passage.openCodes.length === 0) return passage;
    const taken = sameWords(passage.codes.map((id: CodeId) => ({ id, label: codes.get(id)?.label ?? id })));
    return { ...passage, openCodes: passage.openCodes.map((open) => ({ ...open, codes: taken(open.text) })) };
  });
  return { ...source, passages };
}

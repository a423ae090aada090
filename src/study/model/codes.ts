// In: all passages with their statements, and the codebook. Out: the codes of the study, in the order in which they are first seen.

import type { NoteStatement } from '../parse/note.ts';
import { codeId, slugOf, type CodeId } from './ids.ts';
import { looksAlike } from './spelling.ts';
import type { Code, CodebookEntry, CodeDefinition, Passage } from './study.ts';

interface Growing {
  readonly id: CodeId;
  readonly definitions: CodeDefinition[];
  readonly passages: Passage['id'][];
  firstSeen: Code['firstSeen'];
}

/** Codes of the notes by first appearance, then codes that only the codebook knows, in its order. */
export function collectCodes(
  passages: readonly Passage[],
  codebook: ReadonlyMap<string, CodebookEntry>,
): readonly Code[] {
  const growing = new Map<string, Growing>();
  for (const passage of passages) {
    for (const id of passage.codes) {
      const code = growOf(growing, id);
      code.passages.push(passage.id);
      code.firstSeen ??= { source: passage.source, passage: passage.id, line: lineOf(passage, id) };
    }
    for (const statement of passage.statements) {
      const { define } = statement;
      if (!define) continue;
      growOf(growing, define.id).definitions.push({
        source: passage.source,
        passage: passage.id,
        line: statement.line,
        label: define.label,
        kind: define.kind,
      });
    }
  }
  for (const id of codebook.keys()) growOf(growing, codeId(id));
  const finished = [...growing.values()].map((code) => finish(code, codebook.get(code.id) ?? null));
  return pointAtEachOther(finished);
}

function growOf(growing: Map<string, Growing>, id: CodeId): Growing {
  const known = growing.get(id);
  if (known) return known;
  const fresh: Growing = { id, definitions: [], passages: [], firstSeen: null };
  growing.set(id, fresh);
  return fresh;
}

const lineOf = (passage: Passage, id: CodeId): number =>
  passage.statements.find((statement) => statement.ids.includes(id))?.line ?? passage.line;

function finish(code: Growing, entry: CodebookEntry | null): Code {
  const first = code.definitions[0];
  return {
    id: code.id,
    slug: slugOf(code.id),
    label: (first?.label ?? '') || entry?.label || code.id,
    kind: first?.kind ?? null,
    definitions: code.definitions,
    aliases: entry?.aliases ?? [],
    codebook: entry,
    passages: code.passages,
    firstSeen: code.firstSeen,
    sameLabel: [],
    similar: [],
  };
}

const foldLabel = (label: string): string => label.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Same label and near-equal spelling are pointed out, never acted upon. */
function pointAtEachOther(codes: readonly Code[]): readonly Code[] {
  const byLabel = new Map<string, CodeId[]>();
  for (const code of codes) {
    if (code.definitions.length === 0 && !code.codebook?.label) continue;
    const label = foldLabel(code.label);
    byLabel.set(label, [...(byLabel.get(label) ?? []), code.id]);
  }
  const alike = looksAlike(codes.map((code) => code.id));
  return codes.map((code) => ({
    ...code,
    sameLabel: (byLabel.get(foldLabel(code.label)) ?? []).filter((id) => id !== code.id),
    similar: alike.get(code.id) ?? [],
  }));
}

/** Ids that are listed more than once in a trace, with how often and where last; links may well name a code again. */
export function repeatedIn(
  statements: readonly NoteStatement[],
): readonly { id: string; count: number; statement: NoteStatement }[] {
  const seen = new Map<string, { id: string; count: number; statement: NoteStatement }>();
  for (const statement of statements) {
    if (statement.kind === 'call' || statement.kind === 'assign') continue;
    for (const id of new Set(statement.ids)) {
      const known = seen.get(id);
      if (known) seen.set(id, { id, count: known.count + 1, statement });
      else seen.set(id, { id, count: 1, statement });
    }
  }
  return [...seen.values()].filter((entry) => entry.count > 1);
}

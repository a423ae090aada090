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
  link?: NonNullable<Code['link']>;
}

/** Codes of the notes by first appearance, then codes that only the codebook knows, in its order. */
export function collectCodes(
  passages: readonly Passage[],
  codebook: ReadonlyMap<string, CodebookEntry>,
): readonly Code[] {
  const growing = new Map<string, Growing>();
  for (const passage of passages) {
    const lines = linesOf(passage);
    for (const id of passage.codes) {
      const code = growOf(growing, id);
      code.passages.push(passage.id);
      code.firstSeen ??= { source: passage.source, passage: passage.id, line: lines.get(id) ?? passage.line };
    }
    for (const statement of passage.statements) {
      const { define } = statement;
      const [variable] = statement.ids;
      const link = statement.relations?.[0];
      if (statement.kind === 'assign' && variable !== undefined && link) growOf(growing, variable).link ??= link;
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

/** The line on which each code of a passage is first mentioned. */
function linesOf(passage: Passage): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const { ids, line } of passage.statements) for (const id of ids) if (!lines.has(id)) lines.set(id, line);
  return lines;
}

function finish(code: Growing, entry: CodebookEntry | null): Code {
  const first = code.definitions[0];
  const label = (first?.label ?? '').trim();
  return {
    id: code.id,
    slug: slugOf(code.id),
    label: label || entry?.label || code.id,
    kind: first?.kind ?? null,
    definitions: code.definitions,
    ...(code.link ? { link: code.link } : {}),
    aliases: entry?.aliases ?? [],
    codebook: entry,
    passages: code.passages,
    firstSeen: code.firstSeen,
    sameLabel: [],
    similar: [],
  };
}

const foldLabel = (label: string): string => label.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** So many others of the same label are named at a code; more of them are no slip. */
const mostNamed = 50;

/** Same label and near-equal spelling are pointed out, never acted upon. */
function pointAtEachOther(codes: readonly Code[]): readonly Code[] {
  const byLabel = new Map<string, CodeId[]>();
  for (const code of codes) {
    const label = ownLabel(code);
    const group = label === undefined ? undefined : byLabel.get(label);
    if (group) group.push(code.id);
    else if (label !== undefined) byLabel.set(label, [code.id]);
  }
  const alike = looksAlike(codes.map((code) => code.id));
  return codes.map((code) => ({
    ...code,
    sameLabel: (byLabel.get(ownLabel(code) ?? '') ?? [])
      .slice(0, mostNamed + 1)
      .filter((id) => id !== code.id)
      .slice(0, mostNamed),
    similar: alike.get(code.id) ?? [],
  }));
}

/** The label that a definition or the codebook gives; a code without one is called by its id and shares no label. */
function ownLabel(code: Code): string | undefined {
  const given = (code.definitions[0]?.label.trim() ?? '') !== '' || code.codebook?.label !== undefined;
  const label = foldLabel(code.label);
  return given && label !== '' ? label : undefined;
}

export interface Repeated {
  readonly id: string;
  readonly count: number;
  readonly first: NoteStatement;
  readonly last: NoteStatement;
}

/** Ids that are listed more than once in a trace, with how often, where first and where last; links may well name a code again. */
export function repeatedIn(statements: readonly NoteStatement[]): readonly Repeated[] {
  const seen = new Map<string, Repeated>();
  for (const statement of statements) {
    if (statement.kind === 'call' || statement.kind === 'assign') continue;
    for (const id of new Set(statement.ids)) {
      const { count, first } = seen.get(id) ?? { count: 0, first: statement };
      seen.set(id, { id, count: count + 1, first, last: statement });
    }
  }
  return [...seen.values()].filter((entry) => entry.count > 1);
}

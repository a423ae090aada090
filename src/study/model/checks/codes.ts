// In: the codes of the study and where each is written. Out: codes without definition, with two, with another's label or spelling.

import type { NoteTrace } from '../../parse/note.ts';
import { metaclasses, stereotypes } from '../../parse/metamodel.ts';
import { problem, problemAt } from '../../problems/report.ts';
import type { Place } from '../../problems/place.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Draft } from '../draft.ts';
import type { Mentions } from '../mentions.ts';
import type { Code, CodeDefinition, Source } from '../study.ts';

export interface CodeContext {
  readonly codes: ReadonlyMap<string, Code>;
  readonly mentions: Mentions;
}

export function checkCodes(codes: readonly Code[], context: CodeContext): readonly Problem[] {
  const order = new Map(codes.map((code, i) => [code.id as string, i]));
  return codes.flatMap((code) => [
    ...undefinedCode(code, context),
    ...redefinitions(code, context),
    ...pointers(code, context, order),
    ...reservedName(code, context),
  ]);
}

/** Where its first definition says its label, else where it is first mentioned; a code of the codebook alone is nowhere. */
function labelPlace(code: Code, { mentions }: CodeContext): Place | undefined {
  const first = code.definitions[0];
  return first ? mentions.label(first.source, first.line, code.id, first.label) : firstPlace(code, { mentions });
}

function firstPlace(code: Code, { mentions }: Pick<CodeContext, 'mentions'>): Place | undefined {
  const at = code.definitions[0] ?? code.firstSeen;
  return at ? mentions.id(at.source, at.line, code.id) : undefined;
}

const about = (code: Code): { codeId: string; source?: string } => ({
  codeId: code.id,
  ...(code.firstSeen ? { source: code.firstSeen.source } : {}),
});

function undefinedCode(code: Code, context: CodeContext): readonly Problem[] {
  const known = code.definitions.length > 0 || code.link !== undefined;
  const place = known || !code.firstSeen ? undefined : firstPlace(code, context);
  return place ? [problem('code-undefined', place, { id: code.id, count: code.passages.length }, about(code))] : [];
}

function redefinitions(code: Code, { mentions }: CodeContext): readonly Problem[] {
  const [first, ...later] = code.definitions;
  if (!first) return [];
  const placeOf = (definition: CodeDefinition, differs: boolean): Place =>
    differs && definition.kind === first.kind
      ? mentions.label(definition.source, definition.line, code.id, definition.label)
      : mentions.id(definition.source, definition.line, code.id);
  return later.map((one) => {
    const differs = one.label.trim() !== first.label.trim() || one.kind !== first.kind;
    const args = { id: code.id, kind: one.kind, label: one.label, firstKind: first.kind, firstLabel: first.label };
    const base = problem(differs ? 'code-redefined-differently' : 'code-redefined', placeOf(one, differs), args, {
      codeId: code.id,
      source: one.source,
      passage: one.passage,
    });
    return { ...base, other: { ...placeOf(first, differs), words: 'the first definition' } };
  });
}

/** Reported once for a pair, where the later of the two stands; of many with one label each points to the first. */
function pointers(code: Code, context: CodeContext, order: ReadonlyMap<string, number>): readonly Problem[] {
  const own = order.get(code.id) ?? 0;
  const earlier = (id: string): boolean => (order.get(id) ?? 0) < own;
  return [
    ...code.sameLabel
      .slice(0, 1)
      .filter(earlier)
      .flatMap((id) => pointTo('code-same-label', code, id, context, labelPlace)),
    ...code.similar.filter(earlier).flatMap((id) => pointTo('code-similar', code, id, context, firstPlace)),
  ];
}

function pointTo(
  name: 'code-same-label' | 'code-similar',
  code: Code,
  other: string,
  context: CodeContext,
  placeOf: (code: Code, context: CodeContext) => Place | undefined,
): readonly Problem[] {
  const place = placeOf(code, context);
  const second = context.codes.get(other);
  const there = second ? placeOf(second, context) : undefined;
  if (!place) return [];
  const base = problem(name, place, { id: code.id, other, label: code.label }, about(code));
  return [there ? { ...base, other: { ...there, words: `where ${other} stands` } } : base];
}

function reservedName(code: Code, context: CodeContext): readonly Problem[] {
  const place = firstPlace(code, context);
  if (!place || !(metaclasses.has(code.id) || stereotypes.has(code.id))) return [];
  return [problem('code-reserved-name', place, { id: code.id }, about(code))];
}

/** Open codes of a passage that no code takes up, at the first of them. */
export function checkOpenCodes(source: Source, draft: Draft): readonly Problem[] {
  return source.passages.flatMap((passage, p) => {
    const trace: NoteTrace | undefined = draft.note.traces[p];
    const unmatched = passage.openCodes.flatMap((open, i) => (open.codes.length === 0 ? [i] : []));
    const first = trace?.openCodes[unmatched[0] ?? -1];
    if (!first || passage.codes.length === 0) return [];
    const args = { count: unmatched.length, of: passage.openCodes.length, text: first.text.slice(0, 80) };
    const noticed = { code: 'trace-open-unmatched', span: first.span, args };
    return [problemAt(source.file, draft.lines.position, noticed, { source: source.id, passage: passage.id })];
  });
}

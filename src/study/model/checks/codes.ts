// In: the codes of the study and where each is first mentioned. Out: codes without definition, with two, with another's label or spelling.

import { metaclasses, stereotypes } from '../../parse/metamodel.ts';
import { problem } from '../../problems/report.ts';
import type { Place } from '../../problems/place.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Code, CodeDefinition, Passage, Source } from '../study.ts';

export interface CodeContext {
  readonly sources: ReadonlyMap<string, Source>;
  readonly codes: ReadonlyMap<string, Code>;
}

export function checkCodes(codes: readonly Code[], context: CodeContext): readonly Problem[] {
  return codes.flatMap((code) => [
    ...undefinedCode(code, context),
    ...redefinitions(code, context),
    ...pointers(code, context),
    ...reservedName(code, context),
  ]);
}

const placeOf = (context: CodeContext, source: string, line: number): Place => ({
  file: context.sources.get(source)?.file ?? '',
  line,
  column: 1,
});

function firstPlace(code: Code, context: CodeContext): Place | undefined {
  const at = code.definitions[0] ?? code.firstSeen;
  return at ? placeOf(context, at.source, at.line) : undefined;
}

const about = (code: Code): { codeId: string; source?: string } => ({
  codeId: code.id,
  ...(code.firstSeen ? { source: code.firstSeen.source } : {}),
});

function undefinedCode(code: Code, context: CodeContext): readonly Problem[] {
  if (code.definitions.length > 0 || !code.firstSeen) return [];
  const place = placeOf(context, code.firstSeen.source, code.firstSeen.line);
  return [problem('code-undefined', place, { id: code.id, count: code.passages.length }, about(code))];
}

function redefinitions(code: Code, context: CodeContext): readonly Problem[] {
  const [first, ...later] = code.definitions;
  if (!first) return [];
  return later.map((one) => {
    const same = one.label.trim() === first.label.trim() && one.kind === first.kind;
    const args = { id: code.id, kind: one.kind, label: one.label, firstKind: first.kind, firstLabel: first.label };
    const base = problem(
      same ? 'code-redefined' : 'code-redefined-differently',
      placeOf(context, one.source, one.line),
      args,
      {
        codeId: code.id,
        source: one.source,
        passage: one.passage,
      },
    );
    return { ...base, other: { ...definitionPlace(first, context), words: 'the first definition' } };
  });
}

const definitionPlace = (definition: CodeDefinition, context: CodeContext): Place =>
  placeOf(context, definition.source, definition.line);

/** A pair is reported once, where the later of the two stands. */
function pointers(code: Code, context: CodeContext): readonly Problem[] {
  const own = order(code, context);
  const place = firstPlace(code, context);
  if (!place) return [];
  const rows = [
    ['code-same-label', code.sameLabel],
    ['code-similar', code.similar],
  ] as const;
  return rows.flatMap(([name, others]) =>
    others.flatMap((id): readonly Problem[] => {
      const other = context.codes.get(id);
      if (!other || order(other, context) >= own) return [];
      const base = problem(name, place, { id: code.id, other: id, label: code.label }, about(code));
      const there = firstPlace(other, context);
      return [there ? { ...base, other: { ...there, words: `where ${id} stands` } } : base];
    }),
  );
}

const orders = new WeakMap<ReadonlyMap<string, Code>, ReadonlyMap<string, number>>();

function order(code: Code, context: CodeContext): number {
  let known = orders.get(context.codes);
  if (!known) {
    known = new Map([...context.codes.keys()].map((id, i) => [id, i]));
    orders.set(context.codes, known);
  }
  return known.get(code.id) ?? 0;
}

function reservedName(code: Code, context: CodeContext): readonly Problem[] {
  const place = firstPlace(code, context);
  if (!place || !(metaclasses.has(code.id) || stereotypes.has(code.id))) return [];
  return [problem('code-reserved-name', place, { id: code.id }, about(code))];
}

/** Open codes of a passage that no code takes up. */
export function checkOpenCodes(source: Source, passage: Passage): readonly Problem[] {
  const unmatched = passage.openCodes.filter((open) => open.codes.length === 0);
  const first = unmatched[0];
  if (!first || passage.codes.length === 0) return [];
  const args = { count: unmatched.length, of: passage.openCodes.length, text: first.text.slice(0, 80) };
  return [
    problem('trace-open-unmatched', { file: source.file, line: first.line, column: 1 }, args, {
      source: source.id,
      passage: passage.id,
    }),
  ];
}

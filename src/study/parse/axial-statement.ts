// In: one statement of an axial fence as an expression or assignment. Out: what it says about codes.

import { relationsOf } from './axial-relations.ts';
import { builtInNames, libraryFunctions, metaclasses } from './metamodel.ts';
import { meantFunction } from './misspelt.ts';
import type { NoteStatement, Notice } from './note.ts';
import type { PyCall, PyExpression, PyName } from './python-tree.ts';

export interface Meaning {
  readonly kind: NoteStatement['kind'];
  readonly ids: readonly string[];
  readonly define?: NonNullable<NoteStatement['define']>;
  readonly relations?: NonNullable<NoteStatement['relations']>;
  readonly notices: readonly Notice[];
  /** A function's name had to be mended. */
  readonly mended: boolean;
}

/** `text` is the whole fence and `start` its offset, for labels that lost both quotes. */
export function meaningOf(
  target: PyExpression | null,
  value: PyExpression | null,
  sourceText: (expression: PyExpression) => string,
): Meaning {
  const names = [...(target === null ? [] : namesIn(target)), ...(value === null ? [] : namesIn(value))];
  const ids = [...new Set(names)].filter((name) => !builtInNames.has(name));
  const call = value === null ? null : callOf(value);
  if (call === null) {
    const kind = target !== null ? 'assign' : ids.length > 0 ? 'reference' : 'other';
    return { kind, ids, notices: [], mended: false };
  }
  return meaningOfCall(call, target, ids, sourceText);
}

/** The call of `f(…)`, of `f(…)[0]`, and of `f(…),` with a comma at its end. */
function callOf(value: PyExpression): PyCall | null {
  if (value.kind === 'call') return value;
  const [only, ...others] = value.kind === 'list' && value.form === 'tuple' ? value.items : [];
  if (only !== undefined && others.length === 0) return callOf(only);
  return value.kind === 'subscript' ? callOf(value.object) : null;
}

function meaningOfCall(
  call: PyCall,
  target: PyExpression | null,
  ids: readonly string[],
  sourceText: (expression: PyExpression) => string,
): Meaning {
  const { meant, notices } = calledFunction(call);
  const mended = meant !== null && notices.length > 0;
  const [kind] = call.positional;
  const isClass = meant === 'CClass' || (meant === null && kind?.kind === 'name' && metaclasses.has(kind.name));
  if (isClass && target?.kind === 'name') {
    const define = { id: target.name, kind: kind?.kind === 'name' ? kind.name : '', label: labelOf(call, sourceText) };
    return { kind: 'define', ids, define, notices: [...notices, ...unknownKind(define.kind, kind ?? call)], mended };
  }
  const relations = meant === null ? [] : relationsOf(call, meant);
  return {
    kind: target === null ? 'call' : 'assign',
    ids,
    ...(relations.length > 0 ? { relations } : {}),
    notices,
    mended,
  };
}

function calledFunction(call: PyCall): { readonly meant: string | null; readonly notices: readonly Notice[] } {
  const { callee } = call;
  const written = callee.kind === 'name' || callee.kind === 'attribute' ? callee.name : '';
  if (libraryFunctions.has(written)) return { meant: written, notices: [] };
  const meant = meantFunction(written);
  const span = { start: callee.start, end: callee.end };
  const code = meant === null ? 'axial-unknown-function' : 'axial-misspelt-function';
  return { meant, notices: [{ code, span, args: { name: written, ...(meant === null ? {} : { meant }) } }] };
}

const unknownKind = (kind: string, at: PyExpression): readonly Notice[] =>
  metaclasses.has(kind) ? [] : [{ code: 'axial-unknown-kind', span: { start: at.start, end: at.end }, args: { kind } }];

/** The first text among the arguments; a label that lost its quotes is the words behind the kind. */
function labelOf(call: PyCall, sourceText: (expression: PyExpression) => string): string {
  const [, ...rest] = call.positional;
  for (const argument of call.positional) {
    const value = textOf(argument);
    if (value !== null) return value;
  }
  const named = call.keywords.find((keyword) => keyword.name === 'name');
  const value = named === undefined ? null : textOf(named.value);
  if (value !== null) return value;
  const [words] = rest;
  return words?.kind === 'name' ? sourceText(words) : '';
}

/** The value of a string or of strings joined by `+`. */
export function textOf(expression: PyExpression): string | null {
  if (expression.kind === 'string') return expression.value;
  if (expression.kind !== 'sum') return null;
  const parts = expression.operands.map(textOf);
  return parts.includes(null) ? null : parts.join('');
}

/** Every name in order of mention; a function that is called, a keyword and the words of a lost label are none. */
export function namesIn(expression: PyExpression): readonly string[] {
  switch (expression.kind) {
    case 'name':
      return [expression.name];
    case 'list':
      return expression.items.flatMap(namesIn);
    case 'dict':
      return expression.entries.flatMap(({ key, value }) => [...namesIn(key), ...namesIn(value)]);
    case 'call':
      return namesInCall(expression);
    case 'attribute':
      return libraryFunctions.has(expression.name) ? namesIn(expression.object) : dotted(expression);
    case 'subscript':
      return [...namesIn(expression.object), ...namesIn(expression.index)];
    case 'sum':
      return expression.operands.flatMap(namesIn);
    case 'comprehension':
      return [
        ...namesIn(expression.iterable),
        ...namesIn(expression.item).filter((name) => name !== expression.variable),
      ];
    default:
      return [];
  }
}

/** `a.b` outside a call is `a, b` with a full stop for the comma. */
const dotted = (expression: PyExpression & { kind: 'attribute' }): readonly string[] => [
  ...namesIn(expression.object),
  expression.name,
];

function namesInCall(call: PyCall): readonly string[] {
  const owner = call.callee.kind === 'attribute' ? namesIn(call.callee.object) : [];
  const [first] = call.positional;
  const isClass = call.callee.kind === 'name' && meantFunction(call.callee.name) === 'CClass';
  const kind = first?.kind === 'name' ? first : null;
  // Of a class only its superclasses are codes: the kind is none, and neither are the words of a label without quotes.
  const positional = isClass || (kind !== null && isKind(kind) && call.callee.kind === 'name') ? [] : call.positional;
  const isForces = call.callee.kind === 'name' && meantFunction(call.callee.name) === 'add_force_relations';
  return [
    ...owner,
    ...positional.flatMap((one) => (isForces ? withoutImpacts(one) : namesIn(one))),
    ...call.keywords.flatMap((keyword) => namesIn(keyword.value)),
  ];
}

/** `{solution: {force: impact}}`: an impact is no code, misspelt or not. */
function withoutImpacts(expression: PyExpression, depth = 0): readonly string[] {
  if (expression.kind !== 'dict') return namesIn(expression);
  return expression.entries.flatMap(({ key, value }) => [
    ...namesIn(key),
    ...(depth > 0 && value.kind === 'name' ? [] : withoutImpacts(value, depth + 1)),
  ]);
}

const isKind = (name: PyName): boolean => metaclasses.has(name.name);

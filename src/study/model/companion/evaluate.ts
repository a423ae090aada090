// In: expressions of a model file. Out: what they stand for. Names are looked up, never run; what cannot be read is told once.

import type { PyCall, PyExpression } from '../../parse/python-tree.ts';
import { isKindOf } from '../../parse/metamodel.ts';
import { builtIn } from './built-in.ts';
import { functions, methods, type Call } from './library.ts';
import { mayGoOn, report, type Frame, type Reading } from './reading.ts';
import { keyOf, listOf, unknown, type DefinitionValue, type KindValue, type Value } from './values.ts';

/** Calls a definition of the file itself; handed in, so that statements and expressions know each other one way only. */
export type CallDefinition = (definition: DefinitionValue, values: readonly Value[], frame: Frame) => Value;

export interface Evaluation {
  readonly reading: Reading;
  readonly frame: Frame;
  readonly callDefinition: CallDefinition;
}

export function evaluate(expression: PyExpression, at: Evaluation): Value {
  if (!mayGoOn(at.reading, at.frame.module, expression)) return unknown;
  switch (expression.kind) {
    case 'name':
      return lookUp(expression.name, expression, at);
    case 'string':
      return { type: 'string', value: expression.value };
    case 'number':
      return { type: 'number', value: expression.value };
    case 'boolean':
      return { type: 'boolean', value: expression.value };
    case 'none':
      return { type: 'none' };
    case 'list':
      return { type: 'list', items: expression.items.map((item) => evaluate(item, at)) };
    case 'dict':
      return readDict(expression, at);
    case 'sum':
      return readSum(
        expression.operands.map((operand) => evaluate(operand, at)),
        expression,
        at,
      );
    case 'attribute':
      return readAttribute(evaluate(expression.object, at), expression.name, expression, at);
    case 'subscript':
      return readSubscript(evaluate(expression.object, at), evaluate(expression.index, at));
    case 'call':
      return readCall(expression, at);
    case 'comprehension':
      return readComprehension(expression, at);
    case 'error':
      return unknown;
  }
}

function lookUp(name: string, span: PyExpression, { reading, frame }: Evaluation): Value {
  const value = frame.locals?.get(name) ?? frame.module.names.get(name)?.value ?? builtIn(name);
  if (value !== null) return value;
  report(reading, frame.module, 'model-name', span, { name: name.slice(0, 80) });
  return unknown;
}

function readDict(expression: PyExpression & { kind: 'dict' }, at: Evaluation): Value {
  const entries = new Map<unknown, { key: Value; value: Value }>();
  for (const entry of expression.entries) {
    const key = evaluate(entry.key, at);
    const value = evaluate(entry.value, at);
    if (key.type === 'unknown') continue;
    if (entries.has(keyOf(key))) {
      const name = entry.key.kind === 'name' ? entry.key.name : 'a key';
      report(at.reading, at.frame.module, 'model-key-twice', entry.key, { name });
    }
    entries.set(keyOf(key), { key, value });
  }
  return { type: 'dict', entries };
}

const longestText = 1_000_000;

/** Texts with texts, lists with lists. What could not be read leaves the rest of a list. */
function readSum(values: readonly Value[], span: PyExpression, { reading, frame }: Evaluation): Value {
  const known = values.filter((value) => value.type !== 'unknown');
  const size = known.reduce((sum, value) => sum + (value.type === 'list' ? value.items.length : 1), 0);
  if (!mayGoOn(reading, frame.module, span, size)) return unknown;
  if (known.length > 0 && known.every((value) => value.type === 'list')) {
    return { type: 'list', items: known.flatMap((value) => value.items) };
  }
  if (known.length < values.length) return unknown;
  if (known.every((value) => value.type === 'string')) {
    const length = known.reduce((sum, value) => sum + value.value.length, 0);
    if (length <= longestText) return { type: 'string', value: known.map((value) => value.value).join('') };
  }
  report(reading, frame.module, 'model-syntax', span, { what: 'a sum of other things than short texts or lists' });
  return unknown;
}

function readAttribute(of: Value, name: string, span: PyExpression, at: Evaluation): Value {
  if (of.type === 'unknown') return unknown;
  if (of.type === 'module') return of.names.get(name)?.value ?? lookUp(name, span, at);
  if (methods.has(name)) return { type: 'method', of, name };
  // A class stands for its class object too: both carry the same links.
  if (name === 'class_object' && of.type === 'class') return of;
  if (of.type === 'class' || of.type === 'bundle') {
    const text = of.type === 'class' ? of.label : of.name;
    if (name === 'name') return { type: 'string', value: text };
  }
  if (name === 'elements' && of.type === 'bundle') return { type: 'list', items: of.elements };
  if (of.type === 'class' && name === 'links') return { type: 'list', items: [...of.links] };
  if (of.type === 'link' && name === 'source') return of.first;
  if (of.type === 'link' && name === 'target') return of.second;
  if (of.type === 'kind' && (name === 'all_classes' || name === 'classes'))
    return classesOf(of, name === 'classes', at);
  report(at.reading, at.frame.module, 'model-syntax', span, {
    what: `the attribute “${name.slice(0, 80)}” of a ${of.type}`,
  });
  return unknown;
}

/** Classes of a kind; with those of the kinds that specialise it, unless only its own are asked for. */
function classesOf(kind: KindValue, own: boolean, { reading }: Evaluation): Value {
  const items = reading.classes.filter(
    (one) => one.kind === kind || (!own && one.kind !== null && specialises(one.kind, kind)),
  );
  return { type: 'list', items };
}

function specialises(kind: KindValue, wanted: KindValue, depth = 8): boolean {
  if (kind.variable !== '' && wanted.variable !== '') return isKindOf(kind.variable, wanted.variable);
  return depth > 0 && kind.parents.some((parent) => parent === wanted || specialises(parent, wanted, depth - 1));
}

function readSubscript(of: Value, index: Value): Value {
  if (of.type === 'unknown') return of;
  if (of.type === 'list' && index.type === 'number') return of.items.at(index.value) ?? unknown;
  if (of.type === 'dict') return of.entries.get(keyOf(index))?.value ?? unknown;
  // One link where a list of one is expected.
  return of.type === 'link' ? of : unknown;
}

function readComprehension(expression: PyExpression & { kind: 'comprehension' }, at: Evaluation): Value {
  const items = elementsOf(evaluate(expression.iterable, at)).map((item) => {
    const locals = new Map([...(at.frame.locals ?? []), [expression.variable, item] as const]);
    return evaluate(expression.item, { ...at, frame: { ...at.frame, locals } });
  });
  return { type: 'list', items };
}

/** What a loop runs over: the items of a list, the keys of a dictionary. */
export const elementsOf = (value: Value): readonly Value[] =>
  value.type === 'dict'
    ? [...value.entries.values()].map((entry) => entry.key)
    : value.type === 'list'
      ? listOf(value)
      : [];

function readCall(expression: PyCall, at: Evaluation): Value {
  const callee = evaluate(expression.callee, at);
  const call: Call = {
    reading: at.reading,
    module: at.frame.module,
    span: expression,
    positional: expression.positional.map((argument) => evaluate(argument, at)),
    keywords: new Map(expression.keywords.map((keyword) => [keyword.name, evaluate(keyword.value, at)])),
  };
  if (callee.type === 'unknown') return unknown;
  if (callee.type === 'definition') return at.callDefinition(callee, call.positional, at.frame);
  if (callee.type === 'method') return methods.get(callee.name)?.(callee.of, call) ?? unknown;
  const make = callee.type === 'function' ? functions.get(callee.name) : undefined;
  if (make) return make(call);
  const what = callee.type === 'function' ? `a call of ${callee.name}` : `a call of a ${callee.type}`;
  report(at.reading, at.frame.module, 'model-syntax', expression, { what });
  return unknown;
}

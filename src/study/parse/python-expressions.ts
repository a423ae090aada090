// In: nodes of @lezer/python's tree. Out: expressions of our own tree, with an error node for everything outside it.

import type { Span } from '../problems/place.ts';
import { stringValue } from './python-strings.ts';
import type { PyCall, PyDict, PyError, PyExpression } from './python-tree.ts';
import type { parser } from '@lezer/python';

type PyTree = ReturnType<typeof parser.parse>;
export type PyNode = PyTree['topNode'];

export interface ExpressionReading {
  readonly text: string;
  readonly start: number;
  readonly errors: PyError[];
}

/** Levels of brackets and blocks that are followed; researchers use six. */
export const maxNesting = 32;

/** The places where the parser had to skip or invent something. */
export function errorsOf(tree: PyTree, start: number): PyError[] {
  const errors: PyError[] = [];
  tree.iterate({
    enter: (node) => {
      if (node.type.isError) {
        errors.push({
          kind: 'error',
          reason: 'syntax',
          what: 'syntax',
          start: start + node.from,
          end: start + node.to,
        });
      }
    },
  });
  return errors;
}

const spanOf = (node: PyNode, reading: ExpressionReading): Span => ({
  start: reading.start + node.from,
  end: reading.start + node.to,
});

const textOf = (node: PyNode, reading: ExpressionReading): string => reading.text.slice(node.from, node.to);

function partsOf(node: PyNode): PyNode[] {
  const parts: PyNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (!child.type.isError && child.name !== 'Comment') parts.push(child);
  }
  return parts;
}

const punctuation = new Set(['(', ')', '[', ']', '{', '}', ',', ':']);
const withoutPunctuation = (nodes: readonly PyNode[]): PyNode[] => nodes.filter((node) => !punctuation.has(node.name));

/** One expression, or a tuple when commas stand between several. `owner` is what an empty one is blamed on. */
export function readList(
  nodes: readonly PyNode[],
  reading: ExpressionReading,
  depth: number,
  owner: PyNode,
): PyExpression {
  const items = withoutPunctuation(nodes);
  const [first] = items;
  if (first === undefined) return refuse(owner, reading, 'syntax');
  if (items.length === 1 && nodes.length === 1) return readExpression(first, reading, depth);
  const last = items.at(-1) ?? first;
  return {
    kind: 'list',
    form: 'tuple',
    items: items.map((item) => readExpression(item, reading, depth)),
    start: reading.start + first.from,
    end: reading.start + last.to,
  };
}

function refuse(node: PyNode, reading: ExpressionReading, reason: PyError['reason']): PyError {
  const error: PyError = { kind: 'error', reason, what: node.name, ...spanOf(node, reading) };
  reading.errors.push(error);
  return error;
}

// Invisible characters are no part of a name; smart quotes are no letters, though the parser takes them for some.
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const identifier = /^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u;

function readName(node: PyNode, reading: ExpressionReading): PyExpression {
  const name = textOf(node, reading).replace(invisible, '');
  return identifier.test(name) ? { kind: 'name', name, ...spanOf(node, reading) } : refuse(node, reading, 'syntax');
}

export function readExpression(node: PyNode, reading: ExpressionReading, depth: number): PyExpression {
  if (depth > maxNesting) return refuse(node, reading, 'too-deep');
  const span = spanOf(node, reading);
  const items = (): PyExpression[] =>
    withoutPunctuation(partsOf(node)).map((part) => readExpression(part, reading, depth + 1));
  switch (node.name) {
    case 'VariableName':
      return readName(node, reading);
    case 'String':
      return { kind: 'string', value: stringValue(textOf(node, reading)), ...span };
    case 'ContinuedString':
      return readJoinedStrings(node, reading);
    case 'Number':
      return readNumber(node, reading, 1);
    case 'UnaryExpression':
      return readNegative(node, reading);
    case 'Boolean':
      return { kind: 'boolean', value: textOf(node, reading) === 'True', ...span };
    case 'None':
      return { kind: 'none', ...span };
    case 'ParenthesizedExpression':
      return readList(withoutPunctuation(partsOf(node)), reading, depth + 1, node);
    case 'ArrayExpression':
      return { kind: 'list', form: 'list', items: items(), ...span };
    case 'TupleExpression':
      return { kind: 'list', form: 'tuple', items: items(), ...span };
    case 'SetExpression':
      return { kind: 'list', form: 'set', items: items(), ...span };
    case 'DictionaryExpression':
      return readDict(node, reading, depth);
    case 'CallExpression':
      return readCall(node, reading, depth);
    case 'MemberExpression':
      return readMember(node, reading, depth);
    case 'BinaryExpression':
      return readSum(node, reading, depth);
    case 'ArrayComprehensionExpression':
      return readComprehension(node, reading, depth);
    default:
      return refuse(node, reading, 'unsupported');
  }
}

function readJoinedStrings(node: PyNode, reading: ExpressionReading): PyExpression {
  const parts = partsOf(node);
  if (parts.some((part) => part.name !== 'String')) return refuse(node, reading, 'unsupported');
  const value = parts.map((part) => stringValue(textOf(part, reading))).join('');
  return { kind: 'string', value, ...spanOf(node, reading) };
}

function readNumber(node: PyNode, reading: ExpressionReading, sign: 1 | -1): PyExpression {
  const value = sign * Number(textOf(node, reading).replaceAll('_', ''));
  return Number.isNaN(value)
    ? refuse(node, reading, 'unsupported')
    : { kind: 'number', value, ...spanOf(node, reading) };
}

function readNegative(node: PyNode, reading: ExpressionReading): PyExpression {
  const [sign, operand] = partsOf(node);
  if (sign === undefined || textOf(sign, reading) !== '-' || operand?.name !== 'Number') {
    return refuse(node, reading, 'unsupported');
  }
  return { ...readNumber(operand, reading, -1), ...spanOf(node, reading) };
}

function readDict(node: PyNode, reading: ExpressionReading, depth: number): PyDict {
  const entries: { key: PyExpression; value: PyExpression }[] = [];
  let key: PyNode | null = null;
  for (const part of partsOf(node)) {
    if (part.name === '{' || part.name === '}' || part.name === ':') continue;
    if (part.name === ',') key = null;
    else if (part.name === '**') refuse(part, reading, 'unsupported');
    else if (key === null) key = part;
    else {
      entries.push({ key: readExpression(key, reading, depth + 1), value: readExpression(part, reading, depth + 1) });
      key = null;
    }
  }
  return { kind: 'dict', entries, ...spanOf(node, reading) };
}

function readCall(node: PyNode, reading: ExpressionReading, depth: number): PyExpression {
  const [callee, list] = partsOf(node);
  if (callee === undefined || list?.name !== 'ArgList') return refuse(node, reading, 'syntax');
  const positional: PyExpression[] = [];
  const keywords: PyCall['keywords'][number][] = [];
  for (const argument of argumentsOf(list)) {
    const [first, operator, value] = argument;
    if (first === undefined) continue;
    if (argument.length === 1) positional.push(readExpression(first, reading, depth + 1));
    else if (operator?.name === 'AssignOp' && value !== undefined && argument.length === 3) {
      const span = { start: reading.start + first.from, end: reading.start + value.to };
      keywords.push({ name: textOf(first, reading), value: readExpression(value, reading, depth + 1), ...span });
    } else refuse(first, reading, 'unsupported');
  }
  const read = readExpression(callee, reading, depth + 1);
  return { kind: 'call', callee: read, positional, keywords, ...spanOf(node, reading) };
}

function argumentsOf(list: PyNode): PyNode[][] {
  const groups: PyNode[][] = [[]];
  for (const part of partsOf(list)) {
    if (part.name === ',') groups.push([]);
    else if (part.name !== '(' && part.name !== ')') groups.at(-1)?.push(part);
  }
  return groups;
}

function readMember(node: PyNode, reading: ExpressionReading, depth: number): PyExpression {
  const [object, mark, inner, ...rest] = partsOf(node);
  if (object === undefined || inner === undefined) return refuse(node, reading, 'syntax');
  const read = readExpression(object, reading, depth + 1);
  const span = spanOf(node, reading);
  if (mark?.name === '.') return { kind: 'attribute', object: read, name: textOf(inner, reading), ...span };
  if (rest.length !== 1) return refuse(node, reading, 'unsupported');
  return { kind: 'subscript', object: read, index: readExpression(inner, reading, depth + 1), ...span };
}

/** `a + b + c` leans to the left: unrolled, so that its length is no nesting. */
function readSum(node: PyNode, reading: ExpressionReading, depth: number): PyExpression {
  const operands: PyExpression[] = [];
  let left: PyNode = node;
  while (left.name === 'BinaryExpression') {
    const [first, operator, second, ...rest] = partsOf(left);
    const isSum = operator !== undefined && textOf(operator, reading) === '+';
    if (first === undefined || second === undefined || !isSum || rest.length > 0) {
      return refuse(node, reading, 'unsupported');
    }
    operands.push(readExpression(second, reading, depth + 1));
    left = first;
  }
  operands.push(readExpression(left, reading, depth + 1));
  return { kind: 'sum', operands: operands.reverse(), ...spanOf(node, reading) };
}

function readComprehension(node: PyNode, reading: ExpressionReading, depth: number): PyExpression {
  const [item, keyword, variable, within, iterable, ...rest] = withoutPunctuation(partsOf(node));
  const shape = keyword?.name === 'for' && variable?.name === 'VariableName' && within?.name === 'in';
  if (item === undefined || !shape || iterable === undefined || rest.length > 0)
    return refuse(node, reading, 'unsupported');
  return {
    kind: 'comprehension',
    item: readExpression(item, reading, depth + 1),
    variable: textOf(variable, reading),
    iterable: readExpression(iterable, reading, depth + 1),
    ...spanOf(node, reading),
  };
}

// In: Python text and its offset in the file. Out: our small tree of it. Parsed by @lezer/python, which tolerates errors; never run.

import { parser } from '@lezer/python';
import { errorsOf, maxNesting, readList, type PyNode } from './python-expressions.ts';
import type { Span } from '../problems/place.ts';
import type { PyError, PyExpression, PyImport, PyReading, PyStatement } from './python-tree.ts';

/** One parse of one text. `errors` grows while the tree is read. */
interface Reading {
  readonly text: string;
  readonly start: number;
  readonly errors: PyError[];
}

/** Any text gives a tree and never an exception; time is linear in the text. Deeper than 32 levels is an error in the tree. */
export function parsePython(text: string, start = 0): PyReading {
  const tree = parser.parse(plainLines(text));
  const reading: Reading = { text, start, errors: errorsOf(tree, start) };
  const statements = childrenOf(tree.topNode).flatMap((node) => readStatement(node, reading, 0));
  return { statements, errors: reading.errors };
}

/** Where broken Python breaks, with at least one character; `fallback` where the parser does not say or the text is too long to ask. */
export function breakIn(text: string, start: number, fallback: Span): Span {
  const first = text.length > longestBroken ? undefined : errorsOf(parser.parse(plainLines(text)), start)[0];
  if (!first) return fallback;
  const quote = openQuote(text);
  if (quote !== undefined && start + quote < first.start) return { start: start + quote, end: start + quote + 1 };
  const from = Math.min(first.start, start + text.length - 1);
  return { start: from, end: Math.max(first.end, from + 1) };
}

/** The first quotation mark that its line does not close: the parser notices it only further on. */
function openQuote(text: string): number | undefined {
  if (/'''|"""/.test(text)) return undefined;
  let open: number | undefined;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i];
    if (character === '\\') i += 1;
    else if (open === undefined && (character === '"' || character === "'")) open = i;
    else if (open !== undefined && character === text[open]) open = undefined;
    else if (open !== undefined && (character === '\n' || character === '\r')) return open;
  }
  return open;
}

const longestBroken = 2000;

// The parser knows LF, blank and tab only. Every replacement keeps the length, so that offsets stay true.
const blanks = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const gapBeforeEnd = /\\([ \t]+)\n/g;

function plainLines(text: string): string {
  const unified = text.replace(blanks, ' ').replace(/\r\n/g, ' \n').replace(/\r/g, '\n');
  return unified.replace(gapBeforeEnd, '$1\\\n');
}

function childrenOf(node: PyNode): PyNode[] {
  const children: PyNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (!child.type.isError && child.name !== 'Comment') children.push(child);
  }
  return children;
}

const spanOf = (node: PyNode, reading: Reading) => ({ start: reading.start + node.from, end: reading.start + node.to });

const textOf = (node: PyNode, reading: Reading): string => reading.text.slice(node.from, node.to);

function readStatement(node: PyNode, reading: Reading, depth: number): readonly PyStatement[] {
  const span = spanOf(node, reading);
  if (depth > maxNesting) {
    reading.errors.push({ kind: 'error', reason: 'too-deep', what: node.name, ...span });
    return [];
  }
  const expression = (from: readonly PyNode[]): PyExpression => readList(from, reading, depth + 1, node);
  switch (node.name) {
    case 'StatementGroup':
      return childrenOf(node).flatMap((child) => (child.name === ';' ? [] : readStatement(child, reading, depth + 1)));
    case 'ExpressionStatement':
      return [{ kind: 'expression', value: expression(childrenOf(node)), ...span }];
    case 'AssignStatement': {
      const parts = splitAt(childrenOf(node), 'AssignOp').map(expression);
      const value = parts.pop();
      // `name: kind` assigns nothing; in notes the colon stands for `=`.
      if (parts.length === 0)
        reading.errors.push({ kind: 'error', reason: 'unsupported', what: 'an annotation', ...span });
      return value === undefined ? [] : [{ kind: 'assign', targets: parts, value, ...span }];
    }
    case 'ImportStatement':
      return readImport(node, reading);
    case 'ForStatement':
      return [readFor(node, reading, depth)];
    case 'FunctionDefinition':
      return [readDefinition(node, reading, depth)];
    default:
      return [{ kind: 'other', what: node.name, ...span }];
  }
}

/** `a, b = c` → [[a, `,`, b], [c]]. A type annotation belongs to no part. */
function splitAt(nodes: readonly PyNode[], separator: string): PyNode[][] {
  const parts: PyNode[][] = [[]];
  for (const node of nodes) {
    if (node.name === separator) parts.push([]);
    else if (node.name !== 'TypeDef') parts.at(-1)?.push(node);
  }
  return parts.filter((part) => part.length > 0);
}

function readImport(node: PyNode, reading: Reading): PyImport[] {
  const children = childrenOf(node);
  const at = children.findIndex((child) => child.name === 'import');
  const dotted = (nodes: readonly PyNode[]): string => nodes.map((part) => textOf(part, reading)).join('');
  const named = children.slice(at + 1).filter((child) => child.name !== '(' && child.name !== ')');
  const groups = splitAt(named, ',').map((group) => {
    const as = group.findIndex((child) => child.name === 'as');
    const name = dotted(as < 0 ? group : group.slice(0, as));
    const last = group.at(-1) ?? node;
    const span = { start: reading.start + (group[0] ?? node).from, end: reading.start + last.to };
    return { name, as: as < 0 ? name : dotted(group.slice(as + 1)), span };
  });
  const span = spanOf(node, reading);
  if (children[0]?.name !== 'from') {
    return groups.map(({ name, as }) => ({ kind: 'import', module: name, names: null, as, ...span }));
  }
  const everything = named.some((child) => child.name === '*');
  const module = dotted(children.slice(1, Math.max(at, 1)));
  return [{ kind: 'import', module, names: everything ? '*' : groups, as: '', ...span }];
}

function bodyOf(node: PyNode, reading: Reading, depth: number): PyStatement[] {
  const body = childrenOf(node).find((child) => child.name === 'Body');
  if (body === undefined) return [];
  return childrenOf(body).flatMap((child) => (child.name === ':' ? [] : readStatement(child, reading, depth + 1)));
}

function readFor(node: PyNode, reading: Reading, depth: number): PyStatement {
  const children = childrenOf(node);
  const first = children.findIndex((child) => child.name === 'for') + 1;
  const within = children.findIndex((child) => child.name === 'in');
  const body = children.findIndex((child) => child.name === 'Body');
  return {
    kind: 'for',
    variable: readList(children.slice(first, Math.max(first, within)), reading, depth + 1, node),
    iterable: readList(children.slice(within + 1, body < 0 ? undefined : body), reading, depth + 1, node),
    body: bodyOf(node, reading, depth),
    ...spanOf(node, reading),
  };
}

function readDefinition(node: PyNode, reading: Reading, depth: number): PyStatement {
  const children = childrenOf(node);
  const name = children.find((child) => child.name === 'VariableName');
  const list = children.find((child) => child.name === 'ParamList');
  const parameters = list === undefined ? [] : splitAt(childrenOf(list), ',');
  return {
    kind: 'def',
    name: name === undefined ? '' : textOf(name, reading),
    parameters: parameters.flatMap((parts) => {
      const parameter = parts.find((part) => part.name === 'VariableName');
      return parameter === undefined ? [] : [textOf(parameter, reading)];
    }),
    body: bodyOf(node, reading, depth),
    ...spanOf(node, reading),
  };
}

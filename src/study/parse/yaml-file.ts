// In: the text of a YAML file of the researcher's. Out: its values as plain data, with the place of every key and value, and what is wrong
// with it.

import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { Span } from '../problems/place.ts';
import { linesOf, type Locator } from '../read/lines.ts';
import type { Notice } from './note.ts';

export type Path = readonly (string | number)[];

export interface YamlFile {
  readonly data: unknown;
  readonly notices: readonly Notice[];
  /** Where the value at a path stands (`['claims', 2, 'evidence']`); the nearest that there is, else the top of the file. */
  readonly spanOf: (path: Path) => Span;
  /** Where the key at the end of a path stands. */
  readonly keySpanOf: (path: Path) => Span;
  readonly lineOf: (path: Path) => number;
  /** What the author wrote for a number or a truth value: `1.10` is the release after 1.9, and not 1.1. */
  readonly writtenAt: (path: Path) => string | undefined;
}

const top: Span = { start: 0, end: 1 };
const fault = (span: Span, reason: string): Notice => ({ code: 'settings-syntax', span, args: { reason } });

/** No tags, no merge keys, no aliases beyond a handful: a settings file is data. */
export function parseYaml(text: string): YamlFile {
  const notices: Notice[] = [];
  const document = documentOf(text, notices);
  const data: unknown = document ? safeData(document, notices) : null;
  const pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
  const root: unknown = data === null ? null : document?.contents;
  let locator: Locator | undefined;
  const spanOf = (path: Path): Span => rangeOf(stepsTo(root, path, pairs).at(-1)?.node) ?? top;
  const nodeAt = (path: Path): unknown => {
    const steps = stepsTo(root, path, pairs);
    return steps.length > path.length ? steps.at(-1)?.node : undefined;
  };
  return {
    data,
    notices,
    spanOf,
    keySpanOf: (path) => rangeOf(stepsTo(root, path, pairs).at(-1)?.key) ?? spanOf(path),
    writtenAt: (path) => {
      const node = nodeAt(path);
      return isScalar(node) ? node.source : undefined;
    },
    lineOf: (path) => (locator ??= linesOf(text)).lineAt(spanOf(path).start),
  };
}

/** `undefined` when it cannot be relied on: an error, or a key that stands twice. */
function documentOf(text: string, notices: Notice[]): Document | undefined {
  try {
    // Equal keys are looked for below: the library compares each with all others.
    const document = parseDocument(text, { schema: 'core', version: '1.2', uniqueKeys: false, prettyErrors: false });
    for (const error of [...document.errors, ...document.warnings]) {
      const [start, end] = error.pos;
      if (/call stack|stack overflow/i.test(error.message)) throw error;
      notices.push(fault({ start, end: Math.max(end, start + 1) }, error.message.split('\n')[0] ?? 'it is not YAML'));
    }
    const faulty = document.errors.length > 0 || noticeKeys(document, notices);
    return faulty ? undefined : document;
  } catch {
    // Its stack is the only limit that the library has.
    notices.length = 0;
    notices.push(fault(top, 'it is nested too deeply'));
    return undefined;
  }
}

/** True when a key stands twice in one place, or is more than a text. */
function noticeKeys(document: Document, notices: Notice[]): boolean {
  const before = notices.length;
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const name = nameOf(key);
        if (!isScalar(key)) notices.push(fault(rangeOf(key) ?? top, 'a key is not a text'));
        if (seen.has(name)) notices.push(fault(rangeOf(key) ?? top, `the key “${name.slice(0, 80)}” stands twice`));
        seen.add(name);
      }
    },
  });
  return notices.length > before;
}

function safeData(document: Document, notices: Notice[]): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch {
    let first: Span | undefined;
    visit(document, {
      Alias: (_, alias) => {
        first = rangeOf(alias);
        return visit.BREAK;
      },
    });
    notices.push(fault(first ?? top, 'it repeats itself by too many aliases'));
    return null;
  }
}

const nameOf = (key: unknown): string => (isScalar(key) ? String(key.value) : String(key));

interface Step {
  readonly key: unknown;
  readonly node: unknown;
}

/** The nodes along a path, as far as there are any. */
function stepsTo(root: unknown, path: Path, known: WeakMap<YAMLMap, ReadonlyMap<string, Pair>>): readonly Step[] {
  const steps: Step[] = [{ key: undefined, node: root }];
  for (const name of path) {
    const node = steps.at(-1)?.node;
    if (isMap(node)) {
      const pair = pairsOf(node, known).get(String(name));
      if (!pair) return steps;
      steps.push({ key: pair.key, node: pair.value ?? pair.key });
    } else if (isSeq(node) && node.items[Number(name)] !== undefined)
      steps.push({ key: undefined, node: node.items[Number(name)] });
    else return steps;
  }
  return steps;
}

function pairsOf(map: YAMLMap, known: WeakMap<YAMLMap, ReadonlyMap<string, Pair>>): ReadonlyMap<string, Pair> {
  let pairs = known.get(map);
  if (!pairs) known.set(map, (pairs = new Map(map.items.map((pair) => [nameOf(pair.key), pair]))));
  return pairs;
}

function rangeOf(node: unknown): Span | undefined {
  const range = isNode(node) ? (node satisfies Node).range : undefined;
  return range ? { start: range[0], end: Math.max(range[1], range[0]) } : undefined;
}

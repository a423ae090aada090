// In: the text of a YAML file of the researcher's. Out: its values as plain data, with the line of every key, and what is wrong with it.

import { LineCounter, isMap, isPair, isScalar, isSeq, parseDocument, type Node, type Pair } from 'yaml';
import type { Notice } from './note.ts';

export interface YamlFile {
  readonly data: unknown;
  readonly notices: readonly Notice[];
  /** Line of the node at a path (`['claims', 2, 'evidence']`), 1 when there is none. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

/** No tags, no merge keys, no aliases beyond a handful: a settings file is data. */
export function parseYaml(text: string): YamlFile {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    schema: 'core',
    version: '1.2',
    uniqueKeys: true,
    prettyErrors: false,
  });
  const notices: Notice[] = [...document.errors, ...document.warnings].map((error) => ({
    code: 'settings-syntax',
    span: { start: error.pos[0], end: Math.max(error.pos[1], error.pos[0] + 1) },
    args: { reason: error.message.split('\n')[0] ?? 'it is not YAML' },
  }));
  const data: unknown = document.errors.length > 0 ? null : safeData(document, notices);
  return {
    data,
    notices,
    lineOf: (path) => {
      const node = document.errors.length > 0 ? undefined : nodeAt(document.contents, path);
      return node?.range ? counter.linePos(node.range[0]).line : 1;
    },
  };
}

function safeData(document: ReturnType<typeof parseDocument>, notices: Notice[]): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch {
    notices.push({
      code: 'settings-syntax',
      span: { start: 0, end: 1 },
      args: { reason: 'it repeats itself by too many aliases' },
    });
    return null;
  }
}

function nodeAt(root: unknown, path: readonly (string | number)[]): Node | undefined {
  let node: unknown = root;
  for (const step of path) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
      );
      node = pair?.value ?? pair?.key;
    } else if (isSeq(node)) node = node.items[Number(step)];
    else return undefined;
  }
  // Everything that yaml puts into a tree is one of its nodes.
  return node === null || node === undefined ? undefined : (node as Node);
}

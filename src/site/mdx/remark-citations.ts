// In: the tree of a prose page. Out: `[@s6]`, `[@s6-e12]`, `[@s6-p3]` and `[@access_control]` as links to what they cite, several of them
// in one pair of brackets (`[@s6; @s20]`) in brackets again.
// An id that the study does not have stays as it was written, marked, and is reported with its place.

import { codePath, excerptAnchor, excerptPath, passagePath, sourcePath } from '#study';
import type { Edition } from '#site/study.ts';

/** The part of mdast that is read and made here. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly data?: { readonly hName?: string; readonly hProperties: Readonly<Record<string, string>> };
  readonly position?: { readonly start: { readonly line: number; readonly column: number } };
  children?: Node[];
}

interface Page {
  readonly path?: string;
}

export interface UnknownCitation {
  readonly page: string;
  readonly id: string;
  readonly line: number;
  readonly column: number;
}

export interface CitationOptions {
  readonly edition: () => Edition | undefined;
  /** Told of each `[@id]` that the study does not have. */
  readonly unknown?: (citation: UnknownCitation) => void;
}

export function remarkCitations(options: CitationOptions) {
  return (tree: Node, page: Page): void => {
    const edition = options.edition();
    if (edition) walk(tree, (text) => cited(text, edition, page.path ?? '', options.unknown));
  };
}

/** Text in links stays text: a link in a link is no link. */
function walk(node: Node, replace: (text: Node) => readonly Node[]): void {
  if (!node.children || node.type === 'link' || node.type === 'linkReference') return;
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text') return [...replace(child)];
    walk(child, replace);
    return [child];
  });
}

const citation = /\[@([^\]\n]{1,200})\]/g;

function cited(text: Node, edition: Edition, page: string, unknown: CitationOptions['unknown']): readonly Node[] {
  const value = text.value ?? '';
  const nodes: Node[] = [];
  let end = 0;
  for (const match of value.matchAll(citation)) {
    if (match.index > end) nodes.push({ type: 'text', value: value.slice(end, match.index) });
    end = match.index + match[0].length;
    const ids = (match[1] ?? '').split(/;[ \t]*@/);
    const made = ids.map((id) => {
      const target = citedThing(id.trim(), edition);
      if (!target) unknown?.({ page, id: id.trim(), ...placeIn(text, value.slice(0, match.index)) });
      return target ? link(id.trim(), target, edition.base) : unresolved(ids.length === 1 ? match[0] : `@${id}`);
    });
    nodes.push(...(ids.length === 1 ? made : bracketed(made)));
  }
  if (end === 0) return [text];
  if (end < value.length) nodes.push({ type: 'text', value: value.slice(end) });
  return nodes;
}

/** `[first; second]`, as the author wrote it. */
const bracketed = (nodes: readonly Node[]): readonly Node[] => [
  ...nodes.flatMap((node, i): readonly Node[] => [{ type: 'text', value: i === 0 ? '[' : '; ' }, node]),
  { type: 'text', value: ']' },
];

interface Target {
  readonly kind: 'source' | 'excerpt' | 'passage' | 'code';
  readonly path: string;
  readonly words: string;
}

function citedThing(id: string, { study, excerptPages }: Edition): Target | undefined {
  if (study.sourceById.has(id)) return { kind: 'source', path: sourcePath(id), words: id };
  const excerpt = study.excerptById.get(id);
  if (excerpt) {
    const path = excerptPages ? excerptPath(excerpt.id) : excerptAnchor(excerpt.source, excerpt.id);
    return { kind: 'excerpt', path, words: id };
  }
  const passage = study.passageById.get(id);
  if (passage) return { kind: 'passage', path: passagePath(passage.source, passage.id), words: id };
  const code = study.codeById.get(id);
  return code ? { kind: 'code', path: codePath(code.slug), words: code.label } : undefined;
}

const link = (id: string, { kind, path, words }: Target, base: string): Node => ({
  type: 'link',
  url: base + path,
  data: { hProperties: { className: `cited cited-${kind}`, dataCites: id } },
  children: [{ type: 'text', value: words }],
});

const unresolved = (words: string): Node => ({
  type: 'emphasis',
  data: { hName: 'mark', hProperties: { className: 'unresolved', title: 'The study has nothing of this name.' } },
  children: [{ type: 'text', value: words }],
});

function placeIn(text: Node, before: string): { line: number; column: number } {
  const start = text.position?.start ?? { line: 1, column: 1 };
  const lines = before.split('\n');
  const last = lines.at(-1) ?? '';
  return lines.length === 1
    ? { line: start.line, column: start.column + [...last].length }
    : { line: start.line + lines.length - 1, column: [...last].length + 1 };
}

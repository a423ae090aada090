// In: the MDX document of a source. Out: what it is made of, for the page to place components. Parsed when the page renders; nothing of
// it is compiled or run: a short list of components with an id each, and an error for everything else.

import { mdxToMdast } from 'satteri';

export type SourcePart =
  | { readonly kind: 'passage'; readonly id: string; readonly parts: readonly SourcePart[] }
  | { readonly kind: 'excerpt' | 'figure' | 'listing'; readonly id: string };

/** The part of satteri's tree that is read here; its own type covers every Markdown and HTML node. */
interface Node {
  readonly type: string;
  readonly name?: string | null;
  readonly attributes?: readonly { readonly type: string; readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly Node[];
}

const kinds = { Passage: 'passage', Excerpt: 'excerpt', Figure: 'figure', Listing: 'listing' } as const;

export function sourceParts(document: string): readonly SourcePart[] {
  // The cast narrows the tree to the interface above; `part` checks each node before it is used.
  const tree = mdxToMdast(bodyOf(document), { features: { smartPunctuation: false, gfm: false } }) as Node;
  return (tree.children ?? []).map(part);
}

/** Front matter is the loader's matter: the body begins after its closing line. */
const bodyOf = (document: string): string => document.slice(document.indexOf('\n---\n') + '\n---\n'.length);

function part(node: Node): SourcePart {
  const kind = node.type === 'mdxJsxFlowElement' ? kindOf(node.name ?? '') : undefined;
  const [attribute, ...more] = node.attributes ?? [];
  const id = attribute?.type === 'mdxJsxAttribute' && attribute.name === 'id' ? attribute.value : undefined;
  if (kind === undefined || typeof id !== 'string' || more.length > 0) {
    throw new Error(`A source document holds ${node.type} ${node.name ?? ''}, which is none of its components.`);
  }
  if (kind === 'passage') return { kind, id, parts: (node.children ?? []).map(part) };
  if ((node.children ?? []).length > 0) throw new Error(`${id} has text in a source document; expected its id alone.`);
  return { kind, id };
}

function kindOf(name: string): (typeof kinds)[keyof typeof kinds] | undefined {
  return Object.hasOwn(kinds, name) ? kinds[name as keyof typeof kinds] : undefined; // checked by hasOwn
}

// In: a prose page as MDX. Out: the same page without its comments, which no reader of the site sees; every line stays a line. `null` when
// it is no MDX.

import { mdxToMdast } from 'satteri';

interface Tree {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Tree[];
  readonly position?: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } };
}

/** One comment and nothing else: code beside it would be more than that. */
const comment = /^\s*\/\*(?:[^*]|\*(?!\/))*\*\/\s*$/;
/** A comment of which nothing is left. */
export const isEmptyComment = (value: string): boolean => /^\s*\/\*\s*\*\/\s*$/.test(value);

export function withoutComments(text: string): string | null {
  const tree = treeOf(text);
  if (tree === null) return null;
  let [left, at] = ['', 0];
  for (const { start, end, kept } of cuts(tree, text)) {
    left += text.slice(at, start) + kept;
    at = end;
  }
  return left + text.slice(at);
}

function treeOf(text: string): Tree | null {
  try {
    // satteri's node type is wider than what is read here.
    return mdxToMdast(text, { features: { smartPunctuation: false } }) as unknown as Tree;
  } catch {
    return null;
  }
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly kept: string;
}

/** In the order of the text. A line of front matter that begins with `#` is a comment, wherever it stands. */
function* cuts(tree: Tree, text: string): Generator<Cut> {
  const open = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    const written = text.slice(start, end);
    if (node.type === 'yaml') yield { start, end, kept: written.replace(/^#.*$/gm, '') };
    else if (/^mdx(?:Flow|Text)Expression$/.test(node.type) && comment.test(node.value ?? ''))
      yield { start, end, kept: `{/*${written.replace(/[^\n]/g, '')}*/}` };
    open.push(...(node.children ?? []).toReversed());
  }
}

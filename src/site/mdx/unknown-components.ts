// In: the tree of a prose page. Out: each component that the page uses and does not import or export: it would end the build while the
// page renders, without a place.

interface Node {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly children?: readonly Node[];
  readonly position?: { readonly start: { readonly line: number; readonly column: number } };
}

export interface UnknownComponent {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

export function unknownComponents(options: { readonly unknown: (component: UnknownComponent) => void }) {
  return (tree: Node): void => {
    const code = (tree.children ?? []).flatMap((node) => (node.type === 'mdxjsEsm' ? [node.value ?? ''] : []));
    const known = new Set(code.join('\n').match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? []);
    visit(tree, (node) => {
      const [first = ''] = (node.name ?? '').split('.');
      if (!/^\p{Lu}/u.test(first) || known.has(first)) return;
      options.unknown({ name: node.name ?? '', ...(node.position?.start ?? { line: 1, column: 1 }) });
    });
  };
}

function visit(node: Node, see: (node: Node) => void): void {
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') see(node);
  for (const child of node.children ?? []) visit(child, see);
}

// In: the tree of a prose page. Out: its tables with their columns set by classes: a style attribute would break the policy.

interface Node {
  readonly type: string;
  align?: readonly (string | null)[] | null;
  data?: { readonly hProperties?: Readonly<Record<string, string>> };
  readonly children?: readonly Node[];
}

export function remarkTableAlign() {
  return (tree: Node): void => walk(tree);
}

function walk(node: Node): void {
  if (node.type === 'table') setColumns(node);
  for (const child of node.children ?? []) walk(child);
}

function setColumns(table: Node): void {
  const align = table.align ?? [];
  for (const row of table.children ?? []) {
    row.children?.forEach((cell, column) => {
      const side = align[column];
      if (side) cell.data = { hProperties: { className: `to-${side}` } };
    });
  }
  // As many columns as before: mdast-util-to-hast makes as many cells of a row as this list is long.
  table.align = align.map(() => null);
}

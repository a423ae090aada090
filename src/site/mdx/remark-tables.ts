// In: the tree of a prose page. Out: its tables with their columns set by classes (a style attribute would break the policy), each in a
// frame that scrolls when the table is wider than the page.

interface Node {
  readonly type: string;
  align?: readonly (string | null)[] | null;
  data?: Data;
  children?: readonly Node[];
}
interface Data {
  /** What mdast-util-to-hast makes of a node. */
  readonly hName?: string;
  readonly hProperties?: Readonly<Record<string, string>>;
}

export function remarkTables() {
  return (tree: Node): void => walk(tree);
}

function walk(node: Node): void {
  if (!node.children) return;
  node.children.forEach(walk);
  node.children = node.children.map((child) => (child.type === 'table' ? framed(child) : child));
}

function framed(table: Node): Node {
  setColumns(table);
  return { type: 'frame', data: { hName: 'div', hProperties: { className: 'scrolls' } }, children: [table] };
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

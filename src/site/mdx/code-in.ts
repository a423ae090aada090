// In: the tree of a prose page that comes with a study.json. Out: what of it would run, in the build or in a reader's browser. Prose beside
// the notes is the researcher's own and may do all of this; a study.json may be anybody's.

import { isEmptyComment } from '#study';

export interface FoundCode {
  readonly what: string;
  readonly line: number;
  readonly column: number;
}

interface Attribute {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
}

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly name?: string | null;
  readonly attributes?: readonly Attribute[];
  readonly children?: readonly Node[];
  readonly position?: { readonly start: { readonly line: number; readonly column: number } };
}

/** Elements that neither run nor load anything. */
const harmless = new Set(
  'a abbr b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q s samp section small span strong sub summary sup table tbody td tfoot th thead tr u ul var'.split(
    ' ',
  ),
);
/** What a harmless element may say of itself. */
const plain = new Set([
  'class',
  'className',
  'id',
  'lang',
  'dir',
  'title',
  'href',
  'colspan',
  'rowspan',
  'start',
  'open',
]);

export function codeIn(options: { readonly found: (code: FoundCode) => void }) {
  return (tree: Node): void => {
    const open: Node[] = [tree];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      const what = codeOf(node);
      if (what !== null) options.found({ what, ...(node.position?.start ?? { line: 1, column: 1 }) });
      open.push(...(node.children ?? []));
    }
  };
}

function codeOf(node: Node): string | null {
  switch (node.type) {
    case 'mdxjsEsm':
      return 'an import or export';
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return isEmptyComment(node.value ?? '') ? null : 'an expression';
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return (node.name ?? '') === '' || (harmless.has(node.name ?? '') && (node.attributes ?? []).every(isPlain))
        ? null
        : `the element <${node.name ?? ''}>`;
    default:
      return null;
  }
}

const isPlain = ({ type, name = '', value }: Attribute): boolean =>
  type === 'mdxJsxAttribute' &&
  plain.has(name) &&
  (value === null || value === undefined || typeof value === 'string') &&
  (name !== 'href' || /^(?:https?:|mailto:|[/#.])/.test(value ?? ''));

// In: a source written by hand as MDX. Out: the same note that a field note gives, so that nothing downstream knows the difference.
// Only the components of a source are read, with their text; every import, expression or other component is a notice and never code.

import { mdxToMdast } from 'satteri';
import type { Span } from '../problems/place.ts';
import { linesOf } from '../read/lines.ts';
import { repair } from '../read/repair.ts';
import { readFrontMatter } from './mdx-front-matter.ts';
import type { Note, NoteExcerpt, NoteOpenCode, NoteStatement, NoteTrace, Notice } from './note.ts';
import type { Page } from './piece.ts';

export const isMdx = (path: string): boolean => /\.mdx$/i.test(path);

/** The parts of a syntax tree that are looked at; satteri's own type names every node of mdast. */
interface Tree {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly children?: readonly Tree[];
  readonly attributes?: readonly { readonly type: string; readonly name?: string; readonly value?: unknown }[];
  readonly position?: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } };
}

interface Reading {
  readonly page: Page;
  readonly excerpts: NoteExcerpt[];
  readonly traces: NoteTrace[];
  readonly notices: Notice[];
  speaker: string | undefined;
}

const deepest = 32;

export function parseMdxSource(text: string): Note {
  const page: Page = { text, lines: linesOf(text) };
  const reading: Reading = { page, excerpts: [], traces: [], notices: [], speaker: undefined };
  const matter = /^---\r?\n([^]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  const bodyAt = matter ? matter[0].length : 0;
  // Blanks in place of the front matter keep every offset.
  const body = text.slice(0, bodyAt).replace(/[^\r\n]/g, ' ') + text.slice(bodyAt);
  const tree = treeOf(body, reading);
  if (tree) readChildren(reading, tree, bodyAt, 0);
  const { header, notices } = readFrontMatter(page, matter?.[1] ?? '', text.indexOf('\n') + 1);
  return {
    header,
    metadata: null,
    excerpts: reading.excerpts,
    traces: reading.traces,
    remarks: [],
    slots: [],
    notices: [...notices, ...reading.notices],
  };
}

function treeOf(body: string, reading: Reading): Tree | undefined {
  try {
    // satteri's node type is wider than what is read here.
    return mdxToMdast(body, { features: { smartPunctuation: false } }) as unknown as Tree;
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'it is not MDX';
    const [, line, column, reason = message] = /^(\d+):(\d+): (.*)$/.exec(message) ?? [];
    const start = (reading.page.lines.lines[Number(line ?? 1) - 1]?.start ?? 0) + Number(column ?? 1) - 1;
    const words = reason.replace(/ \(\d+:\d+(?:-\d+:\d+)?\)| \([a-z-]+:[a-z-]+\)/g, '');
    reading.notices.push({ code: 'mdx-syntax', span: { start, end: start + 1 }, args: { reason: words } });
    return undefined;
  }
}

const spanOf = (tree: Tree): Span => ({ start: tree.position?.start.offset ?? 0, end: tree.position?.end.offset ?? 0 });

function readChildren(reading: Reading, tree: Tree, from: number, depth: number): void {
  for (const child of tree.children ?? []) readNode(reading, child, from, depth);
}

function readNode(reading: Reading, node: Tree, from: number, depth: number): void {
  if (depth > deepest) return refuse(reading, node, 'nesting beyond 32 elements');
  checkAttributes(reading, node);
  switch (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement' ? `<${node.name}>` : node.type) {
    case '<Passage>':
      return readPassage(reading, node, from, depth);
    case '<Excerpt>':
    case '<Heading>':
      return addText(reading, node, 'quote');
    case '<Listing>':
      return addText(reading, node, 'listing');
    case '<Figure>':
      return addFigure(reading, node);
    case '<Speaker>':
      reading.speaker = wordsOf(reading, node).trim() || undefined;
      return;
    case 'paragraph':
      if (
        (node.children ?? []).every((child) => child.type.startsWith('mdxJsx') || (child.value ?? '').trim() === '')
      ) {
        return readChildren(reading, node, from, depth + 1);
      }
      return addText(reading, node, 'note');
    case 'heading':
    case 'blockquote':
    case 'list':
      return addText(reading, node, 'note');
    case 'code':
      return addText(reading, node, 'listing');
    case 'text':
      if ((node.value ?? '').trim() !== '') addText(reading, node, 'note');
      return;
    default:
      return refuse(reading, node, describe(node));
  }
}

const describe = (node: Tree): string => {
  if (node.type === 'mdxjsEsm') return 'an import or export';
  if (node.type.endsWith('Expression')) return 'an expression';
  return node.name ? `<${node.name}>` : node.type;
};

function refuse(reading: Reading, node: Tree, what: string): void {
  const span = spanOf(node);
  reading.notices.push({
    code: 'mdx-refused',
    span,
    args: { what, text: reading.page.text.slice(span.start, span.end).slice(0, 120) },
  });
}

function addText(reading: Reading, node: Tree, kind: 'quote' | 'listing' | 'note'): void {
  const text = wordsOf(reading, node).replace(/^\s*\n|\s+$/g, '');
  if (text.trim() === '') return refuse(reading, node, `${describe(node)} without text`);
  const span = spanOf(node);
  const shown = repair(kind === 'listing' ? text : text.trim());
  const first = reading.page.lines.lineAt(span.start);
  const repairs = shown.repairs.map(({ kind: how, original, repaired }) => ({
    kind: how,
    original,
    repaired,
    ...reading.page.lines.position(span.start),
  }));
  reading.excerpts.push({
    kind,
    text: shown.text,
    span,
    line: first,
    repairs,
    lines: [first, reading.page.lines.lineAt(Math.max(span.start, span.end - 1))],
    ...(reading.speaker === undefined || kind === 'listing' ? {} : { speaker: reading.speaker }),
  });
}

/** The words below a node; what is not text is refused. */
function wordsOf(reading: Reading, node: Tree): string {
  const pieces: string[] = [];
  const walk = (tree: Tree, depth: number): void => {
    if (depth > deepest) return refuse(reading, tree, 'nesting beyond 32 elements');
    if (tree.type === 'break') pieces.push('\n');
    else if (tree.type.startsWith('mdx') && tree !== node) refuse(reading, tree, describe(tree));
    else if (tree.children) {
      tree.children.forEach((child, i) => {
        if (i > 0 && child.type === 'paragraph') pieces.push('\n');
        walk(child, depth + 1);
      });
    } else pieces.push(tree.value ?? '');
  };
  walk(node, 0);
  return pieces.join('');
}

const attributes: Readonly<Record<string, readonly string[]>> = {
  Passage: ['id', 'codes', 'openCodes'],
  Excerpt: ['id'],
  Heading: ['id'],
  Listing: ['id', 'language'],
  Figure: ['id', 'alt', 'url'],
  Speaker: [],
};

/** Only what a component of a source has, and only as text. A component that is refused is named once, as a whole. */
function checkAttributes(reading: Reading, node: Tree): void {
  const known = Object.hasOwn(attributes, node.name ?? '') ? attributes[node.name ?? ''] : undefined;
  for (const { type, name, value } of known === undefined ? [] : (node.attributes ?? [])) {
    const what = `${name ?? '{…}'} of ${describe(node)}`;
    if (type !== 'mdxJsxAttribute' || (value !== null && typeof value === 'object'))
      refuse(reading, node, `an expression in ${what}`);
    else if (!known?.includes(name ?? '')) refuse(reading, node, `the attribute ${what}`);
  }
}

const attribute = (node: Tree, name: string): string => {
  const found = node.attributes?.find((one) => one.type === 'mdxJsxAttribute' && one.name === name)?.value;
  return typeof found === 'string' ? found : '';
};

function addFigure(reading: Reading, node: Tree): void {
  const span = spanOf(node);
  const line = reading.page.lines.lineAt(span.start);
  const [alt, url] = [attribute(node, 'alt'), attribute(node, 'url')];
  if (url === '') reading.notices.push({ code: 'figure-no-url', span });
  else if (!/^https?:\/\//i.test(url)) reading.notices.push({ code: 'figure-malformed', span, args: { url } });
  else if (/^http:/i.test(url)) reading.notices.push({ code: 'figure-insecure', span, args: { url } });
  reading.excerpts.push({ kind: 'figure', text: alt, alt, url, span, line, lines: [line, line], repairs: [] });
}

const listed = (text: string): readonly string[] =>
  text
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** `<Passage codes="a, b" openCodes="first words; other words">` with its excerpts as children. */
function readPassage(reading: Reading, node: Tree, from: number, depth: number): void {
  const first = reading.excerpts.length;
  readChildren(reading, node, from, depth + 1);
  const span = spanOf(node);
  const line = reading.page.lines.lineAt(span.start);
  const ids = listed(attribute(node, 'codes'));
  const open = attribute(node, 'openCodes')
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const excerpts = Array.from({ length: reading.excerpts.length - first }, (_, i) => first + i);
  const at = { span, line, repairs: [] };
  reading.traces.push({
    line,
    span,
    excerpts,
    openCodes: open.map((text): NoteOpenCode => ({ ...at, text })),
    statements: ids.map((id): NoteStatement => ({
      kind: 'reference',
      text: id,
      line,
      span,
      ids: [id],
      salvaged: false,
    })),
    remarks: [],
    lastLine: reading.page.lines.lineAt(Math.max(span.start, span.end - 1)),
  });
}

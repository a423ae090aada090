// In: a page and what was searched for. Out: the words marked in the excerpts that hold what the search asks of a text.

import {
  allOf,
  anyOf,
  isEmpty,
  marksIn,
  matcher,
  not,
  queryOf,
  startState,
  type Query,
  type SearchRecord,
} from '#study/search';
import { make } from './make.ts';

/** Gives the number of excerpts that have marks now. */
export function markPage(root: ParentNode, text: string, variants: boolean): number {
  const query = wordsAlone(queryOf({ ...startState, text, variants }).query);
  if (query === null || isEmpty(query)) return 0;
  const holds = holding(query);
  let marked = 0;
  for (const element of root.querySelectorAll('[data-excerpt]')) {
    const nodes = textNodesIn(element);
    const whole = nodes.map((node) => node.data).join('');
    if (!holds(whole)) continue;
    if (markIn(nodes, whole, query)) marked += 1;
  }
  return marked;
}

export function takeMarksAway(root: ParentNode): void {
  for (const mark of root.querySelectorAll('[data-excerpt] mark.found')) {
    const { parentNode } = mark;
    mark.replaceWith(...mark.childNodes);
    parentNode?.normalize();
  }
}

/** What a query asks of the text: a page does not know what filters would say of its excerpts, so they are left out. */
export function wordsAlone(query: Query): Query | null {
  if (query.kind === 'filter') return null;
  if (query.kind === 'not') {
    const inner = wordsAlone(query.of);
    return inner === null ? null : not(inner);
  }
  if (query.kind !== 'all' && query.kind !== 'any') return query;
  const parts = query.of.map(wordsAlone);
  const known = parts.filter((part) => part !== null);
  if (query.kind === 'any' && known.length < parts.length)
    return known.length === 0 ? null : anyOf([...known, allOf([])]);
  return known.length === 0 ? null : query.kind === 'all' ? allOf(known) : anyOf(known);
}

function holding(query: Query): (text: string) => boolean {
  const isHit = matcher(query);
  // The query has no filters any more: of a record it reads the text alone.
  return (text) => isHit({ text } as SearchRecord);
}

function textNodesIn(element: Element): readonly Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    // Names of invisible characters are the page's words and not the excerpt's.
    if (node instanceof Text && node.parentElement?.closest('.control') === null) nodes.push(node);
  }
  return nodes;
}

// From the end, so that the offsets before stay true while text nodes are cut.
function markIn(nodes: readonly Text[], whole: string, query: Query): boolean {
  const marks = marksIn(whole, query);
  let end = whole.length;
  let at = marks.length - 1;
  for (const node of nodes.toReversed()) {
    const start = end - node.data.length;
    for (; at >= 0; at -= 1) {
      const mark = marks[at];
      if (mark === undefined || mark.end <= start) break;
      const from = Math.max(mark.start, start) - start;
      const to = Math.min(mark.end, start + node.data.length) - start;
      if (to > from) wrap(node, from, to);
      // The mark begins in an earlier node: it goes on there.
      if (mark.start < start) break;
    }
    end = start;
  }
  return marks.length > 0;
}

function wrap(node: Text, from: number, to: number): void {
  node.splitText(to);
  const middle = node.splitText(from);
  const mark = make('mark', { class: 'found' });
  middle.replaceWith(mark);
  mark.append(middle);
}

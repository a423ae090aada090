// In: the HTML of a page. Out: its text as a reader sees it without JavaScript: a block boundary counts as white space.

import { parse, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];

const hidden = new Set(['head', 'script', 'style', 'template']);
const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'cite',
  'code',
  'em',
  'i',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
  'wbr',
]);

export function visibleText(html: string): string {
  const pieces: string[] = [];
  const open: { node: Node; leave: boolean }[] = [{ node: parse(html), leave: false }];
  // A stack and no recursion: pages may be nested as deeply as they like.
  for (let item = open.pop(); item; item = open.pop()) {
    const { node, leave } = item;
    if (node.nodeName === '#text' && 'value' in node) pieces.push(node.value);
    if (!('childNodes' in node) || hidden.has(node.nodeName)) continue;
    const block = !inline.has(node.nodeName);
    if (block) pieces.push(' ');
    if (leave) continue;
    open.push({ node, leave: true });
    for (const child of [...node.childNodes].reverse()) open.push({ node: child, leave: false });
  }
  return pieces.join('');
}

/** The one declared rule for comparing: NFC, white space folded, soft hyphens and zero-width characters dropped. */
export const folded = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u200c\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

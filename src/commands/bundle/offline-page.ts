// In: a page of a site that was built for `/`. Out: the same page for a folder on a disk: relative addresses, classic scripts, a
// policy that means files where it meant a server. Nothing else of it changes.

import { defaultTreeAdapter as tree, html, parse, serialize, type DefaultTreeAdapterMap } from 'parse5';
import { offlineAddress, relativePath, type HasFile } from './offline-address.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

export interface OfflinePlace {
  /** Path of the page below the root: `s/s6/index.html`. */
  readonly page: string;
  readonly has: HasFile;
  /** Path of the script that makes links to folders open their pages. */
  readonly openFolders: string;
}

export function offlinePage(text: string, place: OfflinePlace): string {
  // What readers without scripts see is part of the page.
  const document = parse(text, { scriptingEnabled: false });
  const head = elementsIn(document).find(({ tagName }) => tagName === 'head');
  for (const element of [...elementsIn(document)]) change(element, place);
  if (head !== undefined) tree.appendChild(head, classicScript(relativePath(place.page, place.openFolders)));
  return serialize(document, { scriptingEnabled: false });
}

function change(element: Element, place: OfflinePlace): void {
  if (isOnlyForServers(element)) return tree.detachNode(element);
  const address = (text: string): string => offlineAddress(text, place.page, place.has);
  for (const attribute of element.attrs) {
    if (addresses.has(attribute.name) || leadsSomewhere(attribute, place)) attribute.value = address(attribute.value);
    // What programs put in front of their own addresses: a folder, not its page.
    if (attribute.name === 'data-base') attribute.value = rootFrom(place.page);
  }
  if (element.tagName === 'meta') changeMeta(element, address);
  if (element.tagName === 'script') changeScript(element, place);
}

const addresses: ReadonlySet<string> = new Set(['href', 'src', 'action', 'poster']);

/** What a page hands to its programs: an address when there is such a file, else words that begin with a slash. */
function leadsSomewhere({ name, value }: { name: string; value: string }, { has }: OfflinePlace): boolean {
  const path = /^\/([^/?#][^?#]*)/.exec(value)?.[1];
  return name.startsWith('data-') && path !== undefined && (has(path) || has(`${path}index.html`));
}

/** Preloads are fetched under rules that a disk cannot meet. */
const isOnlyForServers = (element: Element): boolean =>
  element.tagName === 'link' && /\b(?:preload|modulepreload|prefetch)\b/.test(valueOf(element, 'rel'));

function changeMeta(element: Element, address: (text: string) => string): void {
  const content = element.attrs.find(({ name }) => name === 'content');
  const what = valueOf(element, 'http-equiv').toLowerCase();
  if (content === undefined) return;
  if (what === 'content-security-policy') content.value = offlinePolicy(content.value);
  if (what === 'refresh')
    content.value = content.value.replace(
      /(\burl=)(.+)$/i,
      (_all, before: string, url: string) => before + address(url),
    );
}

/** On a disk a page has no origin that browsers agree on: files are named beside `'self'`. WebAssembly is not used there. */
export const offlinePolicy = (policy: string): string =>
  policy.replaceAll("'self'", "'self' file:").replaceAll(" 'wasm-unsafe-eval'", '');

function changeScript(element: Element, place: OfflinePlace): void {
  if (valueOf(element, 'type') === 'module') {
    element.attrs = [
      ...element.attrs.filter(({ name }) => name !== 'type' && name !== 'crossorigin'),
      // As modules do, it waits until the page is there.
      { name: 'defer', value: '' },
    ];
  }
  const json = element.childNodes[0];
  if (valueOf(element, 'type') === 'application/json' && json !== undefined && tree.isTextNode(json))
    json.value = offlinePlaceOf(json.value, place);
}

/** What the search page knows of its site (`SearchPlace`): its addresses are made from `base` and `store`. */
function offlinePlaceOf(json: string, place: OfflinePlace): string {
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'object' || value === null || !('store' in value) || typeof value.store !== 'string')
    return json;
  const store = offlineAddress(value.store, place.page, place.has);
  return JSON.stringify({ ...value, base: rootFrom(place.page), store }).replaceAll('<', '\\u003c');
}

const rootFrom = (page: string): string => '../'.repeat(page.split('/').length - 1) || './';

function classicScript(src: string): Element {
  const attributes = [
    { name: 'defer', value: '' },
    { name: 'src', value: src },
  ];
  return tree.createElement('script', html.NS.HTML, attributes);
}

const valueOf = (element: Element, name: string): string =>
  element.attrs.find((attribute) => attribute.name === name)?.value ?? '';

/** Every element, in document order; without recursion, since a page may be nested deeply. */
function elementsIn(root: Node): readonly Element[] {
  const found: Element[] = [];
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (tree.isElementNode(node)) found.push(node);
    if ('content' in node) waiting.push(node.content);
    if ('childNodes' in node) waiting.push(...node.childNodes.toReversed());
  }
  return found;
}

// In: an XML document without doctype or CDATA. Out: its elements. A reader of our own exports for tests, not for XML at large.

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
}

/** Throws when a tag is not closed by its own name, or text names an unknown entity. */
export function parseXml(xml: string): XmlNode {
  const document: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const stack: XmlNode[] = [document];
  for (const [, tag, text] of xml.matchAll(/<([^>]*)>|([^<]+)/g)) {
    const top = stack.at(-1);
    if (top === undefined) throw new Error('Text after the end');
    if (text !== undefined) top.text += unescape(text);
    else if (tag?.startsWith('?') || /^!--(?:(?!--)[^])*--$/.test(tag ?? '')) continue;
    else if (tag?.startsWith('/')) {
      if (stack.pop()?.name !== tag.slice(1)) throw new Error(`Unexpected </${tag.slice(1)}>`);
    } else {
      const node = start(tag ?? '');
      top.children.push(node);
      if (!tag?.endsWith('/')) stack.push(node);
    }
  }
  const root = document.children[0];
  if (root === undefined || stack.length !== 1) throw new Error('Not one closed element');
  return root;
}

/** Every element of that name below, in document order. */
export const all = (node: XmlNode, name: string): XmlNode[] =>
  node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);

function start(tag: string): XmlNode {
  const attributes = [...tag.matchAll(/([\w:]+)="([^"]*)"/g)].map(
    ([, name, value]) => [name ?? '', unescape(value ?? '')] as const,
  );
  return { name: /^[\w:]+/.exec(tag)?.[0] ?? '', attributes: Object.fromEntries(attributes), children: [], text: '' };
}

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const unescape = (text: string): string =>
  text.replace(/&(\w+);/g, (_whole, name: string) => {
    const character = entities.get(name);
    if (character === undefined) throw new Error(`Unknown entity ${name}`);
    return character;
  });

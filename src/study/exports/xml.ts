// In: names, attributes and text. Out: XML 1.0 with the five predefined entities and no others.
// Text from a note can neither close an element nor name an entity; characters that XML 1.0 refuses are shown as tokens.

import { visibleControls } from './visible-controls.ts';

export type Attributes = Readonly<Record<string, string | number | boolean | null>>;

export const xmlDeclaration = '<?xml version="1.0" encoding="utf-8"?>\n';

/** `<Name a="b">`; an attribute that is `null` is left out. */
export const open = (name: string, attributes: Attributes = {}): string => `<${name}${attributeList(attributes)}>`;

export const close = (name: string): string => `</${name}>\n`;

/** An element that holds text. */
export const element = (name: string, attributes: Attributes, text: string): string =>
  `${open(name, attributes)}${escapeXml(text)}${close(name)}`;

/** An element that holds nothing. */
export const leaf = (name: string, attributes: Attributes): string => `<${name}${attributeList(attributes)}/>\n`;

/** Carriage returns would be read as line feeds (XML 1.0, section 2.11): they are written as such. */
export const escapeXml = (text: string): string =>
  visibleControls(text.replace(/\r\n?/g, '\n')).replace(/[&<>"']/g, (character) => entities.get(character) ?? '');

/** White space in an attribute would be read as blanks (section 3.3.3): it is written as such. */
const attributeList = (attributes: Attributes): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value).replace(/[\t\r\n]+/g, ' '))}"`)
    .join('');

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
]);

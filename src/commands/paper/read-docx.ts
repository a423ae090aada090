// In: the bytes of a Word file. Out: its hyperlinks: relationships (ECMA-376 part 1, 17.16.22) and HYPERLINK fields (17.16.5.25); and the
// addresses that stand in the text without a link.

import { strFromU8, unzipSync } from 'fflate';
import { type Mention, printedUrls, UnreadablePaper } from './mention.ts';
import { idMention } from './read-markdown.ts';

/** More than any paper's text; a zip can promise far more than it is. */
const largestPart = 64 * 1024 * 1024;

export function readDocx(bytes: Uint8Array): Mention[] {
  const parts = partsOf(bytes);
  if (!parts.has('word/document.xml'))
    throw new UnreadablePaper('It holds no word/document.xml: expected a Word file.');
  const texts = [...parts].flatMap(([path, xml]) => {
    const name = /^word\/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml$/.exec(path)?.[1];
    if (name === undefined) return [];
    return [{ name, ...addressesOf(xml, parts.get(`word/_rels/${name}.xml.rels`) ?? '') }];
  });
  // pandoc lists the links of the text among those of the footnotes too, and an address is often its own link's text.
  const inText = new Set(texts.flatMap(({ linked }) => linked));
  return texts.flatMap(({ name, linked, rest, printed }) =>
    [...linked, ...[...rest, ...printed].filter((url) => !inText.has(url))].map((url) => mentionOf(url, name)),
  );
}

const mentionOf = (url: string, place: string): Mention =>
  url.startsWith('catena:') ? idMention(url.slice('catena:'.length), place) : { kind: 'url', url, words: url, place };

function partsOf(bytes: Uint8Array): Map<string, string> {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        /^word\/(?:_rels\/)?[a-z0-9]+\.xml(?:\.rels)?$/i.test(name) && originalSize <= largestPart,
    });
    return new Map(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
  } catch {
    throw new UnreadablePaper('It is no zip archive: expected a Word file (.docx).');
  }
}

interface Addresses {
  /** In the order of the text. */
  readonly linked: readonly string[];
  /** Relationships that no hyperlink element names. */
  readonly rest: readonly string[];
  readonly printed: readonly string[];
}

function addressesOf(xml: string, rels: string): Addresses {
  const targets = targetsOf(rels);
  const named = new Set<string>();
  const linked = [...xml.matchAll(/<w:hyperlink\b([^>]*)>/g)].flatMap((match) => {
    const id = attribute(match[1] ?? '', 'r:id');
    const target = targets.get(id);
    if (target === undefined) return [];
    named.add(id);
    const anchor = attribute(match[1] ?? '', 'w:anchor');
    return [anchor === '' || target.includes('#') ? target : `${target}#${anchor}`];
  });
  const rest = [...targets].filter(([id]) => !named.has(id)).map(([, target]) => target);
  return { linked: [...linked, ...fieldAddresses(xml)], rest, printed: printedAddresses(xml) };
}

function targetsOf(rels: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, attributes = ''] of rels.matchAll(/<Relationship\b([^>]*)>/g)) {
    const isLink = attribute(attributes, 'Type').endsWith('/hyperlink');
    if (isLink && attribute(attributes, 'TargetMode') === 'External') {
      found.set(attribute(attributes, 'Id'), attribute(attributes, 'Target'));
    }
  }
  return found;
}

/** A field's instruction may be cut over several runs. */
function fieldAddresses(xml: string): string[] {
  const runs = [...xml.matchAll(/<w:instrText\b[^>]*>([^<]*)<|<w:fldSimple\b([^>]*)>|<w:fldChar\b/g)];
  const text = runs
    .map((match) => match[1] ?? (match[2] === undefined ? '\n' : `\n${attribute(match[2], 'w:instr')}\n`))
    .join('');
  return unescapeXml(text)
    .split('\n')
    .flatMap((field) => fieldAddress(field));
}

/** `HYPERLINK "address" \l "place on the page" \o "tip"`, in any order; the quotation marks may be missing. */
function fieldAddress(field: string): string[] {
  const [, parts] = /^\s*HYPERLINK\s(.*)$/.exec(field) ?? [];
  let [url, anchor, option] = ['', '', ''];
  for (const [word, quoted] of (parts ?? '').matchAll(/"([^"]{0,4000})"|\\[a-z]|[^\s"]{1,4000}/g)) {
    if (/^\\[lot]$/.test(word)) option = word;
    else if (!word.startsWith('\\')) {
      if (option === '\\l') anchor = quoted ?? word;
      else if (option === '' && url === '') url = quoted ?? word;
      option = '';
    }
  }
  return url === '' ? [] : [anchor === '' ? url : `${url}#${anchor}`];
}

/** Addresses that stand in the text; a paragraph's runs are one text, a link's own text is not asked. */
function printedAddresses(xml: string): string[] {
  const text = [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<|<\/w:p>/g)].map((match) => match[1] ?? '\n').join('');
  return printedUrls(unescapeXml(text));
}

function attribute(attributes: string, name: string): string {
  const start = ` ${attributes}`.search(new RegExp(`\\s${name}\\s?=\\s?["']`));
  if (start < 0) return '';
  const [, quote = '"', rest = ''] = /=\s?(["'])([^]*)/.exec(` ${attributes}`.slice(start)) ?? [];
  return unescapeXml(rest.slice(0, Math.max(0, rest.indexOf(quote))));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescapeXml = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );

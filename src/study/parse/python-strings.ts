// In: a Python string literal as written. Out: its value.

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ['\n', ''],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['a', '\u0007'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);

// After a back-slash: a line end, hex digits of fixed length, up to three octal digits, or any one character.
const escape = /\\(\r\n|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{1,3}|[^])/g;

/** Python's escapes resolved; an unknown one keeps its back-slash, as in Python. */
export function decodeEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(escape, (whole, after: string) => {
    const simple = simpleEscapes.get(after === '\r\n' || after === '\r' ? '\n' : after);
    if (simple !== undefined) return simple;
    const code = /^[xuU]./.test(after) ? Number.parseInt(after.slice(1), 16) : Number.parseInt(after, 8);
    return Number.isNaN(code) || code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}

const literal = /^([a-zA-Z]{0,2})('''|"""|'|")/;

/** The value of a literal with its prefix and quotes; an unclosed one runs to its end. */
export function stringValue(text: string): string {
  const opening = literal.exec(text);
  const prefix = opening?.[1] ?? '';
  const quote = opening?.[2] ?? '';
  const inner = text.slice(prefix.length + quote.length);
  const content = quote !== '' && inner.endsWith(quote) ? inner.slice(0, -quote.length) : inner;
  return /r/i.test(prefix) ? content : decodeEscapes(content);
}

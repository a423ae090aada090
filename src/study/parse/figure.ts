// In: a line that starts with `![`. Out: its alternative text and address, however broken the brackets are.

export interface Figure {
  readonly alt: string;
  readonly url: string;
  /** What is wrong with it, if anything. */
  readonly fault?: 'malformed' | 'no-url' | 'insecure';
}

export function readFigure(line: string): Figure {
  const text = line.trim();
  // Past any address a browser takes, brackets are not looked for.
  if (text.length > 10_000) return { alt: text.slice(2), url: '', fault: 'malformed' };
  const whole = /^!\[(.*)\]\((?:<([^>]*)>|([^()\s]*(?:\([^()\s]*\)[^()\s]*)*))(?:[ \t]+["'(].*["')])?[ \t]*\)$/.exec(
    text,
  );
  if (whole) {
    const url = (whole[2] ?? whole[3] ?? '').trim();
    return withFault(whole[1] ?? '', url, false);
  }
  const address = /https?:\/\/[^\s<>"]+/i.exec(text);
  const url = address ? trimAddress(address[0]) : '';
  const end = address ? address.index : text.length;
  const alt = text
    .slice(2, end)
    .replace(/(?:\]\s*\(|[[\]()])\s*$/, '')
    .trim();
  return withFault(address ? alt : proseAlt(text), url, true);
}

/** Without an address all its words are kept as the alternative text. */
const proseAlt = (text: string): string =>
  text
    .slice(2)
    .replace(/\]\s*\(\s*\)?\s*$/, '')
    .replace(/\]\(/, ' — ')
    .replace(/[)\]]\s*$/, '')
    .trim();

/** Closing brackets at the end belong to the address only where it opens them. */
function trimAddress(address: string): string {
  let url = address;
  while (/[)\]]$/.test(url) && count(url, /[)\]]/g) > count(url, /[([]/g)) url = url.slice(0, -1);
  return url;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function withFault(alt: string, url: string, malformed: boolean): Figure {
  if (url === '') return { alt, url, fault: 'no-url' };
  if (malformed || !/^https?:\/\/[^\s]+$/i.test(url)) return { alt, url, fault: 'malformed' };
  return /^http:/i.test(url) ? { alt, url, fault: 'insecure' } : { alt, url };
}

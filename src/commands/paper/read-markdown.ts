// In: the text of a Markdown file. Out: links of catena.lua, addresses in any form of link, pandoc's citation keys, TeX commands in between.

import { type Mention, placeFinder, withoutPunctuation } from './mention.ts';
import { readTex } from './read-tex.ts';

const link =
  /\bcatena:([^\s)>\]"]{1,500})|https?:\/\/[^\s<>"'`)\]]{1,4000}|(?<![\w.+-])@\{?([A-Za-z0-9_][A-Za-z0-9_:.#$%&+?~/-]{0,200})/g;

export function readMarkdown(paper: string): Mention[] {
  const text = withoutCode(paper);
  const place = placeFinder(text);
  const own = [...text.matchAll(link)].map((match): Mention => {
    const at = place(match.index);
    if (match[1] !== undefined) return idMention(match[1], at);
    if (match[2] !== undefined) {
      const key = withoutPunctuation(match[2]);
      return { kind: 'key', key, words: `@${key}`, place: at };
    }
    const url = withoutPunctuation(match[0]);
    return { kind: 'url', url, words: url, place: at };
  });
  return [...own, ...readTex(text).filter(({ kind }) => kind === 'id')];
}

/** Blanks in place of fenced blocks and code spans, which only show how a link is written; every offset stays. */
function withoutCode(text: string): string {
  let fence = '';
  return text
    .split('\n')
    .map((line) => {
      const [, mark = '', after = ''] = /^ {0,3}(`{3,}(?![^`]*`)|~{3,})(.*)$/.exec(line) ?? [];
      if (fence === '' && mark === '') return line.replace(codeSpan, blank);
      if (fence === '') fence = mark;
      else if (mark.startsWith(fence) && after.trim() === '') fence = '';
      return blank(line);
    })
    .join('\n');
}

const codeSpan = /(?<!`)(`{1,3})(?!`)[^\n]{1,500}?(?<!`)\1(?!`)/g;
const blank = (code: string): string => ' '.repeat(code.length);

/** `catena:s6-e12`, `catena:code/s6` */
export function idMention(target: string, place: string): Mention {
  const decoded = decode(target);
  const [, kind, id] = /^(source|excerpt|passage|code)\/(.+)$/s.exec(decoded) ?? [];
  const of = kind === 'source' || kind === 'excerpt' || kind === 'passage' || kind === 'code' ? kind : null;
  return { kind: 'id', of, id: id ?? decoded, words: `catena:${target}`, place };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

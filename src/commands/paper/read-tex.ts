// In: the text of a LaTeX file. Out: commands of catena.sty, \href and \url, and citation keys; comments are left out.

import type { CitableKind } from '#study';
import { type Mention, placeFinder } from './mention.ts';

const kinds: Readonly<Record<string, CitableKind>> = {
  cesource: 'source',
  cesources: 'source',
  cesourcetitle: 'source',
  ceexcerpt: 'excerpt',
  cepassage: 'passage',
  cecode: 'code',
};

// Bounded repetitions: an optional argument that is never closed must not be searched to the end of the file for each command.
const optional = String.raw`(?:\s{0,20}\[(?:[^\]{}]|\{[^{}]{0,500}\}){0,500}\]){0,2}`;
const command = new RegExp(
  String.raw`\\(cesources?|cesourcetitle|ceexcerpt|cepassage|cecode|href|url|nolinkurl|[A-Za-z]{0,20}cite[A-Za-z]{0,20})\*?${optional}\s{0,20}\{([^{}]{0,4000})\}`,
  'g',
);

export function readTex(text: string): Mention[] {
  const place = placeFinder(text);
  return [...withoutComments(text).matchAll(command)].flatMap((match) =>
    mentionsOf(match[1] ?? '', match[2] ?? '', place(match.index)),
  );
}

function mentionsOf(name: string, argument: string, place: string): Mention[] {
  const kind = kinds[name];
  if (kind !== undefined)
    return split(argument).map((id) => ({ kind: 'id', of: kind, id, words: `\\${name}{${id}}`, place }));
  if (name === 'href' || name === 'url' || name === 'nolinkurl') {
    const url = argument.replace(/\\([%#_&~^$\\])/g, '$1').replace(/\s+/g, '');
    return [{ kind: 'url', url, words: url, place }];
  }
  return split(argument).map((key) => ({ kind: 'key', key, words: `\\${name}{${key}}`, place }));
}

const split = (list: string): string[] =>
  list
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** Blanks in place of comments, so that every offset stays. */
const withoutComments = (text: string): string =>
  text.replace(/\\.|%[^\n]*/g, (match) => (match.startsWith('%') ? ' '.repeat(match.length) : match));

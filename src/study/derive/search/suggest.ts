// In: what is being typed. Out: codes, sources and words to offer. Nothing here changes a query: a suggestion is clicked or not.

import { byCodePoint, fold } from './folding.ts';
import type { StoreManifest } from './store.ts';
import type { Vocabulary } from './word-index.ts';
import { wordsOf } from './words.ts';

/** How a code was found, best first. */
export const codeMatches = [
  'id',
  'id begins',
  'part',
  'part begins',
  'label begins',
  'label part begins',
  'alias',
  'inside',
] as const;
export type CodeMatch = (typeof codeMatches)[number];

export interface CodeSuggestion {
  readonly id: string;
  readonly label: string;
  readonly kind: string | null;
  readonly by: CodeMatch;
}

/** By id, label, alias or any part of one (`travel` finds `time_travel`, `peering` finds `VNetPeering`); ties by id. */
export function suggestCodes(manifest: StoreManifest, typed: string, most = 8): readonly CodeSuggestion[] {
  const wanted = joinedWords(typed);
  if (wanted === '') return [];
  return manifest.codes
    .flatMap(([id, label, kind, aliases]): readonly CodeSuggestion[] => {
      const by = codeMatch(wanted, id, label, aliases);
      return by === null ? [] : [{ id, label, kind, by }];
    })
    .sort((a, b) => codeMatches.indexOf(a.by) - codeMatches.indexOf(b.by) || byCodePoint(a.id, b.id))
    .slice(0, most);
}

export interface SourceSuggestion {
  readonly id: string;
  readonly title: string;
}

/** By id (`s6`), or by titles that hold every typed word, the last one from its beginning; study order. */
export function suggestSources(manifest: StoreManifest, typed: string, most = 5): readonly SourceSuggestion[] {
  const words = wordsOf(fold(typed));
  const last = words.at(-1);
  if (last === undefined) return [];
  const rest = words.slice(0, -1);
  const found = manifest.sources.flatMap(([id, title]) => {
    const own = wordsOf(fold(title));
    const byTitle = rest.every((word) => own.includes(word)) && own.some((word) => word.startsWith(last));
    const byId = fold(id) === fold(typed);
    return byId || byTitle ? [{ id, title, byId }] : [];
  });
  return found
    .sort((a, b) => Number(b.byId) - Number(a.byId))
    .slice(0, most)
    .map(({ id, title }) => ({ id, title }));
}

export interface WordSuggestion {
  readonly word: string;
  /** Excerpts that hold it, among those loaded. */
  readonly excerpts: number;
}

/** Words of the study that begin as the typed one, most frequent first. */
export function suggestWords(vocabulary: Vocabulary, typed: string, most = 5): readonly WordSuggestion[] {
  const start = wordsOf(fold(typed)).at(-1);
  if (start === undefined) return [];
  return [...vocabulary]
    .filter(([word]) => word.startsWith(start))
    .sort((a, b) => b[1] - a[1] || byCodePoint(a[0], b[0]))
    .slice(0, most)
    .map(([word, excerpts]) => ({ word, excerpts }));
}

/** The words of an identifier or label, folded: `VNetPeering` → `v net peering`, `time_travel` → `time travel`. */
export const partsOf = (identifier: string): readonly string[] =>
  wordsOf(fold(identifier.replace(/(\p{Ll}|\p{Nd})(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1$2 ')));

const joinedWords = (text: string): string => wordsOf(fold(text)).join(' ');

function codeMatch(wanted: string, id: string, label: string, aliases: readonly string[]): CodeMatch | null {
  const whole = joinedWords(id);
  const ids = [whole, partsOf(id).join(' ')];
  const labels = joinedWords(label);
  if (ids.includes(wanted)) return 'id';
  if (ids.some((text) => text.startsWith(wanted))) return 'id begins';
  if (ids.some((text) => ` ${text} `.includes(` ${wanted} `))) return 'part';
  if (ids.some((text) => text.includes(` ${wanted}`))) return 'part begins';
  if (labels.startsWith(wanted)) return 'label begins';
  if (labels.includes(` ${wanted}`)) return 'label part begins';
  if (aliases.some((alias) => ` ${partsOf(alias).join(' ')} ${joinedWords(alias)}`.includes(` ${wanted}`)))
    return 'alias';
  return [...ids, labels].some((text) => text.includes(wanted)) ? 'inside' : null;
}

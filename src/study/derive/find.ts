// In: a study as it may be shown, and what a person typed. Out: the excerpts that the site would show for it, with their neighbours.
// A name of a code alone asks for the code, as its page does; everything else is a query, as on the search page.

import type { Code, Excerpt, Source, Study } from '../model/study.ts';
import { buildStore, filter, formatQuery, openStore, parseQuery, scan, withShard } from './search/index.ts';
import type { Query, SearchRecord } from './search/index.ts';

export interface Found {
  readonly source: Source;
  readonly excerpt: Excerpt;
  /** Codes of the passage that covers it. */
  readonly codes: readonly string[];
  readonly before: readonly Excerpt[];
  readonly after: readonly Excerpt[];
}

export interface Findings {
  /** The query in full, as the search page writes it: `code:access_control`. */
  readonly query: string;
  /** The code that was asked for by its name. */
  readonly code: Code | null;
  readonly found: readonly Found[];
}

export interface FindOptions {
  /** Excerpts of the same source to show before and after. */
  readonly before: number;
  readonly after: number;
  /** Read a code's name as words too. */
  readonly words: boolean;
}

export function findExcerpts(study: Study, text: string, options: FindOptions): Findings {
  const code = options.words ? null : codeNamed(study, text.trim());
  const query: Query = code === null ? parseQuery(text).query : filter('code', code.id);
  const hits = new Set<string>(scan(recordsOf(study), query));
  const found = study.sources.flatMap((source) =>
    source.excerpts.flatMap((excerpt, at): Found[] => {
      if (!hits.has(excerpt.id)) return [];
      const before = source.excerpts.slice(Math.max(0, at - options.before), at);
      const after = source.excerpts.slice(at + 1, at + 1 + options.after);
      const codes = study.passageById.get(excerpt.passage ?? '')?.codes ?? [];
      return [{ source, excerpt, codes, before, after }];
    }),
  );
  return { query: formatQuery(query), code, found };
}

/** By id, else by label or alias when only one code has it; letter case counts in ids alone. */
function codeNamed(study: Study, name: string): Code | null {
  const exact = study.codeById.get(name);
  if (exact !== undefined || name === '') return exact ?? null;
  const folded = name.toLowerCase();
  const named = study.codes.filter((code) =>
    [code.id, code.label, ...code.aliases].some((other) => other.toLowerCase() === folded),
  );
  const [only] = named;
  return named.length === 1 && only !== undefined ? only : null;
}

/** The records that the site's own search reads. */
function recordsOf(study: Study): readonly SearchRecord[] {
  const built = buildStore(study);
  let store = openStore(built.manifest.json);
  for (const { json } of built.shards) store = store === null ? null : withShard(store, json);
  if (store === null) throw new Error('The search store cannot be read back');
  return store.records;
}

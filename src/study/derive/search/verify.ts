// In: excerpts that someone else proposes (Pagefind), their texts, and the query. Out: the true hits, why the others are none,
// and what may be said of the number. The proposer is believed in nothing: not the words, not the filters, not the count.

import type { ExcerptId } from '../../model/ids.ts';
import { fold } from './folding.ts';
import type { Store } from './open-store.ts';
import type { Query } from './query.ts';
import type { SearchRecord } from './record.ts';
import { matcher, refusalOf, type Refusal } from './scan.ts';
import type { Count } from './search.ts';

export interface Candidate {
  readonly id: string;
  readonly text: string;
}

export interface Refused {
  readonly id: string;
  /** `unknown`: the study has no such excerpt (a stale index). */
  readonly why: Refusal | { readonly kind: 'unknown' };
}

export interface Verified {
  /** With their texts, in the order in which they were proposed. */
  readonly hits: readonly SearchRecord[];
  readonly refused: readonly Refused[];
  /** Exact only when every excerpt of the study was among the candidates: a proposer may miss some. */
  readonly count: Count;
}

/** Each id is judged once, however often it is proposed. The store's own text, where loaded, goes before the proposer's. */
export function verify(store: Store, query: Query, candidates: readonly Candidate[]): Verified {
  const hits: SearchRecord[] = [];
  const refused: Refused[] = [];
  const isHit = matcher(query);
  const proposed = new Map(candidates.map((candidate) => [candidate.id, candidate.text] as const));
  let read = 0;
  for (const [id, text] of proposed) {
    const known = store.records[store.ordinals.get(id) ?? -1];
    if (known === undefined) {
      refused.push({ id, why: { kind: 'unknown' } });
      continue;
    }
    read += 1;
    const record = known.text === '' ? { ...known, text } : known;
    const folded = fold(record.text);
    if (isHit(record, folded)) hits.push(record);
    else refused.push({ id, why: refusalOf(record, query, folded) ?? { kind: 'missing', condition: query } });
  }
  const of = store.records.length;
  return { hits, refused, count: { kind: read === of ? 'exact' : 'at least', hits: hits.length, read, of } };
}

/** Hits found in different ways, each once, in study order: for "at least" lists that grow while shards arrive. */
export function joinHits(store: Store, ...lists: readonly (readonly ExcerptId[])[]): readonly ExcerptId[] {
  const place = (id: ExcerptId): number => store.ordinals.get(id) ?? Number.MAX_SAFE_INTEGER;
  return [...new Set(lists.flat())].sort((a, b) => place(a) - place(b));
}

// In: a study. Out: which sources share codes, and which codes these are.
// A code that more than `mostSources` sources carry is left out: it is common to all, and its pairs alone would be millions.

import type { CodeId, SourceId } from '../model/ids.ts';
import type { Source, Study } from '../model/study.ts';
import { oncePerStudy } from './once-per-study.ts';

export interface SharingSource {
  readonly source: SourceId;
  /** In order of first mention in the source that was asked about. */
  readonly codes: readonly CodeId[];
}

export interface SourcePair {
  readonly a: SourceId;
  readonly b: SourceId;
  readonly codes: readonly CodeId[];
}

export const mostSources = 2000;

/** Each code of a source once, in order of first mention. */
export const codesOfSource = (source: Source): readonly CodeId[] => [
  ...new Set(source.passages.flatMap((passage) => passage.codes)),
];

/** Most shared codes first, then in study order; symmetric: what is said of a and b is said of b and a. */
export function sharingWith(study: Study, source: Source, most: number): readonly SharingSource[] {
  const carriers = carriersOf(study);
  const places = carrierPlaces(study);
  const own = codesOfSource(source).filter((code) => isCounted(carriers.get(code)));
  const shared = new Uint32Array(study.sources.length);
  for (const code of own) for (const place of places.get(code) ?? []) count(shared, place);
  shared[placesOf(study).get(source.id) ?? 0] = 0;
  const fewest = fewestOfFirst(shared, most, own.length);
  const near: number[] = [];
  shared.forEach((codes, at) => {
    if (codes >= fewest) near.push(at);
  });
  return near
    .sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b)
    .slice(0, most)
    .flatMap((at) => {
      const other = study.sources[at];
      if (!other) return [];
      const codes = codeSets(study).get(other.id);
      return { source: other.id, codes: own.filter((code) => codes?.has(code)) };
    });
}

const codeSets: (study: Study) => ReadonlyMap<SourceId, ReadonlySet<CodeId>> = oncePerStudy(
  (study) => new Map(study.sources.map((source) => [source.id, new Set(codesOfSource(source))])),
);

/** How many codes the last of the `most` first shares, at least 1: only those that share as many need to be sorted. */
function fewestOfFirst(shared: Uint32Array, most: number, highest: number): number {
  const sharing = new Uint32Array(highest + 1);
  for (const codes of shared) count(sharing, codes);
  let fewest = highest;
  for (let sum = sharing[fewest] ?? 0; fewest > 1 && sum < most; sum += sharing[fewest] ?? 0) fewest -= 1;
  return Math.max(fewest, 1);
}

const count = (counts: Uint32Array, at: number): void => {
  counts[at] = (counts[at] ?? 0) + 1;
};

/** Pairs with at least `fewest` shared codes, so that there are at most `mostPairs`; most shared codes first. */
export const sourcePairs: (study: Study) => { readonly pairs: readonly SourcePair[]; readonly fewest: number } =
  oncePerStudy((study) => {
    const counts = pairCounts(study);
    const fewest = threshold(counts);
    const place = placesOf(study);
    const chosen = new Map<string, { a: SourceId; b: SourceId; codes: CodeId[] }>();
    for (const { id: a } of study.sources) {
      for (const [b, count] of counts.get(a) ?? []) {
        if (count >= fewest) chosen.set(`${a} ${b}`, { a, b, codes: [] });
      }
    }
    eachPair(study, (a, b, code) => chosen.get(`${a} ${b}`)?.codes.push(code));
    const pairs = [...chosen.values()].sort(
      (x, y) =>
        y.codes.length - x.codes.length ||
        (place.get(x.a) ?? 0) - (place.get(y.a) ?? 0) ||
        (place.get(x.b) ?? 0) - (place.get(y.b) ?? 0),
    );
    return { pairs, fewest };
  });

export const mostPairs = 5000;
/** Above this many sources only pairs of each source's own page are counted: see `sharingWith`. */
const mostForPairs = 1500;

/** Codes that too many sources carry to be counted as shared. */
export const commonCodes: (study: Study) => readonly CodeId[] = oncePerStudy((study) =>
  [...carriersOf(study)].filter(([, sources]) => !isCounted(sources)).map(([code]) => code),
);

/** False when the study has too many sources for a list of pairs. */
export const pairsAreListed = (study: Study): boolean => study.sources.length <= mostForPairs;

const isCounted = (sources: readonly SourceId[] | undefined): boolean =>
  sources !== undefined && sources.length <= mostSources;

const carriersOf: (study: Study) => ReadonlyMap<CodeId, readonly SourceId[]> = oncePerStudy((study) => {
  const carriers = new Map<CodeId, SourceId[]>();
  for (const source of study.sources) {
    for (const code of codesOfSource(source)) {
      const known = carriers.get(code);
      if (known) known.push(source.id);
      else carriers.set(code, [source.id]);
    }
  }
  return carriers;
});

/** The same as places in the study, for counting. */
const carrierPlaces: (study: Study) => ReadonlyMap<CodeId, Uint32Array> = oncePerStudy((study) => {
  const place = placesOf(study);
  const entries = [...carriersOf(study)].map(([code, ids]) => [code, ids.map((id) => place.get(id) ?? 0)] as const);
  return new Map(entries.map(([code, places]) => [code, Uint32Array.from(places)]));
});

const placesOf = oncePerStudy((study) => new Map(study.sources.map(({ id }, place) => [id, place])));

function eachPair(study: Study, visit: (a: SourceId, b: SourceId, code: CodeId) => void): void {
  if (!pairsAreListed(study)) return;
  for (const [code, sources] of carriersOf(study)) {
    sources.forEach((a, i) => {
      for (let j = i + 1; j < sources.length; j += 1) {
        const b = sources[j];
        if (b !== undefined) visit(a, b, code);
      }
    });
  }
}

function pairCounts(study: Study): ReadonlyMap<SourceId, ReadonlyMap<SourceId, number>> {
  const counts = new Map<SourceId, Map<SourceId, number>>();
  eachPair(study, (a, b) => {
    let row = counts.get(a);
    if (!row) counts.set(a, (row = new Map<SourceId, number>()));
    row.set(b, (row.get(b) ?? 0) + 1);
  });
  return counts;
}

function threshold(counts: ReadonlyMap<SourceId, ReadonlyMap<SourceId, number>>): number {
  const pairsWith: number[] = [];
  for (const row of counts.values()) for (const n of row.values()) pairsWith[n] = (pairsWith[n] ?? 0) + 1;
  let total = 0;
  for (let n = pairsWith.length - 1; n >= 1; n -= 1) {
    total += pairsWith[n] ?? 0;
    if (total > mostPairs) return n + 1;
  }
  return 1;
}

import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isComplete,
  openStore,
  shardOf,
  withShard,
  withWords,
  type Store,
} from '../../../../src/study/derive/search/open-store.ts';
import { missingShards } from '../../../../src/study/derive/search/needed-shards.ts';
import { parseQuery } from '../../../../src/study/derive/search/parse-query.ts';
import type { SearchRecord } from '../../../../src/study/derive/search/record.ts';
import { scan } from '../../../../src/study/derive/search/scan.ts';
import { search } from '../../../../src/study/derive/search/search.ts';
import { buildStore, type BuiltStore } from '../../../../src/study/derive/search/store.ts';
import { vocabularyOf } from '../../../../src/study/derive/search/word-index.ts';
import { aCorpus, aQuery, hasCorpora, record, recordsOfCorpus } from './records.ts';
import { kindOf, studyFrom } from './studies.ts';

function opened(built: BuiltStore, shards = built.shards): Store {
  const empty = openStore(built.manifest.json);
  if (empty === null) throw new Error('the manifest was not read');
  return shards.reduce<Store>((store, shard) => {
    const next = withShard(store, shard.json);
    if (next === null) throw new Error(`${shard.file} was not read`);
    return next;
  }, empty);
}

// What a record looks like after a study: kinds of codes come from the codes, open codes stand with coded passages.
const asStored = (one: SearchRecord, position: number): SearchRecord => ({
  ...one,
  position,
  codeKinds: [...new Set(one.codes.map(kindOf))],
  openCodes: one.coded ? (one.openCodes ?? []) : [],
});

// Within a source all records share its fields; positions count from 1.
function storedCorpus(records: readonly SearchRecord[]): readonly SearchRecord[] {
  const seen = new Map<string, number>();
  return records.map((one) => {
    const position = (seen.get(one.source) ?? 0) + 1;
    seen.set(one.source, position);
    return asStored(one, position);
  });
}

describe('the store', () => {
  it('gives back the records that it was built from, whatever the size of a shard', () => {
    fc.assert(
      fc.property(aCorpus, fc.integer({ min: 1, max: 400 }), (corpus, shardBytes) => {
        const records = storedCorpus(corpus);
        const store = opened(buildStore(studyFrom(records), shardBytes));
        expect(store.records).toEqual(records);
        expect(isComplete(store)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('finds the same ids in the same order while shards arrive in any order, from "at least" to exact', () => {
    fc.assert(
      fc.property(
        aCorpus,
        aQuery,
        fc.integer({ min: 1, max: 300 }),
        fc.boolean(),
        (corpus, query, shardBytes, backwards) => {
          const records = storedCorpus(corpus);
          const built = buildStore(studyFrom(records), shardBytes);
          const order = backwards ? built.shards.toReversed() : built.shards;
          const expected = scan(records, query);
          let before: readonly string[] = [];
          for (let loaded = 0; loaded <= order.length; loaded += 1) {
            const { ids } = search(opened(built, order.slice(0, loaded)), query, 'study');
            expect(expected).toEqual(expect.arrayContaining([...ids]));
            expect(ids).toEqual(expect.arrayContaining([...before]));
            before = ids;
          }
          expect(before).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says the same bytes for the same study', () => {
    const records = [
      record('a', { codes: ['b', 'a'], number: 1 }),
      record('ß🙂', { number: 2, inSource: 's2', speaker: 'P' }),
    ];
    expect(buildStore(studyFrom(records))).toEqual(buildStore(studyFrom(records)));
  });

  it('keeps whole sources together and cuts only those that are longer than a shard', () => {
    const sized = (source: string, count: number): readonly SearchRecord[] =>
      Array.from({ length: count }, (_, index) => record('x'.repeat(97), { inSource: source, number: index + 1 }));
    const records = [...sized('s1', 4), ...sized('s2', 4), ...sized('s3', 25), ...sized('s4', 1)];
    const built = buildStore(studyFrom(records), 1000);
    const store = opened(built);
    expect(store.manifest.shards.map((shard) => shard.count)).toEqual([8, 10, 10, 6]);
    expect(store.manifest.shards.map((shard) => shard.bytes)).toEqual(
      built.shards.map((shard) => Buffer.byteLength(shard.json)),
    );
    expect([0, 7, 8, 33].map((ordinal) => shardOf(store, ordinal))).toEqual([0, 0, 1, 3]);
  });

  it('keeps a shard within its size, open codes included, unless one excerpt is larger', () => {
    const records = Array.from({ length: 40 }, (_, index) =>
      record('text', { number: index + 1, codes: ['a'], openCodes: ['o'.repeat(60)], inSource: `s${index % 7}` }),
    ).toSorted((a, b) => (a.source < b.source ? -1 : 1));
    const bytes = opened(buildStore(studyFrom(records), 500)).manifest.shards.map((shard) => shard.bytes);
    const envelope = 130;
    expect(Math.max(...bytes)).toBeLessThan(500 + envelope);
    expect(bytes.length).toBeLessThan(12);
  });

  it('counts bytes as UTF-8 does', () => {
    const built = buildStore(studyFrom([record('äß数🙂“'), record('\ud800', { number: 2 })]));
    expect(opened(built).manifest.shards[0]?.bytes).toBe(Buffer.byteLength(built.shards[0]?.json ?? ''));
  });

  it('holds no withheld word', () => {
    const study = studyFrom([record('secret', { codes: ['a'], openCodes: ['confidential'] })]);
    const [source] = study.sources;
    if (source === undefined) throw new Error('no source');
    const excerpts = source.excerpts.map((excerpt) => ({ ...excerpt, withheld: 'rights' }));
    const passages = source.passages.map((passage) => ({
      ...passage,
      openCodes: [{ text: 'confidential', withheld: 'rights' }],
    }));
    const built = buildStore({ ...study, sources: [{ ...source, excerpts, passages }] });
    expect(JSON.stringify(built)).not.toMatch(/secret|confidential/);
    expect(search(opened(built), parseQuery('code:a').query).ids).toEqual(['s1-e1']);
    expect(search(opened(built), parseQuery('-code:a').query).ids).toEqual([]);
  });

  it('refuses a shard of another study', () => {
    const study = studyFrom([record('a')]);
    const other = buildStore({ ...study, digest: 'f'.repeat(64) });
    const store = openStore(buildStore(study).manifest.json);
    expect(store).not.toBeNull();
    if (store !== null) expect(withShard(store, other.shards[0]?.json ?? '')).toBeNull();
  });

  it('answers a code from the manifest alone, exactly', () => {
    const records = storedCorpus([
      record('a', { codes: ['x'] }),
      record('b', { number: 2 }),
      record('c', { number: 3, codes: ['x'] }),
    ]);
    const built = buildStore(studyFrom(records));
    const store = opened(built, []);
    expect(search(store, parseQuery('code:x').query)).toMatchObject({
      ids: ['s1-e1', 's1-e3'],
      count: { kind: 'exact', hits: 2 },
    });
    expect(search(store, parseQuery('a').query).count).toEqual({ kind: 'at least', hits: 0, read: 0, of: 3 });
  });

  it('is no study at all and still a store', () => {
    const store = opened(buildStore(studyFrom([])));
    expect(search(store, parseQuery('a').query).count).toEqual({ kind: 'exact', hits: 0, read: 0, of: 0 });
  });

  it.skipIf(!hasCorpora)(
    'weighs at most 340 kB gzipped for the 49 notes, and any of their words needs at most 110 kB for its first ten (they lie beside the repository where it is built)',
    () => {
      const built = buildStore(studyFrom(recordsOfCorpus('self-serve-platform')));
      const weight = ({ json }: { readonly json: string }): number => gzipSync(json).length;
      const [manifest, words, shards] = [weight(built.manifest), built.words.map(weight), built.shards.map(weight)];
      expect(manifest).toBeLessThan(20_000);
      expect([manifest, ...words, ...shards].reduce((sum, one) => sum + one, 0)).toBeLessThan(340_000);
      const known = built.words.reduce<Store>((store, { json }) => withWords(store, json) ?? store, opened(built, []));
      const whole = opened(built);
      const first = ([word, excerpts]: readonly [string, number]): number => {
        const query = parseQuery(word).query;
        // As the page does: the first two shards come with the words, the others in study order.
        const order = [...new Set([0, 1, ...missingShards(known, query)])];
        let weightSofar = manifest + Math.max(...words);
        let hits = 0;
        for (const shard of order) {
          weightSofar += shards[shard] ?? 0;
          hits += whole.segments[shard]?.words.get(word)?.length ?? 0;
          if (hits >= Math.min(10, excerpts)) break;
        }
        return weightSofar;
      };
      const costs = [...vocabularyOf(whole.segments)].map(first);
      expect(costs.length).toBeGreaterThan(5000);
      expect(Math.max(...costs)).toBeLessThan(110_000);
    },
  );
});

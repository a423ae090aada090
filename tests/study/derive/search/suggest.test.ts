import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storeOf } from '../../../../src/study/derive/search/open-store.ts';
import { parseQuery } from '../../../../src/study/derive/search/parse-query.ts';
import { absentWords, editDistance, spellingSuggestions } from '../../../../src/study/derive/search/spelling.ts';
import type { StoreManifest } from '../../../../src/study/derive/search/store.ts';
import { partsOf, suggestCodes, suggestSources, suggestWords } from '../../../../src/study/derive/search/suggest.ts';
import { variantsIn, vocabularyOf } from '../../../../src/study/derive/search/word-index.ts';
import { hasCorpora, record, recordsOfCorpus } from './records.ts';

const manifest: StoreManifest = {
  ...storeOf([]).manifest,
  codes: [
    ['time_travel', 'Time travel', 'practice', []],
    ['travel_costs', 'Costs', 'force', ['journeys']],
    ['VNetPeering', 'VNet peering', 'practice', []],
    ['VMs', 'Virtual machines', 'pattern', []],
    ['data-as-a-product', 'Données comme produit', null, []],
    ['C++', 'C++', null, []],
  ],
  sources: [
    ['s1', 'Data mesh in practice', 0, 0, []],
    ['s10', 'The mesh at Zürich', 0, 0, []],
  ],
};
const codes = (typed: string): readonly string[] => suggestCodes(manifest, typed).map((code) => code.id);
const sources = (typed: string): readonly string[] => suggestSources(manifest, typed).map((source) => source.id);

describe('suggested codes', () => {
  it.each([
    ['travel', ['travel_costs', 'time_travel']],
    ['time tr', ['time_travel']],
    ['time_travel', ['time_travel']],
    ['peering', ['VNetPeering']],
    ['net', ['VNetPeering']],
    ['vms', ['VMs']],
    ['machines', ['VMs']],
    ['donnees', ['data-as-a-product']],
    ['product', ['data-as-a-product']],
    ['journ', ['travel_costs']],
    ['rave', ['time_travel', 'travel_costs']],
    ['C++', ['C++', 'travel_costs', 'data-as-a-product', 'VMs']],
    ['zebra', []],
    ['', []],
    ['.*', []],
  ])('for %j are %j', (typed, expected) => {
    expect(codes(typed)).toEqual(expected);
  });

  it.skipIf(!hasCorpora)(
    'are found by every part of every identifier (the notes lie beside the repository where it is built)',
    () => {
      const ids = [...new Set(recordsOfCorpus('self-serve-platform').flatMap((one) => one.codes))];
      const all: StoreManifest = { ...manifest, codes: ids.map((id) => [id, id, null, []]) };
      const missed = ids.flatMap((id) =>
        [...partsOf(id), ...id.split('_')].filter(
          (part) => !suggestCodes(all, part, 999).some((code) => code.id === id),
        ),
      );
      expect(ids.length).toBeGreaterThan(100);
      expect(missed).toEqual([]);
    },
  );
});

describe('suggested sources and words', () => {
  it('are found by id, and by the words of a title, the last one half typed', () => {
    expect(sources('s1')).toEqual(['s1']);
    expect(sources('mesh')).toEqual(['s1', 's10']);
    expect(sources('mesh zur')).toEqual(['s10']);
    expect(sources('practic mesh')).toEqual([]);
  });

  it('are the most frequent first', () => {
    const vocabulary = vocabularyOf(storeOf([record('data date'), record('date data'), record('data datum')]).segments);
    expect(suggestWords(vocabulary, 'the dat')).toEqual([
      { word: 'data', excerpts: 3 },
      { word: 'date', excerpts: 2 },
      { word: 'datum', excerpts: 1 },
    ]);
  });
});

describe('spelling', () => {
  const vocabulary = vocabularyOf(
    storeOf([record('governance platform data date mesh'), record('governance plan date')]).segments,
  );

  it.each([
    ['governence', ['governance']],
    ['goverannce', ['governance']],
    ['Plattform', ['platform']],
    ['dat', ['date', 'data']],
    ['mehs', ['mesh']],
    ['zebra', []],
    ['xy', []],
    ['governance', []],
  ])('of %s may be %j', (word, expected) => {
    expect(spellingSuggestions(word, vocabulary)).toEqual(expected);
  });

  it('is asked only for words that occur nowhere', () => {
    expect(absentWords(parseQuery('Governance "plan zebra" -lion code:x').query, vocabulary)).toEqual(['zebra']);
  });

  it('lists the forms that counted as variants', () => {
    expect(
      variantsIn(vocabularyOf(storeOf([record('plan plans planning planet'), record('plans')]).segments), 'plan'),
    ).toEqual(['plans', 'plan', 'planning']);
  });
});

describe('the distance of two words', () => {
  // The definition: the fewest single changes, searched level by level; swapped letters may be parted by later changes.
  function reference(from: string, to: string): number {
    const letters = [...new Set(from + to)];
    let words = new Set([from]);
    for (let distance = 0; distance <= 3; distance += 1) {
      if (words.has(to)) return distance;
      const next = new Set<string>();
      for (const word of words) {
        for (let at = 0; at <= word.length; at += 1) {
          const [before, after] = [word.slice(0, at), word.slice(at)];
          for (const letter of letters) next.add(before + letter + after).add(before + letter + after.slice(1));
          next.add(before + after.slice(1));
          if (after.length > 1) next.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
        }
      }
      words = next;
    }
    return 4;
  }

  it('is the fewest changes, and one more than allowed as soon as it exceeds that', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
    fc.assert(
      fc.property(word, word, (from, to) => {
        expect(editDistance([...from], [...to], 2)).toBe(Math.min(3, reference(from, to)));
      }),
      { numRuns: 150 },
    );
  });
});

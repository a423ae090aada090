// The questions that reading pages ask: counts equal a recount by hand, every pair is symmetric, and nothing grows faster than the study.

import { describe, expect, it } from 'vitest';
import { bookIndex, numberRange } from '../../../src/study/derive/book-index.ts';
import { codeIndex } from '../../../src/study/derive/code-index.ts';
import { codePageOf, codePages } from '../../../src/study/derive/code-pages.ts';
import { codePairs, companionsOf, crowdedPassages, mostCodes } from '../../../src/study/derive/codes-together.ts';
import { formerNames } from '../../../src/study/derive/former-names.ts';
import { inVivoCodes } from '../../../src/study/derive/in-vivo-codes.ts';
import { oncePerStudy } from '../../../src/study/derive/once-per-study.ts';
import { portrait } from '../../../src/study/derive/portrait.ts';
import { problemsAt } from '../../../src/study/derive/problems-at.ts';
import { relationsOf } from '../../../src/study/derive/relations-of.ts';
import { codesOfSource, sharingWith, sourcePairs } from '../../../src/study/derive/sources-together.ts';
import { codeId, excerptId, passageId, slugOf, sourceId } from '../../../src/study/model/ids.ts';
import type { Code, Passage, Source, Study } from '../../../src/study/model/study.ts';
import { sampleStudy } from '../../exports/sample-study.ts';

const study = sampleStudy();
const passages = study.sources.flatMap((source) => source.passages);

/** The sample with other passages: codes by name, no excerpts; for cases of form and size. */
function studyOf(sources: Readonly<Record<string, readonly (readonly string[])[]>>): Study {
  const template = study.sources[0];
  const one = passages[0];
  if (!template || !one) throw new Error('the sample has a source with a passage');
  const made = Object.entries(sources).map(([id, lists]): Source => ({
    ...template,
    id: sourceId(id),
    excerpts: [],
    passages: lists.map((codes, place): Passage => ({
      ...one,
      id: passageId(sourceId(id), place + 1),
      number: place + 1,
      source: sourceId(id),
      excerpts: [],
      openCodes: [],
      codes: codes.map(codeId),
    })),
  }));
  const all = made.flatMap((source) => source.passages);
  const places = new Map<string, Passage['id'][]>();
  for (const { id, codes } of all)
    for (const code of codes) places.set(code, [...(places.get(code) ?? []), id].slice(-3));
  const codes = [...places].map(([id, own]): Code => ({
    id: codeId(id),
    slug: slugOf(id),
    label: id,
    kind: null,
    definitions: [],
    aliases: [],
    codebook: null,
    passages: own,
    firstSeen: null,
    sameLabel: [],
    similar: [],
  }));
  return {
    ...study,
    sources: made,
    codes,
    sourceById: new Map(made.map((source) => [source.id, source])),
    passageById: new Map(all.map((passage) => [passage.id, passage])),
    codeById: new Map(codes.map((code) => [code.id, code])),
    excerptById: new Map(),
  };
}

describe('the index of codes', () => {
  it('counts the excerpts that codings.csv has rows for', () => {
    for (const [id, entry] of codeIndex(study)) {
      const own = passages.filter(({ codes }) => codes.includes(id));
      expect(entry.passages).toBe(own.length);
      expect(entry.excerpts).toBe(own.reduce((sum, { excerpts }) => sum + excerpts.length, 0));
      expect(entry.sources.map(({ source }) => source)).toEqual([...new Set(own.map(({ source }) => source))]);
    }
    expect(codeIndex(study).size).toBe(study.codes.length);
  });

  it('is portioned so that no passage is lost, and every code has a page', () => {
    for (const code of study.codes) {
      const pages = codePages(study).get(code.id) ?? [];
      expect(pages.length).toBeGreaterThan(0);
      expect(pages.flat().map(({ id }) => id)).toEqual(code.passages);
      expect(codePageOf(study, code.id, pages.flat()[0]?.source ?? '')).toBe(1);
    }
  });

  it.each([
    ['begins a page with a source rather than cut it', { s1: [150], s2: [40, 40] }, [['s1-p1'], ['s2-p1', 's2-p2']]],
    ['cuts a source that is longer than a page', { s1: [90, 90, 90] }, [['s1-p1', 's1-p2'], ['s1-p3']]],
  ])('%s', (_, sizes: Readonly<Record<string, readonly number[]>>, wanted) => {
    const made = studyOf(Object.fromEntries(Object.entries(sizes).map(([id, own]) => [id, own.map(() => ['a'])])));
    const long = [...made.passageById].map(([id, passage]): [string, Passage] => {
      const excerpts = sizes[passage.source]?.[passage.number - 1] ?? 0;
      return [
        id,
        { ...passage, excerpts: Array.from({ length: excerpts }, (_, i) => excerptId(passage.source, i + 1)) },
      ];
    });
    const pages = codePages({ ...made, passageById: new Map(long) }).get('a') ?? [];
    expect(pages.map((page) => page.map(({ id }) => id))).toEqual(wanted);
  });
});

describe('codes that stand together', () => {
  it('are said of both, with the same passages, and these are exactly those that carry both', () => {
    for (const [a, companions] of companionsOf(study)) {
      for (const { code: b, passages: shared } of companions) {
        expect(shared).toEqual(
          passages.filter(({ codes }) => codes.includes(a) && codes.includes(b)).map(({ id }) => id),
        );
        expect(
          companionsOf(study)
            .get(b)
            ?.find(({ code }) => code === a)?.passages,
        ).toEqual(shared);
      }
    }
  });

  it('stand in the list of pairs once', () => {
    const pairs = codePairs(study);
    const said = [...companionsOf(study).values()].reduce((sum, list) => sum + list.length, 0);
    expect(pairs.length * 2).toBe(said);
    expect(new Set(pairs.map(({ a, b }) => [a, b].toSorted().join(' '))).size).toBe(pairs.length);
    expect(pairs.map(({ passages: own }) => own.length)).toEqual(
      pairs.map(({ passages: own }) => own.length).toSorted((a, b) => b - a),
    );
  });

  it('are not counted in a passage with a hundred thousand codes, which is named instead', () => {
    const crowd = studyOf({ s1: [Array.from({ length: 100_000 }, (_, n) => `c${n}`), ['c1', 'c2']] });
    expect(crowdedPassages(crowd)).toEqual(['s1-p1']);
    expect(codePairs(crowd)).toEqual([{ a: 'c1', b: 'c2', passages: ['s1-p2'] }]);
    expect(mostCodes).toBeGreaterThan(50);
  });
});

describe('sources that share codes', () => {
  it('share them both ways', () => {
    for (const source of study.sources) {
      for (const { source: id, codes } of sharingWith(study, source, 100)) {
        const other = study.sourceById.get(id);
        const own: ReadonlySet<string> = new Set(other && codesOfSource(other));
        expect(codes.every((code) => own.has(code))).toBe(true);
        expect(codes.length).toBeGreaterThan(0);
        const back = other && sharingWith(study, other, 100).find((one) => one.source === source.id);
        expect(new Set(back?.codes)).toEqual(new Set(codes));
      }
    }
  });

  it('come nearest first, and no more than asked for', () => {
    const three = studyOf({ s1: [['a', 'b', 'c']], s2: [['a']], s3: [['c', 'b']], s4: [['x']] });
    const [first] = three.sources;
    expect(first && sharingWith(three, first, 9)).toEqual([
      { source: 's3', codes: ['b', 'c'] },
      { source: 's2', codes: ['a'] },
    ]);
    expect(first && sharingWith(three, first, 1)).toHaveLength(1);
  });

  it('are all listed as pairs in a small study', () => {
    const { pairs, fewest } = sourcePairs(study);
    expect(fewest).toBe(1);
    const said = study.sources.reduce((sum, source) => sum + sharingWith(study, source, 100).length, 0);
    expect(pairs.length * 2).toBe(said);
  });
});

describe('the book index', () => {
  it('has an entry for every code, and leads from other names to the code', () => {
    const entries = bookIndex(study);
    expect(new Set(entries.flatMap((entry) => (entry.kind === 'code' ? [entry.code.id] : [])))).toEqual(
      new Set(study.codes.map(({ id }) => id)),
    );
    for (const code of study.codes) {
      for (const alias of code.aliases.filter((name) => !study.codeById.has(name) && name !== code.label))
        expect(entries).toContainEqual({ kind: 'see', label: alias, to: code.id });
    }
  });

  it('gives the excerpt numbers of each passage, or none for a passage without excerpts', () => {
    for (const entry of bookIndex(study)) {
      if (entry.kind !== 'code') continue;
      for (const own of entry.sources.flatMap(({ passages }) => passages)) {
        const { passage, first, last } = numberRange(own, study);
        const covered = study.passageById.get(passage)?.excerpts.map((id) => study.excerptById.get(id)?.number) ?? [];
        expect([first, last]).toEqual(covered.length === 0 ? [null, null] : [covered[0], covered.at(-1)]);
      }
    }
  });
});

describe('other questions of a page', () => {
  it('draws a portrait with one cell an excerpt, and no kind where no code stands', () => {
    for (const source of study.sources) {
      const cells = portrait(source, study);
      expect(cells.map(({ excerpt }) => excerpt)).toEqual(source.excerpts);
      for (const { excerpt, passage, kinds } of cells) {
        expect(passage?.id ?? null).toBe(excerpt.passage);
        expect(kinds.reduce((sum, { codes }) => sum + codes, 0)).toBe(passage?.codes.length ?? 0);
      }
    }
  });

  it('calls a code in vivo exactly where an excerpt says its words as words', () => {
    const source = study.sources.find((one) => one.passages.some((passage) => passage.excerpts.length > 0));
    const passage = source?.passages.find((one) => one.excerpts.length > 0);
    const excerpt = study.excerptById.get(passage?.excerpts[0] ?? '');
    if (!passage || !excerpt) throw new Error('the sample has a passage with an excerpt');
    const saying = (text: string): Study => ({
      ...study,
      sources: study.sources.map((one) => ({ ...one })),
      excerptById: new Map(study.excerptById).set(excerpt.id, { ...excerpt, text }),
    });
    const code = passage.codes[0];
    if (code === undefined) throw new Error('the passage has a code');
    const named = code.replace(/_/g, ' ').toUpperCase();
    const found = (text: string): boolean => inVivoCodes(saying(text)).get(passage.id)?.has(code) === true;
    expect(found(`We speak of ${named} here.`)).toBe(true);
    expect(found(`We speak of ${named}ish things.`)).toBe(false);
  });

  it('finds relations from both ends', () => {
    const found = relationsOf(study);
    for (const relation of study.relations) {
      expect(found.get(relation.from)?.out).toContain(relation);
      expect(found.get(relation.to)?.in).toContain(relation);
    }
  });

  it('puts every problem beside what it is about', () => {
    const at = problemsAt(study);
    for (const problem of study.problems) {
      if (problem.source !== undefined) expect(at.source(problem.source)).toContain(problem);
      if (problem.codeId !== undefined) expect(at.code(problem.codeId)).toContain(problem);
    }
    expect(at.excerpt('__proto__')).toEqual([]);
  });

  it('keeps no former name that is a code today, and gives each an address of its own', () => {
    const renamed = {
      ...study.settings.renamed,
      codes: { 'Old name': 'access_control', VMs: 'access_control', gone: 'nowhere' },
    };
    const names = formerNames({ ...study, settings: { ...study.settings, renamed } });
    expect(names.map(({ old }) => old)).toContain('Old name');
    expect(names.map(({ old }) => old)).not.toContain('VMs');
    expect(names.map(({ old }) => old)).not.toContain('gone');
    const slugs = [...names.map(({ slug }) => slug), ...study.codes.map(({ slug }) => slug)];
    expect(new Set(slugs).size).toBe(slugs.length);
  });

  it('asks each study once, and another study anew', () => {
    let asked = 0;
    const question = oncePerStudy(() => (asked += 1));
    expect([question(study), question(study), question({ ...study })]).toEqual([1, 1, 2]);
  });
});

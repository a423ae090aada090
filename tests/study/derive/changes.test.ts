import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../src/study/derive/changes.ts';
import { writeStudyJson } from '../../../src/study/exports/study-json.ts';
import type { Study } from '../../../src/study/model/study.ts';
import { studyFromJson } from '../../../src/study/read-study-json.ts';
import { sampleStudy } from '../../exports/sample-study.ts';

/** The sample study with a change made to the text of its study.json. */
function changed(change: (text: string) => string, study: Study = sampleStudy()): Study {
  const before = [...writeStudyJson(study)].join('');
  const after = change(before);
  expect(after).not.toBe(before);
  const read = studyFromJson(after);
  expect(read.problems).toEqual([]);
  return read.study ?? study;
}

const nothing = { added: [], edited: [], retired: [], renamed: [] };

describe('changes between two studies', () => {
  it('are none when the notes are the same, whatever the lines and the digest', () => {
    const later = changed((text) => text.replaceAll(/"line":\d+/g, '"line":7').replace('abab', 'cdcd'));
    expect(changesBetween(sampleStudy(), later)).toMatchObject({
      sources: nothing,
      codes: nothing,
      excerpts: { ...nothing, recoded: [] },
      count: 0,
    });
  });

  it('show an edited excerpt with both texts, and whether only signs differ', () => {
    const later = changed((text) =>
      text.replace('An unpaid loaf is a gift', 'An unpaid loaf is a loan').replace('– not one –', '- not one -'),
    );
    expect(changesBetween(sampleStudy(), later).excerpts.edited).toEqual([
      expect.objectContaining({ id: 's1-e2', signsOnly: true }),
      {
        id: 's1-e5',
        before: 'An unpaid loaf is a gift to the street.',
        after: 'An unpaid loaf is a loan to the street.',
        signsOnly: false,
      },
    ]);
  });

  it('show an edited title', () => {
    const later = changed((text) => text.replaceAll('Annual report of a lamp maker', 'Report of a lamp maker'));
    expect(changesBetween(sampleStudy(), later).sources.edited).toEqual([
      {
        id: 's3',
        fields: [{ field: 'title', before: 'Annual report of a lamp maker', after: 'Report of a lamp maker' }],
      },
    ]);
  });

  it('take a source under another number for renamed, and its excerpts with it', () => {
    const later = changed((text) => text.replaceAll('"s3', '"s33'));
    const { sources, excerpts, count } = changesBetween(sampleStudy(), later);
    expect(sources.renamed).toEqual([{ from: 's3', to: 's33', how: 'found' }]);
    expect(excerpts.renamed).toEqual([{ from: 's3-e1', to: 's33-e1', how: 'declared' }]);
    expect(count).toBe(2);
  });

  it('take a declared new name of a code for a renaming, and no excerpt for recoded', () => {
    const later = changed((text) =>
      text
        .replaceAll('"resting_time"', '"rest"')
        .replace(
          '"renamed":{"sources":{"s60":"s6"},"codes":{',
          '"renamed":{"sources":{},"codes":{"resting_time":"rest",',
        ),
    );
    const { codes, excerpts } = changesBetween(sampleStudy(), later);
    expect(codes).toEqual({ ...nothing, renamed: [{ from: 'resting_time', to: 'rest', how: 'declared' }] });
    expect(excerpts.recoded).toEqual([]);
  });

  it('find a renaming that nobody declared by the label', () => {
    const later = changed((text) => text.replaceAll('"resting_time"', '"rest"'));
    expect(changesBetween(sampleStudy(), later).codes.renamed).toEqual([
      { from: 'resting_time', to: 'rest', how: 'found' },
    ]);
  });

  it('show codes that came and went, and the excerpts that they came to', () => {
    const later = changed((text) =>
      text.replaceAll('"data catalog"', '"lists"').replace('"label":"lists"', '"label":"Lists"'),
    );
    const both = changesBetween(
      later,
      changed((text) => text.replaceAll('"codes":["resting_time","data catalog"]', '"codes":["resting_time","VMs"]')),
    );
    expect(both.codes).toMatchObject({ added: ['data catalog'], retired: ['lists'] });
    expect(both.excerpts.recoded).toEqual([{ id: 's1-e4', added: ['VMs'], removed: ['lists'] }]);
  });

  it('take texts that moved down one number for renumbered, not for edited', () => {
    const study = sampleStudy();
    const [first] = study.sources;
    if (first === undefined) throw new Error('no source');
    const shifted = {
      ...first,
      excerpts: first.excerpts.map((excerpt, index) => ({
        ...excerpt,
        text: index === 0 ? 'A sentence that is new.' : (first.excerpts[index - 1]?.text ?? ''),
      })),
    };
    const { excerpts } = changesBetween(study, { ...study, sources: [shifted, ...study.sources.slice(1)] });
    expect(excerpts.added).toEqual(['s1-e1']);
    expect(excerpts.edited).toEqual([]);
    expect(excerpts.renamed.map(({ from, to }) => `${from} ${to}`)).toEqual([
      's1-e1 s1-e2',
      's1-e2 s1-e3',
      's1-e3 s1-e4',
      's1-e4 s1-e5',
    ]);
    expect(excerpts.retired).toEqual([{ id: 's1-e5', to: [] }]);
  });

  it('keep twins of one text apart by their order', () => {
    const study = sampleStudy();
    expect(changesBetween(study, study).excerpts.renamed).toEqual([]);
    const later = changed((text) => text.replaceAll('"s2-e2"', '"s2-e9"'));
    expect(changesBetween(study, later).excerpts).toMatchObject({
      renamed: [{ from: 's2-e2', to: 's2-e9', how: 'found' }],
      added: [],
      retired: [],
    });
  });

  it('say what is new and what is gone, the other way round when the studies are', () => {
    const study = sampleStudy();
    const less = { ...study, sources: study.sources.slice(0, -1), codes: study.codes.slice(1) };
    expect(changesBetween(less, study)).toMatchObject({
      sources: { added: ['p1'] },
      codes: { added: ['C++'] },
      excerpts: { added: ['p1-e1', 'p1-e2'] },
    });
    expect(changesBetween(study, less)).toMatchObject({
      sources: { retired: ['p1'] },
      excerpts: { retired: [{ id: 'p1-e1' }, { id: 'p1-e2' }] },
    });
  });

  it('do not count a text that is withheld in one of them', () => {
    const later = sampleStudy();
    const shown = changed((text) =>
      text.replace('"text":"","withheld":"no permission of the publisher"', '"text":"Shown."'),
    );
    expect(changesBetween(shown, later).excerpts).toMatchObject({ ...nothing, recoded: [] });
  });

  it('end in seconds for studies of 200,000 excerpts', () => {
    const study = sampleStudy();
    const [source] = study.sources;
    const [excerpt] = source?.excerpts ?? [];
    if (source === undefined || excerpt === undefined) throw new Error('no excerpt');
    const many = (words: string): Study => ({
      ...study,
      sources: [
        {
          ...source,
          excerpts: Array.from({ length: 200_000 }, (_, n) => ({
            ...excerpt,
            id: `s1-e${n}` as typeof excerpt.id,
            text: `${words} ${n % 7}`,
          })), // ids are strings
        },
      ],
    });
    expect(changesBetween(many('old'), many('new')).excerpts.edited).toHaveLength(200_000);
  });
});

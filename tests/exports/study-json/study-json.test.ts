import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { misfits } from '../../../src/study/exports/json-schema.ts';
import { studyJson, writeStudyJson } from '../../../src/study/exports/study-json.ts';
import { studySchema } from '../../../src/study/exports/study-schema.ts';
import type { Study } from '../../../src/study/model/study.ts';
import { studyFromJson } from '../../../src/study/read-study-json.ts';
import { sampleContext, sampleStudy } from '../sample-study.ts';
import { closed } from './closed-schema.ts';
import { richStudy } from './rich-study.ts';

const written = (study: Study): string => [...writeStudyJson(study)].join('');

function ajvErrors(schema: object, value: unknown): unknown[] {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);
  validate(value);
  return validate.errors ?? [];
}

describe('study.json', () => {
  it.each([
    ['sample', sampleStudy()],
    ['rich', richStudy()],
  ])('fits the published schema, which names every field of it (%s study)', (_name, study) => {
    const document: unknown = JSON.parse(written(study));
    expect(ajvErrors(closed(studySchema), document)).toEqual([]);
    expect(misfits(document, studySchema)).toEqual([]);
  });

  it('is written with the fields that readers were promised', () => {
    const document = JSON.parse(written(sampleStudy()));
    expect(document.study).toMatchObject({
      title: expect.stringContaining('Ovens'),
      digest: 'ab'.repeat(32),
      key: 'smp',
    });
    expect(document.sources[0].header['tiny url']).toBe('');
    expect(document.sources[0]).not.toHaveProperty('excerpts');
    const excerpt = document.excerpts.find(({ id }: { id: string }) => id === 'p1-e2');
    expect(excerpt).toMatchObject({
      source: 'p1',
      number: 2,
      speaker: 'Participant 1',
      passage: 'p1-p1',
      lines: [44, 44],
    });
    const passage = document.passages.find(({ id }: { id: string }) => id === 's6-p1');
    expect(passage).toMatchObject({ source: 's6', line: 100, excerpts: ['s6-e1', 's6-e2'] });
    expect(passage.openCodes[0]).toMatchObject({ text: 'access_control', line: 101 });
    expect(passage.codes).toEqual(['access_control', 'acces_control', 'VMs']);
    const code = document.codes.find(({ id }: { id: string }) => id === 'access_control');
    expect(code.definitions).toEqual([
      { source: 's6', passage: 's6-p1', line: 106, label: 'Access control', kind: 'practice' },
    ]);
  });

  it('names the place of a problem in the problem itself', () => {
    const document = JSON.parse(written(richStudy()));
    expect(document.problems[0]).toMatchObject({ file: 'sources/s6.md', line: 107, column: 3, source: 's6' });
  });

  it('says why an excerpt is withheld, and nothing of its text', () => {
    const document = JSON.parse(written(sampleStudy()));
    const excerpt = document.excerpts.find(({ id }: { id: string }) => id === 's6-e2');
    expect(excerpt).toMatchObject({ text: '', withheld: 'no permission of the publisher' });
  });

  it('has one record a line', () => {
    const study = richStudy();
    const lines = written(study).split('\n');
    const excerpts = lines.filter((line) => /^\{"id":"[^"]+-e\d+","source":"[^"]+","number"/.test(line));
    expect(excerpts).toHaveLength(study.excerptById.size);
    for (const line of excerpts) expect(() => JSON.parse(line.replace(/,$/, ''))).not.toThrow();
  });

  it('keeps a field that a later version adds to a study or to a record', () => {
    const study = { ...sampleStudy(), novelties: [{ id: 's1-e9' }], theory: { elements: 3 } };
    const text = written(study);
    expect(JSON.parse(text)).toMatchObject({ novelties: [{ id: 's1-e9' }], theory: { elements: 3 } });
    const again = studyFromJson(text).study;
    expect(again === null ? '' : written(again)).toBe(text);
  });

  it('is offered with its schema', () => {
    const [data, schema] = [...studyJson.files(sampleContext())];
    expect(data?.path).toBe('exports/study.json');
    expect(schema?.path).toBe('exports/study.schema.json');
    expect(JSON.parse([...(schema?.write() ?? [])].join(''))).toEqual(studySchema);
  });
});

describe('a study read from study.json', () => {
  it.each([
    ['sample', sampleStudy()],
    ['rich', richStudy()],
  ])('is written again as the same bytes, and equals the study (%s)', (_name, study) => {
    const text = written(study);
    const { study: again, problems } = studyFromJson(text);
    expect(problems).toEqual([]);
    expect(again).toEqual(study);
    expect(again === null ? '' : written(again)).toBe(text);
  });

  it('has its look-ups over the same objects', () => {
    const { study } = studyFromJson(written(sampleStudy()));
    expect(study?.excerptById.get('s6-e1')).toBe(study?.sourceById.get('s6')?.excerpts[0]);
  });

  it.each([
    ['no JSON', '{"format": 1,', /is not JSON/],
    ['another document', '[]', /value of type object at the top/],
    ['a later format', written(sampleStudy()).replace('"format": 1', '"format": 2'), /one of 1 at \/format/],
    [
      'an id that leaves the folder',
      written(sampleStudy()).replace('{"id":"s10"', '{"id":"../s10"'),
      /\/sources\/6\/id/,
    ],
    ['a missing passage', written(sampleStudy()).replace('"passage":"p1-p1"', '"passage":"p1-p7"'), /"p1-p7" is not/],
    ['a source twice', written(sampleStudy()).replace('{"id":"s2","kind"', '{"id":"s1","kind"'), /"s1" is there twice/],
    ['text that is no text', written(sampleStudy()).replace(/"text":"[^"]*"/, '"text":5'), /\/excerpts\/0\/text/],
  ])('is refused with its reason: %s', (_name, text, reason) => {
    const { study, problems } = studyFromJson(text);
    expect(study).toBeNull();
    expect(problems[0]?.message).toMatch(reason);
    expect(problems.every(({ severity }) => severity === 'error')).toBe(true);
  });

  it('names at most twenty faults of a hopeless file', () => {
    const text = written(sampleStudy()).replaceAll('"text":"', '"texts":"');
    expect(studyFromJson(text).problems).toHaveLength(20);
  });
});

import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { studyOf } from '../../../src/study/build-study.ts';
import { citationCff } from '../../../src/study/exports/citation-cff.ts';
import { vaultEntries } from '../../../src/study/exports/vault.ts';
import { readCitation } from '../../../src/study/model/citation-file.ts';
import type { Study } from '../../../src/study/model/study.ts';
import { decode } from '../../../src/study/read/decode.ts';
import { sampleContext, sampleStudy } from '../sample-study.ts';

const cff = `cff-version: 1.2.0
message: Cite it as below.
title: "Ovens: a study"
abstract: |
  Two lines
  of words.
authors:
  - { family-names: Eijk, name-particle: van, given-names: Tom, orcid: https://orcid.org/0000-0002-1825-0097, email: t@example.org }
  - name: The bakers
version: 1.5
date-released: 2025-01-31
license: CC-BY-4.0
doi: 10.5281/zenodo.12
keywords: [ovens, "bread: and \\u2028 butter"]
preferred-citation: { type: article, title: On ovens, authors: [{ name: The bakers }] }
`;

const file = (path: string, text: string) => ({ ...decode(Buffer.from(text)), path, bytes: text.length, sha256: '' });
const studyWith = (settings: string, citation: string) =>
  studyOf({
    notes: [],
    models: [],
    unreadable: [],
    settings: new Map([
      ['study.yaml', file('study.yaml', settings)],
      ['CITATION.cff', file('CITATION.cff', citation)],
    ]),
  });
const offered = (study: Study, site = 'https://example.org/') => {
  const [written] = [...citationCff.files({ ...sampleContext(study), site })];
  return written === undefined ? undefined : [...written.write()].join('');
};

describe('CITATION.cff', () => {
  it('says what study.yaml leaves out', () => {
    const { study, problems } = studyWith('key: ovens\n', cff);
    expect(problems.filter(({ place }) => place.file === 'CITATION.cff')).toEqual([]);
    expect(study.settings).toMatchObject({
      ...{
        title: 'Ovens: a study',
        description: 'Two lines of words.',
        licence: 'CC-BY-4.0',
        doi: '10.5281/zenodo.12',
      },
      ...{ release: '1.5', released: '2025-01-31' },
      authors: [{ family: 'van Eijk', given: 'Tom', orcid: '0000-0002-1825-0097' }, { name: 'The bakers' }],
    });
  });

  it('gives way to study.yaml, and the difference is told', () => {
    const { study, problems } = studyWith('title: Other ovens\nrelease: "2.0"\nlicence: CC-BY-4.0\n', cff);
    expect(study.settings).toMatchObject({ title: 'Other ovens', release: '2.0', released: '2025-01-31' });
    const told = problems.filter(({ code }) => code === 'citation-differs');
    expect(told.map(({ args }) => args['field'])).toEqual(['title', 'version']);
  });

  it('is offered again with the release, and keeps what only it says', () => {
    const text = offered(studyWith('title: Other ovens\nrelease: "2.0"\n', cff).study) ?? '';
    const given = parse(cff) as Record<string, unknown>;
    expect(parse(text)).toEqual({
      ...given,
      ...{ title: 'Other ovens', version: '2.0', type: 'dataset', url: 'https://example.org/' },
    });
    expect(text).toMatch(/^# Study study, release 2\.0, digest [0-9a-f]{64}\.\n/);
    expect(readCitation(text).reader.notices).toEqual([]);
  });

  it('is made from study.yaml where there is none, and needs an author', () => {
    const study = sampleStudy({ licence: 'ask us first', doi: '10.5281/a b', released: '2026' });
    const made = parse(offered(study) ?? '') as Record<string, unknown>;
    expect(made).toMatchObject({ 'cff-version': '1.2.0', title: study.settings.title, type: 'dataset' });
    for (const key of ['license', 'doi', 'date-released']) expect(made).not.toHaveProperty(key);
    expect(readCitation(offered(study) ?? '').reader.notices).toEqual([]);
    expect(offered(sampleStudy({ authors: [] }))).toBeUndefined();
  });

  it('stands in the vault as it was read', () => {
    const { study } = studyWith('title: Other ovens\n', cff);
    const entry = [...vaultEntries(sampleContext(study))].find(({ path }) => path === 'CITATION.cff');
    expect(readCitation([...(entry?.write() ?? [])].join('')).citation).toEqual(study.citation);
  });

  it.each([
    ['no author', cff.replace(/authors:\n(?: .*\n)+/, ''), 'authors'],
    ['an author without a name', cff.replace('name: The bakers', 'email: a@example.org'), 'authors'],
    ['another version of the format', cff.replace('1.2.0', '2.0'), 'cff-version'],
    ['a day that there is not', cff.replace('2025-01-31', '2025-02-31'), 'date-released'],
    ['a licence in words', cff.replace('CC-BY-4.0', 'ask us'), 'license'],
    ['an address as DOI', cff.replace('10.5281/', 'https://doi.org/10.5281/'), 'doi'],
    ['a bare ORCID iD', cff.replace('https://orcid.org/', ''), 'authors'],
    ['a type of its own', `${cff}type: website\n`, 'type'],
    ['an unknown field', `${cff}colour: red\n`, 'colour'],
    ['a list', '- a\n', ''],
  ])('is checked: %s', (_name, text, key) => {
    const { citation, reader } = readCitation(text);
    expect(reader.notices).toHaveLength(1);
    expect(reader.notices[0]?.args?.['key']).toBe(key);
    expect(Object.keys(citation ?? {})).not.toContain(key);
  });

  it('is data: no tag, no prototype, no depth harms it', () => {
    for (const text of ['!!js/function "x"', '__proto__: { a: 1 }', 'constructor: x', '['.repeat(5000), 'a: *b'])
      expect(Object.keys(readCitation(text).citation ?? {})).toEqual([]);
  });
});

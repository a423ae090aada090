import { describe, expect, it } from 'vitest';
import { defaults, readSettings } from '../../../src/study/model/settings.ts';

const read = (text: string) => readSettings(text);
const faults = (text: string): readonly unknown[] =>
  read(text).reader.notices.map(({ code, args }) => [code, args?.['key'], args?.['expected'] ?? args?.['nearest']]);

describe('study.yaml', () => {
  it('that is missing or empty leaves the defaults', () => {
    expect(read('').settings).toEqual(defaults);
    expect(read('# nothing yet\n').settings).toEqual(defaults);
  });

  it('says what it says', () => {
    const { settings, reader } = read(
      'key: ssp\ntitle: 2026\nlicense: CC-BY-4.0\nauthors:\n  - { family: Ng, given: A. }\n  - The team\nmaxWords: 40\n',
    );
    expect(settings).toMatchObject({
      key: 'ssp',
      title: '2026',
      licence: 'CC-BY-4.0',
      authors: [{ family: 'Ng', given: 'A.' }, { name: 'The team' }],
      maxWords: 40,
    });
    expect([...reader.notices, ...reader.file.notices]).toEqual([]);
  });

  it('gives the site the words of the study’s language, unless others are chosen', () => {
    const spoken = (text: string): string => read(text).settings.interface;
    expect(['language: de', 'language: de-AT', 'language: fr', 'language: del'].map(spoken)).toEqual([
      'de',
      'de',
      'en',
      'en',
    ]);
    expect(spoken('language: de\ninterface: en\n')).toBe('en');
  });

  it('takes a number for the text that it is', () => {
    for (const release of ['1.10', '1.0', '007', '0x10', '1e3', '12345678901234567890', 'true'])
      expect(read(`release: ${release}\n`).settings.release).toBe(release);
    expect(read('authors: [1.10, { name: 2.50 }]').settings.authors).toEqual([{ name: '2.50' }]);
    expect(read('order: [1.10]').settings.order).toEqual(['1.10']);
  });

  it('reports keys and values that it cannot use, with what is meant', () => {
    expect(
      faults('interview: withheld\nInterviews: withheld\nshow: 7\nkey: My Study\nacknowledge: [{ problem: x }]\n'),
    ).toEqual([
      ['settings-unknown-key', 'interview', undefined],
      ['settings-unknown-key', 'Interviews', 'interviews'],
      ['settings-value', 'key', 'lower-case letters, digits and hyphens'],
      ['settings-value', 'show', 'all or coded or none'],
      ['settings-value', 'acknowledge.[1]', 'a problem and a reason'],
    ]);
  });

  it('takes a DOI with its address, and a release date only from the calendar', () => {
    expect(read('doi: https://doi.org/10.5281/zenodo.1\n').settings.doi).toBe('10.5281/zenodo.1');
    expect(faults('doi: zenodo\nreleased: 2021-02-30\n').map((fault) => (fault as unknown[])[1])).toEqual([
      'released',
      'doi',
    ]);
  });

  it('never shows more than was meant when a value cannot be read', () => {
    expect(read('show: everything\n').settings.show).toBe('none');
    expect(read('interviews: maybe\n').settings.interviews).toBe('withheld');
    expect(read('maxWords: few\n').settings.maxWords).toBe(0);
    for (const rule of [
      '{ excerpt: s1-e1 }',
      '[s1-e1]',
      '[{ exerpt: s1-e1 }]',
      '[{ excerpt: [s1-e1] }]',
      '[{ code: }]',
    ])
      expect(read(`interviews: reviewed\nwithhold: ${rule}\n`).settings, rule).toMatchObject({
        ...{ show: 'none', interviews: 'withheld' },
      });
    expect(read('withhold: [{ excerpt: s1-e1 }]\n').settings).toMatchObject({ show: 'all', interviews: null });
  });

  it('shows nothing when an entry of withhold cannot be used, and knows ids in any case', () => {
    for (const rule of ['s1', '[s1]', '[{ sauce: s1 }]', '[{ source: [s1] }]', '[{ source: s1 }, { code: "" }]'])
      expect(read(`withhold: ${rule}\n`).settings.show, rule).toBe('none');
    const { show, withhold } = read('withhold: [{ source: S1 }, { excerpt: S1-E2 }, { code: VMs }]\n').settings;
    expect([show, ...withhold.map(({ id }) => id)]).toEqual(['all', 's1', 's1-e2', 'VMs']);
  });

  it('takes no value of another type without a word', () => {
    const wrong = [
      ['draft: "yes"', 'draft', 'true or false'],
      ['flow: 7', 'flow', 'keys and values'],
      ['flow: { identified: many }', 'flow.identified', 'a whole number'],
      ['flow: { excluded: [{ n: -1 }] }', 'flow.excluded.[1].n', 'a whole number'],
      ['renamed: [s1]', 'renamed', 'keys and values'],
      ['renamed: { sources: s1 }', 'renamed.sources', 'keys and values'],
      [
        'acknowledge: [{ problem: code-undefined, reason: known, line: seven }]',
        'acknowledge.[1].line',
        'a whole number',
      ],
    ];
    for (const [text = '', ...rest] of wrong) expect(faults(text), text).toEqual([['settings-value', ...rest]]);
    expect(faults('renamed: { sources: { ../../s1: s2, S1: s2 } }').map(String)).toEqual([
      'settings-value,renamed.sources,an id such as s6',
      'settings-value,renamed.sources,an id such as s6',
    ]);
    expect(faults('flow: { sources: 3 }\nrenamed: { files: {} }')).toEqual([
      ['settings-unknown-key', 'renamed.files', undefined],
      ['settings-unknown-key', 'flow.sources', undefined],
    ]);
  });

  it('takes an acknowledgement whose line cannot be read for none: without it, it would fit too much', () => {
    expect(read('acknowledge: [{ problem: x, reason: y, line: "7" }]').settings.acknowledge).toEqual([]);
    expect(read('acknowledge: [{ problem: x, reason: y, line: 7 }]').settings.acknowledge).toHaveLength(1);
  });

  it('takes a draft that is not clear about it for a draft', () => {
    expect(read('draft: ja').settings.draft).toBe(true);
    expect(read('draft: false').settings.draft).toBe(false);
  });

  it('shows nothing while it cannot be read and seems to withhold something', () => {
    for (const restriction of [
      'show: coded',
      'interviews: withheld',
      'maxWords: 20',
      'withhold:\n  - source: s1',
      'withhold: [{ source: s1 }]',
    ]) {
      const { settings } = read(`authors: [\n${restriction}\n`);
      expect([settings.show, settings.interviews], restriction).toEqual(['none', 'withheld']);
    }
    for (const free of ['title: A', 'show: all\ninterviews: reviewed\nwithhold: []\nmaxWords: null'])
      expect(read(`authors: [\n${free}\n`).settings, free).toEqual(defaults);
  });
});

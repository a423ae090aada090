import { describe, expect, it } from 'vitest';
import { studyOf } from '../../../src/study/build-study.ts';
import { decode } from '../../../src/study/read/decode.ts';
import type { TextFile } from '../../../src/study/read/folder.ts';

const file = (path: string, text: string): TextFile => ({
  ...decode(new TextEncoder().encode(text)),
  path,
  bytes: text.length,
  sha256: '',
});

const note = `# s\n1\n## title\nOvens\n\n> Loaves rise.\n\n**OPEN CODING TRACE:**\n\nthe oven\n\n**AXIAL CODING TRACE:**\n\`\`\`\noven\n\`\`\`\n`;

function built(name: string, text: string) {
  const settings = new Map([[name, file(name, text)]]);
  return studyOf({ notes: [file('sources/s_1.md', note)], settings, models: [], unreadable: [] });
}

/** Place, code and what is expected or unknown, of the problems of the settings file. */
const faults = (name: string, text: string): readonly string[] =>
  built(name, text)
    .problems.filter(({ place }) => place.file === name)
    .map(({ place, code, message }) => `${place.line}:${place.column} ${code}: ${message}`);

describe('ids in settings files', () => {
  it('that do not exist are named where they stand, whatever names them', () => {
    const study = `order: [s1, s7]\noutOfScope:\n  - openCode: The  Oven\n  - openCode: a fridge\n  - element: oven\n  - code: oven\n`;
    expect(faults('study.yaml', study)).toEqual([
      '1:13 settings-unknown-id: s7 is not a source of this study',
      '4:15 settings-unknown-id: a fridge is not an open code of this study',
      '5:14 settings-unknown-id: oven is not an element of the model of this study',
    ]);
    expect(faults('sources.yaml', 'S1: { date: 2021 }\ns9:\n  date: 2021\n')).toEqual([
      '2:1 settings-unknown-id: s9 is not a source of this study',
    ]);
  });

  it('of sources that stand twice, in two cases, are named', () => {
    expect(faults('sources.yaml', 's1: { date: 2021 }\nS1: { site: A }\n')).toEqual([
      '2:1 settings-value: the key is “S1”; expected one entry for s1, and “s1” stands above',
    ]);
    const { bibliography } = built('sources.yaml', 's1: { date: 2021 }\nS1: { site: A }\n').study.sources[0] ?? {};
    expect(bibliography).toEqual({ date: '2021', site: 'A' });
  });
});

describe('values of another type', () => {
  it('are named in the codebook', () => {
    expect(faults('codebook.yaml', 'codes:\n  oven: 5\ngroups: [a]\n')).toEqual([
      '2:9 settings-value: codes.oven is “5”; expected keys and values',
      '3:9 settings-value: groups is “["a"]”; expected keys and values',
    ]);
    expect(faults('codebook.yaml', 'codes: [oven]\ngroups:\n  a: { colour: red }\n')).toEqual([
      '1:8 settings-value: codes is “["oven"]”; expected keys and values',
      '3:8 settings-unknown-key: “groups.a.colour” is no setting',
    ]);
  });

  it('are named in the bibliography', () => {
    expect(faults('sources.yaml', '- s1\n')).toEqual(['1:1 settings-value:  is “["s1"]”; expected keys and values']);
    expect(faults('sources.yaml', 's1: hello\n')).toEqual([
      '1:5 settings-value: s1 is “hello”; expected keys and values',
    ]);
  });

  it('are named in the link ledger, which keeps what can be read', () => {
    const ledger = `{\n "checked": "2026-01-01",\n "results": {\n  "https://a": { "status": 200, "ok": "yes" },\n  "https://b": { "status": 200, "ok": true }\n }\n}\n`;
    expect(faults('links.json', ledger)).toEqual([
      '4:16 settings-value: results.https://a is “{"status":200,"ok":"yes"}”; expected status, ok and perhaps since',
    ]);
    expect(Object.keys(built('links.json', ledger).study.links?.results ?? {})).toEqual(['https://b']);
    expect(faults('links.json', ledger.replace('"yes"', 'true'))).toEqual([]);
  });

  it('are named where the link ledger is none', () => {
    for (const [text, place] of [
      ['[]', '1:1'],
      ['garbage', '1:1'],
      ['{\n "checked": 5,\n "results": {}\n}', '2:13'],
      ['{"checked": "2026-01-01"}', '1:1'],
      ['{\n "checked": "2026-01-01", "results": }\n}', '3:1'],
    ] as const) {
      expect(faults('links.json', text).join('\n'), text).toMatch(new RegExp(`^${place} settings-`));
      expect(built('links.json', text).study.links, text).toBeUndefined();
    }
  });
});

describe('claims', () => {
  it('have a statement and an id of their own', () => {
    const text = `- just a text\n- id: c1\n  statement: [x]\n- id: c1\n  statement: A\n- { evidence: s1 }\n`;
    expect(faults('claims.yaml', text)).toEqual([
      '1:3 settings-value: [1] is “just a text”; expected keys and values',
      '3:14 settings-value: [2].statement is “["x"]”; expected a text',
      '4:7 settings-value: [3].id is “c1”; expected an id that no claim above has',
      '6:3 settings-value: [4].statement is “”; expected a statement',
    ]);
    expect(built('claims.yaml', text).study.claims.map(({ id }) => id)).toEqual(['c1-2', 'c1', 'c3', 'c4']);
  });
});

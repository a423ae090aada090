// In: nothing. Out: the sample study with every optional field filled, and names that break careless code. All of it invented.

import { asExcerptId, codeId, slugOf, sourceId } from '../../../src/study/model/ids.ts';
import type { Code, Source, Study } from '../../../src/study/model/study.ts';
import { sampleStudy } from '../sample-study.ts';

export function richStudy(): Study {
  const study = sampleStudy({
    maxWords: 40,
    acknowledge: [{ problem: 'axial-syntax-salvaged', source: 's6', file: 'sources/s6.md', line: 4, reason: 'seen' }],
    outOfScope: [{ kind: 'openCode', id: 'x', reason: 'not ours' }],
    renamed: { sources: {}, codes: JSON.parse('{"__proto__": "access_control", "7": "C++", "a": "VMs"}') },
    flow: { found: 12, nested: { screened: [1, 2] } },
    order: ['s2', 's1'],
    authors: [{ name: 'A guild' }, { family: 'Größe' }],
  });
  const sources = study.sources.map((source, index) => (index === 0 ? richSource(source) : source));
  const codes = [...hostileCodes, ...study.codes];
  return {
    ...study,
    sources,
    codes,
    tombstones: [
      {
        id: asExcerptId('s1-e70'),
        source: sourceId('s1'),
        status: 'moved',
        since: '1.0.0',
        gone: '1.1.0',
        words: 'A bakery that bakes',
        reason: 'r',
        to: [asExcerptId('s1-e1')],
      },
    ],
    links: {
      checked: '2023-04-01',
      results: {
        'https://example.org/': { status: 404, ok: false, since: '2023-03-01' },
        x: { status: 'timeout', ok: false },
      },
    },
    files: study.files.map((file) => ({ ...file, account: { shown: 700, structure: 290, ignored: 10 } })),
    problems: [
      {
        code: 'axial-syntax-salvaged',
        severity: 'error',
        message: 'Unexpected "}" \u2028 here',
        place: { file: 'sources/s6.md', line: 107, column: 3, endLine: 108, endColumn: 1 },
        other: { file: 'sources/s1.md', line: 9, column: 1, words: 'first seen here' },
        args: { found: '}', count: 2 },
        source: 's6',
        excerpt: 's6-e1',
        passage: 's6-p1',
        codeId: 'access_control',
        acknowledged: 'seen',
      },
      { code: 'x', severity: 'info', message: '', place: { file: 'a', line: 1, column: 1 }, args: {} },
    ],
    sourceById: new Map(sources.map((source) => [source.id, source])),
    excerptById: new Map(sources.flatMap((source) => source.excerpts.map((excerpt) => [excerpt.id, excerpt] as const))),
    passageById: new Map(sources.flatMap((source) => source.passages.map((passage) => [passage.id, passage] as const))),
    codeById: new Map(codes.map((code) => [code.id, code])),
  };
}

const repair = { kind: 'mojibake', original: 'â€™', repaired: '’', line: 3, column: 7 } as const;

const richSource = (source: Source): Source => ({
  ...source,
  metadata: JSON.parse('{"title": "T\\u0000", "example": true, "__proto__": "p", "10": 1.5}'),
  disagreements: [{ field: 'title', header: 'a', metadata: 'b', shown: 'metadata' }],
  references: [{ id: 'r1', key: 'K', values: { url: 'https://example.org/', seen: false }, line: 30 }],
  bibliography: { ...source.bibliography, doi: '10.1/x', rights: 'CC0', note: 'n' },
  repairs: [repair],
  remarks: [{ text: 'x:', line: 9, kind: 'marker' }],
  excerpts: source.excerpts.map((excerpt, index) =>
    index === 1
      ? { ...excerpt, repairs: [repair], editedSince: '1.1.0', text: 'שלום \ud800 🙂\r\n"a,b"\u0007' }
      : excerpt,
  ),
  passages: source.passages.map((passage) => ({
    ...passage,
    openCodes: passage.openCodes.map((open) => ({ ...open, sign: '+' as const, repairs: [repair] })),
    remarks: [{ text: 'added:', line: 5, kind: 'label' as const }],
    statements: passage.statements.map((statement) => ({
      ...statement,
      salvaged: true,
      relations: [{ from: 'a', to: 'b', kind: 'has', detail: 'x' }],
    })),
  })),
});

const hostileCodes: readonly Code[] = ['__proto__', 'constructor', '=1+1', 'vms', '😀', '<b>"&\'', 'two\nlines'].map(
  (name) => ({
    id: codeId(name),
    slug: slugOf(name),
    label: name,
    kind: null,
    definitions: [],
    aliases: [name],
    codebook: null,
    passages: [],
    firstSeen: null,
    sameLabel: [],
    similar: [],
  }),
);

// In: nothing. Out: a small invented study with awkward fields, for the tests of exports and questions. Every sentence is made up.

import {
  type Bibliography,
  type Code,
  type CodeDefinition,
  type Excerpt,
  type ExcerptKind,
  type HeaderKey,
  type OpenCode,
  type Passage,
  type Relation,
  type Settings,
  type Source,
  type Statement,
  type Study,
  headerKeys,
} from '../../src/study/model/study.ts';
import type { ExportContext } from '../../src/study/exports/format.ts';
import {
  type CodeId,
  type SourceId,
  codeId,
  excerptId,
  passageId,
  slugOf,
  sourceId,
} from '../../src/study/model/ids.ts';

interface ExcerptDraft {
  readonly text: string;
  readonly kind?: ExcerptKind;
  readonly speaker?: string;
  readonly url?: string;
  readonly language?: string;
  readonly withheld?: string;
}

interface PassageDraft {
  /** Numbers of its excerpts. */
  readonly covers: readonly number[];
  readonly open?: readonly string[];
  readonly codes: readonly string[];
  readonly defines?: readonly (readonly [id: string, kind: string, label: string])[];
}

interface SourceDraft {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
  readonly archive?: string;
  readonly type?: string;
  readonly author?: string;
  readonly bibliography?: Bibliography;
  readonly excerpts?: readonly ExcerptDraft[];
  readonly passages?: readonly PassageDraft[];
}

export const trickyTitle = 'Cost & care: 100 % {curly} #1, a_b ~ c^2 for $5 \\path "quoted" – really…';

const drafts: readonly SourceDraft[] = [
  {
    id: 's1',
    title: trickyTitle,
    url: 'https://blog.example.org/2021/02/cost_and_care?a=1&b=50%25#part~2',
    archive: 'https://archive.example.net/20210301120000/https://blog.example.org/2021/02/cost_and_care',
    type: 'blog post',
    author: 'practitioner',
    bibliography: {
      authors: [
        { family: 'Müller', given: 'Jürgen', orcid: '0000-0002-1825-0097' },
        { family: 'van Eijk', given: 'Tom' },
      ],
      date: '2021-02-04',
      site: 'Müllers Werkstatt & Söhne',
      language: 'en',
      accessed: '2022-05-06',
      archived: '2021-03-01',
    },
    excerpts: [
      { text: 'Why cost matters', kind: 'heading' },
      {
        text: 'A bakery that bakes for ten streets – not one – must know what each loaf costs, who pays for it, and when the oven is cold.',
      },
      { text: 'Cold ovens, well-kept & cheap, are rare.' },
      { text: 'Flour first.\nWater second, and then a long rest under a damp cloth until the dough has doubled.' },
      { text: 'An unpaid loaf is a gift to the street.' },
    ],
    passages: [
      {
        covers: [1, 2, 3],
        open: ['cost_transparency', 'must know what each loaf costs', 'cheap -> rare'],
        codes: ['cost_transparency', 'C++'],
        defines: [['cost_transparency', 'force', 'Cost transparency (100 %)']],
      },
      { covers: [4], open: ['long rest'], codes: ['resting_time', 'data catalog'] },
    ],
  },
  {
    id: 's2',
    title: 'Undated notes of nobody',
    url: 'https://example.org/a%20b_c/d e?x={2}|3#Logical',
    type: 'documentation',
    author: 'unknown',
    excerpts: [
      { text: 'The lamp is lit before the door is opened and never the other way round.' },
      { text: 'repeat repeat repeat repeat repeat' },
      { text: 'repeat repeat repeat repeat repeat' },
      { text: 'Lamps & doors' },
    ],
    passages: [{ covers: [1], open: ['lamp first'], codes: ['resting_time'] }],
  },
  {
    id: 's3',
    title: 'Annual report of a lamp maker',
    url: 'https://lamps.example.com/report.pdf',
    type: 'report',
    author: 'organization',
    bibliography: { authors: [{ name: 'Lamp & Wick Ltd' }], date: '2021-02', site: 'Lamp & Wick' },
    excerpts: [{ text: '=SUM(A1:A9) is what the clerk wrote, "twice", and underlined it.' }],
    passages: [{ covers: [1], codes: ['cost_transparency'] }],
  },
  {
    id: 's4',
    title: 'Φούρνος και ψωμί: хлеб, 面包',
    url: 'https://bread.example.gr/φούρνος?q=ψωμί',
    type: 'blog post',
    bibliography: { authors: [{ family: 'Παππάς', given: 'Νίκος' }], date: '2020', language: 'el' },
    excerpts: [{ text: 'Το ψωμί θέλει χρόνο, και ο χρόνος θέλει ψωμί για να περάσει καλά.' }],
  },
  {
    id: 's5',
    title: '🙂 Ten ≤ eleven → “always” × 2\u00a0days\u200b',
    url: 'https://smile.example.org/~ten/',
    archive: 'https://archive.example.net/smile',
    type: 'video',
    bibliography: { date: '2019-11-30' },
    excerpts: [
      { text: 'Ten is less than eleven 🙂 and so the queue moves on, one by one, until the shutters fall.' },
      { text: 'A drawing of a queue', kind: 'figure', url: 'https://smile.example.org/queue.png' },
      { text: 'SELECT loaf\n  FROM shelf -- all', kind: 'listing', language: 'sql' },
    ],
    passages: [{ covers: [1, 2, 3], open: ['queue 🙂'], codes: ['VMs', 'access_control'] }],
  },
  {
    id: 's6',
    title: 'How we share one oven',
    url: 'https://oven.example.org/share#:~:text=old,words',
    archive: 'https://archive.example.net/oven',
    type: 'blog post',
    bibliography: { date: '2022-07-01', site: 'Oven News' },
    excerpts: [
      { text: 'Every baker has a key, but only one of them may hold the fire.' },
      { text: '', withheld: 'no permission of the publisher' },
      { text: '<b>Keys</b> & fires: "who may, may; who may not, asks first" \u2014 said the foreman.' },
      { text: '- a list item that begins with a dash' },
    ],
    passages: [
      {
        covers: [1, 2],
        open: ['access_control', 'only one of them may hold the fire'],
        codes: ['access_control', 'acces_control', 'VMs'],
        defines: [['access_control', 'practice', 'Access control']],
      },
      { covers: [3], codes: ['access_control'] },
      { covers: [], open: ['nothing before it'], codes: ['unused_practice'] },
    ],
  },
  {
    id: 's10',
    title: '=HYPERLINK("https://evil.example","click")',
    type: '',
    excerpts: [{ text: '@cmd|calc and +1 are only words here, as the ledger of the mill shows.' }],
  },
  {
    id: 'p1',
    title: 'Participant 1',
    type: 'interview',
    author: 'practitioner',
    excerpts: [
      { text: 'How do you share the oven?', speaker: 'Interviewer' },
      { text: 'We draw lots. Nobody complains, at least not before noon.', speaker: 'Participant 1' },
    ],
    passages: [{ covers: [1, 2], open: ['drawing lots'], codes: ['access_control'] }],
  },
];

const codeLabels: Readonly<Record<string, { readonly label: string; readonly kind: string }>> = {
  'C++': { label: 'C++ & friends', kind: 'practice' },
  VMs: { label: 'Virtual machines', kind: 'practice' },
  resting_time: { label: 'Resting time', kind: 'force' },
};

function excerptsOf(id: SourceId, draft: SourceDraft): Excerpt[] {
  const passageOf = (number: number) =>
    (draft.passages ?? []).findIndex((passage) => passage.covers.includes(number)) + 1;
  return (draft.excerpts ?? []).map((excerpt, index): Excerpt => {
    const number = index + 1;
    const passage = passageOf(number);
    return {
      id: excerptId(id, number),
      source: id,
      number,
      position: number,
      kind: excerpt.kind ?? 'quote',
      text: excerpt.text,
      ...(excerpt.speaker === undefined ? {} : { speaker: excerpt.speaker }),
      ...(excerpt.url === undefined ? {} : { url: excerpt.url, alt: excerpt.text }),
      ...(excerpt.language === undefined ? {} : { language: excerpt.language }),
      ...(excerpt.withheld === undefined ? {} : { withheld: excerpt.withheld }),
      passage: passage === 0 ? null : passageId(id, passage),
      lines: [40 + 2 * number, 40 + 2 * number],
      repairs: [],
      since: '1.0.0',
    };
  });
}

function passagesOf(id: SourceId, draft: SourceDraft): Passage[] {
  return (draft.passages ?? []).map((passage, index): Passage => {
    const line = 100 + 10 * index;
    const openCodes = (passage.open ?? []).map((text, at): OpenCode => ({
      text,
      line: line + 1 + at,
      inVivo: text.includes(' '),
      codes: passage.codes.includes(text) ? [codeId(text)] : [],
      repairs: [],
    }));
    return {
      id: passageId(id, index + 1),
      source: id,
      number: index + 1,
      line,
      excerpts: passage.covers.map((number) => excerptId(id, number)),
      openCodes,
      codes: passage.codes.map(codeId),
      statements: (passage.defines ?? []).map(([code, kind, label]): Statement => ({
        kind: 'define',
        text: `${code} = CClass(${kind}, "${label}")`,
        line: line + 6,
        ids: [codeId(code)],
        define: { id: codeId(code), kind, label },
        salvaged: false,
      })),
      remarks: [],
      lines: [line, line + 9],
    };
  });
}

function sourceOf(draft: SourceDraft): Source {
  const id = sourceId(draft.id);
  const header: Record<HeaderKey, string> = {
    url: draft.url ?? '',
    'tiny url': '',
    'archive url': draft.archive ?? '',
    title: draft.title,
    'source code': 'no',
    example: 'yes',
    'source type': draft.type ?? '',
    'author type': draft.author ?? '',
    references: '',
  };
  return {
    id,
    kind: draft.id.startsWith('p') ? 'interview' : 'source',
    file: `sources/${draft.id}.md`,
    origin: 'note',
    header: Object.fromEntries(headerKeys.map((key) => [key, header[key]])) as Record<HeaderKey, string>, // every key is there
    metadata: null,
    disagreements: [],
    title: draft.title,
    url: header.url,
    archiveUrl: header['archive url'],
    tinyUrl: '',
    sourceType: header['source type'],
    authorType: header['author type'],
    example: true,
    sourceCode: false,
    references: [],
    bibliography: draft.bibliography ?? {},
    excerpts: excerptsOf(id, draft),
    passages: passagesOf(id, draft),
    remarks: [],
    repairs: [],
  };
}

function codeOf(id: CodeId, sources: readonly Source[]): Code {
  const passages = sources.flatMap((source) => source.passages.filter((passage) => passage.codes.includes(id)));
  const definitions = passages.flatMap((passage) =>
    passage.statements.flatMap((statement): CodeDefinition[] =>
      statement.define?.id === id
        ? [
            {
              source: passage.source,
              passage: passage.id,
              line: statement.line,
              label: statement.define.label,
              kind: statement.define.kind,
            },
          ]
        : [],
    ),
  );
  const first = passages[0];
  return {
    id,
    slug: slugOf(id),
    label: definitions[0]?.label ?? codeLabels[id]?.label ?? id,
    kind: definitions[0]?.kind ?? codeLabels[id]?.kind ?? null,
    definitions,
    aliases: [],
    codebook:
      id === 'access_control'
        ? {
            definition: 'Who may do what, & under which key; "asking first" counts too.',
            use: 'someone is let in or kept out',
            notUse: 'the door is merely closed',
            parents: ['governance'],
            aliases: ['door_keeping'],
          }
        : null,
    passages: passages.map((passage) => passage.id),
    firstSeen: first === undefined ? null : { source: first.source, passage: first.id, line: first.line },
    sameLabel: [],
    similar:
      id === 'acces_control' ? [codeId('access_control')] : id === 'access_control' ? [codeId('acces_control')] : [],
  };
}

const settings: Settings = {
  key: 'smp',
  title: 'Ovens & lamps: a review of 100 % invented sources',
  subtitle: 'A sample',
  description:
    'Field notes about ovens, lamps and queues, coded passage by passage; all of it invented in order to try what happens to awkward characters.',
  authors: [
    { family: 'Größe', given: 'Ada', orcid: '0000-0001-5109-3700', affiliation: 'Institute of Bread' },
    { family: 'O’Neill', given: 'Sam' },
  ],
  language: 'en',
  interface: 'en',
  licence: 'CC-BY-4.0',
  release: '1.2.0',
  released: '2023-04-05',
  wording: 'verbatim',
  interviews: 'reviewed',
  show: 'all',
  maxWords: null,
  withhold: [{ kind: 'excerpt', id: 's6-e2', reason: 'no permission of the publisher' }],
  acknowledge: [],
  renamed: { sources: { s60: 's6' }, codes: { door_control: 'access_control' } },
  outOfScope: [],
  order: 'id',
  flow: null,
  contact: '',
  doi: '10.5281/zenodo.1234567',
  site: 'https://review.example.edu/ovens/',
  draft: false,
  previous: '',
};

const relations: readonly Relation[] = [
  {
    from: codeId('access_control'),
    to: codeId('cost_transparency'),
    kind: 'has force',
    detail: '++',
    origin: 'notes',
    source: sourceId('s6'),
    file: 'sources/s6.md',
    line: 107,
  },
  {
    from: codeId('share_oven'),
    to: codeId('access_control'),
    kind: 'has',
    detail: 'draw "lots" & wait',
    origin: 'model',
    file: 'model/guidance.py',
    line: 12,
  },
];

/** The study, with the settings that a test wants to differ. */
export function sampleStudy(changed: Partial<Settings> = {}): Study {
  const sources = drafts.map(sourceOf);
  const used = sources.flatMap((source) => source.passages.flatMap((passage) => passage.codes));
  const decision: Code = {
    ...codeOf(codeId('share_oven'), sources),
    label: 'How to share an oven?',
    kind: 'decision',
  };
  const codes = [...[...new Set(used)].map((id) => codeOf(id, sources)), decision].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const excerpts = sources.flatMap((source) => source.excerpts);
  const passages = sources.flatMap((source) => source.passages);
  return {
    settings: { ...settings, ...changed },
    digest: 'ab'.repeat(32),
    files: sources.map((source) => ({
      path: source.file,
      bytes: 1000,
      sha256: 'cd'.repeat(32),
      encoding: 'utf-8',
      role: 'note',
      source: source.id,
    })),
    sources,
    codes,
    groups: [{ id: 'governance', label: 'Governance & rules', definition: 'Who decides what' }],
    relations,
    claims: [
      {
        id: 'c1',
        statement: 'Ovens are shared by key.',
        section: '4.2',
        evidence: ['s6-e1', 'access_control'],
        line: 3,
      },
    ],
    problems: [],
    sourceById: new Map(sources.map((source) => [source.id, source])),
    excerptById: new Map(excerpts.map((excerpt) => [excerpt.id, excerpt])),
    passageById: new Map(passages.map((passage) => [passage.id, passage])),
    codeById: new Map(codes.map((code) => [code.id, code])),
    permanent: true,
    tombstones: [],
  };
}

export const sampleContext = (study: Study = sampleStudy()): ExportContext => ({
  study,
  site: study.settings.site,
  excerptPages: true,
});

import { describe, expect, it } from 'vitest';
import { publicStudy } from '../../../src/study/derive/publish.ts';
import { withheldQuotes } from '../../../src/study/derive/withheld-words.ts';
import { formats } from '../../../src/study/exports/index.ts';
import { writeStudyJson } from '../../../src/study/exports/study-json.ts';
import { asExcerptId, sourceId } from '../../../src/study/model/ids.ts';
import type { Excerpt, Passage, Settings, Source, Study } from '../../../src/study/model/study.ts';
import { studyFromJson } from '../../../src/study/read-study-json.ts';
import { sampleContext, sampleStudy } from '../../exports/sample-study.ts';

const json = (study: Study): string => [...writeStudyJson(study)].join('');

// A made-up word stands at every place to which text of an excerpt, or of its note, finds its way.
const secret = 'Quokkaberry';
const sentence = `nobody at ${secret} had ever seen the oven lit`;

const withSecret = (excerpt: Excerpt): Excerpt => ({
  ...excerpt,
  text: `They said that ${sentence}, not once.`,
  alt: `A picture of ${secret}`,
  url: `https://example.org/${secret}.png`,
  repairs: [{ kind: 'mojibake', original: secret, repaired: secret, line: 42, column: 3 }],
});

const withSecretWords = (passage: Passage): Passage => ({
  ...passage,
  openCodes: [
    ...passage.openCodes,
    { text: sentence, line: 104, inVivo: true, codes: passage.codes.slice(0, 1), repairs: [] },
    { text: secret.toLowerCase(), line: 105, inVivo: true, codes: [], repairs: [] },
  ],
  remarks: [{ text: `added: "${sentence}"`, line: 106, kind: 'prose' }],
  statements: [
    ...passage.statements,
    { kind: 'other', text: `'''${sentence}'''`, line: 107, ids: [], salvaged: false },
  ],
});

/** The sample study with the word in `s6-e1` (passage s6-p1, with s6-e2 withheld already) and in what is written about it. */
function studyWithSecret(changed: Partial<Settings>, id = 's6'): Study {
  const study = sampleStudy({ withhold: [], ...changed });
  const change = (source: Source): Source => ({
    ...source,
    excerpts: source.excerpts.map((excerpt, index) => (index === 0 ? withSecret(excerpt) : excerpt)),
    passages: source.passages.map((passage, index) => (index === 0 ? withSecretWords(passage) : passage)),
    remarks: [{ text: `again: ${sentence}`, line: 300, kind: 'prose' }],
  });
  const sources = study.sources.map((source) => (source.id === id ? change(source) : source));
  const codes = study.codes.map((code) =>
    code.codebook === null ? code : { ...code, codebook: { ...code.codebook, example: `As when ${sentence}.` } },
  );
  return {
    ...study,
    sources,
    codes,
    claims: [{ id: 'c1', statement: `We found that ${sentence}.`, section: '4', evidence: [`${id}-e1`], line: 3 }],
    problems: [
      problem(id, 42, secret),
      problem(id, 105, secret),
      problem(id, 999, sentence),
      problem(id, 999, 'an innocent word'),
    ],
    tombstones: [
      {
        id: asExcerptId(`${id}-e90`),
        source: sourceId(id),
        status: 'moved',
        since: '1.0.0',
        gone: '1.1.0',
        words: `They said that ${secret}`,
        to: [asExcerptId(`${id}-e1`)],
      },
    ],
    links: { checked: '2023-01-01', results: { [`https://example.org/${secret}.png`]: { status: 200, ok: true } } },
    sourceById: new Map(sources.map((source) => [source.id, source])),
    excerptById: new Map(sources.flatMap(({ excerpts }) => excerpts.map((excerpt) => [excerpt.id, excerpt] as const))),
    passageById: new Map(sources.flatMap(({ passages }) => passages.map((passage) => [passage.id, passage] as const))),
    codeById: new Map(codes.map((code) => [code.id, code])),
  };
}

const problem = (id: string, line: number, found: string) => ({
  code: 'axial-prose',
  severity: 'warning' as const,
  message: `“${found}” is no statement`,
  place: { file: `sources/${id}.md`, line, column: 1 },
  args: { found },
  source: id,
});

const rules: readonly (readonly [name: string, settings: Partial<Settings>, id: string])[] = [
  ['an excerpt', { withhold: [{ kind: 'excerpt', id: 's6-e1', reason: 'asked to' }] }, 's6'],
  ['a source', { withhold: [{ kind: 'source', id: 's6', reason: 'asked to' }] }, 's6'],
  ['a code', { withhold: [{ kind: 'code', id: 'acces_control', reason: 'asked to' }] }, 's6'],
  ['nothing is shown', { show: 'none' }, 's6'],
  ['only short text is shown', { maxWords: 8 }, 's6'],
  ['interviews', { interviews: 'withheld' }, 'p1'],
  ['one interview', { withhold: [{ kind: 'source', id: 'p1', reason: 'asked to' }] }, 'p1'],
];

describe.each(rules)('when text is withheld by rule (%s)', (_name, settings, id) => {
  const study = studyWithSecret(settings, id);
  const shown = publicStudy(study);

  it('the test has the word at all, in many places', () => {
    expect(json(study).toLowerCase().split(secret.toLowerCase()).length).toBeGreaterThan(12);
  });

  it('no word of it is anywhere in the study', () => {
    expect(json(shown).toLowerCase()).not.toContain(secret.toLowerCase());
  });

  it('no word of it is in any export', () => {
    for (const format of formats)
      for (const file of format.files(sampleContext(shown))) {
        if (file.mediaType === 'application/zip') continue; // compressed; made from the same study
        const text = [...file.write()]
          .map((piece) => (typeof piece === 'string' ? piece : new TextDecoder().decode(piece)))
          .join('');
        expect(text.toLowerCase(), file.path).not.toContain(secret.toLowerCase());
      }
  });

  it('the place stays, with its id, its passage, its codes and the reason', () => {
    const before = study.excerptById.get(`${id}-e1`);
    const after = shown.excerptById.get(`${id}-e1`);
    expect(after).toMatchObject({ id: before?.id, number: before?.number, passage: before?.passage, text: '' });
    expect(after?.withheld).toMatch(/./);
    expect(shown.codes.map((code) => [code.id, code.label, code.passages])).toEqual(
      study.codes.map((code) => [code.id, code.label, code.passages]),
    );
    expect([...shown.excerptById.keys()]).toEqual([...study.excerptById.keys()]);
    expect([...shown.passageById.values()].map(({ openCodes }) => openCodes.length)).toEqual(
      [...study.passageById.values()].map(({ openCodes }) => openCodes.length),
    );
  });

  it('no hash of it lets it be guessed', () => {
    const hashOf = (one: Study): string | undefined => one.files.find(({ source }) => source === id)?.sha256;
    expect(hashOf(study)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf(shown)).toBe('');
    expect(shown.digest).not.toBe(study.digest);
    // Codebook, claims and ledger may repeat it.
    for (const file of shown.files) if (file.role === 'settings') expect(file.sha256, file.path).toBe('');
    const guess = (word: string): string => publicStudy(replaced(study, word)).digest;
    expect(guess('Bilberry')).toBe(shown.digest);
  });

  it('doing it again changes nothing, also after a round through study.json', () => {
    expect(publicStudy(shown)).toEqual(shown);
    const read = studyFromJson(json(shown)).study;
    expect(read === null ? '' : json(publicStudy(read))).toBe(json(shown));
  });
});

/** The same study with another word in place of the secret one. */
function replaced(study: Study, word: string): Study {
  const text = json(study).replaceAll(secret, word).replaceAll(secret.toLowerCase(), word.toLowerCase());
  const read = studyFromJson(text).study;
  if (read === null) throw new Error('not read back');
  return read;
}

describe('what is not withheld', () => {
  it('is untouched when no rule applies', () => {
    const study = studyWithSecret({});
    const open = {
      ...study,
      sources: study.sources.map((source) => ({ ...source, excerpts: source.excerpts.map(without) })),
    };
    expect(publicStudy(open)).toBe(open);
  });

  it('stays beside what is: other excerpts, researchers’ own words, other problems', () => {
    const shown = publicStudy(studyWithSecret({ withhold: [{ kind: 'excerpt', id: 's6-e1', reason: 'asked to' }] }));
    expect(shown.excerptById.get('s6-e3')?.text).toContain('said the foreman');
    expect(shown.passageById.get('s6-p2')).toEqual(studyWithSecret({}).passageById.get('s6-p2'));
    expect(shown.problems[3]).toMatchObject({ message: '“an innocent word” is no statement' });
    expect(shown.sourceById.get('s6')?.title).toBe('How we share one oven');
    expect(shown.codeById.get('access_control')?.codebook?.definition).toContain('Who may do what');
    expect(shown.files.find(({ source }) => source === 's1')?.sha256).toBe('cd'.repeat(32));
  });

  it('is an open code that a shown excerpt of the passage says as well', () => {
    const study = sampleStudy({ withhold: [{ kind: 'excerpt', id: 's1-e2', reason: 'r' }] });
    const also = { ...(study.excerptById.get('s1-e3') as Excerpt), text: 'Each must know what each loaf costs.' }; // it is in the sample
    const twice = { ...study, excerptById: new Map(study.excerptById).set(also.id, also) };
    const open = (one: Study) => publicStudy(one).passageById.get('s1-p1')?.openCodes[1];
    expect(open(study)).toMatchObject({ text: '', withheld: 'it quotes withheld text', inVivo: false, line: 102 });
    expect(open(twice)).toMatchObject({ text: 'must know what each loaf costs', inVivo: true });
  });

  it('is coded text where only coded text is shown', () => {
    const shown = publicStudy(sampleStudy({ show: 'coded' }));
    expect(shown.excerptById.get('s1-e4')?.text).not.toBe('');
    expect(shown.excerptById.get('s1-e5')).toMatchObject({ text: '', withheld: 'only coded text is shown' });
  });
});

const without = ({ withheld: _withheld, ...excerpt }: Excerpt): Excerpt => excerpt;

describe('an interview that is withheld', () => {
  const study = sampleStudy({ interviews: 'withheld' });
  const named = {
    ...study,
    sources: study.sources.map((source) =>
      source.id === 'p1'
        ? {
            ...source,
            file: 'interviews/jane-doe.md',
            title: 'Jane Doe',
            bibliography: { authors: [{ family: 'Doe' }] },
          }
        : source,
    ),
    files: study.files.map((file) => (file.source === 'p1' ? { ...file, path: 'interviews/jane-doe.md' } : file)),
    problems: [{ ...problem('p1', 7, 'x'), place: { file: 'interviews/jane-doe.md', line: 7, column: 1 } }],
  };

  it('names nobody: neither in its fields nor by its path', () => {
    const shown = json(publicStudy(named));
    expect(json(named)).toMatch(/Jane|jane/);
    expect(shown).not.toMatch(/Jane|jane|Doe|doe\./);
    expect(shown).toContain('withheld/p1.md');
  });

  it('says so itself', () => {
    expect(publicStudy(named).sources.find(({ id }) => id === 'p1')?.withheld).toBe('interviews are withheld');
  });
});

describe('a rule', () => {
  const base = sampleStudy({ withhold: [] });
  const textOf = (changed: Partial<Settings>, id: string, more: Partial<Study> = {}): string | undefined =>
    publicStudy({ ...base, ...more, settings: { ...base.settings, ...changed } }).excerptById.get(id)?.text;

  it('holds under the old name of a source or a code, through every renaming', () => {
    const renamed = { sources: { s70: 's71', s71: 's6' }, codes: { old_name: 'acces_control' } };
    const rule = (kind: 'source' | 'excerpt' | 'code', id: string) => ({
      renamed,
      withhold: [{ kind, id, reason: 'asked to' }],
    });
    expect(textOf({ renamed }, 's6-e1')).not.toBe('');
    for (const one of [rule('source', 's70'), rule('excerpt', 's70-e1'), rule('code', 'old_name')])
      expect(textOf(one, 's6-e1'), JSON.stringify(one.withhold)).toBe('');
    expect(textOf(rule('excerpt', 's70-e1'), 's6-e3')).not.toBe('');
  });

  it('holds for an alias of a code, and for the place to which a text has moved', () => {
    const codes = base.codes.map((code) => (code.id === 'acces_control' ? { ...code, aliases: ['door_keys'] } : code));
    const byAlias = { withhold: [{ kind: 'code', id: 'door_keys', reason: 'asked to' } as const] };
    expect(textOf(byAlias, 's6-e1', { codes })).toBe('');
    const moved = { source: sourceId('s5'), status: 'moved', since: '', gone: '' } as const;
    const tombstones = [{ ...moved, id: asExcerptId('s5-e4'), to: [asExcerptId('s6-e1')] }];
    const byOldId = { withhold: [{ kind: 'excerpt', id: 's5-e4', reason: 'asked to' } as const] };
    expect(textOf(byOldId, 's6-e1', { tombstones })).toBe('');
    expect(textOf(byOldId, 's6-e1')).not.toBe('');
    const byOldSource = { withhold: [{ kind: 'source', id: 's5', reason: 'asked to' } as const] };
    expect(textOf(byOldSource, 's6-e1', { tombstones })).toBe('');
    expect(textOf(byOldSource, 's6-e1')).not.toBe('');
  });
});

describe('beside what is withheld', () => {
  it('no remark of the researcher stands where no excerpt of the passage is shown', () => {
    const study = sampleStudy({ withhold: [{ kind: 'source', id: 's6', reason: 'asked to' }] });
    const sources = study.sources.map((source) => ({
      ...source,
      passages: source.passages.map((passage) => ({
        ...passage,
        remarks: [{ text: 'see Quokkaberry', line: 106, kind: 'label' as const }],
      })),
    }));
    for (const { id, passages } of publicStudy({ ...study, sources }).sources)
      for (const { remarks } of passages)
        expect(remarks[0], id).toMatchObject(
          id === 's6' ? { text: '', withheld: 'asked to' } : { text: 'see Quokkaberry' },
        );
  });

  it('the model keeps its classes, and neither quotes nor names an interview', () => {
    const study = studyWithSecret({ interviews: 'withheld', withhold: [] }, 'p1');
    const place = { file: 'model.py', line: 1 };
    const of = (id: string, label: string, kind: string) => ({ id, label, kind, superclasses: [], ...place });
    const companion = {
      files: ['model.py'],
      classes: [of('p1', `Mrs ${secret}`, 'Source'), of('warm', 'Warm oven', 'Practice')],
      options: [{ decision: 'd', option: 'warm', name: `since ${sentence}`, by: 'has' as const, ...place }],
      forces: [],
      links: [
        { id: null, from: 'a', to: 'warm', association: null, stereotypes: [], how: sentence, role: 'to', ...place },
      ],
      evidence: [],
      views: [{ id: 'v', name: 'A view', elements: ['warm'], ...place }],
    };
    const shown = publicStudy({ ...study, companion }).companion;
    expect(JSON.stringify(shown)).not.toContain(secret);
    expect(shown?.classes.map(({ label }) => label)).toEqual(['p1', 'Warm oven']);
    expect(shown?.links[0]).toMatchObject({ how: '[withheld: it quotes withheld text]', role: 'to' });
    expect(shown?.views[0]?.name).toBe('A view');
  });

  it('the settings name no open code that is not shown', () => {
    const outOfScope = [secret, 'another'].map((id) => ({ kind: 'openCode' as const, id, reason: 'r' }));
    const settings = { outOfScope, withhold: [{ kind: 'excerpt', id: 's6-e1', reason: 'asked to' } as const] };
    expect(publicStudy(studyWithSecret(settings)).settings.outOfScope.map(({ id }) => id)).toEqual(['another']);
    expect(publicStudy(studyWithSecret({ outOfScope })).settings.outOfScope).toEqual(outOfScope);
  });
});

describe('a quotation of withheld text', () => {
  const quotes = withheldQuotes(
    ['The lamp is lit before the door is opened.'],
    ['they say: THE LAMP — is lit', 'a lamp is lit', 'lit before', 'is lit, before the; door'],
  );
  it('is four words in a row, whatever their case and signs', () => {
    expect(quotes('they say: THE LAMP — is lit')).toBe(true);
    expect(quotes('is lit, before the; door')).toBe(true);
  });
  it('is not three words, nor the same words in another order', () => {
    expect(quotes('a lamp is lit')).toBe(false);
    expect(quotes('lit before')).toBe(false);
  });
});

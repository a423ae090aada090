import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../src/study/derive/search/parse-query.ts';
import { searchRules } from '../../../../src/study/derive/search/rules.ts';
import { matches, refusalOf, scan } from '../../../../src/study/derive/search/scan.ts';
import { areVariants } from '../../../../src/study/derive/search/variants.ts';
import { record } from './records.ts';

const finds = (typed: string, text: string): boolean => matches(record(text), parseQuery(typed).query);

/** Under each declared rule: what is typed, a text it finds, and a text it does not. */
const cases: Readonly<Record<string, readonly (readonly [typed: string, finds: string, not: string])[]>> = {
  word: [
    ['govern', 'They govern it.', 'Governance comes first.'],
    ['mesh', '(mesh)', 'meshes'],
    ['3', 'in 3 steps', 'in 35 steps'],
    ['数据', '大数据平台', '数的据'],
  ],
  folding: [
    ['NAIVE', 'a naïve plan', 'a native plan'],
    ["team's", 'the team’s plan', 'the teams plan'],
    ['eﬃcient', 'efficient', 'eficient'],
    ['platform', 'plat\u00adform', 'plat form'],
    ['Straße', 'STRASSE', 'Strase'],
  ],
  joined: [
    ['self-serve', 'self-serve', 'selfserve'],
    ['self-serve', 'self serve', 'self, serve'],
    ['self-serve', 'self–\nserve', 'serve self'],
    ['serve', 'self-serve', 'selfserve'],
    ['node.js', 'with node.js here', 'node js'],
    ['access_control', 'access_control', 'access control'],
  ],
  signs: [
    ['mesh!', 'a mesh.', 'meshed'],
    ['🙂', 'good🙂', 'good'],
    ['.*', 'match .* here', 'match all here'],
  ],
  phrase: [
    ['"self serve"', 'is self serve', 'is self-serve'],
    ['"self-serve platform" governance', 'governance of a self-serve platform', 'governance of platform self-serve'],
    ['"serve"', 'we serve', 'we served'],
    ['"c++"', 'in C++', 'in C+'],
    ['"one two"', 'one\n\n two', 'one. Two'],
  ],
  and: [
    ['data mesh', 'mesh of data', 'data'],
    ['data OR mesh', 'a mesh', 'a net'],
    ['data -mesh', 'data', 'data mesh'],
    ['(data OR mesh) NOT lake', 'mesh', 'data lake'],
    ['a b OR c', 'c', 'a'],
  ],
  variants: [
    ['~platform', 'platforms', 'platformer'],
    ['~sharing', 'they shared', 'a shard'],
    ['platform', 'platform', 'platforms'],
    ['~boundary', 'boundaries', 'bound'],
    ['~self-serves', 'self serving', 'self observing'],
  ],
  scripts: [['据平', '大数据平台', '据 平']],
};

describe('what a query finds', () => {
  for (const [rule, list] of Object.entries(cases)) {
    it.each(list)(`${rule}: %s finds %j and not %j`, (typed, yes, no) => {
      expect(finds(typed, yes)).toBe(true);
      expect(finds(typed, no)).toBe(false);
    });
  }

  it('declares every rule that is tested here, each under a name of its own', () => {
    const names = searchRules.map((rule) => rule.name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(cases)));
    expect(new Set(names).size).toBe(names.length);
    expect(searchRules.every((rule) => rule.sentence.endsWith('.'))).toBe(true);
  });

  it('asks the text for words, and fields for their values', () => {
    const one = record('about meshes', {
      codes: ['VMs', 'data_mesh'],
      codeKinds: ['force'],
      kind: 'heading',
      speaker: 'Participant 1',
      openCodes: ['Serve yourself'],
    });
    const yes = [
      'code:VMs',
      'source:S1',
      'kind:force',
      'kind:heading',
      'speaker:"participant 1"',
      'type:"blog post"',
      'is:coded',
      'author:practitioner',
      'open:"serve yourself"',
      '-is:uncoded',
    ];
    const no = [
      'code:vms',
      'code:VM',
      'VMs',
      'mesh',
      'practitioner',
      'kind:practice',
      'is:uncoded',
      'open:serve',
      'source:s',
      '-code:VMs',
    ];
    expect(yes.filter((typed) => !matches(one, parseQuery(typed).query))).toEqual([]);
    expect(no.filter((typed) => matches(one, parseQuery(typed).query))).toEqual([]);
  });

  it('finds everything when nothing is asked, and nothing for words that do not occur', () => {
    const records = [record('a', { number: 1 }), record('', { number: 2 })];
    expect(scan(records, parseQuery('').query)).toEqual(['s1-e1', 's1-e2']);
    expect(scan(records, parseQuery('zebra').query)).toEqual([]);
    expect(scan(records, parseQuery('-zebra').query)).toEqual(['s1-e1', 's1-e2']);
  });

  it('takes time in proportion to hostile texts', () => {
    const heaps = ['self' + '-'.repeat(200_000), 'self-'.repeat(60_000), 'a'.repeat(300_000), 'ab '.repeat(100_000)];
    for (const text of heaps) {
      for (const typed of ['self-serve', '"a a"', 'a-a-a-a', '~ab-cd', '"ab ab ab x"']) {
        const started = performance.now();
        finds(typed, text);
        expect(performance.now() - started).toBeLessThan(3000);
      }
    }
  });
});

describe('why an excerpt is no hit', () => {
  it.each([
    ['data zebra', 'missing', { kind: 'word', text: 'zebra', variants: false }],
    ['data -mesh', 'excluded', { kind: 'word', text: 'mesh', variants: false }],
    ['code:x data', 'missing', { kind: 'filter', field: 'code', value: 'x' }],
    ['"mesh data"', 'missing', { kind: 'phrase', text: 'mesh data' }],
  ])('%s: %s', (typed, kind, condition) => {
    expect(refusalOf(record('data mesh'), parseQuery(typed).query)).toEqual({ kind, condition });
  });

  it('is nothing for a hit, and names all alternatives when none holds', () => {
    expect(refusalOf(record('data'), parseQuery('data OR x').query)).toBeNull();
    expect(refusalOf(record('data'), parseQuery('y OR x').query)?.kind).toBe('none');
  });
});

describe('variants', () => {
  it.each([
    ['platform', 'platforms'],
    ['service', 'services'],
    ['policy', 'policies'],
    ['share', 'sharing'],
    ['plan', 'planned'],
    ['process', 'processes'],
    ['box', 'boxes'],
    ['cache', 'caches'],
    ['govern', 'governing'],
    ['name', 'naming'],
  ])('%s and %s are variants', (a, b) => expect(areVariants(a, b)).toBe(true));
  it.each([
    ['govern', 'governance'],
    ['status', 'statu'],
    ['analysis', 'analysi'],
    ['string', 'str'],
    ['speed', 'spe'],
    ['bus', 'bu'],
    ['mesh', 'mes'],
    ['data', 'date'],
    ['naïve', 'naïves'],
  ])('%s and %s are not', (a, b) => expect(areVariants(a, b)).toBe(false));
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAxial } from '../../../src/study/parse/axial.ts';
import type { NoteStatement } from '../../../src/study/parse/note.ts';

const lineIn =
  (text: string) =>
  (offset: number): number =>
    text.slice(0, offset).split('\n').length;

function read(code: string): readonly NoteStatement[] {
  return parseAxial(code, 0, lineIn(code)).statements;
}
const ids = (code: string): string[] => read(code).flatMap((statement) => [...statement.ids]);
const defined = (code: string) => read(code).flatMap((statement) => statement.define ?? []);
const notices = (code: string): string[] => parseAxial(code, 0, lineIn(code)).notices.map((notice) => notice.code);

describe('sound axial fences', () => {
  it('a definition gives id, kind and label, whatever its indentation and quotes', () => {
    expect(defined(`    one = CClass(practice, "One label")\n\ttwo = CClass(force, ' Two')\n`)).toEqual([
      { id: 'one', kind: 'practice', label: 'One label' },
      { id: 'two', kind: 'force', label: ' Two' },
    ]);
  });

  it('references stand one a line or with commas, in lists and tuples', () => {
    expect(ids('alpha\n   beta,\n gamma, delta\n[epsilon, zeta]')).toEqual(
      'alpha beta gamma delta epsilon zeta'.split(' '),
    );
    expect(notices('alpha\n   beta,\n gamma, delta\n[epsilon, zeta]')).toEqual([]);
  });

  it('comments are kept apart and their words are no codes', () => {
    const code = 'alpha # beta\n# gamma: delta\n';
    const { comments } = parseAxial(code, 0, lineIn(code));
    expect(ids(code)).toEqual(['alpha']);
    expect(comments.map(({ start, end }) => code.slice(start, end))).toEqual(['# beta', '# gamma: delta']);
  });

  it('a statement says its line, and its span counts in the file', () => {
    const code = '\n  alpha = CClass(practice,\n     "A")\r\n  beta';
    const { statements } = parseAxial(code, 1000, (offset) => lineIn(code)(offset - 1000));
    expect(statements.map(({ line, span }) => [line, code.slice(span.start - 1000, span.end - 1000)])).toEqual([
      [2, 'alpha = CClass(practice,\n     "A")'],
      [4, 'beta'],
    ]);
  });

  it('names of the metamodel, of the library and of Python are no codes', () => {
    expect(ids('x = a.add_links(b, role_name="to", stereotype_instances=[uses, can_use])[0]')).toEqual(['x', 'a', 'b']);
    expect(ids('True\npositive\npractice\nadd_links')).toEqual([]);
    expect(ids('constructor\n__proto__\nsource')).toEqual(['constructor', '__proto__', 'source']);
  });
});

describe('calls', () => {
  it('a link over two lines counts its variable and both ends, and runs as its role says', () => {
    const [to, from] = read(
      'x = \\\n  a.add_links(b, role_name="to", stereotype_instances=uses)[0]\na.add_links(c, role_name="from")',
    );
    expect(to?.ids).toEqual(['x', 'a', 'b']);
    expect(to?.kind).toBe('assign');
    expect(to?.relations).toEqual([{ from: 'a', to: 'b', kind: 'is dependent on', detail: 'Uses' }]);
    expect(from?.relations).toEqual([{ from: 'c', to: 'a', kind: 'is dependent on' }]);
  });

  it('the solution and its forces are codes, their impact is a relation', () => {
    const [statement] = read('add_force_relations({s: {f: very_positive, g: positive_and_negative}, t: {f: neutral}})');
    expect(statement?.ids).toEqual(['s', 'f', 'g', 't']);
    expect(statement?.relations?.map(({ from, to, detail }) => `${from} ${detail} ${to}`)).toEqual([
      's ++ f',
      's +/- g',
      't o f',
    ]);
  });

  it('an option ties a decision to a solution; its name is no code', () => {
    const [statement] = read('add_decision_option_link(d, o, "the words of the option")');
    expect(statement?.ids).toEqual(['d', 'o']);
    expect(statement?.relations).toEqual([{ from: 'd', to: 'o', kind: 'has', detail: 'Option' }]);
  });

  it('evidence runs from the code to the source, since contained_code is the first end', () => {
    const [statement] = read('add_links({s1: [a,\n   b]}, role_name="contained_code")');
    expect(statement?.relations?.map(({ from, to }) => `${from} ${to}`)).toEqual(['a s1', 'b s1']);
  });

  it('a stereotype alone names its association', () => {
    const [statement] = read('add_links({a: d}, stereotype_instances=mandatory_next)');
    expect(statement?.relations).toEqual([{ from: 'a', to: 'd', kind: 'is next', detail: 'Mandatory Next' }]);
  });

  it('a function that nobody knows is told, and its arguments still count', () => {
    expect(ids('frobnicate(a, b)')).toEqual(['a', 'b']);
    expect(notices('frobnicate(a, b)')).toEqual(['axial-unknown-function']);
  });
});

describe('broken fences', () => {
  const broken: readonly (readonly [what: string, code: string, id: string, label: string])[] = [
    ['quotes that do not match', `x = CClass(practice, "A label')`, 'x', 'A label'],
    ['a quote that is missing at the end', `x = CClass(practice, "A label)`, 'x', 'A label'],
    ['a quote that is missing at the start', `x = CClass(practice, A label")`, 'x', 'A label'],
    ['no quotes at all', `x = CClass(practice, A label)`, 'x', 'A label'],
    ['smart quotes', `x = CClass(practice, “A label”)`, 'x', 'A label'],
    ['one smart quote', `x = CClass(practice, “A label")`, 'x', 'A label'],
    ['an apostrophe in single quotes', `x = CClass(practice, 'A writer's label')`, 'x', "A writer's label"],
    ['quotes in quotes', `x = CClass(practice, "A "good" label")`, 'x', 'A "good" label'],
    ['a missing comma', `x = CClass(practice "A label")`, 'x', 'A label'],
    ['a missing comma and blank', `x = CClass(practice'A label')`, 'x', 'A label'],
    ['a full stop for the comma', `x = CClass(practice. "A label")`, 'x', 'A label'],
    ['a missing bracket', `x = CClass(practice, "A label"`, 'x', 'A label'],
    ['a missing opening bracket', `x = CClass practice, "A label")`, 'x', 'A label'],
    ['a bracket too many', `x = CClass(practice, "A label"))`, 'x', 'A label'],
    ['a wrong bracket', `x = CClass(practice, "A label"]`, 'x', 'A label'],
    ['brackets inside an unclosed label', `x = CClass(practice, "A label (short))`, 'x', 'A label (short)'],
    ['a blank in the variable', `my code = CClass(practice, "A label")`, 'my_code', 'A label'],
    ['a hyphen in the variable', `my-code = CClass(practice, "A label")`, 'my_code', 'A label'],
    ['a digit first', `3d_view = CClass(practice, "A label")`, '3d_view', 'A label'],
    ['a missing equals sign', `x CClass(practice, "A label")`, 'x', 'A label'],
    ['two equals signs', `x == CClass(practice, "A label")`, 'x', 'A label'],
    ['a colon for the equals sign', `x: CClass(practice, "A label")`, 'x', 'A label'],
    ['a misspelt function', `x = CCLas(practice, "A label")`, 'x', 'A label'],
    ['a string over two lines', `x = CClass(practice, "A\n   label")`, 'x', 'A label'],
  ];

  it.each(broken)('%s is mended and told', (_, code, id, label) => {
    const all = `before\n${code}\nafter_it\nlast = CClass(force, "Last")`;
    expect(defined(all)).toEqual([
      { id, kind: 'practice', label },
      { id: 'last', kind: 'force', label: 'Last' },
    ]);
    expect(ids(all)).toEqual(['before', id, 'after_it', 'last']);
    expect(read(all).filter((statement) => statement.salvaged)).toHaveLength(1);
    expect(notices(all)).toHaveLength(1);
  });

  it('a line of plain words is one code', () => {
    expect(ids('in_place consumption \ndata catalog\nCI/CD pipeline\nself-serve')).toEqual([
      'in_place_consumption',
      'data_catalog',
      'CI_CD_pipeline',
      'self_serve',
    ]);
    expect(new Set(notices('in_place consumption\nself-serve'))).toEqual(new Set(['axial-prose']));
  });

  it('a sentence is kept as prose without codes', () => {
    const [statement] = read('We should look again: are these two (a, b) the same? Ask them.');
    expect([statement?.kind, statement?.ids]).toEqual(['prose', []]);
  });

  it('is kept as prose with commas too, and so is a second opening line', () => {
    expect(ids('data catalog, data lineage')).toEqual(['data_catalog', 'data_lineage']);
    expect(ids('Tools for sharing what teams made, with rules')).toEqual([]);
    expect(ids('``` python\none_code')).toEqual(['one_code']);
    expect(notices('``` python\none_code')).toEqual(['axial-unreadable']);
  });

  it('lists of codes inside a string are read as coding', () => {
    const code = `'''\n one_code\n two_code, three_code\n four = CClass(practice, "Four")\n'''\n'five_code'\n'''\n'''`;
    expect(ids(code)).toEqual(['one_code', 'two_code', 'three_code', 'four', 'five_code']);
    expect(notices(code)).toEqual(['axial-in-string', 'axial-in-string']);
    expect(ids("all = '''\none_code\ntwo_code\n'''\nlabel = '''three'''")).toEqual(
      'all one_code two_code label'.split(' '),
    );
  });

  it('a call with broken brackets, commas and stops still names its codes', () => {
    const code =
      'add_links({s1: [one_code two_code, three. four\n  five}, role_name="contained_code"\nnext_code = CClass(force, "N")';
    expect(ids(code)).toEqual(['s1', 'one_code', 'two_code', 'three', 'four', 'five', 'next_code']);
    expect(read(code).at(-1)?.define?.label).toBe('N');
  });

  it('what stands around a mistake in a call keeps its meaning', () => {
    const [forces, link, list] = read(
      'add_force_relations({a: {f: positive} b: {g: negative, h neutral}})\na.add_links(b role_name="from" stereotype_instances=uses)\nadd_links({s1: [one\n   two,\n   three]}, role_name="contained_code")',
    );
    expect(forces?.relations?.map(({ from, to, detail }) => `${from} ${detail} ${to}`)).toEqual([
      'a + f',
      'b - g',
      'b o h',
    ]);
    expect(link?.relations).toEqual([{ from: 'b', to: 'a', kind: 'is dependent on', detail: 'Uses' }]);
    expect(list?.ids).toEqual(['s1', 'one', 'two', 'three']);
  });

  it('two definitions on one line are two', () => {
    expect(defined('x = CClass(practice, "X") y = CClass(force, "Y")').map(({ id }) => id)).toEqual(['x', 'y']);
  });

  it('a bracket that is missing before an argument makes no code of its name', () => {
    expect(ids('add_links({a: b, role_name="to", stereotype_instances=uses)')).toEqual(['a', 'b']);
    expect(ids('add_links({a: [b, c, role_name="to"})')).toEqual(['a', 'b', 'c']);
  });

  it('words that lost their opening quote are words, and a name that lost its comma is a name', () => {
    expect(ids('add_decision_option_link(a, b, some words")')).toEqual(['a', 'b']);
    expect(ids('a.add_links(b, role_name=to")')).toEqual(['a', 'b']);
    expect(ids('add_links({s1: [a, b"]})')).toEqual(['s1', 'a', 'b']);
    expect(ids('add_stereotyped_link_with_how_tagged_value(a, b uses, "how")')).toEqual(['a', 'b']);
    expect(ids("x = CClass(practice, A label', superclasses=y)")).toEqual(['x', 'y']);
  });

  it('a misspelt impact is no code', () => {
    expect(ids('add_force_relations({a: {f: positiv, g: negatve}, b: {f: neutral}})')).toEqual(['a', 'f', 'g', 'b']);
  });

  it('a name that Python could not have is one code as written', () => {
    const code = 'C\nC++\nC#,\n😀\nF# # a comment\nC++ = CClass(practice, "C++")\n';
    expect(ids(code)).toEqual(['C', 'C++', 'C#', '😀', 'F', 'C++']);
    expect(defined(code)).toEqual([{ id: 'C++', kind: 'practice', label: 'C++' }]);
  });

  it('a comma behind a definition changes nothing', () => {
    expect(defined('x = CClass(practice, "X"),')).toEqual([{ id: 'x', kind: 'practice', label: 'X' }]);
  });

  it('labels in a fence are no codes, the words behind them are', () => {
    expect(ids('added:\nalready there: one, two\n- three')).toEqual(['one', 'two', 'three']);
    expect(ids("to do: ask the others\nwe don't know")).toEqual([]);
  });

  it('brackets deeper than 32 are told', () => {
    expect(notices(`x = ${'['.repeat(40)}a${']'.repeat(40)}`)).toContain('axial-nesting');
  });
});

describe('hostile fences', () => {
  it('nothing is ever run, and foreign calls are only told', () => {
    expect(ids("__import__('os').system('true')")).toEqual([]);
  });

  const hostile: Readonly<Record<string, string>> = {
    brackets: '([{'.repeat(60_000),
    calls: 'a('.repeat(60_000),
    quotes: `"a','`.repeat(70_000),
    'triple quotes': `'''\n"""\n`.repeat(60_000),
    'broken lines': 'x = CClass(practice, "Q\n'.repeat(30_000),
    junk: 'a b ( ] = '.repeat(70_000),
    'one word': 'a'.repeat(5_000_000),
    words: 'a '.repeat(1_000_000),
    dictionaries: '{a:'.repeat(70_000),
    'full stops': 'a.'.repeat(60_000),
  };
  it.each(Object.keys(hostile))(
    '%s by the hundred thousand end in seconds',
    (name) => {
      expect(parseAxial(hostile[name] ?? '', 0, () => 1).statements.length).toBeGreaterThan(0);
    },
    20_000,
  );

  it('any text gives spans in order, inside the text, and each id as a word without blanks', () => {
    const piece = fc.constantFrom(
      'x',
      ' ',
      '\n',
      '"',
      "'",
      '“',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      ',',
      '.',
      '=',
      '\\',
      '#',
      "'''",
      'CClass',
      'practice',
      ':',
      'é',
      '\r\n',
      ';',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const code = pieces.join('');
        let end = 0;
        for (const { span, ids: found } of parseAxial(code, 0, () => 1).statements) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeLessThanOrEqual(code.length);
          end = span.end;
          for (const id of found) expect(id).toMatch(/^\S+$/);
        }
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCompanion } from '../../../../src/study/model/companion/read-companion.ts';
import type { CompanionModel } from '../../../../src/study/model/companion/types.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const lending = readdirSync(`${folder}/lending`, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.py'))
  .map((path) => ({ path: `lending/${path}`, text: readFileSync(`${folder}/lending/${path}`, 'utf8') }));

const read = readCompanion(lending);
const empty: CompanionModel = { files: [], classes: [], options: [], forces: [], links: [], evidence: [], views: [] };
const model = read.model ?? empty;

const header =
  'from codeable_models import *\nfrom metamodels.guidance_metamodel import *\na = CClass(practice, "A")\nb = CClass(practice, "B")\nc = CClass(practice, "C")\nd = CClass(decision, "D")\nf = CClass(force, "F")\n';
/** One file behind the usual five classes. */
function readOne(text: string): { readonly model: CompanionModel; readonly codes: readonly string[] } {
  const one = readCompanion([{ path: 'm.py', text: header + text }]);
  return { model: one.model ?? empty, codes: one.problems.map((problem) => problem.code) };
}
const arrows = (links: CompanionModel['links']): string[] => links.map(({ from, to }) => `${from} ${to}`);

describe('a model over several files', () => {
  it('is read without a problem, each file once, whatever path its imports use', () => {
    expect(read.problems).toEqual([]);
    expect(model.files).toEqual(lending.map((file) => file.path).sort());
    expect(model.classes.filter((one) => one.id === 'counter')).toHaveLength(1);
    expect(model.classes).toHaveLength(24);
  });

  it('does not depend on the order in which the files are given', () => {
    expect(readCompanion([...lending].reverse())).toEqual(read);
  });

  it('gives classes their label, kind, file and line', () => {
    const rows = model.classes.map(({ id, kind, label }) => `${id} | ${kind} | ${label}`);
    expect(rows).toContain('where_to_lend | Decision | Where are books lent?');
    expect(rows).toContain('how_to_return | Decision | How do books come back?');
    expect(rows).toContain('no_label | Do Nothing | ');
    expect(new Set(model.classes.map((one) => one.kind))).toEqual(
      new Set([
        'Category',
        'Decision',
        'Practice',
        'Pattern',
        'Do Nothing',
        'Design Solution',
        'And-Combined Group',
        'Or-Combined Group',
        'Domain Class',
        'Domain Class Group',
        'Design Solution / Domain Class',
        'Known Use',
        'Force',
        'Source',
        'Reference',
      ]),
    );
    expect(model.classes.find((one) => one.id === 'return_box')).toEqual({
      id: 'return_box',
      label: 'Return box',
      kind: 'Pattern',
      superclasses: ['counter'],
      file: 'lending/base/elements.py',
      line: 25,
    });
  });

  it('takes options from «has» and from dependencies called «Option», in both directions', () => {
    expect(model.options.map(({ decision, option, name, by }) => [decision, option, name, by])).toEqual([
      ['where_to_lend', 'counter', 'A counter with one clerk', 'has'],
      ['where_to_lend', 'book_bus', 'A bus on Fridays', 'has'],
      ['where_to_lend', 'keep_as_is', '', 'has'],
      ['how_to_return', 'return_box', '', 'is dependent on'],
      ['how_to_return', 'reminder', '', 'is dependent on'],
    ]);
  });

  it('gives forces their impact as a sign', () => {
    expect(model.forces.map(({ solution, force, impact }) => [solution, force, ...impact])).toEqual([
      ['counter', 'walking_distance', '-'],
      ['counter', 'running_costs', 'o'],
      ['book_bus', 'walking_distance', '++'],
      ['book_bus', 'running_costs', '--'],
      ['book_bus', 'joy', '+/-'],
      ['return_box', 'lost_books', '+'],
    ]);
  });

  it('turns every link into the direction of its association', () => {
    const rows = model.links
      .filter((link) => link.association !== 'has')
      .map((link) =>
        [link.id ?? '-', link.from, link.to, link.association ?? '(none)', link.stereotypes.join('+')].join(' | '),
      );
    expect(rows).toEqual([
      '- | how_to_return | return_box | is dependent on | Option',
      '- | how_to_return | reminder | is dependent on | Option',
      'bus_uses_counter | book_bus | counter | is dependent on | Uses',
      'counter_variant_of_box | return_box | counter | is dependent on | Variant',
      '- | both_ways | counter | is dependent on | Includes',
      '- | both_ways | book_bus | is dependent on | Includes',
      '- | either_way | return_box | is dependent on | Includes',
      '- | book_bus | return_box | is dependent on | Can Use',
      '- | counter | reminder | is dependent on | Leads To',
      '- | where_to_lend | how_to_return | is next | Mandatory Next',
      '- | book_bus | how_to_return | is next | Optional Next',
      '- | where_to_lend | shelf | has context | decide for all instances of',
      '- | lending | shelf | has context | ',
      '- | lending | where_to_lend | (none) | ',
      '- | lending | how_to_return | (none) | ',
      '- | lending | returns | has sub-category | ',
      '- | furniture | shelf | (none) | ',
      '- | card_box | hill_village | used in | ',
      '- | s1 | almanac | reference | ',
    ]);
    expect(model.links.find((link) => link.how !== undefined)?.how).toBe('a box inside the bus');
    expect(model.links.find((link) => link.role !== undefined)?.role).toBe('sender');
  });

  it('counts a link as evidence like any code', () => {
    expect(model.evidence.map(({ source, code }) => `${source} ${code}`)).toEqual([
      's1 counter',
      's1 walking_distance',
      's1 bus_uses_counter',
      's1 where_to_lend',
      's2 counter',
      's2 walking_distance',
      'p1 book_bus',
      'p1 joy',
    ]);
  });

  it('shows in a view what can be reached, up to the stops that are kept and without those that are left out', () => {
    const view = (name: string) => model.views.find((one) => one.name === name);
    // views.py does not import evidence.py: whoever runs it sees no sources.
    expect(view('lending')?.id).toBe('lending_view');
    expect(view('lending')?.elements).toContain('how_to_return');
    expect(view('lending')?.elements).not.toContain('walking_distance');
    expect(view('lending')?.elements).not.toContain('lending');
    expect([...(view('lending')?.elements ?? [])].sort()).toEqual([
      'book_bus',
      'both_ways',
      'counter',
      'either_way',
      'furniture',
      'how_to_return',
      'keep_as_is',
      'reminder',
      'return_box',
      'shelf',
      'where_to_lend',
    ]);
    expect(view('returning')?.elements).toEqual(['how_to_return']);
    expect(view('two')?.elements).toEqual(['counter', 'book_bus']);
  });
});

describe('single statements', () => {
  it('the role names the end at which the argument sits', () => {
    const { model: one } = readOne('a.add_links(b, role_name="to")\na.add_links(c, role_name="from")');
    expect(arrows(one.links)).toEqual(['a b', 'c a']);
  });

  it('a link drawn twice undoes its whole call and no other', () => {
    const text =
      'a.add_links(b, role_name="to")\nadd_links({a: [c, b], b: c}, role_name="to")\nb.add_links(a, role_name="to")';
    const { model: one, codes } = readOne(text);
    expect(arrows(one.links)).toEqual(['a b', 'b a']);
    expect(codes).toEqual(['model-link']);
  });

  it('the same ends in another direction, or another association, are no twins', () => {
    const { model: one, codes } = readOne(
      'd.add_links(a, role_name="to")\nadd_decision_option_link(d, a, "x")\nd.add_links(a, role_name="from")',
    );
    expect(one.links).toHaveLength(3);
    expect(codes).toEqual([]);
  });

  it('a force said twice stands once, and the others of its call stay', () => {
    const { model: one, codes } = readOne(
      'add_force_relations({a: {f: positive}})\nadd_force_relations({a: {f: negative}, b: {f: neutral}})',
    );
    expect(one.forces.map(({ solution, impact }) => `${solution} ${impact.join()}`)).toEqual(['a +', 'b o']);
    expect(codes).toEqual(['model-link']);
  });

  it('a key that a dictionary names twice has its last value, as in Python', () => {
    const { model: one, codes } = readOne('add_links({a: b, a: c}, role_name="to")');
    expect(arrows(one.links)).toEqual(['a c']);
    expect(codes).toEqual(['model-key-twice']);
  });

  it('a name bound anew leaves the first class without id, also in what was linked before', () => {
    const { model: one, codes } = readOne(
      'a.add_links(b, role_name="to")\na = CClass(practice, "Second A")\na.add_links(c, role_name="to")',
    );
    expect(one.classes.filter((each) => each.label.endsWith('A')).map(({ id, label }) => [id, label])).toEqual([
      [null, 'A'],
      ['a', 'Second A'],
    ]);
    expect(arrows(one.links)).toEqual(['null b', 'a c']);
    expect(codes).toEqual(['model-rebound']);
  });

  it('a class with two names keeps the first, and the second when the first is bound anew', () => {
    expect(readOne('other = a').model.classes[0]?.id).toBe('a');
    expect(readOne('other = a\na = a').model.classes[0]?.id).toBe('a');
    expect(readOne('other = a\na = b').model.classes[0]?.id).toBe('other');
  });

  it('a name that a refused call was to take keeps its link', () => {
    const text = 'x = a.add_links(b, role_name="to")[0]\nx = a.add_links(b, role_name="to")[0]\n';
    const { model: one, codes } = readOne(
      `${text}s1 = CClass(source, "S")\nadd_links({s1: x}, role_name="contained_code")`,
    );
    expect(one.links.map(({ id }) => id)).toEqual(['x']);
    expect(one.evidence.map(({ code }) => code)).toEqual(['x']);
    expect(codes).toEqual(['model-link']);
  });

  it('without a role the kinds must leave one association', () => {
    expect(arrows(readOne('a.add_links(f, stereotype_instances=positive)').model.links)).toEqual([]);
    expect(readOne('a.add_links(f, stereotype_instances=positive)').model.forces).toHaveLength(1);
    expect(readOne('a.add_links(b)').codes).toEqual([]);
    expect(readOne('d.add_links(a)').codes).toEqual(['model-link']);
  });

  it('an unknown role, an unknown name and a call without meaning are told, and the rest is read', () => {
    const text =
      'a.add_links(b, role_name="beside")\na.add_links(nobody, role_name="to")\nfrobnicate(a)\na.add_links(c, role_name="to")';
    const { model: one, codes } = readOne(text);
    expect(arrows(one.links)).toEqual(['a c']);
    expect(codes).toEqual(['model-link', 'model-name', 'model-name']);
  });

  it('an unknown element leaves the others of its list', () => {
    expect(arrows(readOne('add_links({a: [b, nobody, c]}, role_name="to")').model.links)).toEqual(['a b', 'a c']);
  });

  it('Python outside the subset is told with its line, and the rest is read', () => {
    const text = 'if a:\n    b = 1\nx = lambda y: y\nwhile True:\n    pass\nt = f"{a}"\na.add_links(b, role_name="to")';
    const one = readCompanion([{ path: 'm.py', text: header + text }]);
    expect(one.problems.map(({ code, place }) => [code, place.line])).toEqual([
      ['model-syntax', 10],
      ['model-syntax', 13],
      ['model-syntax', 8],
      ['model-syntax', 11],
    ]);
    expect(one.model?.links).toHaveLength(1);
  });

  it('a broken statement costs itself only', () => {
    const one = readOne(
      'a.add_links(b, role_name="to"\nx = CClass(practice, "X")\ny = = 3\na.add_links(c, role_name="to")',
    );
    expect(one.model.classes.at(-1)?.label).toBe('X');
    expect(arrows(one.model.links)).toEqual(['a c']);
    expect(one.codes).toEqual(['model-syntax', 'model-syntax']);
  });

  it('line ends of Windows change nothing', () => {
    const text = 'x = \\\n    a.add_links(b, role_name="to")[0]\nadd_links({a: [\n    c]}, role_name="to")\n';
    const windows = readCompanion([{ path: 'm.py', text: (header + text).replaceAll('\n', '\r\n') }]);
    expect(windows).toEqual(readCompanion([{ path: 'm.py', text: header + text }]));
    expect(windows.model?.links.map((link) => link.id)).toEqual(['x', null]);
  });
});

describe('imports', () => {
  it('a missing import whose names are never used is a warning and no end', () => {
    const one = readCompanion([{ path: 'm.py', text: `from elsewhere import x, y\n${header}` }]);
    expect(one.problems.map(({ code, severity }) => [code, severity])).toEqual([['model-import', 'warning']]);
    expect(one.model?.classes).toHaveLength(5);
  });

  it('a cycle of imports ends in a problem, and both files are read', () => {
    const one = readCompanion([
      { path: 'one.py', text: `from two import t\n${header}` },
      { path: 'two.py', text: 'from one import a\nfrom codeable_models import *\nt = CClass(practice, "T")' },
    ]);
    expect(one.problems.map((problem) => problem.code)).toContain('model-import-cycle');
    expect(one.model?.classes.map((each) => each.id)).toEqual(['t', 'a', 'b', 'c', 'd', 'f']);
  });

  it('a file that imports itself ends', () => {
    expect(readCompanion([{ path: 'm.py', text: `from m import *\n${header}` }]).model?.classes).toHaveLength(5);
  });

  it('names that begin with an underscore do not come with a star', () => {
    const one = readCompanion([
      { path: 'base.py', text: `${header}_hidden = CClass(practice, "H")` },
      {
        path: 'main.py',
        text: 'from base import *\na.add_links(_hidden, role_name="to")\nadd_links({a: b}, role_name="to")',
      },
    ]);
    expect(one.problems.map((problem) => problem.code)).toEqual(['model-name']);
    expect(one.model?.links).toHaveLength(1);
  });

  it("a study's own metamodel adds kinds and stereotypes; the built-in ones stay as they are", () => {
    const one = readCompanion([
      {
        path: 'metamodels/guidance_metamodel.py',
        text: 'from codeable_models import *\npractice = CMetaclass("Other")\nsingle = CStereotype("Single")\nhabit = CMetaclass("Habit", superclasses=practice)',
      },
      {
        path: 'main.py',
        text: 'from codeable_models import *\nfrom metamodels.guidance_metamodel import practice, habit, single\na = CClass(practice, "A")\nh = CClass(habit, "H")\na.add_links(h, role_name="to", stereotype_instances=single)',
      },
    ]);
    expect(one.model?.classes.map((each) => each.kind)).toEqual(['Practice', 'Habit']);
    expect(one.model?.links[0]?.stereotypes).toEqual(['Single']);
  });

  it('two files that never meet may draw the same link', () => {
    const one = readCompanion([
      { path: 'base.py', text: header },
      { path: 'first.py', text: 'from base import *\na.add_links(b, role_name="to")' },
      { path: 'second.py', text: 'from base import *\na.add_links([b, c], role_name="to")' },
      { path: 'third.py', text: 'from first import *\na.add_links([b, c], role_name="to")' },
    ]);
    expect(one.problems.map(({ code, place }) => [code, place.file])).toEqual([['model-link', 'third.py']]);
    expect(arrows(one.model?.links ?? [])).toEqual(['a b', 'a c']);
  });

  it("a study's own metamodel may repeat the built-in one without noise", () => {
    const one = readCompanion([
      {
        path: 'own_kinds.py',
        text: 'from codeable_models import CMetaclass, CStereotype, CEnum\nlevel = CEnum("Level", values=["a"])\nelement = CMetaclass("Model Element", attributes={"aka": str, "level": level})\nsolution = CMetaclass("Design Solution", superclasses=element)\ndecision = CMetaclass("Decision", superclasses=solution)\nlinks = solution.association(solution, "is dependent on: [from] * -> [to] *")\noption2 = CStereotype("Option", extended=links)',
      },
      {
        path: 'main.py',
        text: 'from codeable_models import *\nfrom own_kinds import *\nd = CClass(decision, "D")\ns = CClass(solution, "S")\nd.add_links(s, role_name="to", stereotype_instances=option2)',
      },
    ]);
    expect(one.problems).toEqual([]);
    expect(one.model?.options.map(({ decision, option }) => [decision, option])).toEqual([['d', 's']]);
  });

  it('views of the metamodel are none of the theory, nor its relations a problem', () => {
    const one = readCompanion([
      {
        path: 'metamodels/guidance_metamodel.py',
        text: 'from codeable_models import *\npractice = CMetaclass("Practice")\nforce = CMetaclass("Force")\nimpact = practice.association(force, "has force: [solutions] * -> [forces] *")\nkind = CStereotype("Impact", extended=impact)\nslight = CStereotype("(+)", superclasses=kind)\nends = [impact.source, impact.target]\n_all = CBundle("All", elements=ends + kind.get_connected_elements(add_stereotypes=True) + practice.get_connected_elements())',
      },
      { path: 'main.py', text: `${header}a.add_links(f, role_name="forces", stereotype_instances=slight)` },
    ]);
    expect(one.problems).toEqual([]);
    expect(one.model?.views).toEqual([]);
    expect(one.model?.forces.map((each) => each.impact)).toEqual([['(+)']]);
  });

  it('a second name in another file is no id', () => {
    const one = readCompanion([
      { path: 'aa.py', text: `from base import *\nother = a\nadd_links({other: b}, role_name="to")` },
      { path: 'base.py', text: header },
    ]);
    expect(arrows(one.model?.links ?? [])).toEqual(['a b']);
  });

  it('scripts that build nothing are no model', () => {
    expect(readCompanion([{ path: 'tool.py', text: 'import sys\nwhile True:\n  print(sys.argv)' }])).toEqual({
      model: null,
      problems: [],
    });
  });
});

describe('hostile models', () => {
  const many = (count: number, line: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => line(i)).join('\n');
  const hostile: Readonly<Record<string, string>> = {
    'deep nesting': `x = ${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    'nesting of forty levels': `x = ${'['.repeat(40)}a${']'.repeat(40)}`,
    'a million names': many(1_000_000, (i) => `n${i}=1`),
    'calls that reach out': "__import__('os').system('true')\n".repeat(20_000),
    'lists that double': `l = [a, b]\n${'l = l + l\n'.repeat(60)}`,
    'texts that double': `t = "xx"\n${'t = t + t\n'.repeat(60)}`,
    'loops in loops': `l = ["1","2","3","4","5","6","7","8","9"]\n${Array.from({ length: 12 }, (_, i) => `${' '.repeat(i)}for v${i} in l:`).join('\n')}\n${' '.repeat(12)}CClass(practice, "x")`,
    'a definition that calls itself':
      'def g(l):\n  for v in l:\n    for w in l:\n      g(l)\ng(["1","2","3","4","5","6"])',
    'views without end': many(5000, (i) => `v${i} = CBundle("v", elements=[a])`),
    'junk without end': 'a b ( ] ; '.repeat(200_000),
    'broken lines': 'a b ( ] ;\n'.repeat(100_000),
  };
  it.each(Object.keys(hostile))(
    '%s ends in a problem within seconds, and what came before is read',
    (name) => {
      const { model: one, codes } = readOne(hostile[name] ?? '');
      expect(codes.length).toBeGreaterThan(0);
      expect(codes.length).toBeLessThan(600);
      expect(one.classes.length).toBeGreaterThanOrEqual(5);
    },
    60_000,
  );

  it('a file that is too large leaves the others their share', () => {
    const one = readCompanion([
      { path: 'a.py', text: `${header}l = [a, b]\n${'l = l + l\n'.repeat(60)}` },
      { path: 'b.py', text: `${header}a.add_links(b, role_name="to")` },
    ]);
    expect(one.problems.map(({ code, place }) => [code, place.file])).toEqual([['model-large', 'a.py']]);
    expect(arrows(one.model?.links ?? [])).toEqual(['a b']);
  });

  it('names of every object are names like others', () => {
    const { model: one, codes } = readOne(
      '__proto__ = CClass(practice, "P")\nconstructor = CClass(practice, "K")\n__proto__.add_links(constructor, role_name="to")',
    );
    expect(arrows(one.links)).toEqual(['__proto__ constructor']);
    expect(codes).toEqual([]);
  });
});

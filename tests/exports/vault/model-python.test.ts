import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { modelPython } from '../../../src/study/exports/model-python.ts';
import { readCompanion } from '../../../src/study/model/companion/read-companion.ts';
import type { CompanionModel } from '../../../src/study/model/companion/types.ts';

type Files = readonly { readonly path: string; readonly text: string }[];

function modelOf(files: Files): { model: CompanionModel; problems: readonly unknown[] } {
  const { model, problems } = readCompanion(files);
  if (model === null) throw new Error('There is no model in these files.');
  return { model, problems };
}

/** Where a thing stands is the file's business. */
const dataset = ({ files: _files, ...parts }: CompanionModel) =>
  JSON.parse(JSON.stringify(parts, (key, value: unknown) => (key === 'file' || key === 'line' ? undefined : value)));

const folder = (path: string): Files => {
  const root = fileURLToPath(new URL(path, import.meta.url));
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.py'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(root, file), text: readFileSync(file, 'utf8') }));
};

const odd = `from codeable_models import *
from metamodels.guidance_metamodel import *
from metamodels.source_metamodel import source, reference
weird = CMetaclass("Weird \\"kind\\"")
mine = CStereotype("Mine")
gone = CClass(practice, "Gone")
gone = CClass(practice, "Still 🍞 here \\u2028 \\\\")
needs = uses
variant = CClass(pattern, "A class called like a stereotype")
practice_2 = CClass(weird, "Odd", superclasses=[gone, variant])
category_1 = CClass(category, "Category")
category_2 = CClass(category, "Below")
d = CClass(decision, "Which?")
domain = CClass(domain_metaclass, "Domain")
group = CClass(domain_metaclass_group, "Group")
f = CClass(force, "Costs")
s1 = CClass(source, "s1")
ref = CClass(reference, "Ref")
category_1.add_links(category_2, role_name="sub category")
category_1.add_links(d, role_name="decisions")
group.add_links(domain, role_name="class")
d.add_links(domain, role_name="context", stereotype_instances=decide_for_all_instances_of)
s1.add_links(ref, role_name="referenced")
add_decision_option_link(d, gone, "the \\"one\\" way")
d.add_links(variant, association=decision_solution_relation)
add_stereotyped_link_with_how_tagged_value(d, variant, option2, "how so")
link = gone.add_links(variant, role_name="from", stereotype_instances=[mine, needs], tagged_values={"role": "r"})[0]
add_force_relations({gone: {f: [very_positive, negative]}, variant: {f: []}})
add_links({s1: [gone, link]}, role_name="contained_code")
view = CBundle("All of it", elements=[gone, link, d])
CBundle("Nameless", elements=[])
`;

describe('a model written as Python', () => {
  it.each([
    ['the study that comes with Catena', folder('../../../content')],
    ['several files', folder('../../study/model/companion/lending')],
    ['odd names, kinds and links', [{ path: 'odd.py', text: odd }]],
  ])('is read as the same model: %s', (_name, files) => {
    const { model } = modelOf(files);
    const again = modelOf([{ path: 'sources/model.py', text: [...modelPython(model)].join('') }]);
    expect(again.problems).toEqual([]);
    expect(dataset(again.model)).toEqual(dataset(model));
    expect(model.links.length * model.evidence.length).toBeGreaterThan(0);
  });

  it('leaves out links whose ends have no name, and nothing else', () => {
    const text = `from codeable_models import *\nfrom metamodels.guidance_metamodel import *
a = CClass(practice, "A")\nb = CClass(practice, "B")\na.add_links(b, role_name="to")\na = CClass(practice, "C")
a.add_links(b, role_name="to")\n`;
    const { model } = modelOf([{ path: 'm.py', text }]);
    expect(model.links.map(({ from }) => from)).toEqual([null, 'a']);
    const again = modelOf([{ path: 'm.py', text: [...modelPython(model)].join('') }]);
    expect(again.model.classes.map(({ id, label }) => [id, label])).toEqual([
      [null, 'A'],
      ['b', 'B'],
      ['a', 'C'],
    ]);
    expect(again.model.links.map(({ from, to }) => [from, to])).toEqual([['a', 'b']]);
  });
});

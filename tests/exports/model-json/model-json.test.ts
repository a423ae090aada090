import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { modelJson, modelSchema } from '../../../src/study/exports/model-json.ts';
import { readCompanion } from '../../../src/study/model/companion/read-companion.ts';
import type { Study } from '../../../src/study/model/study.ts';
import { sampleContext, sampleStudy } from '../sample-study.ts';
import { closed } from '../study-json/closed-schema.ts';

const python = `from codeable_models import *
from metamodels.guidance_metamodel import *
s1 = CClass(source, "s1")
d = CClass(decision, "Which </script>?")
o = CClass(practice, "Gone")
o = CClass(practice, "One \\u2028 way")
f = CClass(force, "Costs")
add_decision_option_link(d, o, "the one way")
add_force_relations({o: {f: [positive]}})
o_needs_d = o.add_links(d, role_name="to", stereotype_instances=requires, tagged_values={"how": "always"})[0]
add_links({s1: [o, o_needs_d]}, role_name="contained_code")
CBundle("all", elements=[d, o])
d.add_links(o, role_name="nowhere")
`;
const read = readCompanion([{ path: 'model.py', text: python }]);
const withModel = (): Study => {
  const study = sampleStudy();
  return {
    ...study,
    ...(read.model ? { companion: read.model } : {}),
    problems: [...study.problems, ...read.problems],
  };
};
const filesOf = (study: Study) => [...modelJson.files(sampleContext(study))];
const textOf = (study: Study): string => [...(filesOf(study)[0]?.write() ?? [])].join('');

describe('model.json', () => {
  it('fits its published schema, which names every field of it', () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(closed(modelSchema));
    validate(JSON.parse(textOf(withModel())));
    expect(validate.errors ?? []).toEqual([]);
    const [, schema] = filesOf(withModel());
    expect(JSON.parse([...(schema?.write() ?? [])].join(''))).toEqual(JSON.parse(JSON.stringify(modelSchema)));
  });

  it('holds classes, options, forces, links, evidence and views by their ids', () => {
    const model = JSON.parse(textOf(withModel()));
    expect(model.classes.map((one: { id: string | null; label: string }) => [one.id, one.label])).toEqual([
      ['s1', 's1'],
      ['d', 'Which </script>?'],
      [null, 'Gone'],
      ['o', 'One \u2028 way'],
      ['f', 'Costs'],
    ]);
    expect(model.options).toMatchObject([{ decision: 'd', option: 'o', name: 'the one way' }]);
    expect(model.forces).toMatchObject([{ solution: 'o', force: 'f', impact: ['+'] }]);
    expect(model.links).toMatchObject([
      { id: null, from: 'd', to: 'o', association: 'has', stereotypes: ['Option'] },
      { id: 'o_needs_d', from: 'o', to: 'd', association: 'is dependent on', stereotypes: ['Requires'], how: 'always' },
    ]);
    expect(model.evidence).toMatchObject([
      { source: 's1', code: 'o' },
      { source: 's1', code: 'o_needs_d' },
    ]);
    expect(model.views).toMatchObject([{ id: null, name: 'all', elements: ['d', 'o'] }]);
  });

  it('tells the problems of the model and no others', () => {
    const { problems } = JSON.parse(textOf(withModel()));
    expect(problems.map((one: { code: string; line: number }) => [one.code, one.line])).toEqual([
      ['model-rebound', 6],
      ['model-link', 13],
    ]);
  });

  it('is the same bytes whenever it is written, and no file without a model', () => {
    expect(textOf(withModel())).toBe(textOf(withModel()));
    expect(filesOf(sampleStudy())).toEqual([]);
  });
});

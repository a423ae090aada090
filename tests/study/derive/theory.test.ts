import { describe, expect, it } from 'vitest';
import { decisionGraph, layersOf } from '../../../src/study/derive/decision-graph.ts';
import { decisionsOf, decisionViews } from '../../../src/study/derive/decisions.ts';
import { forceTable } from '../../../src/study/derive/force-table.ts';
import { modelGraph, wholeModel } from '../../../src/study/derive/model-graph.ts';
import { evidenceDifferences, evidenceOf, statedInNotes, theoryOf } from '../../../src/study/derive/theory.ts';
import { checkModelEvidence } from '../../../src/study/model/checks/model.ts';
import type { CompanionModel } from '../../../src/study/model/companion/types.ts';
import { codeId } from '../../../src/study/model/ids.ts';
import type { Relation, Study } from '../../../src/study/model/study.ts';
import { sampleStudy } from '../../exports/sample-study.ts';
import { bakery, modelProblems } from '../../plots/bakery.ts';

const study = bakery();
const model = modelOf(study);
function modelOf({ companion }: Study): CompanionModel {
  if (!companion) throw new Error('the bakery has a model');
  return companion;
}

describe('a decision', () => {
  it('has its options in the order of the model, each with its forces', () => {
    expect(modelProblems).toEqual([]);
    const views = decisionViews(model);
    expect(views.map(({ decision, options }) => [decision.id, options.map(({ option }) => option)])).toEqual([
      ['share_oven', ['access_control', 'drawing_lots', 'VMs']],
      ['keep_fire', ['fire_keeper', 'no_keeper']],
    ]);
    expect(views[0]?.options[0]?.forces.map(({ force, impact }) => [force, ...impact])).toEqual([
      ['cost_transparency', '++'],
      ['peace', '-'],
    ]);
    expect(views[1]?.options.map(({ forces }) => forces.length)).toEqual([0, 0]);
  });

  it('knows what follows from it and what leads to it, and its dependencies once', () => {
    const [share, keep] = decisionViews(model);
    expect(share?.next.map(({ from, to }) => `${from} ${to}`)).toEqual(['access_control keep_fire']);
    expect(keep?.previous.map(({ from }) => from)).toEqual(['access_control']);
    expect(share?.dependencies.map(({ to, stereotypes }) => [to, ...stereotypes])).toEqual([
      ['fire_keeper', 'Requires'],
      ['VMs', 'Alternative To'],
    ]);
    expect(keep?.dependencies.map(({ from }) => from)).toEqual(['access_control']);
  });

  it('is reached from its own elements, and not through another decision', () => {
    const decisions = decisionsOf(model);
    expect(decisions.get('resting_time')).toEqual(['share_oven']);
    expect(decisions.get('fire_keeper')).toEqual(['share_oven', 'keep_fire']);
    expect(decisions.get('no_keeper')).toEqual(['keep_fire']);
    expect(decisions.get('keep_fire')).toEqual(['keep_fire']);
  });
});

describe('the road through the decisions', () => {
  it('puts what follows in a later layer, and joins only different decisions', () => {
    const { cards, edges } = decisionGraph(model);
    expect(cards.map(({ id, layer }) => [id, layer])).toEqual([
      ['share_oven', 0],
      ['keep_fire', 1],
    ]);
    expect(edges.map(({ from, to, kind }) => [from, to, kind])).toEqual([
      ['access_control', 'fire_keeper', 'dependency'],
      ['access_control', 'keep_fire', 'next'],
    ]);
  });

  it('ends where decisions follow from each other in a circle, and in a chain of a hundred thousand', () => {
    const circle = layersOf(
      ['a', 'b', 'c'],
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
        ['b', 'b'],
      ],
    );
    expect(Math.max(...circle.values())).toBeLessThan(3);
    const ids = Array.from({ length: 100_000 }, (_, i) => `d${i}`);
    const chain = layersOf(
      ids.toReversed(),
      ids.slice(1).map((id, i) => [`d${i}`, id] as const),
    );
    expect(chain.get('d99999')).toBe(99_999);
  });
});

describe('evidence', () => {
  it('comes from notes and model, each with its origin', () => {
    expect(
      evidenceOf(study)
        .get('access_control')
        ?.map(({ source, origin, passages }) => [source, origin, passages.length]),
    ).toEqual([
      ['s1', 'model', 0],
      ['s5', 'notes', 1],
      ['s6', 'both', 2],
      ['p1', 'notes', 1],
    ]);
    expect(evidenceOf(study).get('no_keeper')).toBeUndefined();
    expect(
      evidenceOf(study)
        .get('needs_keeper')
        ?.map(({ source, origin }) => [source, origin]),
    ).toEqual([['s6', 'model']]);
  });

  it('that stands on one side only is listed and counted in one problem', () => {
    const { onlyModel, onlyNotes } = evidenceDifferences(study);
    expect(onlyModel.map(({ source, element }) => `${source} ${element}`)).toEqual([
      's1 access_control',
      's6 fire_keeper',
      's6 needs_keeper',
    ]);
    const [drift, ...others] = checkModelEvidence(study);
    expect(others).toEqual([]);
    expect(drift).toMatchObject({
      code: 'model-drift',
      place: { file: 'model/ovens.py' },
      args: { onlyModel: onlyModel.length, onlyNotes: onlyNotes.length },
    });
    expect(checkModelEvidence(sampleStudy())).toEqual([]);
  });

  it('of a relation are the notes that state it', () => {
    const stated = statedInNotes(study).get('has force\naccess_control\ncost_transparency');
    expect(stated?.map(({ source }) => source)).toEqual(['s6']);
  });
});

describe('forces', () => {
  it('are a table of solutions and forces, forces by name', () => {
    const table = forceTable(model);
    expect(table.forces).toEqual(['cost_transparency', 'peace', 'resting_time']);
    expect(table.solutions.map(({ id, decisions }) => [id, ...decisions])).toEqual([
      ['access_control', 'share_oven'],
      ['drawing_lots', 'share_oven'],
      ['VMs', 'share_oven'],
    ]);
    expect(table.cell('VMs', 'peace').map(({ impact }) => impact)).toEqual([['+']]);
    expect(table.cell('drawing_lots', 'resting_time')).toEqual([]);
  });
});

describe('a view', () => {
  it('has its elements in columns and the relations between them, an option once', () => {
    const { nodes, edges } = modelGraph(model, model.views[1]?.elements ?? []);
    expect(nodes.map(({ id, column }) => [id, column])).toEqual([
      ['keep_fire', 1],
      ['fire_keeper', 2],
      ['no_keeper', 2],
      ['access_control', 2],
    ]);
    expect(edges.map(({ from, to, association }) => `${from} ${association} ${to}`).sort()).toEqual([
      'access_control is dependent on fire_keeper',
      'access_control is next keep_fire',
      'keep_fire has fire_keeper',
      'keep_fire has no_keeper',
    ]);
    expect(wholeModel(model).nodes).toHaveLength(10);
  });
});

describe('a study without a model', () => {
  it('has the theory of its notes, said to be theirs, and nothing to compare', () => {
    const relation = (from: string, kind: string, to: string, detail?: string): Relation => ({
      from: codeId(from),
      to: codeId(to),
      kind,
      origin: 'notes',
      ...(detail === undefined ? {} : { detail }),
    });
    const noted: Study = {
      ...sampleStudy(),
      relations: [
        relation('share_oven', 'has', 'access_control', 'Option'),
        relation('share_oven', 'has', 'access_control', 'Option'),
        relation('access_control', 'has force', 'cost_transparency', '++'),
      ],
    };
    const theory = theoryOf(noted);
    expect(theory?.origin).toBe('notes');
    expect(decisionViews(theory?.model ?? model).map(({ options }) => options)).toMatchObject([
      [{ option: 'access_control', name: '', forces: [{ force: 'cost_transparency', impact: ['++'] }] }],
    ]);
    expect(
      evidenceOf(noted)
        .get('access_control')
        ?.every(({ origin }) => origin === 'notes'),
    ).toBe(true);
    expect(evidenceDifferences(noted)).toEqual({ onlyModel: [], onlyNotes: [] });
  });

  it('and without such statements has none', () => {
    expect(theoryOf({ ...sampleStudy(), relations: [] })).toBeNull();
  });
});

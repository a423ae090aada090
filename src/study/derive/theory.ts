// In: a study. Out: its theory: the companion model, or, where none lies beside the notes, what the axial statements of the notes tell
// of decisions, options and forces; and for every part of it the evidence.

import type { CompanionModel, ModelClass, ModelPlace } from '../model/companion/types.ts';
import { evidenceRows, type EvidenceRow } from '../model/model-evidence.ts';
import type { Code, Relation, Study } from '../model/study.ts';
import { inGroups } from './in-groups.ts';
import { oncePerStudy } from './once-per-study.ts';

export type { EvidenceRow };

export interface Theory {
  readonly model: CompanionModel;
  readonly origin: 'model' | 'notes';
}

/** `null` when neither the notes nor a model name a decision, an option or a force. */
export const theoryOf: (study: Study) => Theory | null = oncePerStudy((study) => {
  if (study.companion) return { model: study.companion, origin: 'model' };
  const model = fromNotes(study);
  return model.options.length + model.forces.length === 0 ? null : { model, origin: 'notes' };
});

/** Evidence by element, in the order of the sources. */
export const evidenceOf: (study: Study) => ReadonlyMap<string, readonly EvidenceRow[]> = oncePerStudy((study) => {
  const theory = theoryOf(study);
  return inGroups(theory ? evidenceRows({ ...study, companion: theory.model }) : [], ({ element }) => element);
});

/** What stands on one side only; empty without a companion model, which there is then nothing to compare with. */
export const evidenceDifferences: (study: Study) => {
  readonly onlyModel: readonly EvidenceRow[];
  readonly onlyNotes: readonly EvidenceRow[];
} = oncePerStudy((study) => {
  const rows = study.companion ? evidenceRows(study) : [];
  return {
    onlyModel: rows.filter(({ origin }) => origin === 'model'),
    onlyNotes: rows.filter(({ origin }) => origin === 'notes'),
  };
});

/** The statements of the notes that say a relation, by `relationKey`. */
export const statedInNotes: (study: Study) => ReadonlyMap<string, readonly Relation[]> = oncePerStudy((study) =>
  inGroups(
    study.relations.filter(({ origin }) => origin === 'notes'),
    ({ kind, from, to }) => relationKey(kind, from, to),
  ),
);

export const relationKey = (kind: string, from: string, to: string): string => `${kind}\n${from}\n${to}`;

/** Words of the notes (`do_nothing_design_solution`) as the model says them (`Do Nothing`). */
const kindNames: Readonly<Record<string, string>> = {
  decision: 'Decision',
  practice: 'Practice',
  pattern: 'Pattern',
  force: 'Force',
  design_solution: 'Design Solution',
  do_nothing_design_solution: 'Do Nothing',
  category: 'Category',
  domain_metaclass: 'Domain Class',
};

function fromNotes(study: Study): CompanionModel {
  const relations = study.relations.filter(({ origin }) => origin === 'notes');
  const of = (kind: string): readonly Relation[] => distinct(relations.filter((one) => one.kind === kind));
  const named = new Set<string>(relations.flatMap(({ from, to }) => [from, to]));
  return {
    files: [],
    classes: study.codes.filter(({ id }) => named.has(id)).map(classOf),
    options: of('has').map((one) => ({
      decision: one.from,
      option: one.to,
      name: one.detail === undefined || one.detail === 'Option' ? '' : one.detail,
      by: 'has',
      ...placeOf(one),
    })),
    forces: of('has force').map((one) => ({
      solution: one.from,
      force: one.to,
      impact: one.detail === undefined ? [] : [one.detail],
      ...placeOf(one),
    })),
    links: distinct(relations)
      .filter(({ kind }) => kind !== 'has force')
      .map((one) => ({
        id: null,
        from: one.from,
        to: one.to,
        association: one.kind,
        stereotypes: one.detail === undefined ? [] : [one.detail],
        ...placeOf(one),
      })),
    evidence: [],
    views: [],
  };
}

const placeOf = ({ file = '', line = 1 }: Relation): ModelPlace => ({ file, line });

const classOf = (code: Code): ModelClass => ({
  id: code.id,
  label: code.label,
  kind: kindNames[code.kind ?? ''] ?? code.kind ?? '',
  superclasses: [],
  file: code.definitions[0]?.source ?? '',
  line: code.definitions[0]?.line ?? 1,
});

/** The same relation stated in several notes is one relation. */
function distinct(relations: readonly Relation[]): readonly Relation[] {
  const seen = new Map<string, Relation>();
  for (const one of relations) {
    const key = `${relationKey(one.kind, one.from, one.to)}\n${one.kind === 'has' ? '' : (one.detail ?? '')}`;
    if (!seen.has(key)) seen.set(key, one);
  }
  return [...seen.values()];
}

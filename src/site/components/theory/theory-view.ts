// In: the theory and an id. Out: what the pages of the theory show of an element, its evidence and its relations, as plain values.

import {
  decisionsOf,
  decisionViews,
  evidenceOf,
  isDefined,
  isImpact,
  oncePerStudy,
  relationKey,
  statedInNotes,
  theoryOf,
  type DecisionView,
  type EvidenceRow,
  type ModelClass,
  type ModelForce,
  type Passage,
  type Relation,
  type Study,
} from '#study';
import type { KindClass } from '#site/kinds.ts';
import { inOneLine } from '#site/shown-text.ts';
import { elementUrl, kindOfElement } from '#site/plots/model-view.ts';
import type { TheoryWords } from '#site/words/theory.ts';

export interface ElementView {
  readonly id: string;
  readonly label: string;
  readonly url: string | null;
  readonly kind: KindClass;
  /** The kind as the model says it. */
  readonly kindWord: string;
}

export const classById: (study: Study) => ReadonlyMap<string, ModelClass> = oncePerStudy(
  (study) =>
    new Map((theoryOf(study)?.model.classes ?? []).flatMap((one) => (one.id === null ? [] : [[one.id, one] as const]))),
);

/** Elements that are no class, such as links, are known by their id alone. */
export function elementView(id: string, study: Study): ElementView {
  const known = classById(study).get(id);
  const kind = known?.kind ?? '';
  const label = known?.label ?? study.codeById.get(id)?.label ?? id;
  return {
    id,
    label: inOneLine(label || id),
    url: elementUrl(id, kind, study),
    kind: kindOfElement(kind),
    kindWord: kind,
  };
}

export const views: (study: Study) => readonly DecisionView[] = oncePerStudy((study) => {
  const theory = theoryOf(study);
  return theory ? decisionViews(theory.model) : [];
});

/** Every element's decisions. */
export const decisionsByElement: (study: Study) => ReadonlyMap<string, readonly string[]> = oncePerStudy((study) => {
  const theory = theoryOf(study);
  return theory ? decisionsOf(theory.model) : new Map<string, readonly string[]>();
});

export interface EvidenceView {
  readonly rows: readonly EvidenceRow[];
  readonly passages: readonly Passage[];
}

export function evidenceView(id: string, study: Study): EvidenceView {
  const rows = evidenceOf(study).get(id) ?? [];
  return { rows, passages: rows.flatMap(({ passages }) => passages) };
}

export interface ForceView {
  readonly force: ElementView;
  readonly impact: readonly string[];
  readonly words: string;
  /** The statements of the notes that say it. */
  readonly stated: readonly Relation[];
}

export function forceViews(forces: readonly ModelForce[], study: Study, words: TheoryWords): readonly ForceView[] {
  return forces.flatMap(({ solution, force, impact }) =>
    force === null || solution === null
      ? []
      : [
          {
            force: elementView(force, study),
            impact,
            words: impactWords(impact, words),
            stated: statedInNotes(study).get(relationKey('has force', solution, force)) ?? [],
          },
        ],
  );
}

export const impactWords = (impact: readonly string[], words: TheoryWords): string =>
  impact.length === 0
    ? words.impactUnknown
    : impact.map((sign) => (isImpact(sign) ? words.impacts[sign] : sign)).join(', ');

export const elementViews = (ids: readonly (string | null)[], study: Study): readonly ElementView[] =>
  ids.filter(isDefined).map((id) => elementView(id, study));

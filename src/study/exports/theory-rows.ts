// In: a study. Out: its theory as rows that tables in LaTeX, Markdown and CSV share: a row an option, a row an impact.

import { decisionViews } from '../derive/decisions.ts';
import { forceTable, isImpact, type Impact } from '../derive/force-table.ts';
import { evidenceOf, relationKey, statedInNotes, theoryOf, type EvidenceRow } from '../derive/theory.ts';
import { decisionPath } from '../model/addresses.ts';
import type { ModelForce } from '../model/companion/types.ts';
import { slugOf } from '../model/ids.ts';
import type { Study } from '../model/study.ts';
import { type ExportContext, permalink } from './format.ts';
import { codeLink } from './table-columns.ts';

export interface NamedElement {
  readonly id: string;
  readonly label: string;
  /** Its page on the site; `''` for what has none. */
  readonly link: string;
}

export interface OptionRow {
  readonly decision: NamedElement;
  readonly option: NamedElement;
  /** The model's words for the option. */
  readonly name: string;
  readonly evidence: readonly EvidenceRow[];
  readonly forces: readonly { readonly force: NamedElement; readonly impact: string }[];
}

export interface ImpactRow {
  readonly solution: NamedElement;
  readonly force: NamedElement;
  /** Signs as written, joined by a blank. */
  readonly impact: string;
  readonly words: string;
  /** Sources whose notes state it. */
  readonly stated: readonly string[];
  readonly evidence: readonly EvidenceRow[];
}

/** The words of the impacts, for files: they are in English whatever the interface. */
const impactWords: Readonly<Record<Impact, string>> = {
  '++': 'very positive',
  '+': 'positive',
  o: 'neutral',
  '-': 'negative',
  '--': 'very negative',
  '+/-': 'positive and negative',
};

export const hasTheory = (study: Study): boolean => (theoryOf(study)?.model.options.length ?? 0) > 0;
export const hasForces = (study: Study): boolean => (theoryOf(study)?.model.forces.length ?? 0) > 0;

/** In the order of the model; decisions without options are left out. */
export function optionRows(context: ExportContext): readonly OptionRow[] {
  const { study } = context;
  const model = theoryOf(study)?.model;
  if (!model) return [];
  const named = elementNames(context);
  return decisionViews(model).flatMap(({ decision, options }) =>
    options.map(({ option, name, forces }) => ({
      decision: named(decision.id ?? ''),
      option: named(option),
      name,
      evidence: evidenceOf(study).get(option) ?? [],
      forces: forces.flatMap(({ force, impact }) =>
        force === null ? [] : [{ force: named(force), impact: impact.join(' ') }],
      ),
    })),
  );
}

export function impactRows(context: ExportContext): readonly ImpactRow[] {
  const { study } = context;
  const model = theoryOf(study)?.model;
  if (!model) return [];
  const named = elementNames(context);
  const table = forceTable(model);
  return table.solutions.flatMap(({ id }) =>
    table.forces.flatMap((force) =>
      table.cell(id, force).map(({ impact }: ModelForce) => ({
        solution: named(id),
        force: named(force),
        impact: impact.join(' '),
        words: impact.map((sign) => (isImpact(sign) ? impactWords[sign] : sign)).join(', '),
        stated: statedIn(study, id, force),
        evidence: evidenceOf(study).get(id) ?? [],
      })),
    ),
  );
}

const statedIn = (study: Study, solution: string, force: string): readonly string[] => [
  ...new Set(
    (statedInNotes(study).get(relationKey('has force', solution, force)) ?? []).flatMap(({ source }) => source ?? []),
  ),
];

/** Decisions lead to their pages, other elements to the code of their name. */
export function elementNames(context: ExportContext): (id: string) => NamedElement {
  const { study } = context;
  const classes = new Map(
    (theoryOf(study)?.model.classes ?? []).flatMap((one) => (one.id === null ? [] : [[one.id, one] as const])),
  );
  return (id) => {
    const known = classes.get(id);
    const code = study.codeById.get(id);
    const isDecision = known?.kind === 'Decision';
    const link = isDecision ? permalink(context, decisionPath(slugOf(id))) : code ? codeLink(code, context) : '';
    return { id, label: known?.label || code?.label || id, link };
  };
}

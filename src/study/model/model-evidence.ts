// In: what the notes and the companion model say. Out: which source is evidence for which element, and who says so.
// An element is a class of the model, or a link that a variable holds. Where notes and model differ, nothing is settled: both are told.

import type { CompanionModel } from './companion/types.ts';
import type { Code, Passage, Source } from './study.ts';

export interface EvidenceRow {
  readonly source: string;
  /** Id of the class or link of the model. */
  readonly element: string;
  readonly origin: 'both' | 'model' | 'notes';
  /** The passages of the source that carry the code of this name; none when only the model says it. */
  readonly passages: readonly Passage[];
  /** Where the model says it. */
  readonly file?: string;
  readonly line?: number;
}

export interface CodedStudy {
  readonly companion?: CompanionModel | undefined;
  readonly sources: readonly Source[];
  readonly codeById: ReadonlyMap<string, Code>;
  readonly passageById: ReadonlyMap<string, Passage>;
}

/** In the order of the model's elements, and of the sources within each; without a model there are none. */
export function evidenceRows(study: CodedStudy): readonly EvidenceRow[] {
  const { companion } = study;
  if (!companion) return [];
  const said = saidByModel(companion, study.sources);
  const order = new Map<string, number>(study.sources.map(({ id }, place) => [id, place]));
  const place = (source: string): number => order.get(source) ?? study.sources.length;
  return elementIds(companion).flatMap((element) => {
    const noted = passagesBySource(study, element);
    const listed = said.get(element) ?? new Map<string, { file: string; line: number }>();
    const sources = [...new Set([...noted.keys(), ...listed.keys()])].sort((a, b) => place(a) - place(b));
    return sources.map((source): EvidenceRow => {
      const where = listed.get(source);
      const origin = !where ? 'notes' : noted.has(source) ? 'both' : 'model';
      return { source, element, origin, passages: noted.get(source) ?? [], ...where };
    });
  });
}

/** Classes but sources and references, and links with a name; each once. */
export const elementIds = (model: CompanionModel): readonly string[] => [
  ...new Set([
    ...model.classes.flatMap(({ id, kind }) => (id === null || kind === 'Source' || kind === 'Reference' ? [] : [id])),
    ...model.links.flatMap(({ id }) => id ?? []),
    ...model.evidence.flatMap(({ code }) => code ?? []),
  ]),
];

type Places = Map<string, { readonly file: string; readonly line: number }>;

function saidByModel(model: CompanionModel, sources: readonly Source[]): ReadonlyMap<string, Places> {
  const known = new Set<string>(sources.map(({ id }) => id));
  const labels = new Map(model.classes.flatMap(({ id, label }) => (id === null ? [] : [[id, label] as const])));
  // The variable of a source is its id in most models; its label says it otherwise.
  const nameOf = (id: string): string =>
    [id, id.toLowerCase(), (labels.get(id) ?? '').toLowerCase()].find((name) => known.has(name)) ?? id;
  const said = new Map<string, Places>();
  for (const { source, code, file, line } of model.evidence) {
    if (source === null || code === null) continue;
    const places: Places = said.get(code) ?? new Map<string, { readonly file: string; readonly line: number }>();
    said.set(code, places);
    const name = nameOf(source);
    if (!places.has(name)) places.set(name, { file, line });
  }
  return said;
}

function passagesBySource(study: CodedStudy, element: string): ReadonlyMap<string, readonly Passage[]> {
  const bySource = new Map<string, Passage[]>();
  for (const id of study.codeById.get(element)?.passages ?? []) {
    const passage = study.passageById.get(id);
    if (!passage) continue;
    const known = bySource.get(passage.source);
    if (known) known.push(passage);
    else bySource.set(passage.source, [passage]);
  }
  return bySource;
}

// In: the Python files beside the notes. Out: the theory that they tell, and their problems. Read, never run.

import type { Problem } from '../../problems/problem.ts';
import { isBuiltInFile } from './built-in.ts';
import { startReading, type ModelFile, type Reading } from './reading.ts';
import { readModule } from './statements.ts';
import type { CompanionModel, ModelClass, ModelOption, ModelPlace, ModelView } from './types.ts';
import type { BundleValue, LinkValue, Value } from './values.ts';

export interface CompanionReading {
  /** `null` when no file is a model. */
  readonly model: CompanionModel | null;
  readonly problems: readonly Problem[];
}

/** Paths are relative to the study (or the model's folder), with `/`. Files that build nothing and that no model imports are no model. */
export function readCompanion(files: readonly ModelFile[]): CompanionReading {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const reading = startReading(sorted);
  for (const file of sorted) if (isModel(file)) readModule(reading, file.path);
  if (reading.modules.size === 0) return { model: null, problems: [] };
  return { model: modelOf(reading), problems: reading.problems };
}

// The metamodel's own file makes metaclasses only; tools beside the notes make nothing of the kind.
const builds = /\b(?:CClass|CBundle|add_links|add_force_relations|add_decision_option_link)\s*\(/;
const isModel = (file: ModelFile): boolean => builds.test(file.text) && !isBuiltInFile(file.path);

function modelOf(reading: Reading): CompanionModel {
  const ids = idsOf(reading);
  const idOf = (value: Value): string | null => ids.get(value) ?? null;
  const links = distinct([...reading.links], ids);
  const of = (id: string): readonly LinkValue[] => links.filter((link) => link.association.id === id);
  return {
    files: [...reading.modules.keys()].sort(),
    classes: reading.classes.map((one): ModelClass => ({
      id: idOf(one),
      label: one.label,
      kind: one.kind?.name ?? '',
      superclasses: one.superclasses.flatMap((parent) => ids.get(parent) ?? []),
      ...place(one),
    })),
    options: optionsOf(links, idOf),
    forces: of('has force').map((link) => ({
      solution: idOf(link.first),
      force: idOf(link.second),
      impact: link.stereotypes.map((stereotype) => stereotype.name),
      ...place(link),
    })),
    links: links.filter((link) => !apart.has(link.association.id)).map((link) => linkOf(link, idOf)),
    evidence: of('contains codes').map((link) => ({
      source: idOf(link.second),
      code: idOf(link.first),
      ...place(link),
    })),
    views: reading.bundles.flatMap((bundle): readonly ModelView[] =>
      isBuiltInFile(bundle.file) ? [] : [viewOf(bundle, ids)],
    ),
  };
}

const viewOf = (bundle: BundleValue, ids: ReadonlyMap<Value, string>): ModelView => ({
  id: ids.get(bundle) ?? null,
  name: bundle.name,
  elements: bundle.elements.flatMap((element) => ids.get(element) ?? []),
  ...place(bundle),
});

/** Files that never meet may draw one link twice: it is told once, unless each has a name of its own. */
function distinct(links: readonly LinkValue[], ids: ReadonlyMap<Value, string>): readonly LinkValue[] {
  const told = new Set<string>();
  return links.filter((link) => {
    const names = link.stereotypes.map((stereotype) => stereotype.name).join('|');
    const key = `${link.first.number} ${link.second.number} ${link.association.id} ${names} ${ids.get(link) ?? ''}`;
    return told.size < told.add(key).size;
  });
}

/** Forces and evidence have lists of their own. */
const apart = new Set(['has force', 'contains codes']);

const place = ({ file, line }: ModelPlace): ModelPlace => ({ file, line });

/** The first name that still stands for a thing in the file that made it, or else one that another file gave it. */
function idsOf(reading: Reading): ReadonlyMap<Value, string> {
  const ids = new Map<Value, string>();
  const elsewhere = new Map<Value, string>();
  for (const { path, names } of reading.modules.values()) {
    for (const [name, { value, imported }] of names) {
      if (imported || !('file' in value)) continue;
      const found = value.file === path ? ids : elsewhere;
      if (!found.has(value)) found.set(value, name);
    }
  }
  for (const [value, name] of elsewhere) if (!ids.has(value)) ids.set(value, name);
  return ids;
}

/** Options come from «has» and from dependencies of a decision that are called «Option». */
function optionsOf(links: readonly LinkValue[], idOf: (value: Value) => string | null): readonly ModelOption[] {
  return links.flatMap((link): ModelOption[] => {
    const { id } = link.association;
    const called = link.stereotypes.some((stereotype) => stereotype.name === 'Option');
    const decides = link.first.type === 'class' && link.first.kind?.variable === 'decision';
    if (id !== 'has' && !(id === 'is dependent on' && called && decides)) return [];
    const by = id === 'has' ? 'has' : 'is dependent on';
    const name = link.tagged.get('name') ?? link.tagged.get('how') ?? '';
    return [{ decision: idOf(link.first), option: idOf(link.second), name, by, ...place(link) }];
  });
}

function linkOf(link: LinkValue, idOf: (value: Value) => string | null): CompanionModel['links'][number] {
  const tag = (name: 'how' | 'role' | 'name'): Partial<Record<typeof name, string>> => {
    const value = link.tagged.get(name);
    return value === undefined ? {} : { [name]: value };
  };
  return {
    id: idOf(link),
    from: idOf(link.first),
    to: idOf(link.second),
    association: link.association.name,
    stereotypes: link.stereotypes.map((stereotype) => stereotype.name),
    ...tag('how'),
    ...tag('role'),
    ...tag('name'),
    ...place(link),
  };
}

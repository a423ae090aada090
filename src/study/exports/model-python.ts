// In: a companion model. Out: one Python file of the CodeableModels library that model/companion reads as the same model: what the vault
// has beside its notes. Links of things that no name stands for are not in it: nothing could name their ends.

import type { CompanionModel, ModelClass, ModelLink } from '../model/companion/types.ts';
import { type Association, associationNames, associations, metaclasses, stereotypes } from '../parse/metamodel.ts';

export function* modelPython(model: CompanionModel): Generator<string> {
  const taken = new Set([...model.classes, ...model.links, ...model.views].flatMap(({ id }) => id ?? []));
  const kinds = new Map(model.classes.flatMap(({ id, kind }) => (id === null ? [] : [[id, kind] as const])));
  const borrowed = new Set<string>();
  /** A name of the metamodel, unless the model gives that name to something else. */
  const borrow = (name: string): string => {
    borrowed.add(name);
    return taken.has(name) ? `metamodel_${name}` : name;
  };
  const lines = [
    ...model.classes.map((one) => bound(one.id, classCall(one, borrow))),
    ...model.links.map((link) => linkLine(link, kinds, borrow)),
    ...model.forces.map(({ solution, force, impact }) =>
      linkLine({ ...unbound, from: solution, to: force, association: 'has force', stereotypes: impact }, kinds, borrow),
    ),
    ...model.evidence.map(({ source, code }) =>
      linkLine({ ...unbound, from: code, to: source, association: 'contains codes' }, kinds, borrow),
    ),
    ...model.views.map(({ id, name, elements }) =>
      bound(id, `CBundle(${text(name)}, elements=[${elements.join(', ')}])`),
    ),
  ];
  yield 'from codeable_models import CBundle, CClass, CMetaclass, CStereotype\n';
  const fromSources = (name: string): boolean => ['source', 'reference', 'code'].includes(name);
  const names = [...borrowed].sort();
  for (const [home, list] of [
    ['guidance_metamodel', names.filter((name) => !fromSources(name))],
    ['source_metamodel', names.filter(fromSources)],
  ] as const)
    if (list.length > 0)
      yield `from metamodels.${home} import ${list.map((name) => (taken.has(name) ? `${name} as metamodel_${name}` : name)).join(', ')}\n`;
  yield '\n';
  for (const line of lines) if (line !== '') yield `${line}\n`;
}

type Borrow = (name: string) => string;
type Link = Omit<ModelLink, 'file' | 'line'>;

const unbound = { id: null, stereotypes: [] as readonly string[] };

const bound = (id: string | null, value: string): string => (id === null ? value : `${id} = ${value}`);

/** JSON's strings are Python's, too. */
const text = (words: string): string => JSON.stringify(words);

const kindVariables = new Map([...metaclasses].map(([variable, { name }]) => [name, variable]));

function classCall({ kind, label, superclasses }: ModelClass, borrow: Borrow): string {
  const variable = kindVariables.get(kind);
  const metaclass = variable === undefined ? `CMetaclass(${text(kind)})` : borrow(variable);
  const above = superclasses.length === 0 ? '' : `, superclasses=[${superclasses.join(', ')}]`;
  return `CClass(${metaclass}, ${text(label)}${above})`;
}

function linkLine(link: Link, kinds: ReadonlyMap<string, string>, borrow: Borrow): string {
  const { id, from, to, how, role, name } = link;
  if (from === null || to === null) return '';
  const association = associationOf(link, kinds);
  const tags = Object.entries({ how, role, name }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${text(key)}: ${text(value)}`],
  );
  const words = [
    to,
    association.second.role === null
      ? `association=${borrow(variableOf(association))}`
      : `role_name=${text(association.second.role)}`,
    ...(link.stereotypes.length === 0 ? [] : [`stereotype_instances=[${stereotypesOf(link, association, borrow)}]`]),
    ...(tags.length === 0 ? [] : [`tagged_values={${tags.join(', ')}}`]),
  ];
  const call = `${from}.add_links(${words.join(', ')})`;
  return id === null ? call : `${id} = ${call}[0]`;
}

/** The two associations without a name are told apart by what they join. */
function associationOf({ association, from }: Link, kinds: ReadonlyMap<string, string>): Association {
  const wanted = association ?? (kinds.get(from ?? '') === 'Category' ? 'category decisions' : 'group classes');
  const found = associations.find(({ id }) => id === wanted);
  if (found === undefined) throw new Error(`${wanted} is no association of the metamodel.`);
  return found;
}

const variableOf = ({ id }: Association): string =>
  [...associationNames].find(([, association]) => association === id)?.[0] ?? id;

const stereotypesOf = (link: Link, { id }: Association, borrow: Borrow): string =>
  link.stereotypes
    .map((words) => {
      const known = [...stereotypes].find(([, { name, association }]) => name === words && association === id);
      return known === undefined ? `CStereotype(${text(words)})` : borrow(known[0]);
    })
    .join(', ');

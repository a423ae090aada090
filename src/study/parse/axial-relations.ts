// In: a call of the library, read. Out: the relations that it draws, each in its true direction (FORMAT.md, section 5).

import { associations, rolesNamed, stereotypes, type Association } from './metamodel.ts';
import type { NoteRelation } from './note.ts';
import type { PyCall, PyExpression } from './python-tree.ts';

/** `name` of the function or method that is called, as it was meant. */
export function relationsOf(call: PyCall, name: string): readonly NoteRelation[] {
  const [first, second, third] = call.positional;
  switch (name) {
    case 'add_force_relations':
      return first?.kind === 'dict' ? forceRelations(first) : [];
    case 'add_decision_option_link':
      return pairs(first, second).map((pair) => ({ ...pair, kind: 'has', detail: 'Option' }));
    case 'add_stereotyped_link_with_how_tagged_value':
    case 'add_stereotyped_link_with_role_tagged_value':
    case 'add_stereotyped_design_solution_link':
      return dependencies(first, second, third);
    case 'add_links':
      return links(call);
    default:
      return [];
  }
}

/** Names of an expression that stands for one element or a list of them. */
function elements(expression: PyExpression | undefined): readonly string[] {
  if (expression?.kind === 'name') return [expression.name];
  return expression?.kind === 'list' ? expression.items.flatMap(elements) : [];
}

const pairs = (from: PyExpression | undefined, to: PyExpression | undefined): { from: string; to: string }[] =>
  elements(from).flatMap((a) => elements(to).map((b) => ({ from: a, to: b })));

const detailOf = (names: readonly string[]): { detail?: string } =>
  names.length === 0 ? {} : { detail: names.map((name) => stereotypes.get(name)?.name ?? name).join(', ') };

function forceRelations(definition: PyExpression & { kind: 'dict' }): readonly NoteRelation[] {
  return definition.entries.flatMap(({ key, value }) =>
    value.kind === 'dict'
      ? value.entries.flatMap((force) =>
          pairs(key, force.key).map((pair) => ({ ...pair, kind: 'has force', ...detailOf(elements(force.value)) })),
        )
      : [],
  );
}

function dependencies(
  from: PyExpression | undefined,
  to: PyExpression | undefined,
  stereotype: PyExpression | undefined,
): readonly NoteRelation[] {
  return pairs(from, to).map((pair) => ({ ...pair, kind: 'is dependent on', ...detailOf(elements(stereotype)) }));
}

/** `a.add_links(b, …)` and `add_links({a: [b, c]}, …)`. */
function links(call: PyCall): readonly NoteRelation[] {
  const keyword = (name: string): PyExpression | undefined => call.keywords.find((one) => one.name === name)?.value;
  const role = keyword('role_name');
  const stereotype = elements(keyword('stereotype_instances'));
  const { association, forward } = meantAssociation(role?.kind === 'string' ? role.value : '', stereotype);
  const kind = association?.name ?? association?.id ?? 'link';
  return linkedPairs(call).map(({ from, to }) => ({
    from: forward ? from : to,
    to: forward ? to : from,
    kind,
    ...detailOf(stereotype),
  }));
}

function linkedPairs(call: PyCall): { from: string; to: string }[] {
  const [first] = call.positional;
  if (call.callee.kind === 'attribute') return pairs(call.callee.object, first);
  return first?.kind === 'dict' ? first.entries.flatMap(({ key, value }) => pairs(key, value)) : [];
}

/** The role decides; without one the stereotype does. The kinds of the ends are not known inside one fence. */
function meantAssociation(
  role: string,
  names: readonly string[],
): { readonly association: Association | undefined; readonly forward: boolean } {
  const [named] = rolesNamed(role);
  if (named) return named;
  const wanted = names.map((name) => stereotypes.get(name)?.association).find((id) => id !== undefined);
  return { association: associations.find((association) => association.id === wanted), forward: true };
}

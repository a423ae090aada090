// In: names that researchers write in models and axial fences. Out: what they mean: the guidance metamodel as tables.

/** Variable of a kind → its metaclass name and the kinds that it specialises. */
export interface Metaclass {
  readonly name: string;
  readonly parents: readonly string[];
}

/** One association; a link always runs from its first end to its second. `null` ends and names have none in the metamodel. */
export interface Association {
  readonly id: string;
  readonly name: string | null;
  readonly first: { readonly kinds: readonly string[]; readonly role: string | null };
  readonly second: { readonly kinds: readonly string[]; readonly role: string | null };
}

export interface Stereotype {
  readonly name: string;
  readonly association: string;
}

const metaclass = (name: string, ...parents: readonly string[]): Metaclass => ({ name, parents });

export const metaclasses: ReadonlyMap<string, Metaclass> = new Map([
  ['code', metaclass('Code')],
  ['category', metaclass('Category')],
  ['design_solution', metaclass('Design Solution', 'code')],
  ['decision', metaclass('Decision', 'design_solution')],
  ['practice', metaclass('Practice', 'design_solution')],
  ['pattern', metaclass('Pattern', 'practice')],
  ['do_nothing_design_solution', metaclass('Do Nothing', 'design_solution')],
  ['and_combined_group', metaclass('And-Combined Group', 'design_solution')],
  ['or_combined_group', metaclass('Or-Combined Group', 'design_solution')],
  ['force', metaclass('Force', 'code')],
  ['known_use', metaclass('Known Use')],
  ['domain_metaclass', metaclass('Domain Class', 'code')],
  ['domain_metaclass_group', metaclass('Domain Class Group', 'domain_metaclass')],
  [
    'design_solution_domain_metaclass',
    metaclass('Design Solution / Domain Class', 'design_solution', 'domain_metaclass'),
  ],
  ['source', metaclass('Source')],
  ['reference', metaclass('Reference')],
]);

const end = (role: string | null, ...kinds: readonly string[]): Association['first'] => ({ kinds, role });

export const associations: readonly Association[] = [
  { id: 'has', name: 'has', first: end(null, 'decision'), second: end(null, 'design_solution') },
  {
    id: 'has force',
    name: 'has force',
    first: end('solutions', 'design_solution'),
    second: end('forces', 'force'),
  },
  {
    id: 'is dependent on',
    name: 'is dependent on',
    first: end('from', 'design_solution'),
    second: end('to', 'design_solution'),
  },
  {
    id: 'is next',
    name: 'is next',
    first: end('prior solution', 'design_solution'),
    second: end('next decision', 'decision'),
  },
  {
    id: 'has context',
    name: 'has context',
    first: end(null, 'category', 'decision'),
    second: end('context', 'domain_metaclass'),
  },
  { id: 'used in', name: 'used in', first: end('solutions', 'design_solution'), second: end('knownUses', 'known_use') },
  {
    id: 'has sub-category',
    name: 'has sub-category',
    first: end('parent category', 'category'),
    second: end('sub category', 'category'),
  },
  { id: 'category decisions', name: null, first: end('category', 'category'), second: end('decisions', 'decision') },
  {
    id: 'group classes',
    name: null,
    first: end('collection', 'domain_metaclass_group'),
    second: end('class', 'domain_metaclass'),
  },
  { id: 'reference', name: 'reference', first: end('source', 'source'), second: end('referenced', 'reference') },
  {
    id: 'contains codes',
    name: 'contains codes',
    first: end('contained_code', 'code'),
    second: end('evidence', 'source'),
  },
];

export const associationById: ReadonlyMap<string, Association> = new Map(associations.map((a) => [a.id, a]));

const stereotypesOf = (association: string, names: Readonly<Record<string, string>>): [string, Stereotype][] =>
  Object.entries(names).map(([variable, name]) => [variable, { name, association }]);

/** Variable of a stereotype → its name and the association that it stands on. */
export const stereotypes: ReadonlyMap<string, Stereotype> = new Map([
  ...stereotypesOf('is dependent on', {
    requires: 'Requires',
    uses: 'Uses',
    can_use: 'Can Use',
    can_be_combined_with: 'Can Be Combined With',
    can_be_realized_with: 'Can be Realized With',
    variant: 'Variant',
    extension: 'Extension',
    is_a: 'Is-a',
    realizes: 'Realizes',
    includes: 'Includes',
    alternative_to: 'Alternative To',
    rules_out: 'Rules Out',
    influences: 'Influences',
    leads_to: 'Leads To',
    enables: 'Enables',
    option2: 'Option',
    consider_if_not_decided: 'Consider if not Decided',
  }),
  ...stereotypesOf('has', { option: 'Option' }),
  ...stereotypesOf('is next', {
    mandatory_next: 'Mandatory Next',
    optional_next: 'Optional Next',
    next_decision: 'Next',
    consider_if_not_decided_yet: 'Consider If Not Decided Yet',
  }),
  ...stereotypesOf('has force', {
    very_positive: '++',
    positive: '+',
    neutral: 'o',
    negative: '-',
    very_negative: '--',
    positive_and_negative: '+/-',
  }),
  ...stereotypesOf('has context', {
    decide_for_all_instances_of: 'decide for all instances of',
    decide_for_some_instances_of: 'decide for some instances of',
  }),
]);

/** Names under which the metamodel's file keeps its associations. */
export const associationNames: ReadonlyMap<string, string> = new Map([
  ['decision_solution_relation', 'has'],
  ['force_impact_relation', 'has force'],
  ['design_solution_dependencies', 'is dependent on'],
  ['solutions_to_next_decisions_relation', 'is next'],
  ['decision_category_to_contexts_relation', 'has context'],
  ['decision_to_contexts_relation', 'has context'],
  ['solutions_known_uses_relation', 'used in'],
  ['category_hierarchy_relation', 'has sub-category'],
  ['category_decisions_relation', 'category decisions'],
]);

/** Functions of the CodeableModels library and of the metamodel's file. */
export const libraryFunctions: ReadonlySet<string> = new Set([
  'CClass',
  'CMetaclass',
  'CObject',
  'CStereotype',
  'CBundle',
  'CLayer',
  'CPackage',
  'CEnum',
  'CAttribute',
  'CAssociation',
  'CLink',
  'add_links',
  'set_links',
  'delete_links',
  'get_links',
  'add_force_relations',
  'add_decision_option_link',
  'add_stereotyped_link_with_how_tagged_value',
  'add_stereotyped_link_with_role_tagged_value',
  'add_stereotyped_design_solution_link',
  'get_connected_elements',
  'set_tagged_value',
]);

/** Names of arguments that the library's functions take. */
export const libraryKeywords: ReadonlySet<string> = new Set(
  (
    'elements values superclasses stereotype_instances role_name association label tagged_values attributes option_name ' +
    'stop_elements_inclusive stop_elements_exclusive'
  ).split(' '),
);

// Other functions of Python are no codes where they are called; on a line of its own, `map` or `filter` can be one.
const pythonNames = 'False None True print'.split(' ');

// The kinds that never count as codes of a passage: a code may well be called `source`, `reference` or `code`.
const kindNames = 'decision practice pattern force category domain_metaclass design_solution'.split(' ');

/** Names that are never codes of a passage: kinds, stereotypes, impacts, Python's and the library's own (FORMAT.md, section 3). */
export const builtInNames: ReadonlySet<string> = new Set([
  ...kindNames,
  ...stereotypes.keys(),
  ...libraryFunctions,
  ...pythonNames,
]);

/** True when a class of kind `kind` can stand where `wanted` is asked for. Kinds are variables such as `pattern`. */
export function isKindOf(kind: string, wanted: string): boolean {
  if (kind === wanted) return true;
  return metaclasses.get(kind)?.parents.some((parent) => isKindOf(parent, wanted)) ?? false;
}

/** The association and direction that a role name alone names: `forward` when the role sits at the second end. */
export function rolesNamed(role: string): readonly { readonly association: Association; readonly forward: boolean }[] {
  return associations.flatMap((association) => [
    ...(association.second.role === role ? [{ association, forward: true }] : []),
    ...(association.first.role === role ? [{ association, forward: false }] : []),
  ]);
}

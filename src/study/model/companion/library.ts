// In: a call of the library with its arguments read. Out: what it makes: classes, links, bundles, kinds and stereotypes.

import { associationById } from '../../parse/metamodel.ts';
import type { Span } from '../../problems/place.ts';
import { kindCalled } from './built-in.ts';
import { connectedElements, stopsOf } from './connected.ts';
import { drawLinks, type LinkWords, type Pair } from './links.ts';
import { mayGoOn, mostViews, placeOf, report, type Module, type Reading } from './reading.ts';
import {
  isLinkable,
  listOf,
  refused,
  textOf,
  unknown,
  type BundleValue,
  type ClassValue,
  type KindValue,
  type StereotypeValue,
  type Value,
} from './values.ts';

export interface Call {
  readonly reading: Reading;
  readonly module: Module;
  readonly span: Span;
  readonly positional: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
}

type Maker = (call: Call) => Value;

/** Functions by name. A call of any other is outside what is read. */
export const functions: ReadonlyMap<string, Maker> = new Map<string, Maker>([
  ['CClass', makeClass],
  ['CBundle', makeBundle],
  ['CPackage', makeBundle],
  ['CLayer', makeBundle],
  ['CMetaclass', makeKind],
  ['CStereotype', makeStereotype],
  ['add_links', (call) => linksOf(call, pairsOf(call, call.positional[0]))],
  ['add_force_relations', addForceRelations],
  ['add_decision_option_link', addOption],
  ['add_stereotyped_link_with_how_tagged_value', (call) => addDependency(call, 'how')],
  ['add_stereotyped_link_with_role_tagged_value', (call) => addDependency(call, 'role')],
  ['add_stereotyped_design_solution_link', (call) => addDependency(call, '')],
  ['list', ({ positional: [value] }) => ({ type: 'list', items: listOf(value) })],
  ['sorted', ({ positional: [value] }) => ({ type: 'list', items: listOf(value) })],
  ['print', () => ({ type: 'none' })],
  ['CEnum', () => ({ type: 'none' })],
]);

/** Methods by name, of the value before the dot. */
export const methods: ReadonlyMap<string, (of: Value, call: Call) => Value> = new Map<
  string,
  (of: Value, call: Call) => Value
>([
  ['add_links', (of, call) => linksOf(call, pairsFrom(of, call.positional[0], call))],
  ['get_connected_elements', connected],
  ['set_tagged_value', setTaggedValue],
  ['association', declareAssociation],
  ['keys', (of) => ({ type: 'list', items: of.type === 'dict' ? [...of.entries.values()].map((one) => one.key) : [] })],
  [
    'values',
    (of) => ({ type: 'list', items: of.type === 'dict' ? [...of.entries.values()].map((one) => one.value) : [] }),
  ],
]);

const argument = (call: Call, index: number, ...names: readonly string[]): Value | undefined =>
  call.positional[index] ?? names.map((name) => call.keywords.get(name)).find((value) => value !== undefined);

function makeClass(call: Call): Value {
  const kind = argument(call, 0, 'metaclass');
  if (kind?.type !== 'kind')
    report(call.reading, call.module, 'model-syntax', call.span, { what: 'a class without a known kind' });
  const made: ClassValue = {
    type: 'class',
    number: (call.reading.things += 1),
    kind: kind?.type === 'kind' ? kind : null,
    label: textOf(argument(call, 1, 'name')) ?? '',
    superclasses: listOf(call.keywords.get('superclasses')).filter((one) => one.type === 'class'),
    links: [],
    ...placeOf(call.module, call.span),
  };
  call.reading.classes.push(made);
  return made;
}

function plainValues(value: Value | undefined): Readonly<Record<string, string | number | boolean>> {
  if (value?.type !== 'dict') return {};
  return Object.fromEntries(
    [...value.entries.values()].flatMap(({ key, value: one }): [string, string | number | boolean][] => {
      const name = textOf(key);
      const plain = one.type === 'string' || one.type === 'number' || one.type === 'boolean';
      return name !== null && plain ? [[name, one.value]] : [];
    }),
  );
}

function makeBundle(call: Call): Value {
  const made: BundleValue = {
    type: 'bundle',
    name: textOf(argument(call, 0, 'name')) ?? '',
    elements: [...new Set(listOf(call.keywords.get('elements')))],
    ...placeOf(call.module, call.span),
  };
  if (call.reading.bundles.length < mostViews) call.reading.bundles.push(made);
  else if (call.module.steps >= 0) {
    call.module.steps = -1;
    report(call.reading, call.module, 'model-large', call.span, {
      reason: `the model has more than ${mostViews} views`,
    });
  }
  return made;
}

function makeKind(call: Call): Value {
  const name = textOf(argument(call, 0, 'name')) ?? '';
  const known = kindCalled(name);
  if (known !== null) return known;
  const parents = listOf(call.keywords.get('superclasses')).filter((one): one is KindValue => one.type === 'kind');
  return { type: 'kind', variable: '', name, parents };
}

function makeStereotype(call: Call): Value {
  const name = textOf(argument(call, 0, 'name')) ?? '';
  const [parent] = listOf(call.keywords.get('superclasses')).filter((one) => one.type === 'stereotype');
  const [extended] = listOf(call.keywords.get('extended')).filter((one) => one.type === 'association');
  return { type: 'stereotype', name, association: extended?.association.id ?? parent?.association ?? null };
}

const stereotypesOf = (value: Value | undefined): readonly StereotypeValue[] =>
  listOf(value).filter((one) => one.type === 'stereotype');

/** `{a: b, c: [d, e]}`. */
function pairsOf(call: Call, definition: Value | undefined): readonly Pair[] {
  if (definition?.type !== 'dict') {
    if (definition?.type !== 'unknown') refuse(call, 'links that are not given as {from: to}');
    return [];
  }
  return [...definition.entries.values()].flatMap(({ key, value }) => pairsFrom(key, value, call));
}

function pairsFrom(from: Value, to: Value | undefined, call: Call): readonly Pair[] {
  const ends = listOf(to);
  const wrong = [from, ...ends].find((one) => !isLinkable(one) && one.type !== 'unknown');
  if (wrong !== undefined) refuse(call, `a link whose end is a ${wrong.type}`);
  if (!isLinkable(from)) return [];
  return ends.filter(isLinkable).map((end) => ({ from, to: end }));
}

const refuse = (call: Call, what: string): void => {
  report(call.reading, call.module, 'model-syntax', call.span, { what });
};

function linksOf(call: Call, pairs: readonly Pair[]): Value {
  const { keywords } = call;
  const association = keywords.get('association');
  const tagged = keywords.get('tagged_values');
  const words: LinkWords = {
    role: textOf(keywords.get('role_name')),
    association: association?.type === 'association' ? association.association : null,
    stereotypes: stereotypesOf(keywords.get('stereotype_instances')),
    tagged: new Map(Object.entries(plainValues(tagged)).map(([name, value]) => [name, String(value)])),
  };
  const links = drawLinks(call.reading, call.module, call.span, pairs, words);
  return links === null ? refused : { type: 'list', items: links };
}

/** Every pair is a call of its own, as in the function that the models define. */
function addForceRelations(call: Call): Value {
  const definition = argument(call, 0, 'force_relations_definition');
  if (definition?.type !== 'dict') {
    if (definition?.type !== 'unknown')
      refuse(call, 'force relations that are not given as {solution: {force: impact}}');
    return { type: 'none' };
  }
  for (const { key, value } of definition.entries.values()) {
    if (value.type !== 'dict') {
      if (value.type !== 'unknown') refuse(call, 'a solution without {force: impact}');
      continue;
    }
    for (const force of value.entries.values()) {
      const words = { ...plainWords, role: 'forces', stereotypes: stereotypesOf(force.value) };
      drawLinks(call.reading, call.module, call.span, pairsFrom(key, force.key, call), words);
    }
  }
  return { type: 'none' };
}

const plainWords: LinkWords = { role: null, association: null, stereotypes: [], tagged: new Map() };

function oneLink(call: Call, from: Value | undefined, to: Value | undefined, words: LinkWords): Value {
  if (from === undefined || to === undefined) {
    refuse(call, 'a link without both ends');
    return unknown;
  }
  const links = drawLinks(call.reading, call.module, call.span, pairsFrom(from, to, call), words);
  return links === null ? refused : (links[0] ?? unknown);
}

function addOption(call: Call): Value {
  const name = textOf(argument(call, 2, 'option_name', 'option_description'));
  const words: LinkWords = {
    ...plainWords,
    association: associationById.get('has') ?? null,
    stereotypes: [{ type: 'stereotype', name: 'Option', association: 'has' }],
    tagged: new Map(name === null ? [] : [['name', name]]),
  };
  const from = argument(call, 0, 'decision_', 'decision');
  return oneLink(call, from, argument(call, 1, 'design_solution_', 'design_solution', 'option'), words);
}

function addDependency(call: Call, tag: 'how' | 'role' | ''): Value {
  const value = tag === '' ? null : textOf(argument(call, 3, 'tag_value'));
  const words: LinkWords = {
    ...plainWords,
    role: 'to',
    stereotypes: stereotypesOf(argument(call, 2, 'stereotype_instance')),
    tagged: new Map(value === null ? [] : [[tag, value]]),
  };
  return oneLink(call, argument(call, 0, 'link_from'), argument(call, 1, 'link_to'), words);
}

function connected(of: Value, call: Call): Value {
  // Views of the metamodel show no theory.
  if (of.type === 'unknown' || of.type === 'kind' || of.type === 'stereotype') return unknown;
  if (!isLinkable(of)) {
    refuse(call, `connected elements of a ${of.type}`);
    return unknown;
  }
  const inclusive = stopsOf(listOf(call.keywords.get('stop_elements_inclusive')));
  const exclusive = stopsOf(listOf(call.keywords.get('stop_elements_exclusive')));
  const items = connectedElements(of, inclusive, exclusive, call.module.sees);
  return mayGoOn(call.reading, call.module, call.span, items.length) ? { type: 'list', items } : unknown;
}

/** Associations between kinds are the metamodel's, which is built in. */
function declareAssociation(of: Value, call: Call): Value {
  if (of.type !== 'kind' && of.type !== 'unknown') refuse(call, `an association of a ${of.type}`);
  return unknown;
}

function setTaggedValue(of: Value, call: Call): Value {
  const [name, value] = call.positional;
  const text = textOf(value);
  const tag = textOf(name);
  if (of.type === 'link' && tag !== null && text !== null) of.tagged.set(tag, text);
  return { type: 'none' };
}

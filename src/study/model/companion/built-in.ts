// In: a name of the metamodel or the library. Out: what it stands for, without any file of theirs.

import {
  associationById,
  associationNames,
  libraryFunctions,
  metaclasses,
  stereotypes,
} from '../../parse/metamodel.ts';
import type { Value } from './values.ts';

// Types of attributes in a study's own metamodel say nothing about its theory.
const pythonTypes = new Set(['str', 'int', 'float', 'bool']);
const pythonFunctions = new Set(['list', 'sorted', 'print']);

function makeBuiltIn(name: string): Value | null {
  const metaclass = metaclasses.get(name);
  if (metaclass) return { type: 'kind', variable: name, name: metaclass.name, parents: [] };
  const stereotype = stereotypes.get(name);
  if (stereotype) return { type: 'stereotype', ...stereotype };
  const association = associationById.get(associationNames.get(name) ?? '');
  if (association) return { type: 'association', association };
  if (libraryFunctions.has(name) || pythonFunctions.has(name)) return { type: 'function', name };
  return pythonTypes.has(name) ? { type: 'none' } : null;
}

const variables = new Map([...metaclasses].map(([variable, { name }]) => [name, variable]));

/** The built-in kind whose metaclass has this name. */
export const kindCalled = (name: string): Value | null => builtIn(variables.get(name) ?? '');

const made = new Map<string, Value | null>();

/** The same name always gives the same object, so that it can be a key. */
export function builtIn(name: string): Value | null {
  const known = made.get(name);
  if (known !== undefined) return known;
  const value = makeBuiltIn(name);
  // Only names of the tables are kept: a hostile file has any number of others.
  if (value !== null) made.set(name, value);
  return value;
}

export const builtInNamesOf: readonly string[] = [
  ...metaclasses.keys(),
  ...stereotypes.keys(),
  ...associationNames.keys(),
  ...libraryFunctions,
];

/** Files of the library and of the metamodel: what they say is in our tables. */
export const isBuiltInModule = (module: string): boolean =>
  /^(?:codeable_?models|metamodels?|plant_uml_renderer)(?:\.|$)|metamodel\w*$/i.test(module);

/** The same of a file's path; such a file may lend kinds and stereotypes of its own, and is never a model. */
export const isBuiltInFile = (path: string): boolean =>
  /(?:^|\/)(?:codeable_?models|plant_uml_renderer)\/|metamodel\w*\.py$/i.test(path);

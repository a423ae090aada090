// What an expression of a model file can stand for while it is read.

import type { Association } from '../../parse/metamodel.ts';
import type { PyStatement } from '../../parse/python-tree.ts';
import type { ModelPlace } from './types.ts';

export interface KindValue {
  readonly type: 'kind';
  /** Its variable in the metamodel, such as `pattern`. */
  readonly variable: string;
  readonly name: string;
  /** Kinds of a study's own metamodel say what they specialise; the built-in ones are in the tables. */
  readonly parents: readonly KindValue[];
}

export interface ClassValue extends ModelPlace {
  readonly type: 'class';
  readonly number: number;
  readonly kind: KindValue | null;
  readonly label: string;
  readonly superclasses: readonly ClassValue[];
  readonly links: LinkValue[];
}

export type Linkable = ClassValue | LinkValue;

export interface LinkValue extends ModelPlace {
  readonly type: 'link';
  readonly number: number;
  readonly association: Association;
  readonly first: Linkable;
  readonly second: Linkable;
  /** Evidence: a link can itself be a code. */
  readonly links: LinkValue[];
  stereotypes: readonly StereotypeValue[];
  readonly tagged: Map<string, string>;
}

export interface StereotypeValue {
  readonly type: 'stereotype';
  readonly name: string;
  /** Id of the association that it stands on; `null` in a study's own metamodel. */
  readonly association: string | null;
}

export interface BundleValue extends ModelPlace {
  readonly type: 'bundle';
  readonly name: string;
  readonly elements: readonly Value[];
}

export interface DictValue {
  readonly type: 'dict';
  /** In order of first mention; a later entry with the same key has replaced the value, as in Python. */
  readonly entries: ReadonlyMap<unknown, { readonly key: Value; readonly value: Value }>;
}

export interface DefinitionValue {
  readonly type: 'definition';
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: readonly PyStatement[];
  /** The module whose names its body sees. */
  readonly path: string;
}

export type Value =
  | KindValue
  | ClassValue
  | LinkValue
  | StereotypeValue
  | BundleValue
  | DictValue
  | DefinitionValue
  | { readonly type: 'association'; readonly association: Association }
  | { readonly type: 'function'; readonly name: string }
  | { readonly type: 'method'; readonly of: Value; readonly name: string }
  | { readonly type: 'module'; readonly names: ReadonlyMap<string, Binding> }
  | { readonly type: 'list'; readonly items: readonly Value[] }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'none' }
  /** Could not be read; that was told where it happened. */
  | { readonly type: 'unknown' };

/** What a name stands for in a module. */
export interface Binding {
  readonly value: Value;
  readonly imported: boolean;
}

export const unknown: Value = { type: 'unknown' };

/** What a call leaves that the library refuses: a name that was to take it keeps what it stood for. */
export const refused: Value = { type: 'unknown' };

/** Objects are keys by themselves, texts and numbers by what they say. */
export const keyOf = (value: Value): unknown =>
  value.type === 'string' || value.type === 'number' || value.type === 'boolean'
    ? `${value.type}:${String(value.value)}`
    : value;

export const textOf = (value: Value | undefined): string | null => (value?.type === 'string' ? value.value : null);

/** One element, or those of a list of them; anything else is left out. */
export function listOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || value.type === 'none' || value.type === 'unknown') return [];
  return value.type === 'list' ? value.items : [value];
}

export const isLinkable = (value: Value): value is Linkable => value.type === 'class' || value.type === 'link';

// In: the files of a model. Out: their modules, each read once in the order in which imports ask for them.

import type { PyExpression, PyImport, PyStatement } from '../../parse/python-tree.ts';
import { builtIn, builtInNamesOf, isBuiltInModule } from './built-in.ts';
import { elementsOf, evaluate, type Evaluation } from './evaluate.ts';
import { functions } from './library.ts';
import { findModule, parseModule } from './modules.ts';
import { mayGoOn, mostProblems, openModule, report, type Frame, type Module, type Reading } from './reading.ts';
import { listOf, refused, unknown, type DefinitionValue, type Value } from './values.ts';

const longestFile = 2_000_000;
const deepestCall = 8;

export function readModule(reading: Reading, path: string): Module | null {
  const known = reading.modules.get(path);
  if (known !== undefined) return known;
  const file = reading.files.get(path);
  if (file === undefined) return null;
  const module = openModule(file);
  reading.modules.set(path, module);
  readText(reading, module);
  module.state = 'read';
  return module;
}

function readText(reading: Reading, module: Module): void {
  const { statements, errors, abandoned } = parseModule(readablePart(module.text));
  for (const error of errors)
    report(reading, module, 'model-syntax', error, { what: wordsFor(error.reason, error.what) });
  const frame: Frame = { module, locals: null, depth: 0 };
  readStatements(statements, reading, frame);
  if (module.text.length > longestFile) {
    const rest = { start: longestFile, end: module.text.length };
    report(reading, module, 'model-large', rest, { reason: `it has more than ${longestFile} characters` });
  }
  if (abandoned) report(reading, module, 'model-large', abandoned, { reason: 'too much of it is no Python' });
  if (module.problems <= mostProblems) return;
  const last = { start: module.text.length, end: module.text.length };
  module.problems = 0;
  report(reading, module, 'model-large', last, { reason: `it has more than ${mostProblems} problems` });
  module.problems = mostProblems + 1;
}

const readablePart = (text: string): string =>
  text.length <= longestFile ? text : text.slice(0, text.lastIndexOf('\n', longestFile) + 1);

const wordsFor = (reason: string, what: string): string => {
  if (reason === 'too-deep') return 'nesting deeper than 32 levels';
  return reason === 'unsupported' ? what : 'broken Python';
};

function readStatements(statements: readonly PyStatement[], reading: Reading, frame: Frame): void {
  for (const statement of statements) {
    if (!mayGoOn(reading, frame.module, statement)) return;
    readStatement(statement, reading, frame);
  }
}

const evaluation = (reading: Reading, frame: Frame): Evaluation => ({
  reading,
  frame,
  callDefinition: (definition, values, from) => callDefinition(definition, values, from, reading),
});

function readStatement(statement: PyStatement, reading: Reading, frame: Frame): void {
  const at = evaluation(reading, frame);
  switch (statement.kind) {
    case 'import':
      readImport(statement, reading, frame.module);
      return;
    case 'expression':
      // A text on its own is a description of the file.
      if (statement.value.kind !== 'string') evaluate(statement.value, at);
      return;
    case 'assign': {
      const value = evaluate(statement.value, at);
      for (const target of statement.targets) assign(target, value, at);
      return;
    }
    case 'for':
      for (const item of elementsOf(evaluate(statement.iterable, at))) {
        if (!mayGoOn(reading, frame.module, statement)) return;
        if (statement.variable.kind === 'name') setName(frame, statement.variable.name, item);
        readStatements(statement.body, reading, frame);
      }
      return;
    case 'def':
      define(statement, frame);
      return;
    case 'other':
      if (statement.what !== 'PassStatement')
        report(reading, frame.module, 'model-syntax', statement, { what: statement.what });
  }
}

/** A variable of a loop: it passes from thing to thing, and names none. */
function setName(frame: Frame, name: string, value: Value): void {
  if (frame.locals !== null) frame.locals.set(name, value);
  else frame.module.names.set(name, { value, imported: true });
}

/** A definition with the name of a library function is that function, wherever its body says it again. */
function define(statement: PyStatement & { kind: 'def' }, { module }: Frame): void {
  const { name, parameters, body } = statement;
  const value: Value = functions.has(name)
    ? { type: 'function', name }
    : { type: 'definition', name, parameters, body, path: module.path };
  module.names.set(name, { value, imported: false });
}

function callDefinition(definition: DefinitionValue, values: readonly Value[], from: Frame, reading: Reading): Value {
  const module = reading.modules.get(definition.path);
  if (module === undefined || from.depth >= deepestCall) return unknown;
  const locals = new Map(definition.parameters.map((parameter, i) => [parameter, values[i] ?? unknown]));
  readStatements(definition.body, reading, { module, locals, depth: from.depth + 1 });
  return unknown;
}

function assign(target: PyExpression, value: Value, { reading, frame }: Evaluation): void {
  if (target.kind === 'name') {
    if (frame.locals !== null) frame.locals.set(target.name, value);
    else bind(reading, frame.module, target.name, value, target);
  } else if (target.kind === 'attribute' && target.name === 'stereotype_instances') {
    const owner = evaluate(target.object, { reading, frame, callDefinition: () => unknown });
    if (owner.type === 'link') owner.stereotypes = listOf(value).filter((one) => one.type === 'stereotype');
  } else report(reading, frame.module, 'model-syntax', target, { what: 'an assignment to something else than a name' });
}

function bind(reading: Reading, module: Module, name: string, value: Value, span: PyExpression): void {
  const before = module.names.get(name);
  if (before && value === refused) return;
  if (before?.value.type === 'class' && before.value !== value && !before.imported) {
    report(reading, module, 'model-rebound', span, { name, line: before.value.line });
  }
  // A name takes its place among the names when it is bound, not where another thing of that name was.
  if (before?.value !== value) module.names.delete(name);
  module.names.set(name, { value, imported: false });
}

function readImport(statement: PyImport, reading: Reading, module: Module): void {
  const known = isBuiltInModule(statement.module);
  const path = findModule(reading.files, module.path, statement.module);
  const found = path === null || path === module.path ? null : path;
  if (statement.names === null) importModule(statement, found, reading, module);
  else if (statement.names === '*') importAll(statement, found, known, reading, module);
  else importNames(statement, statement.names, found, known, reading, module);
}

function open(reading: Reading, path: string | null, module: Module, statement: PyImport): Module | null {
  if (path === null) return null;
  const opened = readModule(reading, path);
  for (const seen of opened?.sees ?? []) module.sees.add(seen);
  if (opened?.state === 'reading') {
    report(reading, module, 'model-import-cycle', statement, { module: statement.module });
  }
  return opened;
}

function importModule(statement: PyImport, path: string | null, reading: Reading, module: Module): void {
  const opened = open(reading, path, module, statement);
  if (opened !== null) {
    module.names.set(statement.as, { value: { type: 'module', names: opened.names }, imported: true });
  } else if (!isBuiltInModule(statement.module)) missing(statement, statement.as, reading, module);
}

const missing = (statement: PyImport, names: string, reading: Reading, module: Module): void => {
  report(reading, module, 'model-import', statement, { module: statement.module, names });
};

function importAll(statement: PyImport, path: string | null, known: boolean, reading: Reading, module: Module): void {
  if (known) {
    for (const name of builtInNamesOf) importOne(module, name, builtIn(name));
  }
  const opened = open(reading, path, module, statement);
  if (opened === null && !known) missing(statement, '*', reading, module);
  for (const [name, { value }] of opened?.names ?? []) {
    if (!name.startsWith('_') && !(known && builtIn(name) !== null)) importOne(module, name, value);
  }
}

function importOne(module: Module, name: string, value: Value | null): void {
  if (value !== null) module.names.set(name, { value, imported: true });
}

/** Names of the metamodel come from the tables, others from the file; what is in neither is told, and only matters when it is used. */
function importNames(
  statement: PyImport,
  names: readonly { readonly name: string; readonly as: string }[],
  path: string | null,
  known: boolean,
  reading: Reading,
  module: Module,
): void {
  const lost: string[] = [];
  const own = (name: string): Value | null => (known || path === null ? builtIn(name) : null);
  const inFile = path !== null && names.some(({ name }) => own(name) === null);
  const opened = inFile ? open(reading, path, module, statement) : null;
  for (const { name, as } of names) {
    const value = own(name) ?? opened?.names.get(name)?.value ?? submodule(statement, name, reading, module);
    if (value === null) lost.push(name);
    else module.names.set(as, { value, imported: true });
  }
  if (lost.length > 0) missing(statement, lost.join(', '), reading, module);
}

/** `from package import module`. */
function submodule(statement: PyImport, name: string, reading: Reading, module: Module): Value | null {
  const path = findModule(reading.files, module.path, `${statement.module}.${name}`);
  const fits =
    path !== null && path !== module.path && statement.module.split('.').some((part) => path.includes(`${part}/`));
  const opened = fits ? open(reading, path, module, statement) : null;
  return opened === null ? null : { type: 'module', names: opened.names };
}

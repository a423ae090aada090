// The state of one reading of a model: its modules, what was made so far, and the problems that were met.

import type { Noticed } from '../../problems/report.ts';
import { problemAt } from '../../problems/report.ts';
import type { Problem, ProblemArguments } from '../../problems/problem.ts';
import type { Span } from '../../problems/place.ts';
import { linesOf, type Lines } from '../../read/lines.ts';
import type { Binding, BundleValue, ClassValue, LinkValue, Value } from './values.ts';

export interface ModelFile {
  readonly path: string;
  readonly text: string;
}

export interface Module extends ModelFile {
  readonly names: Map<string, Binding>;
  readonly lines: Lines;
  /** Its own path and those of all modules that it imports, directly or not: what is there when this file alone is run. */
  readonly sees: Set<string>;
  state: 'reading' | 'read';
  problems: number;
  /** What may still be done in this file, so that a large one leaves the others their share. */
  steps: number;
}

/** A place where a name is looked up: a module, and inside a definition its parameters and variables. */
export interface Frame {
  readonly module: Module;
  readonly locals: Map<string, Value> | null;
  readonly depth: number;
}

export interface Reading {
  readonly files: ReadonlyMap<string, ModelFile>;
  readonly modules: Map<string, Module>;
  readonly classes: ClassValue[];
  readonly links: Set<LinkValue>;
  /** One entry a link: its ends and its association. */
  readonly drawn: Map<string, LinkValue>;
  readonly bundles: BundleValue[];
  readonly problems: Problem[];
  /** Classes and links made so far: each has its number. */
  things: number;
  /** What may still be done in all files together. */
  steps: number;
}

/** Real models take some ten thousand steps. */
const mostSteps = 300_000;
const mostStepsInAll = 4 * mostSteps;
/** Real models have some twenty views; each is drawn. */
export const mostViews = 200;
/** Problems after which the rest of a file is left unread. */
export const mostProblems = 500;

export const startReading = (files: readonly ModelFile[]): Reading => ({
  files: new Map(files.map((file) => [file.path, file])),
  modules: new Map(),
  classes: [],
  links: new Set(),
  drawn: new Map(),
  things: 0,
  bundles: [],
  problems: [],
  steps: mostStepsInAll,
});

export const openModule = (file: ModelFile): Module => ({
  ...file,
  names: new Map(),
  lines: linesOf(file.text),
  sees: new Set([file.path]),
  state: 'reading',
  problems: 0,
  steps: mostSteps,
});

export function report(reading: Reading, module: Module, code: string, span: Span, args: ProblemArguments = {}): void {
  module.problems += 1;
  if (module.problems > mostProblems) return;
  const noticed: Noticed = { code, span, args };
  reading.problems.push(problemAt(module.path, module.lines.position, noticed));
}

/** False when the file, or the model, has become too large to go on; that is told once for each file. `cost` is the number of things that are about to be made. */
export function mayGoOn(reading: Reading, module: Module, span: Span, cost = 1): boolean {
  if (module.problems > mostProblems) return false;
  if (module.steps >= cost && reading.steps >= cost) {
    module.steps -= cost;
    reading.steps -= cost;
    return true;
  }
  if (module.steps >= 0) {
    const own = module.steps < cost;
    module.steps = -1;
    const reason = own ? `it takes more than ${mostSteps} steps` : `the model takes more than ${mostStepsInAll} steps`;
    report(reading, module, 'model-large', span, { reason });
  }
  return false;
}

export const placeOf = (module: Module, span: Span): { file: string; line: number } => ({
  file: module.path,
  line: module.lines.lineAt(span.start),
});

// In: the path of a module as an import writes it. Out: the study's own file that it names, however the path begins.

import type { PyError, PyReading, PyStatement } from '../../parse/python-tree.ts';
import { logicalLines } from '../../parse/logical-lines.ts';
import { parsePython } from '../../parse/python.ts';
import type { Span } from '../../problems/place.ts';
import type { ModelFile } from './reading.ts';

/**
 * `a.b` in `models/m.py` is `models/a/b.py`, `a/b.py`, any `…/a/b.py`, or a `b.py` when the folder `a` lies above the study: nearest first.
 * One file is one module, whatever path reached it.
 */
export function findModule(files: ReadonlyMap<string, ModelFile>, importer: string, module: string): string | null {
  const folder = importer.split('/').slice(0, -1);
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const parts = module
    .slice(dots)
    .split('.')
    .filter((part) => part !== '');
  if (dots > 0) return existing(files, [...folder.slice(0, folder.length - dots + 1), ...parts]);
  for (let skip = 0; skip < parts.length; skip += 1) {
    const rest = parts.slice(skip);
    const near = existing(files, [...folder, ...rest]) ?? existing(files, rest);
    if (near !== null) return near;
    const suffix = `/${rest.join('/')}`;
    const paths = [...files.keys()].filter(
      (path) => `/${path}`.endsWith(`${suffix}.py`) || `/${path}`.endsWith(`${suffix}/__init__.py`),
    );
    const [first] = paths.sort();
    if (first !== undefined) return first;
  }
  return null;
}

function existing(files: ReadonlyMap<string, ModelFile>, parts: readonly string[]): string | null {
  const path = parts.join('/');
  return [`${path}.py`, `${path}/__init__.py`].find((one) => files.has(one)) ?? null;
}

const wholeFile = 200_000;
/** Characters of broken Python that the parser is asked about: it recovers, but slowly. */
const patience = 150_000;

/** Statements of a file; a broken one costs only itself. `abandoned` is the place after which nothing was read. */
export function parseModule(text: string): PyReading & { readonly abandoned: Span | null } {
  if (text.length <= wholeFile && text.length > 0) {
    const whole = parsePython(text);
    if (!whole.errors.some((error) => error.reason === 'syntax')) return { ...whole, abandoned: null };
  }
  const statements: PyStatement[] = [];
  const errors: PyError[] = [];
  let left = patience;
  for (const chunk of chunksOf(text)) {
    if (left <= 0 || (chunk.end - chunk.start > patience && !isPlausible(text, chunk)))
      return { statements, errors, abandoned: chunk };
    const read = parsePython(text.slice(chunk.start, chunk.end), chunk.start);
    const broken = read.errors.find((error) => error.reason === 'syntax');
    if (broken === undefined) {
      statements.push(...read.statements);
      errors.push(...read.errors);
    } else {
      errors.push({ ...broken, start: chunk.start, end: chunk.end });
      left -= chunk.end - chunk.start;
    }
  }
  return { statements, errors, abandoned: null };
}

/** Long statements are dictionaries and lists: signs and names with commas; junk has none. */
const isPlausible = (text: string, { start, end }: Span): boolean =>
  end - start < 4_000_000 && text.slice(start, start + 2000).includes(',');

/** Statements with the deeper lines under them, and decorators, `else` and the like with what they belong to. */
function chunksOf(text: string): readonly Span[] {
  const chunks: { start: number; end: number }[] = [];
  let colon = false;
  for (const line of logicalLines(text).lines) {
    const last = chunks.at(-1);
    const belongs = line.indent > 0 && colon;
    if (last !== undefined && belongs) last.end = line.end;
    else {
      chunks.push({ start: line.start, end: line.end });
      colon = text[line.end - 1] === ':';
    }
  }
  return chunks;
}

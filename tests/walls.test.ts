// Every import in src keeps to the walls between the rooms, and no file imports itself in a circle.

import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { walls } from './walls.ts';

const project = fileURLToPath(new URL('..', import.meta.url));

interface Import {
  readonly specifier: string;
  /** The file in the project, or the package as written. */
  readonly target: string;
  readonly typeOnly: boolean;
  readonly line: number;
}

const rooms: Readonly<Record<string, string>> = {
  '#study': 'src/study/index.ts',
  '#study/addresses': 'src/study/model/addresses.ts',
  '#study/search': 'src/study/derive/search/index.ts',
  '#site/': 'src/site/',
  '#browser/': 'src/browser/',
};

function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(file), specifier));
  const room = Object.keys(rooms).find((name) =>
    name.endsWith('/') ? specifier.startsWith(name) : specifier === name,
  );
  return room === undefined ? specifier : specifier.replace(room, rooms[room] ?? '');
}

const statement =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(project, file), 'utf8');
  return [...text.matchAll(statement)].map((match) => {
    const specifier = match[2] ?? match[3] ?? '';
    const line = text.slice(0, match.index).split('\n').length;
    return { specifier, target: targetOf(file, specifier), typeOnly: match[1] !== undefined, line };
  });
}

const files = readdirSync(join(project, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|astro|mjs)$/.test(entry.name))
  .map((entry) =>
    posix.join('src', join(entry.parentPath, entry.name).slice(join(project, 'src').length).replaceAll('\\', '/')),
  )
  .sort();

const imports = new Map(files.map((file) => [file, importsOf(file)]));

describe('the walls', () => {
  it('see every room', () => {
    for (const room of ['study', 'site', 'pages', 'commands'])
      expect(files.some((file) => file.startsWith(`src/${room}/`))).toBe(true);
    expect([...imports.values()].flat().length).toBeGreaterThan(files.length);
  });

  it.each(walls)('hold: $why', ({ from, not, but, why }) => {
    const through = files
      .filter((file) => from.test(file))
      .flatMap((file) => (imports.get(file) ?? []).map((found) => ({ file, ...found })))
      .filter(({ target }) => not.test(target) && !(but?.test(target) ?? false))
      .map(({ file, line, specifier }) => `${file}:${line} imports ${specifier}. ${why}`);
    expect(through).toEqual([]);
  });

  it('have no circle of imports behind them', () => {
    expect(circles()).toEqual([]);
  });
});

/** Circles of imports that run (types are erased): each as its files in order. */
function circles(): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      found.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const { target, typeOnly } of imports.get(file) ?? []) {
      if (!typeOnly && imports.has(target)) visit(target, [...path, file]);
    }
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return found;
}

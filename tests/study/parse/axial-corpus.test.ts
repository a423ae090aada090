// The axial and metadata fences of the two visible corpora, held against an independent reading of them.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseAxial, parseMetadata } from '../../../src/study/parse/axial.ts';
import { builtInNames } from '../../../src/study/parse/metamodel.ts';

const shared = fileURLToPath(new URL('../../../../shared', import.meta.url));
const corpora = [
  { truth: 'seeds.json', notes: 'studies/seeds' },
  { truth: 'self-serve-platform.json', notes: 'studies/self-serve-platform/notes' },
];

interface TruthStatement {
  readonly type: string;
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly kind?: string;
  readonly label?: string;
  readonly line: number;
  readonly recovered?: TruthStatement;
}
interface TruthSource {
  readonly file: string;
  readonly metadata: { readonly var: string; readonly name: string; readonly values: Record<string, unknown> };
  readonly groups: readonly { readonly axial: readonly TruthStatement[] }[];
}

interface Found {
  readonly metadata: ReturnType<typeof parseMetadata>[];
  readonly axial: ReturnType<typeof parseAxial>[];
}

/** Fences behind an AXIAL marker: all that this test needs of the grammar of notes. */
function readFences(text: string): Found {
  const lines = text.split(/\r\n|\n|\r/);
  const offsets = [0];
  for (const end of text.matchAll(/\r\n|\n|\r/g)) offsets.push(end.index + end[0].length);
  const lineOf = (offset: number): number => {
    let line = 0;
    while (line + 1 < offsets.length && (offsets[line + 1] ?? 0) <= offset) line += 1;
    return line + 1;
  };
  const found: Found = { metadata: [], axial: [] };
  let axial = false;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    if (line.includes('AXIAL')) axial = true;
    else if (/^>|OPEN/.test(line)) axial = false;
    else if (axial && /^\s*```/.test(line)) {
      let end = i + 1;
      while (end < lines.length && !/^\s*```|CODING/.test(lines[end] ?? '')) end += 1;
      const start = offsets[i + 1] ?? text.length;
      const code = text.slice(start, offsets[end] ?? text.length);
      if (/CClass\s*\(\s*source/.test(code)) found.metadata.push(parseMetadata(code, start, lineOf));
      else found.axial.push(parseAxial(code, start, lineOf));
      i = end;
    }
  }
  return found;
}

const truthIds = (statement: TruthStatement): string[] => [
  ...(statement.id === undefined ? [] : [statement.id]),
  ...(statement.ids ?? []),
  ...(statement.recovered ? truthIds(statement.recovered) : []),
];
const row = (line: number, id: string): string => `${line} ${id}`;

describe.skipIf(!existsSync(shared))('the fences of the visible corpora (skipped where ../shared is missing)', () => {
  for (const corpus of corpora) {
    const folder = `${shared}/${corpus.notes}`;
    const read = (file: string): string => readFileSync(`${folder}/${basename(file)}`, 'utf8').replace(/^\ufeff/, '');
    const truth = existsSync(shared)
      ? (JSON.parse(readFileSync(`${shared}/truth/${corpus.truth}`, 'utf8')) as { sources: readonly TruthSource[] })
      : { sources: [] };

    it.each(truth.sources)(
      `${corpus.truth} $file: every id of every statement stands on its line`,
      ({ file, groups }) => {
        const statements = readFences(read(file)).axial.flatMap((reading) => reading.statements);
        const got = statements.flatMap((statement) => statement.ids.map((id) => row(statement.line, id)));
        const want = groups
          .flatMap((group) => group.axial)
          .flatMap((one) => truthIds(one).map((id) => row(one.line, id)));
        expect(got).toEqual(want.filter((one) => !builtInNames.has(one.split(' ')[1] ?? '')));
      },
    );

    it.each(truth.sources)(`${corpus.truth} $file: definitions have their kind and label`, ({ file, groups }) => {
      const statements = readFences(read(file)).axial.flatMap((reading) => reading.statements);
      const got = statements.flatMap((statement) => statement.define ?? []);
      const defined = groups.flatMap((group) => group.axial).map((one) => one.recovered ?? one);
      const want = defined.filter((one) => one.type === 'define').map(({ id, kind, label }) => ({ id, kind, label }));
      expect(got).toEqual(want);
    });

    it.each(truth.sources)(`${corpus.truth} $file: what is broken in the truth is salvaged`, ({ file, groups }) => {
      const statements = readFences(read(file)).axial.flatMap((reading) => reading.statements);
      const got = statements.filter((statement) => statement.salvaged).map((statement) => statement.line);
      const want = groups.flatMap((group) => group.axial).filter((one) => one.recovered !== undefined);
      expect(got).toEqual(want.map((one) => one.line));
    });

    it.each(truth.sources)(`${corpus.truth} $file: the metadata has its values`, ({ file, metadata }) => {
      const [got] = readFences(read(file)).metadata;
      expect(got?.metadata?.variable).toBe(metadata.var);
      expect(got?.metadata?.name).toBe(metadata.name);
      expect(got?.metadata?.values).toEqual(metadata.values);
      expect(got?.notices).toEqual([]);
    });

    it(`${corpus.truth}: there is a note for every source of the truth`, () => {
      const files = new Set(readdirSync(folder));
      expect(truth.sources.filter((source) => !files.has(basename(source.file)))).toEqual([]);
      expect(truth.sources.length).toBeGreaterThan(1);
    });
  }
});

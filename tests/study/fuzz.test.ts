// What holds for every note, also for one that nobody could have written. 500 notes in `npm test`; `npm run test:fuzz` takes 10,000, and
// CASES=… as many as are wanted (SEED=… others). The seed is fixed: a failure prints the note that it was reduced to.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studyOf, type Built } from '../../src/study/build-study.ts';
import type { Note } from '../../src/study/parse/note.ts';
import { parseNote } from '../../src/study/parse/parse-note.ts';
import { decode } from '../../src/study/read/decode.ts';
import type { TextFile } from '../../src/study/read/folder.ts';
import { linesOf } from '../../src/study/read/lines.ts';
import { repair } from '../../src/study/read/repair.ts';
import { rebuilt, tilingFaults, wordsNotShown } from './account.ts';
import { damagedNote, plainNote } from './generated-notes.ts';

const cases = Number(process.env['CASES'] ?? (import.meta.env.MODE === 'fuzz' ? 10_000 : 500));
const settings = { numRuns: cases, seed: Number(process.env['SEED'] ?? 20_261_120) };
const longTime = 1000 * 60 * 30;

const fileOf = (bytes: Uint8Array): TextFile => ({ ...decode(bytes), path: 's_1.md', bytes: bytes.length, sha256: '' });
const built = (file: TextFile): Built => studyOf({ notes: [file], settings: new Map(), models: [], unreadable: [] });

describe('a note of the grammar', () => {
  it('is read as what was written', { timeout: longTime }, () => {
    fc.assert(
      fc.property(plainNote, ({ text, excerpts, traces }) => {
        const note = parseNote(text);
        const read = note.excerpts.map(({ kind, text: words }) => ({ kind, text: words.replace(/\r\n?/g, '\n') }));
        expect(read).toEqual(excerpts);
        expect(note.traces.map((trace) => trace.openCodes.map((code) => code.text))).toEqual(
          traces.map((trace) => trace.openCodes),
        );
        const codes = note.traces.map((trace) => [...new Set(trace.statements.flatMap((statement) => statement.ids))]);
        expect(codes).toEqual(traces.map((trace) => trace.codes));
      }),
      settings,
    );
  });
});

describe('any note at all', () => {
  it('is taken apart without losing a byte, and put together again', { timeout: longTime }, () => {
    fc.assert(
      fc.property(damagedNote, (bytes) => {
        const file = fileOf(bytes);
        const note = parseNote(file.text);
        expect(tilingFaults(file.text, note.slots)).toEqual([]);
        expect(Buffer.compare(rebuilt(file, bytes, note.slots), bytes)).toBe(0);
        expect(note.notices.filter((notice) => notice.code === 'text-unread')).toEqual([]);
      }),
      settings,
    );
  });

  it('says where everything stands', { timeout: longTime }, () => {
    fc.assert(
      fc.property(damagedNote, (bytes) => {
        const { text } = fileOf(bytes);
        checkPlaces(text, parseNote(text));
      }),
      settings,
    );
  });

  it('becomes the same study each time, with all that is called shown in it', { timeout: longTime }, () => {
    fc.assert(
      fc.property(damagedNote, (bytes) => {
        const file = fileOf(bytes);
        const { study, problems } = built(file);
        expect(built(fileOf(bytes))).toEqual({
          study,
          problems,
          noteFiles: 1,
          texts: new Map([['s_1.md', file.text]]),
        });
        const account = study.files[0]?.account;
        const [source] = study.sources;
        if (account) expect(account.shown + account.structure + account.ignored).toBe(bytes.length);
        if (source) expect(wordsNotShown(file.text, parseNote(file.text), source, problems)).toEqual([]);
        else expect(problems.map((one) => one.code)).toContain('study-no-sources');
        for (const { place } of problems) {
          expect(place.line).toBeGreaterThan(0);
          expect(place.column).toBeGreaterThan(0);
          if (place.file === 's_1.md') expect(place.line).toBeLessThanOrEqual(linesOf(file.text).lines.length);
        }
      }),
      settings,
    );
  });
});

function checkPlaces(text: string, note: Note): void {
  const lineOf = (offset: number): number => text.slice(0, offset).split(/\r\n|\n|\r/).length;
  const columnOf = (offset: number): number =>
    [
      ...(text
        .slice(0, offset)
        .split(/\r\n|\n|\r/)
        .at(-1) ?? ''),
    ].length + 1;
  const { position } = linesOf(text);
  const openCodes = note.traces.flatMap((trace) => trace.openCodes);
  const statements = note.traces.flatMap((trace) => trace.statements);
  for (const { span, line } of [...note.excerpts, ...openCodes, ...statements]) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
    expect(line).toBe(lineOf(span.start));
    expect(position(span.start)).toEqual({ line, column: columnOf(span.start) });
  }
  for (const excerpt of note.excerpts) {
    expect(excerpt.lines[0]).toBe(excerpt.line);
    expect(excerpt.lines[1]).toBeGreaterThanOrEqual(excerpt.lines[0]);
    if (excerpt.kind === 'listing')
      expect(excerpt.text).toBe(repair(text.slice(excerpt.span.start, excerpt.span.end)).text);
  }
  for (const statement of statements) expect(statement.text).toBe(text.slice(statement.span.start, statement.span.end));
  for (const { repairs } of [...note.excerpts, ...openCodes])
    for (const { original, line, column } of repairs) {
      const words = text.split(/\r\n|\n|\r/)[line - 1] ?? '';
      expect(
        [...words]
          .slice(column - 1)
          .join('')
          .startsWith(original),
      ).toBe(true);
    }
  for (const { span } of note.notices) expect(span.end).toBeLessThanOrEqual(text.length);
}

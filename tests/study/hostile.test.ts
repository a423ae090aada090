// Notes that nobody would write, at a size that a test run bears. Full sizes and times: `node bench/bench-notes.ts`.

import { describe, expect, it } from 'vitest';
import { studyOf, type Built } from '../../src/study/build-study.ts';
import { parseNote } from '../../src/study/parse/parse-note.ts';
import { mostListed } from '../../src/study/problems/report.ts';
import { decode } from '../../src/study/read/decode.ts';
import { tilingFaults } from './account.ts';
import { hostileNotes } from './hostile-notes.ts';

const size = 1500;
const codes = 110;

function built(bytes: Uint8Array, path = 's_1.md'): Built {
  const file = { ...decode(bytes), path, bytes: bytes.length, sha256: '' };
  return studyOf({ notes: [file], settings: new Map(), models: [], unreadable: [] });
}

describe('a note of one thing very often', () => {
  for (const [name, make] of Object.entries(hostileNotes)) {
    it(`(${name}) ends, is accounted for, and has a bounded list of problems`, () => {
      const text = make(size);
      expect(tilingFaults(text, parseNote(text).slots)).toEqual([]);
      const { study, problems } = built(new TextEncoder().encode(text));
      expect(problems.length).toBeLessThan(mostListed * codes);
      expect(study.files).toHaveLength(1);
      expect(Math.max(...problems.map((one) => one.message.length))).toBeLessThan(2500);
    });
  }
});

describe('bytes that are no note', () => {
  it('are left out with a problem: NULs, noise, nothing', () => {
    const noise = Uint8Array.from({ length: 50_000 }, (_, i) => (i * 7919 + (i >> 3) * 31) & 0xff);
    for (const bytes of [new Uint8Array(100_000), noise, new Uint8Array()]) {
      const { study, problems } = built(bytes);
      expect(study.sources).toEqual([]);
      expect(problems.map((one) => one.code)).toContain('note-skipped');
    }
  });
});

describe('a million of something', () => {
  it('blank lines and image starts end with the text that is there', () => {
    const blank = built(new TextEncoder().encode(hostileNotes['blank lines']?.(1_000_000)));
    expect(blank.study.sources[0]?.excerpts.map((excerpt) => excerpt.lines[0])).toEqual([1_000_011]);
    const image = built(new TextEncoder().encode(hostileNotes['image starts on one line']?.(1_000_000)));
    expect(image.problems.map((one) => one.code)).toContain('figure-no-url');
  });

  it('characters of a line keep their columns', () => {
    const text = `# s\n1\n## title\nA\n\n> ${'🙂'.repeat(500_000)}\u0007\n`;
    const control = built(new TextEncoder().encode(text)).problems.find((one) => one.code === 'encoding-control');
    expect(control?.place).toMatchObject({ line: 6, column: 500_003 });
  });
});

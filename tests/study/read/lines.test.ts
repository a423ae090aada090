import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../src/study/read/lines.ts';

describe('lines', () => {
  it('end at LF, CRLF and CR, and at nothing else', () => {
    const text = 'a\nb\r\nc\rd\u2028e\u0085f\vg';
    expect(linesOf(text).lines.map(({ start, end }) => text.slice(start, end))).toEqual([
      'a',
      'b',
      'c',
      'd\u2028e\u0085f\vg',
    ]);
  });

  it('are one in an empty text, and none behind a final line end', () => {
    expect(linesOf('').lines).toEqual([{ start: 0, end: 0, next: 0 }]);
    expect(linesOf('a\n').lines).toHaveLength(1);
    expect(linesOf('\n\n').lines).toHaveLength(2);
  });

  it('give every offset its line and its column in code points, in whatever order they are asked', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom('a', '🙂', 'é', '\n', '\r\n', '\r', 'x'.repeat(700), '🙂'.repeat(300)))
          .map((parts) => parts.join('')),
        fc.array(fc.nat(5000)),
        (text, asked) => {
          const { position } = linesOf(text);
          for (const any of asked) {
            let offset = Math.min(any, text.length);
            if (/[\ud800-\udbff]/.test(text[offset - 1] ?? '') || text.slice(offset - 1, offset + 1) === '\r\n')
              offset -= 1;
            const before = text.slice(0, offset).split(/\r\n|\n|\r/);
            const lines = linesOf(text).lines.length;
            if (before.length > lines) continue;
            expect(position(offset)).toEqual({ line: before.length, column: [...(before.at(-1) ?? '')].length + 1 });
          }
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { countProblems, formatProblem } from '../../../src/study/problems/format.ts';
import { formatGithub, formatJson, formatSarif } from '../../../src/study/problems/format-programs.ts';
import type { Place } from '../../../src/study/problems/place.ts';
import { problem } from '../../../src/study/problems/report.ts';
import type { Problem } from '../../../src/study/problems/problem.ts';
import { visible } from '../../../src/study/problems/visible.ts';

const plain = { colour: false, frames: true };
const skipped = (place: Partial<Place>): Problem =>
  problem('note-skipped', { file: 'a.md', line: 1, column: 1, ...place });

function frame(text: string, place: Partial<Place>): readonly string[] {
  const lines = formatProblem(skipped(place), new Map([['a.md', text]]), plain).split('\n');
  return lines.slice(1, 3).map((line) => line.slice(9));
}

describe('what reaches a terminal', () => {
  it('holds no control character of a note, not in words, names or frames', () => {
    const text = '\u001b]0;owned\u0007\u001b[2J> words\u009b1m \u202e\u2066';
    const one = problem('header-stray-text', { file: 'a\u001b[31m.md', line: 1, column: 1 }, { text });
    const shown = formatProblem(one, new Map([[one.place.file, text]]), plain);
    const acknowledged = { ...one, acknowledged: text };
    const json = formatJson([acknowledged]);
    for (const printed of [shown, json, formatSarif([acknowledged]), formatGithub(acknowledged)])
      // eslint-disable-next-line no-control-regex -- control characters are what must not be there
      expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(JSON.parse(json)).toMatchObject({ problems: [{ args: { text }, place: { file: one.place.file } }] });
    expect(shown).toContain('U+001B');
    expect(visible('a\tb\nc\ud83d')).toBe('a b⏎c\ufffd');
  });

  it('is coloured only when asked', () => {
    expect(formatProblem(skipped({}), new Map(), { colour: true, frames: false })).toContain(
      '\u001b[33mwarning\u001b[39m',
    );
  });
});

describe('a code frame', () => {
  it('marks the thing itself', () => {
    expect(frame('one\ntwo words\n', { line: 2, column: 5, endLine: 2, endColumn: 10 })).toEqual([
      'two words',
      '    ^^^^^',
    ]);
  });

  it('counts code points, and columns as a terminal does', () => {
    expect(frame('🙂 e\u0301 数据 x', { column: 9, endLine: 1, endColumn: 10 })).toEqual([
      '🙂 e\u0301 数据 x',
      '          ^',
    ]);
    expect(frame('a\0b', { column: 3, endLine: 1, endColumn: 4 })).toEqual(['aU+0000b', '       ^']);
  });

  it('cuts a long line around the place', () => {
    const [line, carets] = frame(`${'a'.repeat(5000)}HERE${'b'.repeat(5000)}`, {
      column: 5001,
      endLine: 1,
      endColumn: 5005,
    });
    expect(line).toMatch(/^…a{60}HEREb+…$/);
    expect(line?.length).toBeLessThan(170);
    expect(carets).toBe(`${' '.repeat(61)}^^^^`);
  });

  it('ends with the line where the thing goes on', () => {
    expect(frame('one two\nthree', { column: 5, endLine: 2, endColumn: 3 })).toEqual(['one two', '    ^^^']);
  });

  it('stands behind the last character too, and is left out where the line is not there', () => {
    expect(frame('one', { column: 4 })).toEqual(['one', '   ^']);
    expect(formatProblem(skipped({ line: 9 }), new Map([['a.md', 'one']]), plain).split('\n')).toHaveLength(2);
  });
});

describe('counts', () => {
  it('name each severity, and acknowledged problems apart', () => {
    const one = skipped({});
    expect(countProblems([one, { ...one, acknowledged: 'so' }])).toBe('0 errors, 1 warning, 0 remarks, 1 acknowledged');
  });
});

describe('forms for programs', () => {
  it('give GitHub one escaped line for each', () => {
    const one = problem(
      'header-stray-text',
      { file: 'a,b:c%.md', line: 2, column: 3, endLine: 2, endColumn: 9 },
      { text: '100%\n::error::x' },
    );
    expect(formatGithub(one)).toBe(
      '::warning file=a%2Cb%3Ac%25.md,line=2,col=3,endColumn=9,title=header-stray-text::“100%25⏎::error::x” stands in the header before any field',
    );
  });

  it('give SARIF its rules, places and suppressions', () => {
    const log: unknown = JSON.parse(formatSarif([{ ...skipped({ file: '100% #x?.md' }), acknowledged: 'so' }]));
    expect(log).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { rules: [{ id: 'note-skipped' }] } },
          results: [
            {
              ruleId: 'note-skipped',
              ruleIndex: 0,
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: '100%25%20%23x%3F.md' },
                    region: { startLine: 1, startColumn: 1 },
                  },
                },
              ],
              suppressions: [{ kind: 'external', justification: 'so' }],
            },
          ],
        },
      ],
    });
  });

  it('give JSON every field, and whether --strict refuses it', () => {
    const { problems } = JSON.parse(formatJson([skipped({}), { ...skipped({}), acknowledged: 'so' }])) as {
      problems: { fatal: boolean }[];
    };
    expect(problems.map((one) => one.fatal)).toEqual([true, false]);
  });
});

import { describe, expect, it } from 'vitest';
import { isWrapped } from '../../../src/study/parse/open-codes.ts';
import { parseNote } from '../../../src/study/parse/parse-note.ts';

const codesOf = (lines: string): readonly string[] =>
  parseNote(`> quoted words\n\n**OPEN CODING TRACE:**\n\n${lines}\n`).traces.flatMap((trace) =>
    trace.openCodes.map((code) => code.text),
  );

describe('an open code', () => {
  it('is a line', () => {
    expect(codesOf('access_control\nown storage\n\na -> b\nhttps://example.org/a')).toEqual([
      'access_control',
      'own storage',
      'a -> b',
      'https://example.org/a',
    ]);
  });

  it('is a bullet with the lines that go on', () => {
    expect(codesOf('- one code\nthat goes on\n- another\n-> a third')).toEqual([
      'one code that goes on',
      'another',
      'a third',
    ]);
  });

  it('goes on in an indented line after a comma', () => {
    expect(codesOf('Familiar options: a, b,\n  c and d\n  not this')).toEqual([
      'Familiar options: a, b, c and d',
      'not this',
    ]);
  });

  it('is a paragraph that an editor wrapped', () => {
    const wrapped =
      'The platform team of the company publishes one\naccess policy for all domains, and it keeps that\npolicy.';
    expect(codesOf(wrapped)).toEqual([wrapped.replaceAll('\n', ' ')]);
  });

  it('has its trailing sign kept apart', () => {
    const [trace] = parseNote('> words\n\n**OPEN CODING TRACE:**\n\nfast +\nslow -\nC++\nlog-\n').traces;
    expect(trace?.openCodes.map(({ text, sign }) => [text, sign])).toEqual([
      ['fast', '+'],
      ['slow', '-'],
      ['C++', undefined],
      ['log-', undefined],
    ]);
  });

  it('of a template is the text that was filled in; what was not is reported and no code', () => {
    const note = parseNote(
      '> words\n\n**OPEN CODING TRACE:**\n\n- <ins>Option: </ins> one store\n- <ins>Option: </ins>\n-\n',
    );
    expect(note.traces[0]?.openCodes.map((code) => code.text)).toEqual(['one store']);
    expect(note.notices.map((notice) => notice.code)).toEqual(['trace-template-left', 'trace-without-axial']);
  });

  it('stands at the place of its words', () => {
    const text = '> words\n\n**OPEN CODING TRACE:**\n\n  - ac\u00adcess +\n';
    const [code] = parseNote(text).traces[0]?.openCodes ?? [];
    expect(text.slice(code?.span.start, code?.span.end)).toBe('ac\u00adcess');
    expect(code).toMatchObject({ text: 'access', line: 5, repairs: [{ line: 5, column: 7 }] });
  });
});

describe('a wrapped paragraph', () => {
  const long = 'a line that is long enough to have been wrapped there';
  it('has long lines, one of which stops inside a sentence', () => {
    expect(isWrapped([long, 'and goes on'])).toBe(true);
    expect(isWrapped([`${long}.`, 'And goes on'])).toBe(false);
    expect(isWrapped([long, 'And goes on'])).toBe(false);
    expect(isWrapped([`${long} “so.”`, 'and goes on'])).toBe(true);
    expect(isWrapped([long, '“and so” on'])).toBe(false);
    expect(isWrapped(['short', 'and goes on'])).toBe(false);
  });

  it('is no list of names or labelled lines', () => {
    expect(isWrapped([long, 'access_control', 'and goes on'])).toBe(false);
    expect(isWrapped([`Options: ${long}`, 'and goes on'])).toBe(false);
  });
});

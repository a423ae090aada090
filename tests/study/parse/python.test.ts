import { describe, expect, it } from 'vitest';
import { parsePython } from '../../../src/study/parse/python.ts';
import type { PyExpression, PyStatement } from '../../../src/study/parse/python-tree.ts';

function valueOf(text: string): PyExpression | undefined {
  const [first] = parsePython(text).statements;
  return first?.kind === 'expression' || first?.kind === 'assign' ? first.value : undefined;
}
const stringOf = (text: string): string | undefined => {
  const value = valueOf(text);
  return value?.kind === 'string' ? value.value : undefined;
};
const reasons = (text: string): string[] => parsePython(text).errors.map((error) => error.reason);

describe('a Python text', () => {
  it.each([
    [String.raw`'it\'s'`, "it's"],
    [String.raw`"\u00e9\x41\n\t\\\q\101"`, 'éA\n\t\\\\qA'],
    [String.raw`r"\n"`, String.raw`\n`],
    [`'''a\n"b"'''`, 'a\n"b"'],
    [`"one" 'two' "three"`, 'onetwothree'],
    ['"a\\\nb"', 'ab'],
    [String.raw`"\U00110000"`, String.raw`\U00110000`],
  ])('the literal %s has its value', (literal, value) => {
    expect(stringOf(literal)).toBe(value);
  });

  it('spans count in the file, whatever the line ends', () => {
    const text = 'x = \\\r\n  f(a,\r\n  "b")\r\ny = 1';
    const { statements, errors } = parsePython(text, 100);
    expect(errors).toEqual([]);
    expect(statements.map(({ start, end }) => text.slice(start - 100, end - 100).trimEnd())).toEqual([
      'x = \\\r\n  f(a,\r\n  "b")',
      'y = 1',
    ]);
  });

  it('imports, loops and definitions keep their parts', () => {
    const text =
      'from a.b import c as d, \\\n  e\nfrom .m import (f,\n  g)\nfrom h import *\nimport i.j as k\ndef l(m, n=1):\n  for o in m.keys():\n    p(o)\n';
    const { statements, errors } = parsePython(text);
    expect(errors).toEqual([]);
    const imports = statements.filter((one): one is PyStatement & { kind: 'import' } => one.kind === 'import');
    const namesOf = ({ names }: PyStatement & { kind: 'import' }): unknown =>
      typeof names === 'string' ? names : (names?.map((one) => `${one.name} ${one.as}`) ?? null);
    expect(imports.map((one) => [one.module, namesOf(one), one.as])).toEqual([
      ['a.b', ['c d', 'e e'], ''],
      ['.m', ['f f', 'g g'], ''],
      ['h', '*', ''],
      ['i.j', null, 'k'],
    ]);
    const definition = statements.at(-1);
    expect(definition).toMatchObject({ kind: 'def', name: 'l', parameters: ['m', 'n'], body: [{ kind: 'for' }] });
  });

  // The parser itself gives up after some 300 operands; no model has ten.
  it('a long sum is flat: its length is no nesting', () => {
    const sum = valueOf(`x = ${'"a" + '.repeat(250)}"b"`);
    expect(sum?.kind === 'sum' ? sum.operands.length : 0).toBe(251);
  });

  it('nesting up to 32 levels is followed, deeper is an error and no crash', () => {
    expect(reasons(`${'['.repeat(30)}a${']'.repeat(30)}`)).toEqual([]);
    expect(reasons(`${'['.repeat(34)}a${']'.repeat(34)}`)).toEqual(['too-deep']);
    expect(reasons(`${'['.repeat(50_000)}a`).length).toBeGreaterThan(0);
  });

  it.each(['lambda: 1', 'a if b else c', 'f(*a)', 'f"{a}"', 'a * b', '[a for b in c if d]', '(yield)', 'a[1:2]'])(
    '%s is told as outside of what is understood',
    (text) => {
      expect(reasons(text)).toContain('unsupported');
    },
  );

  it('smart quotes are no letters of a name, invisible characters no part of it', () => {
    expect(reasons('“Word”')).toEqual(['syntax']);
    expect(valueOf('wo\u200brd')).toMatchObject({ kind: 'name', name: 'word' });
  });
});

import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../src/study/parse/yaml-file.ts';

const reasons = (text: string): readonly unknown[] => parseYaml(text).notices.map((notice) => notice.args?.['reason']);

describe('a settings file', () => {
  it('is data, and every value and key has its place', () => {
    const text = 'title: A study\nauthors:\n  - name: One\n  - name: Two\n';
    const { data, notices, spanOf, keySpanOf, lineOf } = parseYaml(text);
    const cut = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    expect(data).toEqual({ title: 'A study', authors: [{ name: 'One' }, { name: 'Two' }] });
    expect(notices).toEqual([]);
    expect(cut(spanOf(['authors', 1, 'name']))).toBe('Two');
    expect(cut(keySpanOf(['authors']))).toBe('authors');
    expect(lineOf(['authors', 1, 'name'])).toBe(4);
    expect(lineOf(['authors', 7])).toBe(3);
  });

  it('with a key that stands twice cannot be relied on', () => {
    const { data } = parseYaml('show: none\nshow: all\n');
    expect(data).toBeNull();
    expect(reasons('show: none\nshow: all\n')).toEqual(['the key “show” stands twice']);
  });

  it('runs nothing and resolves no tag', () => {
    expect(parseYaml('a: !!js/function "x"\n').data).toEqual({ a: 'x' });
    expect(reasons('a: !!js/function "x"\n')).toHaveLength(1);
  });

  it('that is nested by the thousand, or repeats itself by aliases, is refused', () => {
    expect(reasons('['.repeat(50_000))).toEqual(['it is nested too deeply']);
    const laughs =
      'a: &a [x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c]\n';
    expect(reasons(laughs)).toEqual(['it repeats itself by too many aliases']);
  });

  it('with too many aliases is marked at the first one', () => {
    const text = `a: &a [x]\nb: [${'*a,'.repeat(3)}*a]\nc: &c [*a,*a,*a,*a,*a,*a,*a,*a]\nd: [*c,*c,*c,*c,*c]\n`;
    const [notice] = parseYaml(text).notices;
    expect(notice?.span.start).toBe(text.indexOf('*a'));
  });

  it('has texts as keys, and says where one is more', () => {
    for (const text of ['a: 1\n? { b: c }\n: 2\n', 'a: 1\n? [b]\n: 2\n', 'a: &x 1\n*x : 2\n']) {
      const { data, notices } = parseYaml(text);
      expect(data).toBeNull();
      expect(notices.map(({ span, args }) => [span.start, args?.['reason']])).toEqual([
        [text.search(/[{[*]/), 'a key is not a text'],
      ]);
    }
  });

  it('may have keys that JavaScript knows', () => {
    const { data } = parseYaml('__proto__: 1\nconstructor: 2\n');
    // What was read is a plain record.
    expect(Object.entries(data as Record<string, unknown>)).toEqual([
      ['__proto__', 1],
      ['constructor', 2],
    ]);
  });
});

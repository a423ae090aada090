import { describe, expect, it } from 'vitest';
import { parseMetadata } from '../../../src/study/parse/metadata.ts';

const read = (code: string) => parseMetadata(code, 0, () => 1);
const sound = `s6 = CClass(source, "s6", values={
  "title": "It\\u0027s " + "joined", "url": "https://example.org/a",
  "example": True,
  "source code": False, "pages": 12})
r1 = CClass(reference, "Key01", values={"bibliographic reference": "A: B"})
add_links({s6: r1}, role_name="referenced")
# a comment`;

describe('the metadata fence', () => {
  it('gives variable, name and decoded values, with true booleans and numbers', () => {
    const { metadata, notices } = read(sound);
    expect(metadata?.variable).toBe('s6');
    expect(metadata?.name).toBe('s6');
    expect(metadata?.values).toEqual({
      title: "It's joined",
      url: 'https://example.org/a',
      example: true,
      'source code': false,
      pages: 12,
    });
    expect(notices).toEqual([]);
  });

  it('says where each value stands', () => {
    const { metadata } = read(sound);
    const span = metadata?.spans['url'];
    expect(sound.slice(span?.start, span?.end)).toBe('"https://example.org/a"');
  });

  it('keeps the references that the source cites', () => {
    expect(read(sound).metadata?.references).toMatchObject([
      { id: 'r1', key: 'Key01', values: { 'bibliographic reference': 'A: B' } },
    ]);
  });

  it('a key may be called like a property of every object', () => {
    const { metadata } = read('s1 = CClass(source, "s1", values={"__proto__": "p", "constructor": "c"})');
    expect(Object.entries(metadata?.values ?? {})).toEqual([
      ['__proto__', 'p'],
      ['constructor', 'c'],
    ]);
  });

  const broken: readonly (readonly [what: string, code: string, values: Record<string, unknown>])[] = [
    ['a missing comma', '{"title": "T"\n "url": "U"}', { title: 'T', url: 'U' }],
    ['a missing comma on one line', '{"title": "T" "url": "U"}', { title: 'T', url: 'U' }],
    ['an unclosed quote', '{"title": "T,\n "url": "U"}', { title: 'T', url: 'U' }],
    [
      'quotes inside a title',
      '{"title": "The "true" T, again",\n "url": "U"}',
      { title: 'The "true" T, again', url: 'U' },
    ],
    ['smart quotes', '{“title”: “T”,\n "url": ‘U’}', { title: 'T', url: 'U' }],
    ['quotes of two kinds', `{"title": "T',\n 'url': 'U"}`, { title: 'T', url: 'U' }],
    ['a title over two lines', '{"title": "T and\n   more",\n "url": "U"}', { title: 'T and more', url: 'U' }],
    ['no closing brackets', '{"title": "T",\n "url": "U"', { title: 'T', url: 'U' }],
    ['a full stop for a comma', '{"title": "T".\n "url": "U"}', { title: 'T', url: 'U' }],
    ['a lower-case truth', '{"title": "T" "example": true}', { title: 'T', example: true }],
  ];
  it.each(broken)('%s is mended and told', (_, dictionary, values) => {
    const code = `s6 = CClass(source, "s6", values=${dictionary})`.replace(/"U"\)$/, '"U"');
    const { metadata, notices } = read(`${code}\nr = CClass(reference, "k", values={"a": "b"})`);
    expect(metadata?.values).toEqual(values);
    expect(metadata?.name).toBe('s6');
    expect(metadata?.references.map((one) => one.key)).toEqual(['k']);
    expect(notices.map((notice) => notice.code)).toEqual(['metadata-syntax-salvaged']);
  });

  it('None is no value', () => {
    expect(read('s1 = CClass(source, "s1", values={"title": None})').metadata?.values).toEqual({ title: '' });
  });

  it('a fence that describes nothing gives null', () => {
    expect(read('# nothing\nadd_links({a: b})').metadata).toBeNull();
  });

  it('a fence of a million broken entries ends', () => {
    expect(read(`x = CClass(source, "x", values={${'"a": "b '.repeat(300_000)}`).metadata?.variable).toBe('x');
  }, 20_000);
});

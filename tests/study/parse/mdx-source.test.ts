import { describe, expect, it } from 'vitest';
import { parseMdxSource } from '../../../src/study/parse/mdx-source.ts';

const matter = '---\ntitle: Ovens\nurl: https://example.org/ovens\n---\n\n';
const noticesOf = (text: string) => parseMdxSource(text).notices;
const refused = (body: string): readonly unknown[] =>
  noticesOf(matter + body).map(({ code, args }) => [code, args?.['what'] ?? args?.['url'] ?? args?.['key']]);

describe('a source written by hand', () => {
  it('says its fields, its excerpts and its codes', () => {
    const body = `<Passage codes="oven, bread" openCodes="old ovens; new bread">\n\n<Excerpt>Loaves rise.</Excerpt>\n\n<Figure alt="An oven" url="https://example.org/oven.png" />\n\n</Passage>\n`;
    const note = parseMdxSource(matter + body);
    expect(note.notices).toEqual([]);
    expect(note.header.fields.get('title')).toMatchObject({ text: 'Ovens', line: 2 });
    expect(note.excerpts.map(({ kind, text }) => [kind, text])).toEqual([
      ['quote', 'Loaves rise.'],
      ['figure', 'An oven'],
    ]);
    expect(note.traces[0]?.statements.flatMap(({ ids }) => ids)).toEqual(['oven', 'bread']);
  });

  it('has no expression, spread or foreign attribute in its components: each is named', () => {
    for (const [body, what] of [
      ['<Excerpt onload={alert(1)}>A</Excerpt>', 'an expression in onload of <Excerpt>'],
      ['<Excerpt onload="alert(1)">A</Excerpt>', 'the attribute onload of <Excerpt>'],
      ['<Excerpt {...process.env}>A</Excerpt>', 'an expression in {…} of <Excerpt>'],
      ['<Listing style="color: red">A</Listing>', 'the attribute style of <Listing>'],
      ['<Passage codes={["a"]}>\n\n<Excerpt>A</Excerpt>\n\n</Passage>', 'an expression in codes of <Passage>'],
    ] as const)
      expect(refused(body), body).toEqual([['mdx-refused', what]]);
    expect(refused('<Figure alt={process.env.HOME} url="https://example.org/a.png" />')).toEqual([
      ['mdx-refused', 'an expression in alt of <Figure>'],
    ]);
  });

  it('has figures with web addresses', () => {
    expect(refused('<Figure alt="A" url="javascript:alert(1)" />')).toEqual([
      ['figure-malformed', 'javascript:alert(1)'],
    ]);
    expect(refused('<Figure alt="A" url="http://example.org/a.png" />')).toEqual([
      ['figure-insecure', 'http://example.org/a.png'],
    ]);
    expect(refused('<Figure alt="A" />')).toEqual([['figure-no-url', undefined]]);
  });

  it('has the fields of a note in its front matter, and says where another stands, whatever ends its lines', () => {
    for (const end of ['\n', '\r\n']) {
      const text = ['---', 'id: s7', 'tittle: A', 'title: [A]', 'url: 5.10', '---', '', 'Words.', ''].join(end);
      const note = parseMdxSource(text);
      expect(note.header).toMatchObject({ letter: 's', number: 7 });
      expect(note.header.fields.get('url')).toMatchObject({ text: '5.10', line: 5 });
      const found = note.notices.map(({ code, span }) => [code, text.slice(span.start, span.end)]);
      expect(found).toEqual([
        ['settings-unknown-key', 'tittle'],
        ['settings-value', '[A]'],
      ]);
    }
    expect(noticesOf('---\nid: ../../s7\n---\n\nWords.\n').map(({ code, args }) => [code, args?.['expected']])).toEqual(
      [['settings-value', 'an id such as s6']],
    );
  });
});

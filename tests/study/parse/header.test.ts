import { describe, expect, it } from 'vitest';
import type { Note } from '../../../src/study/parse/note.ts';
import { parseNote } from '../../../src/study/parse/parse-note.ts';

const value = (note: Note, key: 'url' | 'title' | 'references' | 'source type'): string | undefined =>
  note.header.fields.get(key)?.text;
const codes = (note: Note): readonly string[] => note.notices.map((notice) => notice.code);

describe('the header', () => {
  it('has a letter and a number, on one line or on two', () => {
    for (const [text, letter, number] of [
      ['# s\n7\n', 's', 7],
      ['# s \n 007 \n', 's', 7],
      ['# S21\n', 's', 21],
      ['# p_3\n', 'p', 3],
      ['\ufeff# p\np12\n', 'p', 12],
      ['# s\n\n## title\nA\n', 's', null],
    ] as const)
      expect(parseNote(text).header, text).toMatchObject({ letter, number });
  });

  it('knows its nine fields and no other heading', () => {
    const note = parseNote('# s\n1\n## title\n# A title with a sign\n## subtitle\nmore\n## Source Type : \nArticle\n');
    expect(value(note, 'title')).toBe('# A title with a sign\n## subtitle\nmore');
    expect(value(note, 'source type')).toBe('Article');
    expect(codes(note)).toEqual(['header-key-unknown']);
  });

  it('keeps the first of two values, and reports the second with the place of the first', () => {
    const note = parseNote('# s\n1\n## title\nOne\n## title\nTwo\n');
    expect(value(note, 'title')).toBe('One');
    expect(note.notices[0]).toMatchObject({
      code: 'header-key-repeated',
      args: { kept: 'One', ignored: 'Two' },
      other: { start: 15, end: 18 },
    });
  });

  it('takes a later value when the first is empty', () => {
    const note = parseNote('# s\n1\n## title\n\n## title\nTwo\n');
    expect(value(note, 'title')).toBe('Two');
    expect(codes(note)).toEqual([]);
  });

  it('reports text before its first field once, as one stretch', () => {
    const note = parseNote('# s\n1\nread in spring\nand again\n## title\nA\n');
    expect(codes(note)).toEqual(['header-stray-text']);
    expect(note.slots.filter((slot) => slot.kind === 'ignored')).toHaveLength(1);
  });

  it('ends at the first quote, marker, fence, image or # coding', () => {
    for (const end of ['> words', '**OPEN CODING TRACE:**', '```', '![a](b)', '# coding'])
      expect(value(parseNote(`# s\n1\n## references\nnone\n${end}\n\nlater\n`), 'references'), end).toBe('none');
  });

  it('takes what stands between two keys as a value, whatever it looks like', () => {
    for (const title of ['> Quoted', '# Coding', '![a](b)', '**OPEN CODING:** a primer'])
      expect(value(parseNote(`# s\n1\n## title\n${title}\n\n## url\nhttps://example.org\n`), 'title')).toBe(title);
  });

  it('may have lost its first line', () => {
    const numbered = parseNote('6\n## url\nhttps://example.org\n\n> words\n');
    expect([numbered.header.number, numbered.excerpts.length]).toEqual([6, 1]);
    const note = parseNote('## url\nhttps://example.org\n## title\nA\n\n> words\n');
    expect(value(note, 'title')).toBe('A');
    expect(note.excerpts).toHaveLength(1);
  });

  it('never takes a number of ten digits, nor one behind the fields', () => {
    expect(parseNote('# s\n1234567890\n').header.number).toBeNull();
    expect(parseNote('# s\n## title\n7\n').header.number).toBeNull();
  });
});

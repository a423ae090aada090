// A note makes no more codes than a site can give pages to, and loses none of its words by that.

import { describe, expect, it } from 'vitest';
import { studyOf } from '../../../src/study/build-study.ts';
import { boundCodes } from '../../../src/study/parse/bound-codes.ts';
import { parseNote } from '../../../src/study/parse/parse-note.ts';
import { decode } from '../../../src/study/read/decode.ts';
import type { TextFile } from '../../../src/study/read/folder.ts';
import { tilingFaults, wordsNotShown } from '../account.ts';

const trace = (...lines: readonly string[]): string =>
  `> some words\n\n**AXIAL CODING TRACE:**\n\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n\n`;
const noteOf = (...traces: readonly string[]): string => `# s\n1\n## title\nA title\n\n# coding\n\n${traces.join('')}`;
const text = noteOf(trace('a', 'b = CClass(force, "B")', 'c', 'add_links({a: b}, role_name="to")'), trace('b', 'd, e'));
const file = (path: string, content: string): TextFile => {
  const bytes = new TextEncoder().encode(content);
  return { ...decode(bytes), path, bytes: bytes.length, sha256: '' };
};

describe('a note with too many codes', () => {
  it('keeps the statements that would bring more as they are written, and reads on what names known codes', () => {
    const { traces, notices } = boundCodes(parseNote(text), 2);
    expect(traces.map(({ statements }) => statements.map((one) => [one.text, one.kind, one.ids]))).toEqual([
      [
        ['a', 'reference', ['a']],
        ['b = CClass(force, "B")', 'define', ['b']],
        ['c', 'prose', []],
        ['add_links({a: b}, role_name="to")', 'call', ['a', 'b']],
      ],
      [
        ['b', 'reference', ['b']],
        ['d, e', 'prose', []],
      ],
    ]);
    const [notice, ...more] = notices.filter(({ code }) => code === 'axial-too-many-codes');
    expect(more).toEqual([]);
    expect(notice?.args).toEqual({ most: 2, count: 2 });
    expect(text.slice(notice?.span.start, notice?.span.end)).toBe('c');
  });

  it('is read whole when its codes are as many as may be', () => {
    const note = parseNote(text);
    expect(boundCodes(note, 5)).toBe(note);
  });

  it('still shows every word, and takes nothing from other notes', () => {
    const many = noteOf(trace(...Array.from({ length: 2500 }, (_, i) => `code_${i}`)), trace('one_more'));
    const notes = [file('s_1.md', many), file('s_2.md', noteOf(trace('one_more', 'another')).replace('1', '2'))];
    const { study, problems } = studyOf({ notes, settings: new Map(), models: [], unreadable: [] });
    expect(study.codes.map(({ id }) => id)).toEqual([
      ...Array.from({ length: 2000 }, (_, i) => `code_${i}`),
      'one_more',
      'another',
    ]);
    expect(study.codeById.get('one_more')?.passages).toEqual(['s2-p1']);
    const [source] = study.sources;
    expect(tilingFaults(many, parseNote(many).slots)).toEqual([]);
    expect(source && wordsNotShown(many, parseNote(many), source, problems)).toEqual([]);
  });
});

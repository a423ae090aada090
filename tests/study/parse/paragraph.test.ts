import { describe, expect, it } from 'vitest';
import { isHeading } from '../../../src/study/parse/paragraph.ts';
import { parseNote } from '../../../src/study/parse/parse-note.ts';

const read = (text: string): readonly (readonly string[])[] =>
  parseNote(text).excerpts.map(({ kind, text: words, speaker }) => [
    kind,
    words,
    ...(speaker === undefined ? [] : [speaker]),
  ]);

describe('an excerpt', () => {
  it('is one paragraph of a quote, with or without > on its later lines', () => {
    expect(read('> one\n> two\nthree\n\n> four\n>\n> five\n')).toEqual([
      ['quote', 'one\ntwo\nthree'],
      ['quote', 'four'],
      ['quote', 'five'],
    ]);
  });

  it('keeps the signs of its author', () => {
    const words = '*so* _and_ {x} <b>y</b> \\z $1 # | ` - 1. [a](b)';
    expect(read(`> ${words}\n`)).toEqual([['quote', words]]);
  });

  it('is joined with blanks when a PDF wrapped it', () => {
    const lines = [
      'The platform team of the company publishes one access',
      'policy for all of its domains, and keeps it.',
    ];
    expect(read(`> ${lines.join('\n> ')}\n`)).toEqual([['quote', lines.join(' ')]]);
  });

  it('ends at a marker, an image and a fence', () => {
    expect(
      read('> one\n**OPEN CODING TRACE:**\n\ncode\n\n> two\n![a](https://x.test/a)\n\n> three\n```\ncode\n```\n').map(
        ([kind, words]) => [kind, words],
      ),
    ).toEqual([
      ['quote', 'one'],
      ['quote', 'two'],
      ['figure', 'a'],
      ['quote', 'three'],
      ['listing', 'code'],
    ]);
  });

  it('without a quote sign is a note, and reported', () => {
    const note = parseNote('> one\n\nloose words\n');
    expect(note.excerpts.map((excerpt) => excerpt.kind)).toEqual(['quote', 'note']);
    expect(note.notices).toMatchObject([{ code: 'excerpt-unquoted', args: { words: 'loose words' } }]);
  });

  it('keeps the indentation of a listing', () => {
    expect(read('> one\n\n```sql\n  select 1\n    from x\n```\n')[1]).toEqual(['listing', '  select 1\n    from x']);
  });
});

describe('a speaker', () => {
  it('is a label on a line of its own, and speaks until the next', () => {
    expect(read('> Interviewer,\n> why?\n\n> and how?\n\nParticipant 2:\n\n> so\nExpert A\n> yes\n')).toEqual([
      ['quote', 'why?', 'Interviewer'],
      ['quote', 'and how?', 'Interviewer'],
      ['quote', 'so', 'Participant 2'],
      ['quote', 'yes', 'Expert A'],
    ]);
  });

  it('is no sentence that begins so', () => {
    expect(read('> Interviewer asked why\n')).toEqual([['quote', 'Interviewer asked why']]);
  });

  it('who says nothing is reported', () => {
    const note = parseNote('> words\n\nInterviewer:\n\nParticipant 1:\n\n> so\n');
    expect(note.notices).toMatchObject([{ code: 'speaker-silent', args: { label: 'Interviewer' } }]);
    expect(note.excerpts.map((excerpt) => excerpt.speaker)).toEqual([undefined, 'Participant 1']);
  });
});

describe('a heading', () => {
  it('is short, of one line, and does not end like a sentence', () => {
    expect(isHeading('What a platform owes its teams')).toBe(true);
    expect(isHeading('Why?')).toBe(true);
    for (const text of ['It is so.', 'one,', 'two lines\nof it', 'word '.repeat(15).trim(), 'x'.repeat(101)])
      expect(isHeading(text), text).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { parseNote } from '../../../src/study/parse/parse-note.ts';

const open = '> words\n\n**OPEN CODING TRACE:**\n\ncode\n\n**AXIAL CODING TRACE:**\n\n';
const idsOf = (text: string): readonly (readonly string[])[] =>
  parseNote(text).traces.map((trace) => trace.statements.flatMap((statement) => statement.ids));
const codes = (text: string): readonly string[] => parseNote(text).notices.map((notice) => notice.code);

describe('a fence', () => {
  it('of four back-ticks is closed by four, or by three where there are no four', () => {
    expect(idsOf(`${open}\`\`\`\`\none\n\`\`\`\ntwo\n\`\`\`\`\n`)[0]).toContain('one');
    expect(idsOf(`${open}\`\`\`\`\none\n\`\`\`\n\n> more\n`)).toEqual([['one']]);
  });

  it('that is not closed ends at the next marker', () => {
    const text = `${open}\`\`\`python\none\n\n${open}\`\`\`python\ntwo\n\`\`\`\n`;
    expect(idsOf(text)).toEqual([['one'], ['two']]);
    expect(codes(text)).toEqual(['fence-unclosed']);
  });

  it('that is not closed ends where evidence starts again', () => {
    const note = parseNote(`${open}\`\`\`python\none\n\n> the next paragraph\n`);
    expect(note.excerpts.map((excerpt) => excerpt.text)).toEqual(['words', 'the next paragraph']);
    expect(note.notices.map((notice) => notice.code)).toEqual(['fence-unclosed']);
  });

  it('of a trace that is not closed ends there also before a listing, and at # coding', () => {
    const listing = parseNote(`${open}\`\`\`\none\n\n> more words\n\n\`\`\`\na: 1\n\`\`\`\n`);
    expect(listing.excerpts.map(({ kind, text }) => [kind, text])).toEqual([
      ['quote', 'words'],
      ['quote', 'more words'],
      ['listing', 'a: 1'],
    ]);
    const meta = parseNote('**AXIAL CODING TRACE:**\n```\ns1 = CClass(source, "s1")\n\n# coding\n> words\n');
    expect(meta.excerpts.map((excerpt) => excerpt.text)).toEqual(['words']);
  });

  it('of a trace that is closed may hold a quoted line', () => {
    const note = parseNote(`${open}\`\`\`\none\n\n> pasted\n\ntwo\n\`\`\`\n\n> more words\n`);
    expect(note.excerpts.map(({ kind, text }) => [kind, text])).toEqual([
      ['quote', 'words'],
      ['quote', 'more words'],
    ]);
    expect(note.traces[0]?.statements.flatMap((statement) => statement.ids)).toEqual(
      expect.arrayContaining(['one', 'two']),
    );
  });

  it('without AXIAL marker takes the label before it away from the open codes', () => {
    const [trace] = parseNote(
      '> words\n\n**OPEN CODING TRACE:**\n\nFamiliar: a, b\n\nadded:\n\n```\none\n```\n',
    ).traces;
    expect(trace?.openCodes.map((code) => code.text)).toEqual(['Familiar: a, b']);
    expect(trace?.remarks).toMatchObject([{ kind: 'label', text: 'added:' }]);
  });

  it('belongs to the open trace, also a second one, and prose between them is a remark', () => {
    const note = parseNote(`${open}\`\`\`\none\n\`\`\`\n\nadded:\n\nsome prose\n\n\`\`\`\ntwo\n\`\`\`\n`);
    expect(note.traces.map((trace) => trace.remarks.map((remark) => [remark.kind, remark.text]))).toEqual([
      [
        ['label', 'added:'],
        ['prose', 'some prose'],
      ],
    ]);
    expect(note.traces[0]?.statements.flatMap((statement) => statement.ids)).toEqual(['one', 'two']);
  });

  it('outside any trace is a listing, even one with CClass', () => {
    const note = parseNote('> words\n\n```\na = CClass(practice, "A")\n```\n');
    expect(note.excerpts.map((excerpt) => excerpt.kind)).toEqual(['quote', 'listing']);
    expect(note.notices.map((notice) => notice.code)).toEqual(['fence-without-marker']);
  });

  it('whose statements name no code is kept as remarks of the next passage', () => {
    const note = parseNote(
      `> words\n\n**AXIAL CODING TRACE:**\n\n\`\`\`\n!!! ???\n\`\`\`\n\n${open}\`\`\`\none\n\`\`\`\n`,
    );
    expect(note.traces.map((trace) => trace.remarks.map((remark) => remark.text))).toEqual([['!!! ???']]);
    expect(note.notices.map((notice) => notice.code)).toContain('trace-empty');
  });
});

describe('the metadata fence', () => {
  const describing = (values: string, more = ''): string =>
    `# s\n1\n\n**AXIAL CODING TRACE:**\n\n\`\`\`\ns1 = CClass(source, "s1", values={${values}})\n${more}\`\`\`\n\n> words\n`;

  it('gives its values and their places, and no passage', () => {
    const text = describing('"title": "A", "example": True');
    const note = parseNote(text);
    expect(note.metadata?.values).toEqual({ title: 'A', example: true });
    expect(note.traces).toEqual([]);
    const shown = note.slots.filter((slot) => slot.kind === 'field').map((slot) => text.slice(slot.start, slot.end));
    expect(shown).toEqual(['1', '"A"', 'True']);
  });

  it('keeps what else stands in it', () => {
    const note = parseNote(describing('"title": "A"', '# a comment\nlost = CClass(practice, "Lost")\n'));
    expect(note.remarks.map((remark) => [remark.kind, remark.text])).toEqual([
      ['comment', '# a comment'],
      ['prose', 'lost = CClass(practice, "Lost")'],
    ]);
    expect(note.notices.map((notice) => notice.code)).toEqual(['metadata-statement']);
  });

  it('that is broken is shown as a whole beside what could be read', () => {
    const note = parseNote(describing('"title": "A, "url": "https://example.org"'));
    expect(note.remarks.map((remark) => remark.kind)).toEqual(['prose']);
    expect(note.notices.map((notice) => notice.code)).toContain('metadata-syntax-salvaged');
  });

  it('takes the later of two equal keys, as Python does, and says so', () => {
    const note = parseNote(describing('"title": "A", "title": "B"'));
    expect(note.metadata?.values).toEqual({ title: 'B' });
    expect(note.notices).toMatchObject([{ code: 'metadata-key-repeated', args: { kept: 'B', ignored: 'A' } }]);
  });

  it('has a second one for references only', () => {
    const second =
      '```\ns2 = CClass(source, "s2", values={"title": "B"})\nr = CClass(reference, "r1", values={"title": "R"})\n```\n';
    const note = parseNote(describing('"title": "A"').replace('\n> words', `\n${second}\n> words`));
    expect(note.metadata?.values).toEqual({ title: 'A' });
    expect(note.metadata?.references.map((reference) => reference.key)).toEqual(['r1']);
    expect(note.remarks.map((remark) => remark.text)).toEqual(['s2 = CClass(source, "s2", values={"title": "B"})']);
  });

  it.each([
    [
      'with a misspelt function',
      '**AXIAL CODING TRACE:**\n```\ns1 = CCLass(source, "s1", values={"title": "A"})\n```\n',
    ],
    ['behind an empty OPEN marker', `**OPEN CODING TRACE:**\n\n${describing('"title": "A"').slice(6)}`],
    ['behind a stray line', `a stray line\n\n${describing('"title": "A"').slice(6)}`],
  ])('is known %s', (_, text) => {
    const note = parseNote(text);
    expect(note.metadata?.values).toEqual({ title: 'A' });
    expect(note.traces).toEqual([]);
  });

  it('is none behind a quote', () => {
    expect(parseNote(`> a quote\n\n${describing('"title": "A"').slice(6)}`).metadata).toBeNull();
  });

  it('may hold keys that JavaScript knows', () => {
    const { metadata } = parseNote(describing('"__proto__": "x", "constructor": "y"'));
    expect(Object.entries(metadata?.values ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });
});

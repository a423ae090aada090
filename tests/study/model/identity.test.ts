import { describe, expect, it } from 'vitest';
import { identify } from '../../../src/study/model/identity.ts';
import { parseNote } from '../../../src/study/parse/parse-note.ts';

interface Said {
  readonly header?: string;
  readonly variable?: string;
  readonly name?: string;
  readonly tiny?: string;
  readonly archive?: string;
}

function identified(path: string, { header = '', variable, name, tiny = '', archive = '' }: Said) {
  const metadata =
    variable === undefined
      ? ''
      : `**AXIAL CODING TRACE:**\n\n\`\`\`\n${variable} = CClass(source, "${name ?? variable}", values={"title": "A"})\n\`\`\`\n\n`;
  const text = `# s\n${header}\n## tiny url\n${tiny}\n## archive url\n${archive}\n## title\nA\n\n${metadata}> words\n`;
  return identify(path, parseNote(text));
}

const idOf = (path: string, said: Said): string => identified(path, said).id;
const codes = (path: string, said: Said): readonly string[] =>
  identified(path, said).notices.map((notice) => notice.code);

describe('which source a note is', () => {
  it('is what file name, header, variable and name say with one voice', () => {
    expect(idOf('notes/s_6.md', { header: '6', variable: 's6' })).toBe('s6');
    expect(codes('notes/s_6.md', { header: '6', variable: 's6' })).toEqual([]);
  });

  it('is what most of them say, and who disagrees is reported', () => {
    expect(idOf('s_35.md', { header: '33', variable: 's35' })).toBe('s35');
    expect(codes('s_35.md', { header: '33', variable: 's35' })).toEqual(['header-id-conflict']);
    expect(idOf('s_1.md', { header: '2', variable: 's2' })).toBe('s2');
  });

  it('is what the file name says in a tie, and then what the header says', () => {
    expect(idOf('s_1.md', { header: '2' })).toBe('s1');
    expect(idOf('anything.md', { header: '2', variable: 's3', name: 's4' })).toBe('s2');
  });

  it('is also voted for by the endings of the short addresses, by half a vote each', () => {
    const short = { tiny: 'https://t.test/a-s4', archive: 'https://b.test/a-s4' };
    expect(idOf('s_1.md', { header: '4', ...short })).toBe('s4');
    expect(idOf('note.md', { ...short })).toBe('s4');
    expect(codes('s_1.md', { header: '1', tiny: 'https://t.test/a-s4' })).toEqual(['header-url-suffix']);
  });

  it('is not voted for by a file name that says more than the id', () => {
    expect(idOf('000_s6_final.txt', { header: '2' })).toBe('s2');
    expect(idOf('P-3.txt', {})).toBe('p3');
    expect(idOf('s 007.md', {})).toBe('s7');
  });

  it('is made of the file name when nobody says a number', () => {
    expect(idOf('100%.md', {})).toBe('s-100');
    expect(idOf('Über uns.md', {})).toBe('s-u-ber-uns');
    expect(idOf('___.md', {})).toBe('s-note');
    expect(idOf('__proto__.md', {})).toBe('s-proto');
  });
});

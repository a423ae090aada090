import { describe, expect, it } from 'vitest';
import { flag, isUrl, readRecord } from '../../../src/study/model/record.ts';
import { parseNote } from '../../../src/study/parse/parse-note.ts';

function recordOf(header: string, values: string) {
  const metadata = `**AXIAL CODING TRACE:**\n\n\`\`\`\ns1 = CClass(source, "s1", values={${values}})\n\`\`\`\n`;
  return readRecord(parseNote(`# s\n1\n${header}\n${metadata}`));
}

describe('the record of a source', () => {
  it('shows the metadata where the two disagree, and says both', () => {
    const { record, notices } = recordOf('## title\nA\n', '"title": "B"');
    expect(record).toMatchObject({ title: 'B', header: { title: 'A' }, metadata: { title: 'B' } });
    expect(record.disagreements).toEqual([{ field: 'title', header: 'A', metadata: 'B', shown: 'metadata' }]);
    expect(notices).toMatchObject([
      { code: 'metadata-mismatch', args: { shown: 'metadata' }, other: { words: 'the metadata' } },
    ]);
  });

  it('shows the header where the metadata is empty or cannot be right', () => {
    expect(recordOf('## title\nA\n', '"title": ""').record.title).toBe('A');
    expect(recordOf('## url\nhttps://a.test/\n', '"url": "hhttps://a.test/"').record.url).toBe('https://a.test/');
    expect(recordOf('## example\nyes\n', '"example": "perhaps"').record.example).toBe(true);
  });

  it('finds no disagreement between yes and True, nor in blanks', () => {
    const { record, notices } = recordOf(
      '## example\nyes\n## source code\nno\n## title\nA  title\n',
      '"example": True, "source code": False, "title": "A title "',
    );
    expect(notices).toEqual([]);
    expect(record).toMatchObject({ example: true, sourceCode: false });
  });

  it('is empty where nothing is recorded', () => {
    expect(readRecord(parseNote('> words\n')).record).toMatchObject({
      title: '',
      url: '',
      example: null,
      sourceCode: null,
      metadata: null,
    });
  });
});

describe('values', () => {
  it('are addresses only when a browser could follow them', () => {
    for (const value of ['https://a.test/', 'http://a.test', 'HTTPS://A.TEST/x?y#z'])
      expect(isUrl(value), value).toBe(true);
    for (const value of [
      '',
      'a.test',
      'hhttps://a.test',
      'javascript:alert(1)',
      'https://',
      'https://a b',
      'ftp://a.test',
    ])
      expect(isUrl(value), value).toBe(false);
  });

  it('are yes or no in either language of the format', () => {
    expect(['yes', 'True', ' NO ', 'false', 'maybe', ''].map(flag)).toEqual([true, true, false, false, null, null]);
  });
});

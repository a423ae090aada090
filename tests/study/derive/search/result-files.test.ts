import { describe, expect, it } from 'vitest';
import { resultFiles, type ResultSet } from '../../../../src/study/derive/search/result-files.ts';
import { startState } from '../../../../src/study/derive/search/state.ts';
import { record } from './records.ts';

const set: ResultSet = {
  records: [
    record('=SUM(A1), “so”\nnext line', { codes: ['a', 'b'], speaker: 'Participant 1' }),
    record('# head *bold* <b> [x](y)', { number: 2, sourceTitle: 'A "title"' }),
  ],
  state: { ...startState, text: '=data "mesh"', chips: [{ mode: 'and', field: 'code', value: 'a' }] },
  count: { kind: 'exact', hits: 2, read: 9, of: 9 },
  order: 'study',
  date: '2024-02-29',
  study: { title: 'A study', release: '1.2', digest: 'abc123' },
  address: 'https://example.org/search/?q=x',
  addressOf: (one) => `https://example.org/e/${one.id}/`,
};

// RFC 4180, read letter by letter.
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quoted && char === '"' && text.charAt(at + 1) === '"') {
      field += '"';
      at += 1;
    } else if (char === '"') quoted = !quoted;
    else if (!quoted && (char === ',' || char === '\n')) {
      rows.at(-1)?.push(field.replace(/\r$/, ''));
      field = '';
      if (char === '\n') rows.push([]);
    } else field += char;
  }
  return rows.slice(0, -1);
}

describe('the file of a result set', () => {
  it('is CSV whose every row has the same fields, with query, date and digest in its head', () => {
    const { text } = resultFiles.csv(set);
    const rows = readCsv(text);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([10]));
    const head = new Map(rows.filter((row) => row[0]?.startsWith('# ')).map((row) => [row[0], row[1]]));
    expect(head.get('# query')).toBe(`'=data "mesh"`);
    expect(head.get('# date')).toBe('2024-02-29');
    expect(head.get('# digest')).toBe('abc123');
    expect(head.get('# results')).toBe('2');
    const body = rows.filter((row) => !row[0]?.startsWith('# '));
    expect(body[0]?.[0]).toBe('excerpt');
    expect(body[1]).toEqual([
      's1-e1',
      's1',
      '1',
      'quote',
      'Participant 1',
      'coded',
      'a; b',
      'A title',
      'https://example.org/e/s1-e1/',
      "'=SUM(A1), “so”\nnext line",
    ]);
    expect(body).toHaveLength(3);
    expect(text.replaceAll('\r\n', '').includes('\r')).toBe(false);
  });

  it('lets no cell begin as a formula', () => {
    const signs = ['=1', '+1', '-1', '@x', '\t=1', '\r=1', '＝1'];
    const records = signs.map((text, index) => record(text, { number: index + 1, sourceTitle: text, speaker: text }));
    const cells = readCsv(resultFiles.csv({ ...set, records, state: { ...set.state, text: '=1+1' } }).text).flat();
    expect(cells.filter((cell) => /^[=+\-@\t\r＝]/.test(cell))).toEqual([]);
  });

  it('is JSON that says the same', () => {
    const read: unknown = JSON.parse(resultFiles.json(set).text);
    expect(read).toMatchObject({
      search: {
        query: '=data "mesh"',
        search: '?q=%3Ddata+%22mesh%22&code=a',
        date: '2024-02-29',
        digest: 'abc123',
        results: 2,
        exact: true,
      },
      excerpts: [{ id: 's1-e1', text: '=SUM(A1), “so”\nnext line', codes: ['a', 'b'] }, { id: 's1-e2' }],
    });
  });

  it('is Markdown in which the words of an excerpt are no markup', () => {
    const { text } = resultFiles.markdown({ ...set, count: { ...set.count, kind: 'at least' } });
    expect(text).toContain('* query: =data "mesh"'.replace('=', '\\='));
    expect(text).toContain('* results: at least 2\n');
    expect(text).toContain('> \\=SUM(A1), “so”\n>\n> next line\n');
    expect(text).toContain('> \\# head \\*bold\\* \\<b\\> \\[x\\](y)\n');
    expect(text).toContain('> [s1-e2](<https://example.org/e/s1-e2/>) · A "title"');
  });
});

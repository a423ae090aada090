import { csvParse, csvParseRows } from 'd3';
import { describe, expect, it } from 'vitest';
import { chainCsv } from '../../../src/study/exports/chain-csv.ts';
import { codesCsv } from '../../../src/study/exports/codes-csv.ts';
import { codingsCsv, codingsOf } from '../../../src/study/exports/codings-csv.ts';
import { formulaPattern, originalCell, safeCell } from '../../../src/study/exports/csv.ts';
import { dataPackage } from '../../../src/study/exports/datapackage.ts';
import { excerptsCsv } from '../../../src/study/exports/excerpts-csv.ts';
import type { ExportContext, ExportFormat } from '../../../src/study/exports/format.ts';
import { problemsCsv } from '../../../src/study/exports/problems-csv.ts';
import { sourcesCsv } from '../../../src/study/exports/sources-csv.ts';
import { visibleControls } from '../../../src/study/exports/visible-controls.ts';
import { theoryCsv } from '../../../src/study/exports/theory-csv.ts';
import { bakery } from '../../plots/bakery.ts';
import { sampleContext } from '../sample-study.ts';
import { richStudy } from '../study-json/rich-study.ts';

const { companion } = bakery();
if (companion === undefined) throw new Error('The bakery has a model.');
const rich = sampleContext({ ...richStudy(), companion });
const tables = [sourcesCsv, excerptsCsv, codingsCsv, codesCsv, problemsCsv, chainCsv];

function written(format: ExportFormat, context: ExportContext = rich): string {
  const [file] = [...format.files(context)];
  return [...(file?.write() ?? [])].join('');
}

const read = (format: ExportFormat, context: ExportContext = rich) => csvParse(written(format, context));

describe('a CSV file', () => {
  it.each(tables)(
    'has every row as wide as its header, ends rows in CRLF and has no byte order mark ($id)',
    (format) => {
      const text = written(format);
      const rows = csvParseRows(text);
      expect(new Set(rows.map((row) => row.length)).size).toBe(1);
      expect(text.endsWith('\r\n')).toBe(true);
      expect(text.startsWith('\ufeff')).toBe(false);
      const outsideQuotes = text.replace(/"(?:[^"]|"")*"/g, '');
      expect(outsideQuotes.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    },
  );

  it.each(tables)('has no cell that a spreadsheet would run ($id)', (format) => {
    for (const row of csvParseRows(written(format)))
      for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
  });

  it.each(['=1+1', "'=1+1", "''+x", '-', '@a', '\tx', '＝x', "'twas", 'a=b', '', "'", '- item'])(
    'gives %j back to whoever undoes the declared rule',
    (text) => {
      expect(originalCell(safeCell(text))).toBe(text);
      expect(new RegExp(formulaPattern, 'u').test(safeCell(text))).toBe(safeCell(text) !== text);
    },
  );

  it('leaves cells alone that no spreadsheet would run', () => {
    expect(safeCell("'twas 1+1=2")).toBe("'twas 1+1=2");
  });

  it('shows control characters and halves of characters as tokens, and keeps whole ones', () => {
    expect(visibleControls('a\0b\u0007\ud83d \ud83d\ude42\t\n\uffff')).toBe('aU+0000bU+0007U+D83D 🙂\t\nU+FFFF');
  });
});

describe('excerpts.csv', () => {
  it('is read back by an independent reader with every text as it is', () => {
    const rows = read(excerptsCsv);
    expect(rows.map((row) => row['id'])).toEqual([...rich.study.excerptById.keys()]);
    for (const row of rows) {
      const excerpt = rich.study.excerptById.get(row['id'] ?? '');
      expect(originalCell(row['text'] ?? '')).toBe(visibleControls(excerpt?.text ?? ''));
    }
  });

  it('says why a text is withheld', () => {
    const row = read(excerptsCsv).find(({ id }) => id === 's6-e2');
    expect(row).toMatchObject({ text: '', withheld: 'no permission of the publisher' });
  });
});

describe('codings.csv', () => {
  it('has one row for each excerpt and each code of its passage', () => {
    const rows = read(codingsCsv);
    const expected = [...rich.study.passageById.values()].reduce(
      (sum, { excerpts, codes }) => sum + excerpts.length * codes.length,
      0,
    );
    expect(rows).toHaveLength(expected);
    expect(new Set(rows.map((row) => `${row['excerpt']} ${row['code']}`)).size).toBe(expected);
  });

  it('has ids, source fields and the addresses of excerpt and code in each row', () => {
    const row = read(codingsCsv).find(({ excerpt }) => excerpt === 's1-e3');
    expect(row).toMatchObject({
      code: 'cost_transparency',
      code_label: 'Cost transparency (100 %)',
      code_kind: 'force',
      source: 's1',
      source_date: '2021-02-04',
      text: 'Cold ovens, well-kept & cheap, are rare.',
      permalink: 'https://review.example.edu/ovens/e/s1-e3/',
      code_permalink: 'https://review.example.edu/ovens/c/cost_transparency/',
    });
  });

  it('gives the place on the source page where excerpts have no page of their own, and paths where no site is known', () => {
    const context = { ...rich, site: '', excerptPages: false };
    expect(read(codingsCsv, context)[0]?.['permalink']).toBe('/s/s1/#s1-e1');
  });

  it('leaves out what no passage covers', () => {
    expect([...codingsOf(rich)].some(({ excerpt }) => excerpt.passage === null)).toBe(false);
  });

  it('is this file for the sample study', async () => {
    await expect(written(codingsCsv, sampleContext()).replaceAll('\r\n', '\n')).toMatchFileSnapshot('codings.csv');
  });
});

describe('codes.csv', () => {
  it('has the columns that Taguette reads: one name, unique and not empty, and a description', () => {
    const rows = read(codesCsv);
    const header = rows.columns.map((name) => name.toLowerCase());
    expect(header.filter((name) => ['tag', 'name', 'path'].includes(name))).toEqual(['name']);
    expect(header).toContain('description');
    expect(header).not.toContain('parent');
    const names = rows.map((row) => row['name']?.trim() ?? '');
    expect(names).not.toContain('');
    expect(new Set(names).size).toBe(rich.study.codes.length);
  });

  it('keeps codes apart that differ in case or look like code', () => {
    const names = read(codesCsv).map((row) => originalCell(row['name'] ?? ''));
    expect(names).toEqual(rich.study.codes.map(({ id }) => id));
    expect(names).toEqual(expect.arrayContaining(['VMs', 'vms', '__proto__', 'constructor', '=1+1', 'C++', '😀']));
  });

  it('puts the codebook entry into the description', () => {
    const row = read(codesCsv).find(({ name }) => name === 'access_control');
    expect(row?.['description']).toBe(
      'Access control\nWho may do what, & under which key; "asking first" counts too.\nUse when: someone is let in or kept out\nNot when: the door is merely closed',
    );
    expect(row).toMatchObject({ parents: 'governance', passages: '4', sources: '3' });
  });
});

describe('datapackage.json', () => {
  const descriptor = JSON.parse(written(dataPackage));
  const files = new Map(
    [...tables, theoryCsv].flatMap((format) =>
      [...format.files(rich)].map(({ path, write }) => [path, csvParse([...write()].join(''))] as const),
    ),
  );
  const rowsOf = (name: string) => files.get(`exports/${name}.csv`) ?? [];

  it('documents the columns of every CSV file in their order', () => {
    expect(descriptor.resources.map(({ path }: { path: string }) => `exports/${path}`)).toEqual([...files.keys()]);
    expect(files.size).toBe(8);
    for (const { path, schema } of descriptor.resources) {
      expect(schema.fields.map(({ name }: { name: string }) => name)).toEqual(files.get(`exports/${path}`)?.columns);
      for (const { description } of schema.fields) expect(description).not.toBe('');
    }
  });

  it('says truly how each column is typed, which is unique and which refers to another file', () => {
    for (const { name: table, schema } of descriptor.resources) {
      const rows = [...rowsOf(table)];
      for (const { name, type } of schema.fields) {
        const values = rows.map((row) => row[name] ?? '').filter((value) => value !== '');
        if (type === 'integer') for (const value of values) expect(value).toMatch(/^\d+$/);
        if (type === 'boolean') for (const value of values) expect(value).toMatch(/^(?:true|false)$/);
      }
      if (schema.primaryKey !== undefined)
        expect(new Set(rows.map((row) => row[schema.primaryKey])).size).toBe(rows.length);
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const keys = new Set([...rowsOf(reference.resource)].map((row) => row[reference.fields]));
        for (const row of rows) expect(keys).toContain(row[fields]);
      }
    }
  });

  it('declares the rule for formulas', () => {
    expect(descriptor.formulas.prefix).toBe("'");
    expect(new RegExp(descriptor.formulas.pattern, 'u').test("'=1+1")).toBe(true);
  });
});

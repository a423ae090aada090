import { existsSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { validateXML } from 'xmllint-wasm';
import { describe, expect, it } from 'vitest';
import type { ExportContext } from '../../../src/study/exports/format.ts';
import { permanentUuid } from '../../../src/study/exports/permanent-uuid.ts';
import { refiCodebook } from '../../../src/study/exports/refi-codebook.ts';
import { refiProject } from '../../../src/study/exports/refi-project.ts';
import { writeZip } from '../../../src/study/exports/zip.ts';
import { codeId, slugOf } from '../../../src/study/model/ids.ts';
import type { Code, Study } from '../../../src/study/model/study.ts';
import { sampleContext, sampleStudy } from '../sample-study.ts';
import { richStudy } from '../study-json/rich-study.ts';
import { type XmlNode, all, parseXml } from './parse-xml.ts';

const schemas = new URL('../../../../shared/schemas/', import.meta.url);
const noSchemas = !existsSync(schemas);

function bytes(pieces: Iterable<string | Uint8Array>): Buffer {
  return Buffer.concat([...pieces].map((piece) => Buffer.from(piece as Uint8Array)));
}

const codebook = (context: ExportContext): string =>
  bytes([...refiCodebook.files(context)][0]?.write() ?? []).toString();
const projectZip = (context: ExportContext): Buffer => bytes([...refiProject.files(context)][0]?.write() ?? []);

function project(context: ExportContext): {
  readonly root: XmlNode;
  readonly xml: string;
  readonly text: (path: string) => string;
} {
  const files = unzipSync(projectZip(context));
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const text = (path: string): string => {
    const file = files[path];
    if (file === undefined) throw new Error(`No ${path} in the zip`);
    return decoder.decode(file);
  };
  const xml = text('project.qde');
  return { root: parseXml(xml), xml, text };
}

async function schemaErrors(xml: string, schema: string): Promise<readonly string[]> {
  const result = await validateXML({
    xml: [{ fileName: 'export.xml', contents: xml }],
    schema: [{ fileName: schema, contents: readFileSync(new URL(schema, schemas), 'utf8') }],
  });
  return result.errors.map(({ message }) => message);
}

/** Codes that hang below groups, below each other, in a circle, and very deep. */
function nestedStudy(): Study {
  const study = richStudy();
  const deep = Array.from({ length: 200 }, (_, n) => code(`deep${n}`, n === 0 ? ['governance'] : [`deep${n - 1}`]));
  const codes = [
    ...study.codes,
    ...deep,
    code('circle_a', ['circle_b']),
    code('circle_b', ['circle_a']),
    code('self', ['self']),
    code('lost', ['nowhere']),
    code('Governance & rules', ['governance', 'deep1']),
    code('a  b', []),
    code('a b', []),
    code('A B', []),
    code('\u0007', []),
    code(' ', []),
  ];
  return { ...study, codes, codeById: new Map(codes.map((entry) => [entry.id, entry])) };
}

const code = (id: string, parents: readonly string[]): Code => ({
  id: codeId(id),
  slug: slugOf(id),
  label: id,
  kind: 'force',
  definitions: [],
  aliases: [],
  codebook: { parents, aliases: [], definition: `What ${id} means ]]> <!-- & "` },
  passages: [],
  firstSeen: null,
  sameLabel: [],
  similar: [],
});

const emptyStudy = (): Study => ({
  ...sampleStudy({ released: '' }),
  sources: [],
  codes: [],
  groups: [],
  codeById: new Map(),
  passageById: new Map(),
});

describe.each([
  ['sample', sampleStudy()],
  ['rich', richStudy()],
  ['nested', nestedStudy()],
])('a REFI-QDA project (%s study)', (_name, study) => {
  const context = sampleContext(study);
  const { root, xml, text } = project(context);
  const codes = all(root, 'Code');

  it.skipIf(noSchemas)('is valid against the schema of the standard (skipped without ../shared)', async () => {
    expect(await schemaErrors(xml, 'Project-mrt2019.xsd')).toEqual([]);
  });

  it.skipIf(noSchemas)('has a codebook that is valid too (skipped without ../shared)', async () => {
    expect(await schemaErrors(codebook(context), 'Codebook.xsd')).toEqual([]);
  });

  it('selects exactly the text of each coded excerpt, code point by code point', () => {
    let compared = 0;
    for (const source of all(root, 'TextSource')) {
      const path = source.attributes['plainTextPath']?.replace('internal://', 'sources/') ?? '';
      const characters = [...text(path)];
      for (const selection of all(source, 'PlainTextSelection')) {
        const { name, startPosition, endPosition } = selection.attributes;
        const excerpt = study.excerptById.get(name ?? '');
        const selected = characters.slice(Number(startPosition), Number(endPosition)).join('');
        const expected = excerpt?.text.replace('\ud800', 'U+D800').replace('\u0007', 'U+0007').replace('\r\n', '\n');
        expect(selected).toBe(expected);
        compared += 1;
      }
    }
    const coded = [...study.excerptById.values()].filter(
      ({ passage, text: words }) => passage !== null && words !== '',
    );
    expect(compared).toBe(coded.length);
  });

  it('has every coding of the study, each by a code that is there', () => {
    const idOf = new Map(study.codes.map(({ id }) => [permanentUuid(study.settings.key, 'code', id), id as string]));
    const found = all(root, 'PlainTextSelection').map((selection) => [
      selection.attributes['name'],
      all(selection, 'CodeRef').map((reference) => idOf.get(reference.attributes['targetGUID'] ?? '')),
    ]);
    const expected = [...study.excerptById.values()]
      .filter(({ passage, text: words }) => passage !== null && words !== '')
      .map(({ id, passage }) => [id, study.passageById.get(passage ?? '')?.codes]);
    expect(found).toEqual(expected);
    const guids = new Set(codes.map(({ attributes }) => attributes['guid']));
    for (const reference of all(root, 'CodeRef')) expect(guids).toContain(reference.attributes['targetGUID']);
  });

  it('gives each identifier once, in upper case', () => {
    const guids = [...xml.matchAll(/ guid="([^"]*)"/g)].map(([, guid]) => guid ?? '');
    expect(new Set(guids).size).toBe(guids.length);
    for (const guid of guids)
      expect(guid).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/);
  });

  it('gives each name once: codes, sources and variables', () => {
    for (const kind of ['Code', 'TextSource', 'Variable']) {
      const names = all(root, kind).map(({ attributes }) => attributes['name']);
      expect(names).not.toContain('');
      expect(new Set(names).size).toBe(names.length);
    }
    expect(codes.filter(({ attributes }) => attributes['isCodable'] === 'true')).toHaveLength(study.codes.length);
  });

  it('names each source so that it can be the name of a file', () => {
    for (const { attributes } of all(root, 'TextSource')) {
      expect(attributes['name']).not.toMatch(/[\\/:*?"<>|\p{Cc}]|[. ]$/u);
      expect([...(attributes['name'] ?? '')].length).toBeLessThanOrEqual(80);
    }
  });

  it('has plain texts with line feeds only and without a byte order mark', () => {
    for (const { attributes } of all(root, 'TextSource')) {
      const plain = text(attributes['plainTextPath']?.replace('internal://', 'sources/') ?? '');
      expect(plain).not.toMatch(/[\r\ufeff]/);
    }
    expect(xml).not.toContain('PlainTextContent');
  });

  it('declares no entity and names only the five that XML has', () => {
    expect(xml).not.toMatch(/<!(?:DOCTYPE|ENTITY)/);
    expect([...xml.matchAll(/&[^;]*;?/g)].every(([entity]) => /^&(?:amp|lt|gt|quot|apos);$/.test(entity))).toBe(true);
  });

  it('is the same bytes in another time zone, on another host, at another time', () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Kiritimati';
    const there = projectZip(context);
    process.env['TZ'] = 'America/New_York';
    const here = projectZip(context);
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(there.equals(here)).toBe(true);
    const moved = project({ ...context, site: 'https://elsewhere.example.net/' }).xml;
    const guids = (words: string) => [...words.matchAll(/(?:guid|GUID)="[^"]*"/g)].map(([guid]) => guid);
    expect(guids(moved)).toEqual(guids(xml));
  });
});

describe('the codebook', () => {
  const study = nestedStudy();
  const root = parseXml(codebook(sampleContext(study)));
  const named = (name: string): XmlNode | undefined =>
    all(root, 'Code').find(({ attributes }) => attributes['name'] === name);

  it('says what the codebook says of a code', () => {
    const description = named('access_control')?.children.find(({ name }) => name === 'Description');
    expect(description?.text).toContain('Who may do what, & under which key; "asking first" counts too.');
    expect(description?.text).toContain('Kind: practice');
    expect(description?.text).toContain('https://review.example.edu/ovens/c/access_control/');
  });

  it('puts codes below their group, which is no code itself', () => {
    const group = named('Governance & rules (group governance)') ?? named('Governance & rules');
    const groups = all(root, 'Code').filter(({ attributes }) => attributes['isCodable'] === 'false');
    expect(groups).toHaveLength(1);
    expect(groups[0]?.children.map(({ attributes }) => attributes['name'])).toEqual(
      expect.arrayContaining(['access_control', 'deep0']),
    );
    expect(group).toBeDefined();
  });

  it('puts circles and what hangs too deep at the top, and loses none', () => {
    const top = root.children[0]?.children.map(({ attributes }) => attributes['name']) ?? [];
    expect(top).toEqual(expect.arrayContaining(['circle_a', 'circle_b', 'self', 'lost', 'deep40']));
    expect(all(root, 'Code')).toHaveLength(study.codes.length + study.groups.length);
  });

  it('keeps names apart that differ in blanks only, and shows what cannot be seen', () => {
    const names = all(root, 'Code').map(({ attributes }) => attributes['name']);
    expect(names).toEqual(
      expect.arrayContaining(['a b', 'A B', 'VMs', 'vms', '__proto__', '=1+1', 'U+0007', 'two lines']),
    );
    expect(names.filter((name) => name?.startsWith('a b'))).toHaveLength(2);
  });
});

describe('a study without codes and sources', () => {
  const context = sampleContext(emptyStudy());

  it('has no codebook file, since none would be valid', () => {
    expect([...refiCodebook.files(context)]).toEqual([]);
  });

  it.skipIf(noSchemas)('has a project that is valid all the same (skipped without ../shared)', async () => {
    expect(await schemaErrors(project(context).xml, 'Project-mrt2019.xsd')).toEqual([]);
  });

  it('has no date when the release has none', () => {
    expect(project(context).root.attributes).not.toHaveProperty('creationDateTime');
  });
});

describe('a zip', () => {
  it('holds no path that leads out of it', () => {
    for (const path of ['../x', '/x', 'a/../../x', 'C:x', 'a\\b', 'a\0'])
      expect(() => [...writeZip([{ path, write: () => ['x'] }])]).toThrow(/Unsafe path/);
  });

  it('is read by another program', () => {
    const zip = bytes(
      writeZip([
        { path: 'a/größe.txt', write: () => ['ein ', new TextEncoder().encode('Wort')] },
        { path: 'empty.txt', write: () => [] },
      ]),
    );
    expect(Object.entries(unzipSync(zip)).map(([path, content]) => [path, new TextDecoder().decode(content)])).toEqual([
      ['a/größe.txt', 'ein Wort'],
      ['empty.txt', ''],
    ]);
  });
});

describe('a permanent identifier', () => {
  it('is a version 5 UUID of key, kind and id', () => {
    expect(permanentUuid('smp', 'code', 'C++')).toBe(permanentUuid('smp', 'code', 'C++'));
    expect(permanentUuid('smp', 'code', 'C++')).not.toBe(permanentUuid('smp', 'source', 'C++'));
    expect(permanentUuid('smp', 'code', 'C++')).not.toBe(permanentUuid('ssp', 'code', 'C++'));
  });
});

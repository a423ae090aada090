import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { buildStudy } from '../../../src/study/build-study.ts';
import { publicStudy } from '../../../src/study/derive/publish.ts';
import { fieldNote } from '../../../src/study/exports/field-note.ts';
import { escapeVault } from '../../../src/study/exports/vault-note.ts';
import { vault, vaultEntries } from '../../../src/study/exports/vault.ts';
import type { Study } from '../../../src/study/model/study.ts';
import { decode } from '../../../src/study/read/decode.ts';
import { undressed } from '../../../src/study/read/vault-dress.ts';
import { sampleContext, sampleStudy } from '../sample-study.ts';
import { richStudy } from '../study-json/rich-study.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** The vault as a reader unpacks it. */
function unpacked(study: Study): string {
  const folder = mkdtempSync(join(tmpdir(), 'catena-vault-'));
  folders.push(folder);
  for (const { path, write } of vaultEntries(sampleContext(study))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), [...write()].join(''));
  }
  return folder;
}

/** What of a study is its dataset: lines, files, repairs and problems are those of its notes. */
function dataset(study: Study) {
  const { withhold: _withhold, previous: _previous, ...settings } = study.settings;
  return {
    settings,
    sources: study.sources.map(({ id, kind, header, metadata, title, url, references, bibliography }) => ({
      ...{ id, kind, header, metadata, title, url, bibliography },
      references: references.map(({ id: key, values }) => ({ key, values })),
    })),
    excerpts: [...study.excerptById.values()].map(({ lines: _lines, repairs: _repairs, ...excerpt }) => excerpt),
    passages: [...study.passageById.values()].map(({ id, excerpts, codes, openCodes, statements, remarks }) => ({
      ...{ id, excerpts, codes },
      openCodes: openCodes.map(({ text, sign, inVivo, codes: same }) => ({ text, sign, inVivo, same })),
      statements: statements.map(({ text, kind, ids, salvaged }) => ({ text, kind, ids, salvaged })),
      remarks: remarks.map(({ text, kind }) => ({ text, kind })),
    })),
    codes: study.codes.map(({ definitions: _definitions, firstSeen: _firstSeen, ...code }) => code),
    groups: study.groups,
    claims: study.claims.map(({ line: _line, ...claim }) => claim),
    relations: study.relations.map(({ file: _file, line: _line, ...relation }) => relation),
    options: study.companion?.options.map(({ file: _file, line: _line, ...option }) => option),
  };
}

const content = fileURLToPath(new URL('../../../content', import.meta.url));
const shared = fileURLToPath(new URL('../../../../shared/studies/', import.meta.url));

describe('a vault', () => {
  it('is a study folder that gives the same dataset again', async () => {
    const study = publicStudy((await buildStudy({ directory: content })).study);
    const again = publicStudy((await buildStudy({ directory: unpacked(study) })).study);
    expect(dataset(again)).toEqual(dataset(study));
  });

  it.skipIf(!existsSync(shared)).each(['seeds', 'self-serve-platform/notes'])(
    'gives the same dataset for real notes, broken ones too (%s; skipped without ../shared)',
    async (name) => {
      const study = publicStudy((await buildStudy({ directory: join(shared, name) })).study);
      const again = publicStudy((await buildStudy({ directory: unpacked(study) })).study);
      expect(dataset(again)).toEqual(dataset(study));
    },
  );

  it('accounts for every byte of its notes when it is read again', async () => {
    const study = publicStudy((await buildStudy({ directory: content })).study);
    const again = (await buildStudy({ directory: unpacked(study) })).study;
    const notes = again.files.filter(({ role }) => role === 'note');
    expect(notes).toHaveLength(study.sources.length);
    for (const { bytes, account, path } of notes)
      expect((account?.shown ?? 0) + (account?.structure ?? 0) + (account?.ignored ?? 0), path).toBe(bytes);
  });

  it('keeps what is withheld withheld, with its reason, when it is read again', async () => {
    const { study } = await buildStudy({ directory: content });
    const shown = publicStudy({ ...study, settings: { ...study.settings, maxWords: 30 } });
    const hidden = [...shown.excerptById.values()].filter(({ withheld }) => withheld !== undefined);
    expect(hidden.length).toBeGreaterThan(5);
    const again = publicStudy((await buildStudy({ directory: unpacked(shown) })).study);
    for (const { id, withheld } of hidden) expect(again.excerptById.get(id)).toMatchObject({ text: '', withheld });
  });

  it('keeps the order of words, fences and comments in a trace', async () => {
    const axial = [
      'words before',
      '```python\none = CClass(practice, "One")\n# a comment\n```',
      'between',
      '```\ntwo\n```',
      'behind',
    ];
    const folder = mkdtempSync(join(tmpdir(), 'catena-vault-'));
    folders.push(folder);
    const note = `# s\n1\n## url\nhttps://example.org/1\n## title\nOne\n\n> A quote.\n\n**AXIAL CODING TRACE:**\n\n${axial.join('\n\n')}\n`;
    writeFileSync(join(folder, 's_1.md'), note);
    const study = publicStudy((await buildStudy({ directory: folder })).study);
    const kinds = (one: Study) =>
      [...one.passageById.values()].flatMap(({ remarks }) => remarks.map(({ text }) => text));
    expect(kinds(study)).toEqual(['words before', '# a comment', 'between', 'behind']);
    const again = publicStudy((await buildStudy({ directory: unpacked(study) })).study);
    expect(dataset(again).passages).toEqual(dataset(study).passages);
  });

  it('keeps ids when the ledger has gaps', async () => {
    const { study } = await buildStudy({ directory: content });
    const again = (await buildStudy({ directory: unpacked(renumbered(study)) })).study;
    expect(again.permanent).toBe(true);
    expect(again.sources[0]?.excerpts.map(({ number }) => number)).toEqual(
      study.sources[0]?.excerpts.map(({ number }) => number * 3),
    );
  });
});

const renumbered = (study: Study): Study => ({
  ...study,
  permanent: true,
  sources: study.sources.map((source) => ({
    ...source,
    excerpts: source.excerpts.map((excerpt) => ({
      ...excerpt,
      id: `${source.id}-e${excerpt.number * 3}` as typeof excerpt.id, // an id is a string
      number: excerpt.number * 3,
    })),
  })),
});

describe('a note of a vault', () => {
  const files = new Map(
    [...vaultEntries(sampleContext(richStudy()))].map(({ path, write }) => [path, [...write()].join('')]),
  );
  const note = (path: string): string => files.get(path) ?? '';

  it('has quotes with block ids, links to codes, tags and aliases', () => {
    expect(note('sources/s6.md')).toContain(
      '> Every baker has a key, but only one of them may hold the fire.\n\n^s6-e1\n',
    );
    expect(note('sources/s6.md')).toContain(
      '↳ [[codes/access_control|access_control]] · [[codes/acces_control|acces_control]]',
    );
    expect(note('sources/s6.md')).toContain('aliases: ["s6","How we share one oven"]\ntags: ["source","blog-post"]');
    expect(note('codes/access_control.md')).toContain('[[sources/s6#^s6-p1|s6-p1]]: [[sources/s6#^s6-e1|s6-e1]]');
  });

  it('has a safe name on every disk, each once without regard to case', () => {
    const names = [...files.keys()];
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^(?:(?:codes|sources)\/)?[A-Za-z0-9_ -]+\.(?:md|yaml|jsonl)$/);
  });

  it('links to notes that are there', () => {
    for (const [name, text] of files)
      for (const [, target] of text.matchAll(/\[\[([^\]|#]+)/g)) {
        if (name.endsWith('.md')) expect(files.has(`${target}.md`), `${name} → ${target}`).toBe(true);
      }
  });

  it('fetches nothing and runs nothing when it is opened', () => {
    for (const [name, text] of files) {
      if (!name.endsWith('.md')) continue;
      const prose = text.replace(/^---\n[^]*?\n---\n/, '').replace(/^(`{3,})[^]*?^\1$/gm, '');
      expect(prose).not.toMatch(/(?<!\\)!\[/);
      expect(prose).not.toMatch(/(?<!\\)<(?![^>\s]*>\)$)/m);
    }
  });

  it('shows each sign of a quote as it is', () => {
    expect(escapeVault('[[x]] #tag ![y](z) <b> %%c%% ^s1-e1 ==m== $a$ `c` \\')).toBe(
      '\\[\\[x\\]\\] \\#tag \\!\\[y\\](z) \\<b\\> \\%\\%c\\%\\% \\^s1-e1 \\=\\=m\\=\\= \\$a\\$ \\`c\\` \\\\',
    );
  });

  it('is the field note again without its dress', () => {
    const study = sampleStudy();
    for (const source of study.sources) {
      const dressed = [...vaultEntries(sampleContext(study))].find(({ path }) => path === `sources/${source.id}.md`);
      const file = undressed(decode(Buffer.from([...(dressed?.write() ?? [])].join(''))));
      const squeezed = (text: string): string =>
        text
          .replace(/\n{2,}/g, '\n\n')
          .replace(/\(<([^<>]*)>\)/g, '($1)')
          .trim();
      expect(squeezed(file.text)).toBe(squeezed([...fieldNote(source)].join('')));
    }
  });

  it('leaves a note alone that no vault wrote', () => {
    for (const text of ['---\ntitle: x\n---\n# s\n1\n', '# s\n1\n', '--- \ncatena: field-note\n', ''])
      expect(undressed(decode(Buffer.from(text))).text).toBe(text);
  });

  it('is one of a zip that another program reads', () => {
    const pieces = [...([...vault.files(sampleContext())][0]?.write() ?? [])].map((piece) =>
      Buffer.from(piece as Uint8Array),
    );
    const zip = unzipSync(Buffer.concat(pieces));
    expect(Object.keys(zip)).toEqual([...vaultEntries(sampleContext())].map(({ path }) => path));
  });
});

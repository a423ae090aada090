// The certificate: every byte of a note is in exactly one slot, the slots give the bytes back, and what is called shown is in the study.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildStudy, studyOf } from '../../src/study/build-study.ts';
import { parseNote } from '../../src/study/parse/parse-note.ts';
import { decode } from '../../src/study/read/decode.ts';
import type { TextFile } from '../../src/study/read/folder.ts';
import { rebuilt, tilingFaults, wordsNotShown } from './account.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const corpora = ['content/sources', '../shared/studies/seeds', '../shared/studies/self-serve-platform'];

const fileOf = (path: string, bytes: Uint8Array): TextFile => ({
  ...decode(bytes),
  path,
  bytes: bytes.length,
  sha256: '',
});
const noteNames = (directory: string): readonly string[] =>
  existsSync(directory)
    ? readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:md|txt)$/.test(name))
    : [];

describe('the certificate of real notes', () => {
  for (const corpus of corpora) {
    const directory = join(project, corpus);
    it.skipIf(!existsSync(directory))(
      `holds for ${corpus} (skipped where the corpus is not beside the project)`,
      async () => {
        const { study } = await buildStudy({ directory });
        const files = new Map(study.files.map((file) => [file.path, file]));
        for (const name of noteNames(directory)) {
          const bytes = readFileSync(join(directory, name));
          const file = fileOf(name, bytes);
          const note = parseNote(file.text);
          expect(tilingFaults(file.text, note.slots), name).toEqual([]);
          expect(Buffer.compare(rebuilt(file, bytes, note.slots), bytes), name).toBe(0);
          const account = files.get(name)?.account;
          const source = study.sources.find((one) => one.file === name);
          if (!source || !account) continue;
          expect(account.shown + account.structure + account.ignored, name).toBe(bytes.length);
          expect(wordsNotShown(file.text, note, source, study.problems), name).toEqual([]);
          expect(account.ignored, name).toBe(0);
        }
        expect(study.sources.length).toBeGreaterThan(1);
      },
    );
  }

  it.skipIf(!existsSync(join(project, corpora[1] ?? '')))(
    'says of the second seed that 95.5 % of its 18,072 bytes are shown and 4.5 % are structure (skipped without the corpora)',
    async () => {
      const { study } = await buildStudy({ directory: join(project, '../shared/studies/seeds') });
      const file = study.files.find((one) => one.source === 's6');
      expect(file?.bytes).toBe(18_072);
      expect(file?.account).toEqual({ shown: 17_251, structure: 821, ignored: 0 });
    },
  );
});

const note = readFileSync(join(project, 'content/sources/s_27.md'), 'utf8');
const accented = note.replace('data', 'd\u00e4t\u00e9').replace(/[\u0100-\uffff]/g, '-');

describe('a note in another encoding', () => {
  const cases: Readonly<Record<string, Uint8Array>> = {
    CRLF: Buffer.from(note.replace(/\n/g, '\r\n')),
    'lone CR': Buffer.from(note.replace(/\n/g, '\r')),
    'a byte order mark': Buffer.from(`\ufeff${note}`),
    'Windows-1252': Buffer.from(accented, 'latin1'),
    'UTF-8 with stray bytes': Buffer.concat([
      Buffer.from(note),
      Buffer.from([0x3e, 0x20, 0xe9, 0x80, 0xff, 0x0a]),
      Buffer.from('> \u00fcber\n'),
    ]),
    'UTF-16LE': Buffer.from(`\ufeff${note}`, 'utf16le'),
    'UTF-16BE': Buffer.from(`\ufeff${note}`, 'utf16le').swap16(),
    'UTF-16LE without a mark': Buffer.from(note, 'utf16le'),
    'UTF-16LE with half a character at its end': Buffer.concat([
      Buffer.from(`\ufeff${note}`, 'utf16le'),
      Buffer.from([0x41]),
    ]),
    'UTF-16LE with half a surrogate pair': Buffer.from(`\ufeff${note}\n> a \ud83d b\n`, 'utf16le'),
    'twice-encoded characters': Buffer.from(note.replace(/data/g, 'd\u00e2\u20ac\u2122ta')),
    'soft hyphens and ligatures': Buffer.from(note.replace(/data/g, 'da\u00adta').replace(/if/g, 'i\u000b')),
    'no final line end': Buffer.from(note.trimEnd()),
    'nothing at all': Buffer.from(''),
  };
  for (const [name, bytes] of Object.entries(cases)) {
    it(`with ${name} comes back byte for byte, and nothing is lost`, () => {
      const file = fileOf('s_27.md', bytes);
      const read = parseNote(file.text);
      expect(tilingFaults(file.text, read.slots)).toEqual([]);
      expect(Buffer.compare(rebuilt(file, bytes, read.slots), bytes)).toBe(0);
      const { study } = studyOf({ notes: [file], settings: new Map(), models: [], unreadable: [] });
      const [source] = study.sources;
      if (bytes.length === 0) return expect(source).toBeUndefined();
      const account = study.files[0]?.account ?? { shown: 0, structure: 0, ignored: 0 };
      expect(account.shown + account.structure + account.ignored).toBe(bytes.length);
      expect(source && wordsNotShown(file.text, read, source, study.problems)).toEqual([]);
      expect(source?.excerpts.length).toBeGreaterThan(10);
    });
  }
});

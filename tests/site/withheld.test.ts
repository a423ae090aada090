// What study.yaml withholds is in no file of the built site: pages, exports, index, store; gzipped, zipped or escaped in any way.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../src/commands/project.ts';
import { cleanEnvironment } from '../commands/clean-environment.ts';
import { invented, writeStudy } from '../commands/tiny-study.ts';

// Made-up words, one for each rule; none of them may be anywhere.
const secrets = ['Quokkaberry', 'Wimblesnark', 'Zorbelfink', 'Plunderquist', 'Grömmelthrax', 'Ankylodonk'] as const;
const [byExcerpt, bySource, byCode, byLength, byInterview, byTombstone] = secrets;

const sentence = (word: string): string => `Nobody at ${word} & Söhne had ever seen the oven lit`;

/** The word in every place of a note to which words of an excerpt find their way. */
const telling = (number: number, word: string, code: string): string => `# s
${number}
## url
https://example.org/${number}
## tiny url

## archive url

## title
Ovens, part ${number}
## source code
no
## example
no
## source type
blog post
## author type
practitioner
## references

# coding

> ${sentence(word)}, they said.

![${word} at night](https://example.org/${encodeURIComponent(word)}.png)

**OPEN CODING TRACE:**

nobody at ${word} & Söhne had ever seen

${word.toLowerCase()}

**AXIAL CODING TRACE:**

they say that nobody at ${word} & Söhne had ever seen the oven lit

\`\`\`python
${code} = CClass(practice, "Warm oven")
'''nobody at ${word} & Söhne had ever seen the oven lit'''
nobody at ${word} & Söhne had ever seen the oven
\`\`\`

> A shown sentence about bread number ${number}.
`;

const interview = `# p
1
## url

## tiny url

## archive url

## title
Talk with Mrs ${byInterview}
## source code

## example

## source type
interview
## author type
practitioner
## references

# coding

> **${byInterview}:** I have always worked at ${byInterview} and I like it there.

**OPEN CODING TRACE:**

likes ${byInterview}

**AXIAL CODING TRACE:**

added for ${byInterview}:

\`\`\`python
warm_oven = CClass(practice, "Warm oven")
\`\`\`
`;

const settings = `key: hid
title: Withheld ovens
release: "1.1.0"
released: "2024-05-01"
contact: takedown@example.org
licence: CC-BY-4.0
maxWords: 30
interviews: withheld
withhold:
  - { excerpt: s1-e1, reason: its author asked for it }
  - { excerpt: s1-e2, reason: its author asked for it }
  - { source: s2, reason: no licence }
  - { code: hidden_oven, reason: under embargo }
`;

const long = `${sentence(byLength)}, ${'and so on '.repeat(20)}until the end`;
const codebook = `codes:
  warm_oven: { definition: "As when nobody at ${byExcerpt} & Söhne had ever seen the oven lit.", example: s1-e1 }
`;

let folder = '';
const run = (...words: readonly string[]) =>
  spawnSync(process.execPath, [join(projectFolder, 'src', 'commands', 'run.mjs'), ...words], {
    cwd: folder,
    env: cleanEnvironment,
    encoding: 'utf8',
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'catena-withheld-'));
  const notes = {
    'sources/s_1.md': telling(1, byExcerpt, 'warm_oven'),
    'sources/s_2.md': telling(2, bySource, 'warm_oven'),
    'sources/s_3.md': telling(3, byCode, 'hidden_oven'),
    'sources/s_4.md': invented(4, long),
    'sources/jane-of-the-ovens_p_1.md': interview,
    'codebook.yaml': codebook,
    'memos.yaml': `s1-e1: We asked whether nobody at ${byExcerpt} & Söhne had ever seen it.\n`,
    'claims.yaml': `- { id: c1, statement: "We found that nobody at ${byExcerpt} & Söhne had ever seen it.", evidence: [s1-e1] }\n`,
  };
  // A released excerpt that is gone since, and whose words may not be shown either.
  const before = {
    ...notes,
    'sources/s_2.md': telling(2, bySource, 'warm_oven').replace(
      '> A shown',
      `> ${sentence(byTombstone)} at all.\n\n> A shown`,
    ),
  };
  writeStudy(join(folder, 'study'), { ...before, 'study.yaml': settings.replace('1.1.0', '1.0.0') });
  expect(run('anchors', '--study', 'study').status).toBe(0);
  writeStudy(join(folder, 'study'), { ...notes, 'study.yaml': settings });
  run('anchors', '--study', 'study');
  expect(run('anchors', '--study', 'study', '--withdraw', 's2-e3', 'taken down').status).toBe(0);
  const { status, stderr } = run('build', '--study', 'study', '--out', 'site', '--site', 'https://example.org/');
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Every file, and what is packed in it. */
function* parts(): Iterable<Part> {
  const site = join(folder, 'site');
  for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    yield* unpacked({ name: relative(site, path), bytes: readFileSync(path) });
  }
}

function* unpacked(part: Part): Iterable<Part> {
  yield part;
  if (part.bytes[0] === 0x1f && part.bytes[1] === 0x8b)
    yield { name: `${part.name} (gunzipped)`, bytes: gunzipSync(part.bytes) };
  if (part.bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04')))
    for (const [name, bytes] of Object.entries(unzipSync(part.bytes)))
      yield* unpacked({ name: `${part.name}/${name}`, bytes: Buffer.from(bytes) });
}

/** A text as it stands, and with what could hide a word in it undone. */
function readings({ bytes }: Part): readonly string[] {
  const text = bytes.toString('utf8');
  const entities = text.replace(/&#(x?)([0-9a-f]+);/gi, (_all, hex: string, digits: string) =>
    String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(digits, hex === '' ? 10 : 16))),
  );
  const escapes = text.replace(/\\u([0-9a-f]{4})/gi, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const percent = text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
  );
  const base64 = (text.match(/[A-Za-z0-9+/_-]{16,}={0,2}/g) ?? []).map((run) =>
    Buffer.from(run, 'base64').toString('utf8'),
  );
  return [text, entities, escapes, percent, base64.join('\n')].map((one) => one.normalize('NFKC').toLowerCase());
}

const words = secrets.map((word) => word.normalize('NFKC').toLowerCase());

describe('withheld words', () => {
  it('stand in the notes, and the reader of the site would find them', () => {
    const notes = readdirSync(join(folder, 'study', 'sources')).map((name) =>
      readFileSync(join(folder, 'study', 'sources', name), 'utf8'),
    );
    for (const word of secrets.slice(0, 5)) expect(notes.join('\n')).toContain(word);
    const hidden = Buffer.from(
      `x &#81;uokkaberry \\u0051uokkaberry %51uokkaberry ${Buffer.from('said Quokkaberry').toString('base64')}`,
    );
    expect(readings({ name: '', bytes: hidden }).filter((text) => text.includes('quokkaberry'))).toHaveLength(4);
  });

  it('are in no file of the site, however it is packed or escaped', () => {
    const found: string[] = [];
    let read = 0;
    for (const part of parts()) {
      read += 1;
      const texts = readings(part);
      for (const word of words) if (texts.some((text) => text.includes(word))) found.push(`${word} in ${part.name}`);
    }
    expect(read).toBeGreaterThan(60);
    expect(found).toEqual([]);
  });

  it('are in no name of a file, and neither is the path of a withheld interview', () => {
    const names = [...parts()].map(({ name }) => name.toLowerCase()).join('\n');
    for (const word of words) expect(names).not.toContain(word);
    for (const part of parts())
      expect(part.bytes.toString('latin1').includes('jane-of-the-ovens'), part.name).toBe(false);
  });

  it('can be confirmed by no hash: neither of a note nor of a text, whole or cut', () => {
    const guesses = [
      ...readdirSync(join(folder, 'study', 'sources'))
        .filter((name) => name !== 's_4x.md')
        .map((name) => readFileSync(join(folder, 'study', 'sources', name))),
      readFileSync(join(folder, 'study', 'anchors.jsonl')),
      ...[byExcerpt, bySource, byCode].map((word) => Buffer.from(`${sentence(word)}, they said.`)),
      ...[byExcerpt, bySource, byCode].map((word) =>
        Buffer.from(`${sentence(word)}, they said.`.normalize('NFKC').toLowerCase()),
      ),
    ];
    const hashes = guesses.map((bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16));
    for (const part of parts()) {
      if (part.name.endsWith('SHA256SUMS')) continue;
      const text = part.bytes.toString('latin1');
      for (const hash of hashes) expect(text.includes(hash), `${part.name}: ${hash}`).toBe(false);
    }
  });

  it('leave their places, which say why', () => {
    const page = (path: string): string => readFileSync(join(folder, 'site', path, 'index.html'), 'utf8');
    expect(page('s/s1')).toContain('withheld: its author asked for it');
    expect(page('e/s1-e1')).toContain('its author asked for it');
    expect(page('s/s2')).toContain('no licence');
    expect(page('s/s3')).toContain('under embargo');
    expect(page('s/s4')).toContain('longer than 30 words');
    expect(page('s/p1')).toContain('interviews are withheld');
    expect(page('s/s1')).toContain('A shown sentence about bread number 1.');
    expect(page('e/s2-e3')).toMatch(/taken down/);
  });
});

describe('every page', () => {
  it('says the digest, whose licence covers what, and where to write', () => {
    const pages = readdirSync(join(folder, 'site'), { recursive: true, withFileTypes: true }).filter(({ name }) =>
      name.endsWith('.html'),
    );
    const { study } = JSON.parse(readFileSync(join(folder, 'site', 'exports', 'study.json'), 'utf8')) as {
      study: { digest: string };
    };
    expect(pages.length).toBeGreaterThan(20);
    for (const entry of pages) {
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
      expect(text, entry.name).toContain(study.digest.slice(0, 12));
      expect(text).toContain('1.1.0');
      expect(text).toMatch(/CC-BY-4\.0[^<]*Quoted words belong to their authors/);
      expect(text).toContain('mailto:takedown@example.org');
    }
  });
});

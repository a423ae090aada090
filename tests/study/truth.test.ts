// The two corpora of the tradition, read by us and by an independent reader: every excerpt, passage, open code, code and field agrees.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildStudy } from '../../src/study/build-study.ts';
import { compareWithTruth, type Truth } from './compare-truth.ts';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));

describe('an independent reading of the corpora', () => {
  for (const name of ['seeds', 'self-serve-platform']) {
    const [directory, file] = [`${shared}studies/${name}`, `${shared}truth/${name}.json`];
    it.skipIf(!existsSync(directory) || !existsSync(file))(
      `agrees with ours in every fact of ${name} (skipped where the third-party corpora are not beside the project)`,
      async () => {
        const { study } = await buildStudy({ directory });
        // The file is written by the independent reader in exactly this shape.
        const truth = JSON.parse(readFileSync(file, 'utf8')) as Truth;
        const { compared, differences } = compareWithTruth(study, truth);
        expect(differences.join('\n')).toBe('');
        expect(compared).toBeGreaterThan(200);
      },
    );
  }
});

describe('the comparison itself', () => {
  const truth: Truth = {
    sources: [
      {
        file: 'a.md',
        id: 's1',
        bytes: 1,
        header: { title: 'One' },
        headerLines: { title: 4 },
        metadata: null,
        excerpts: [],
        groups: [],
      },
    ],
  };

  it('names a source that is missing, with its file', async () => {
    const { study } = await buildStudy({ directory: fileURLToPath(new URL('../../content', import.meta.url)) });
    const without = { ...study, sources: [], sourceById: new Map() };
    expect(compareWithTruth(without, truth).differences).toEqual([
      'number of sources: got 0, expected 1',
      'a.md:1 s1 exists: got false, expected true',
    ]);
  });

  it('names a field that differs, with its line', async () => {
    const { study } = await buildStudy({ directory: fileURLToPath(new URL('../../content', import.meta.url)) });
    const { differences } = compareWithTruth(study, truth);
    expect(differences.some((line) => line.startsWith('a.md:4 header title: got "') && line.endsWith('"One"'))).toBe(
      true,
    );
  });
});

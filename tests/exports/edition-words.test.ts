// Every export that can hold a remark says from which release and content it was made.

import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { editionWords } from '../../src/study/exports/edition-words.ts';
import { formats } from '../../src/study/exports/index.ts';
import { bakery } from '../plots/bakery.ts';
import { sampleContext, sampleStudy } from './sample-study.ts';

/** CSV, RIS, CSL-JSON and linksets have no place for a remark; the package and the schemas are the same for every study. */
const without = /\.(?:csv|ris|csl\.json|schema\.json|sty|lua)$|^linkset\.json$/;

describe('an export', () => {
  it.each(formats.map((format) => [format.id, format] as const))('%s names the digest of its study', (_id, format) => {
    const context = sampleContext(bakery());
    const file = [...format.files(context)][0];
    expect(file, 'the bakery has something for every export').toBeDefined();
    if (file === undefined || without.test(file.path)) return;
    const bytes = Buffer.concat([...file.write()].map((piece) => Buffer.from(piece as Uint8Array))); // a string is taken as UTF-8
    const text =
      file.mediaType === 'application/zip'
        ? Object.values(unzipSync(bytes))
            .map((entry) => strFromU8(entry))
            .join('\n')
        : strFromU8(bytes);
    expect(text, file.path).toContain(context.study.digest);
    expect(text, file.path).toContain('1.2.0');
  });
});

describe('the words', () => {
  it('can close no comment and begin no command, whatever the release is called', () => {
    const words = editionWords(sampleStudy({ release: '1.0 --> <b>\\input{x}\n% ’ "' }));
    expect(words).toMatch(/^Study smp, release [A-Za-z0-9.+_ -]+, digest [0-9a-f]{64}\.$/);
    expect(words).not.toContain('--');
  });
});

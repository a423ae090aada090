import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { materialOf, writeCitationFiles } from '../../src/commands/latex/material.ts';
import { hasProgram, runSetUp } from '../../src/commands/latex/run-set-up.ts';
import { allSetUps } from '../../src/commands/latex/set-ups.ts';
import { sampleContext } from '../exports/sample-study.ts';

const context = sampleContext();
const material = materialOf(context);
if (material === null) throw new Error('the sample study has sources, excerpts and codes');
const setUps = allSetUps(material);

/** One of each kind; `npm run check:latex` runs them all. */
const chosen = [
  'pdflatex, biber, biblatex authoryear',
  'xelatex, biber, biblatex numeric',
  'pdflatex, BibTeX, plain',
  'pdflatex, BibTeX, ACM-Reference-Format',
  'pdflatex, catena.sty and its tables, with hyperref',
  'pdflatex, catena.sty and its tables, without hyperref',
  'pdflatex, catena.sty in headings of acmart',
  'pdflatex, catena.sty names an unknown id',
  'pdflatex, catena.sty tells of words that have changed',
  'pandoc, citeproc with CSL-JSON',
  'pandoc, catena.lua',
  'pandoc, catena.lua stops at an unknown id',
];

let folder = '';
let exports = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'catena-latex-test-'));
  exports = writeCitationFiles(context, folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const all = process.env['LATEX_SET_UPS'] === 'all';

describe('awkward titles, authors and addresses pass', () => {
  it('covers the engines and styles that papers use', () => {
    expect(setUps.map(({ name }) => name)).toEqual(expect.arrayContaining(chosen));
    expect(setUps).toHaveLength(32);
  });

  for (const setUp of setUps.filter(({ name }) => all || chosen.includes(name))) {
    const missing = setUp.programs.filter((program) => !hasProgram(program));
    it.skipIf(missing.length > 0)(
      `${setUp.name}${missing.length > 0 ? ` (no ${missing.join(', ')})` : ''}`,
      ({ skip }) => {
        const { outcome, reasons } = runSetUp(setUp, exports);
        if (outcome === 'skipped') skip(reasons.join('; '));
        expect(reasons).toEqual([]);
        expect(outcome).toBe('passed');
      },
      120_000,
    );
  }

  it.skipIf(!hasProgram('pdflatex'))('and a broken bibliography would be noticed', () => {
    const [setUp] = setUps.filter(({ name }) => name === 'pdflatex, catena.sty names an unknown id');
    if (setUp === undefined) throw new Error('there is such a set-up');
    const { faulty, ...strict } = setUp;
    expect(faulty).toBe(true);
    const { outcome } = runSetUp(strict, exports);
    expect(['failed', 'skipped']).toContain(outcome);
  });
});

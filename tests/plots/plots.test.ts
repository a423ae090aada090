// Each plot as SVG text, compared with its picture beside this file. UPDATE=1 writes the pictures.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseFragment } from 'parse5';
import { beforeAll, describe, expect, it } from 'vitest';
import { dataLinks } from '../../src/site/plots/drawing.ts';
import { dataFile } from '../../src/site/plots/files.ts';
import { pictureFile } from '../../src/site/plots/imprint.ts';
import { plotsOf, type ListedPlot } from '../../src/site/plots/index.ts';
import { localGraphOf } from '../../src/site/plots/local-graph.ts';
import { palette } from '../../src/site/plots/palette.ts';
import { svgOnPage } from '../../src/site/plots/svg.ts';
import { publishEdition } from '../../src/site/study.ts';
import { theoryDe } from '../../src/site/words/theory-de.ts';
import { theoryEn } from '../../src/site/words/theory-en.ts';
import { sampleStudy } from '../exports/sample-study.ts';
import { bakery } from './bakery.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const study = bakery();
const edition = {
  study,
  base: '/ovens/',
  site: 'https://example.org/ovens/',
  excerptPages: true,
  directory: '',
  reading: 0,
};
let plots: readonly ListedPlot[] = [];
beforeAll(() => {
  publishEdition(edition);
  plots = plotsOf(study, theoryEn);
});

const names = [
  'flow',
  'portrait',
  'sources-codes',
  'sources-codes-by-appearance',
  'sources-codes-clustered',
  'codes-together',
  'codes-together-in-sources',
  'coverage',
  'code-passages',
  'saturation',
  'decisions',
  'model-1',
  'model-2',
];

function asExpected(name: string, svg: string): void {
  const file = here(`${name}.svg`);
  if (process.env['UPDATE'] === '1') writeFileSync(file, svg);
  expect(existsSync(file), `${name}.svg is missing: UPDATE=1 writes it`).toBe(true);
  expect(svg).toBe(readFileSync(file, 'utf8'));
}

describe('the plots of a study', () => {
  it('are all there, under permanent names', () => {
    expect(plots.map(({ plot }) => plot.name)).toEqual(names);
  });

  it.each(names)('%s is drawn as its picture', (name) => {
    const listed = plots.find(({ plot }) => plot.name === name);
    if (!listed) throw new Error(`${name} is not drawn`);
    asExpected(name, pictureFile(listed.plot, listed.url, theoryEn));
  });

  it('draw the neighbourhood of a code in the same place each time', () => {
    const code = study.codeById.get('access_control');
    const draw = (): string => {
      const plot = code && localGraphOf(code, study, theoryEn);
      return plot ? pictureFile(plot, '/ovens/c/access_control/', theoryEn) : '';
    };
    expect(draw()).toBe(draw());
    asExpected('local-access_control', draw());
  });

  it('have a row of data for every mark; a pair of codes is two marks', () => {
    for (const { plot } of plots) {
      const marks = [...dataLinks(plot.drawing.marks)].length;
      if (plot.name.startsWith('codes-together')) {
        const rings = plot.drawing.heads?.leftMarks.length ?? 0;
        expect(marks, plot.name).toBe(plot.table.rows.length * 2 + rings);
      } else if (plot.name !== 'flow' && !plot.name.startsWith('model'))
        expect(marks, plot.name).toBe(plot.table.rows.length);
      expect(dataFile(plot).split('\r\n'), plot.name).toHaveLength(plot.table.rows.length + 2);
    }
  });

  it('are well-formed, name what they show, and need no style attribute and no script', () => {
    for (const { plot } of plots) {
      const { body, left = '', top = '' } = svgOnPage(plot.drawing, plot.name, { title: plot.title, description: 'd' });
      for (const svg of [body, left, top]) {
        expect(svg).not.toMatch(/\sstyle=|<script|\son\w+=|javascript:/i);
        expect(parseFragment(svg).childNodes.length).toBe(svg === '' ? 0 : 1);
      }
      expect(body).toContain(`<title id="${plot.name}-title">`);
      expect(plot.question).not.toBe('');
      expect(plot.caption.length).toBeGreaterThan(0);
    }
  });

  it('say passages, not importance, wherever passages are counted', () => {
    for (const { plot } of plots.filter(({ family }) =>
      ['sources-codes', 'codes-together', 'coverage', 'code-passages'].includes(family),
    ))
      expect(plot.caption).toContain(theoryEn.plots.notImportance);
  });

  it('stand alone: title, study, licence and address, and links that lead back', () => {
    const [listed] = plots.filter(({ plot }) => plot.name === 'sources-codes');
    const svg = listed ? pictureFile(listed.plot, listed.url, theoryEn) : '';
    expect(svg).toContain('Sources and codes');
    expect(svg).toContain('Ovens &amp; lamps: a review of 100 % invented sources, release 1.2.0');
    expect(svg).toContain('https://example.org/ovens/plots/sources-codes/');
    expect(svg).toContain('href="https://example.org/ovens/c/access_control/#in-s6"');
    expect(svg).not.toContain('class=');
  });

  it('have the colours of the light paper', () => {
    const tokens = readFileSync(here('../../src/site/styles/tokens.css'), 'utf8');
    for (const [tone, colour] of Object.entries(palette)) expect(tokens).toContain(`--${tone}: light-dark(${colour},`);
  });

  it('speak German too', () => {
    expect(plotsOf(study, theoryDe).map(({ plot }) => plot.title)).toContain('Quellen und Codes');
  });

  it('stand on the page of the model as far as there is room, and else on pages of their own', () => {
    const { companion } = study;
    if (!companion) throw new Error('the bakery has a model');
    const view = companion.views[0];
    const views = Array.from({ length: 300 }, () => view).flatMap((one) => one ?? []);
    const listed = plotsOf({ ...study, companion: { ...companion, views } }, theoryEn).filter(
      ({ family }) => family === 'model',
    );
    const onPage = listed.filter(({ url }) => url === '/ovens/model/');
    const marks = onPage.reduce((sum, { plot }) => sum + plot.drawing.marks.length, 0);
    expect(listed).toHaveLength(300);
    expect(marks).toBeGreaterThan(3000);
    expect(marks).toBeLessThanOrEqual(3500);
    expect(listed.at(-1)?.url).toBe('/ovens/plots/model-300/');
  });

  it('name sources below the saturation curve as far as there is room', () => {
    const [first] = study.sources;
    if (!first) throw new Error('the bakery has sources');
    const sources = Array.from({ length: 500 }, (_, i) => ({ ...first, id: `s${i + 1}` as typeof first.id }));
    const plot = plotsOf({ ...study, sources }, theoryEn).find(({ family }) => family === 'saturation')?.plot;
    const labels = (plot?.drawing.marks ?? []).flatMap((mark) =>
      mark.mark === 'link' && mark.label ? mark.marks.flatMap((one) => (one.mark === 'text' ? one.x : [])) : [],
    );
    expect(labels.length).toBeGreaterThan(100);
    expect(Math.min(...labels.slice(1).map((x, i) => x - (labels[i] ?? 0)))).toBeGreaterThanOrEqual(10.5);
    expect([...dataLinks(plot?.drawing.marks ?? [])]).toHaveLength(500);
  });

  it('leave out what a study does not have', () => {
    const bare = { ...sampleStudy(), relations: [] };
    publishEdition({ ...edition, study: bare });
    expect(plotsOf(bare, theoryEn).map(({ family }) => family)).not.toEqual(expect.arrayContaining(['decisions']));
    const empty = { ...bare, sources: [], codes: [], passageById: new Map(), excerptById: new Map() };
    expect(plotsOf(empty, theoryEn)).toEqual([]);
    publishEdition(edition);
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasProgram } from '../../../src/commands/latex/run-set-up.ts';
import { catenaDef } from '../../../src/study/exports/catena-def.ts';
import { catenaSty } from '../../../src/study/exports/catena-sty.ts';
import { chainCsv } from '../../../src/study/exports/chain-csv.ts';
import { chainLatex } from '../../../src/study/exports/chain-latex.ts';
import { evidenceChain } from '../../../src/study/derive/chain.ts';
import { modelGraphml } from '../../../src/study/exports/model-graphml.ts';
import { modelPlantuml } from '../../../src/study/exports/model-plantuml.ts';
import { tablesMarkdown } from '../../../src/study/exports/tables-markdown.ts';
import { theoryCsv } from '../../../src/study/exports/theory-csv.ts';
import { theoryLatex } from '../../../src/study/exports/theory-latex.ts';
import { theoryMarkdown } from '../../../src/study/exports/theory-markdown.ts';
import { bakery } from '../../plots/bakery.ts';
import { sampleContext, sampleStudy } from '../sample-study.ts';
import { writtenBy } from '../written.ts';

const context = sampleContext(bakery());
const formats = [
  theoryLatex,
  theoryMarkdown,
  theoryCsv,
  modelPlantuml,
  modelGraphml,
  chainLatex,
  chainCsv,
  tablesMarkdown,
];
const files = new Map(formats.flatMap((format) => [...writtenBy(format, context)]));
const file = (name: string): string => files.get(`exports/${name}`) ?? '';
const names = [
  'catena-smp-decisions.tex',
  'catena-smp-forces.tex',
  'decisions.md',
  'forces.md',
  'decisions.csv',
  'forces.csv',
  'model-1.puml',
  'model-2.puml',
  'model.graphml',
  'catena-smp-chain.tex',
  'chain.csv',
  'sources.md',
  'codes.md',
  'chain.md',
];

describe('the theory for papers', () => {
  it.each(names)('%s is as expected', async (name) => {
    expect([...files.keys()]).toEqual(names.map((one) => `exports/${one}`));
    await expect(file(name)).toMatchFileSnapshot(`expected/${name}`);
  });

  it('has a row for each option and each impact, in every form', () => {
    const { options = [], forces = [] } = context.study.companion ?? {};
    expect(file('decisions.csv').trimEnd().split('\r\n')).toHaveLength(options.length + 1);
    expect(file('forces.csv').trimEnd().split('\r\n')).toHaveLength(forces.length + 1);
    expect(file('decisions.md').match(/^\| /gm)).toHaveLength(options.length + 2);
    expect(file('forces.md').match(/^\| /gm)).toHaveLength(forces.length + 2);
    expect(file('catena-smp-decisions.tex').match(/ \\\\$/gm)).toHaveLength(options.length + 2);
    expect(file('catena-smp-forces.tex').match(/ \\\\$/gm)).toHaveLength(forces.length + 2);
  });

  it('has a row for every open code, code and element of the chain, in every form, and a link for every passage', () => {
    const rows = evidenceChain(context.study).rows;
    expect(rows.length).toBeGreaterThan(20);
    expect(file('chain.csv').trimEnd().split('\r\n')).toHaveLength(rows.length + 1);
    expect(file('chain.md').match(/^\| (?!---|\s)/gm)).toHaveLength(rows.length);
    expect(file('catena-smp-chain.tex').match(/ \\\\$/gm)).toHaveLength(rows.length + 2);
    const told = rows.reduce((sum, { passages }) => sum + Math.min(passages.length, 6), 0);
    expect(file('catena-smp-chain.tex').match(/\\cepassage\{/g)).toHaveLength(told);
    expect(file('chain.md').match(/\/s\/\w+\/#\w+-p\d+\)/g)).toHaveLength(told);
  });

  it('has sources and codes in Markdown with the sources that are their evidence', () => {
    expect(file('sources.md').match(/^\| /gm)).toHaveLength(context.study.sources.length + 2);
    expect(file('codes.md').match(/^\| /gm)).toHaveLength(context.study.codes.length + 2);
    expect(file('codes.md')).toMatch(
      /\[Access control\]\(\S+\/c\/access_control\/\) \| practice \| .* \| \[s5\]\(\S+\), \[s6\]\(\S+\), \[p1\]\(\S+\) \| 4 \|/,
    );
  });

  it('says where an option has no evidence', () => {
    expect(file('decisions.md')).toMatch(/Nobody keeps it: Nobody \| none \|/);
    expect(file('catena-smp-decisions.tex')).toMatch(/Nobody keeps it .*& none &/);
  });

  it('leads from ids to their pages', () => {
    expect(file('decisions.md')).toContain('](https://review.example.edu/ovens/d/share_oven/)');
    expect(file('decisions.md')).toContain('[s6](https://review.example.edu/ovens/s/s6/)');
    expect(file('catena-smp-decisions.tex')).toContain('\\cecode[Access control]{access_control}');
    expect(file('catena-smp-decisions.tex')).toContain('\\CElinked{https://review.example.edu/ovens/d/keep_fire/}');
    expect(file('model-1.puml')).toContain('[[https://review.example.edu/ovens/c/access_control/]]');
  });

  it('is pure ASCII for TeX, and holds no command of a label', () => {
    const study = bakery();
    const hostile = '\\input{/etc/passwd}%$x$ "@enduml" | </data> \u0007';
    const classes = (study.companion?.classes ?? []).map((one) => ({ ...one, label: hostile }));
    const options = (study.companion?.options ?? []).map((one) => ({ ...one, name: hostile }));
    if (!study.companion) throw new Error('the bakery has a model');
    const made = sampleContext({ ...study, companion: { ...study.companion, classes, options } });
    const tex = [theoryLatex, chainLatex].flatMap((format) => [...writtenBy(format, made).values()]).join('');
    expect(tex).toMatch(/^[\n -~]+$/);
    expect(tex).not.toContain('\\input');
    const [uml = ''] = writtenBy(modelPlantuml, made).values();
    expect(uml.match(/@enduml/g)).toHaveLength(1);
    for (const line of uml.split('\n').filter((one) => one.startsWith('class ')))
      expect(line.match(/"/g)).toHaveLength(2);
    for (const [name, markdown] of [theoryMarkdown, tablesMarkdown].flatMap((format) => [...writtenBy(format, made)])) {
      const bars = markdown.split('\n').flatMap((line) => line.match(/(?<!\\)\|/g)?.length ?? []);
      expect(new Set(bars).size, name).toBe(1);
    }
    const [graph = ''] = writtenBy(modelGraphml, made).values();
    expect(graph).not.toContain('> </data> <');
  });

  it('is not written for studies that have none', () => {
    const bare = sampleContext({ ...sampleStudy(), relations: [] });
    const theory = [theoryLatex, theoryMarkdown, theoryCsv, modelPlantuml, modelGraphml];
    expect(theory.flatMap((format) => [...writtenBy(format, bare).keys()])).toEqual([]);
  });
});

const paper = `\\documentclass{article}
\\usepackage[hidelinks]{hyperref}
\\usepackage[study=smp]{catena}
\\begin{document}
\\input{catena-smp-decisions}
\\input{catena-smp-forces}
\\input{catena-smp-chain}
\\end{document}
`;

describe('the tables compile', () => {
  for (const engine of ['pdflatex', 'xelatex', 'lualatex'])
    for (const [how, source] of [
      ['with hyperref', paper],
      ['without hyperref', paper.replace(/.*hyperref.*\n/, '')],
    ] as const)
      it.skipIf(!hasProgram(engine))(
        `${engine}, ${how}${hasProgram(engine) ? '' : ` (no ${engine})`}`,
        ({ skip }) => {
          const folder = mkdtempSync(join(tmpdir(), 'catena-theory-'));
          try {
            for (const format of [catenaSty, catenaDef, theoryLatex, chainLatex])
              for (const [path, text] of writtenBy(format, context))
                writeFileSync(join(folder, path.slice('exports/'.length)), text);
            writeFileSync(join(folder, 'paper.tex'), source);
            const run = () =>
              spawnSync(engine, ['-interaction=nonstopmode', '-halt-on-error', 'paper.tex'], {
                cwd: folder,
                encoding: 'utf8',
              });
            run();
            const { status, stdout } = run();
            const log = readFileSync(join(folder, 'paper.log'), 'utf8');
            if (/File `[^']+' not found|cannot find|fontspec error/i.test(log))
              skip('a package or font of TeX is missing');
            expect(status, stdout.slice(-1500)).toBe(0);
            expect(log).not.toMatch(/Overfull|undefined/);
          } finally {
            rmSync(folder, { recursive: true, force: true });
          }
        },
        120_000,
      );
});

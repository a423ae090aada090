// `npm run check:latex -- [--study DIR]`: do the citation files of a study work in the LaTeX and pandoc set-ups that papers use?

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildStudy, publicStudy } from '#study';
import { command } from './command.ts';
import { materialOf, writeCitationFiles } from './latex/material.ts';
import { runSetUp } from './latex/run-set-up.ts';
import { allSetUps } from './latex/set-ups.ts';
import { parsed, studyFolder } from './options.ts';
import { standingFolder } from './project.ts';
import { exitCodes, UsageError } from './usage.ts';
import { refuseMissingStudy } from './places.ts';

const help = `npm run check:latex -- [options]

--study DIR   folder of the study (also: STUDY=DIR in the environment; default: content in Catena's folder)
--only WORDS  only the set-ups whose name holds these words, such as --only biber

Runs LaTeX, biber, BibTeX and pandoc where they are installed, and says what it skipped.
Exit code 0: all that could run passed. 1: some failed, or nothing could run. 2: called wrongly.`;

await command('check:latex', help, async ({ words, env, cwd }) => {
  const options = parsed(words, { study: { type: 'string' }, only: { type: 'string' } });
  const directory = studyFolder(options.study, env, standingFolder(env, cwd));
  refuseMissingStudy(directory);
  const { study } = await buildStudy({ directory });
  const site = study.settings.site === '' ? 'https://review.example.org/' : study.settings.site;
  const context = { study: publicStudy(study), site, excerptPages: true };
  const material = materialOf(context);
  if (material === null) throw new UsageError(`${directory} has no source with excerpts and codes to cite.`);
  const setUps = allSetUps(material).filter((setUp) => setUp.name.includes(options.only ?? ''));
  const folder = mkdtempSync(join(tmpdir(), 'catena-latex-'));
  const counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    const exports = writeCitationFiles(context, folder);
    for (const setUp of setUps) {
      const { outcome, reasons } = runSetUp(setUp, exports);
      counts[outcome] += 1;
      process.stdout.write(
        `${outcome.padEnd(8)}${setUp.name}\n${reasons.map((reason) => `        ${reason}\n`).join('')}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(
    `${String(counts.passed)} passed, ${String(counts.failed)} failed, ${String(counts.skipped)} skipped\n`,
  );
  return counts.failed > 0 || counts.passed === 0 ? exitCodes.failed : exitCodes.done;
});

// `npm run check:paper -- paper.pdf [--study DIR]`: which links and ids of a paper do not land on the review any more?

import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildStudy, publicStudy } from '#study';
import { command } from './command.ts';
import { type Environment, siteAddress, studyFolder } from './options.ts';
import { checkMentions } from './paper/check-mentions.ts';
import { readPaper } from './paper/read-paper.ts';
import { UnreadablePaper, type Mention } from './paper/mention.ts';
import { refuseMissingStudy } from './places.ts';
import { standingFolder } from './project.ts';
import { exitCodes, UsageError } from './usage.ts';

const help = `npm run check:paper -- PAPER [options]

PAPER         a .pdf, .docx, .tex or .md file
--study DIR   folder of the study (also: STUDY=DIR in the environment; default: content in Catena's folder)
--site URL    address of the published site, when study.yaml does not say it

Links to the site, ids in \\ceexcerpt{…} and catena:…, and citation keys of the study are looked up. Nothing goes online.
Exit code 0: all of them land. 1: some do not. 2: called wrongly, or the paper cannot be read.`;

await command('check:paper', help, async ({ words, env, cwd }) => {
  const stand = standingFolder(env, cwd);
  const { paper, study: directory, site } = readWords(words, env, stand);
  refuseMissingStudy(directory);
  const mentions = await mentionsOf(paper);
  const { study } = await buildStudy({ directory });
  const address = site ?? study.settings.site;
  const { lines, lost } = checkMentions(
    { study: publicStudy(study), site: address, excerptPages: true },
    mentions,
    paper,
  );
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return lost > 0 ? exitCodes.failed : exitCodes.done;
});

function readWords(words: readonly string[], env: Environment, stand: string) {
  const { values, positionals } = argumentsOf(words);
  const [paper, ...more] = positionals;
  if (paper === undefined || more.length > 0) throw new UsageError('Name one paper: a .pdf, .docx, .tex or .md file.');
  return {
    paper: resolve(stand, paper),
    study: studyFolder(values.study, env, stand),
    site: values.site === undefined ? undefined : siteAddress(values.site, undefined).site,
  };
}

function argumentsOf(words: readonly string[]) {
  try {
    const options = { study: { type: 'string' }, site: { type: 'string' } } as const;
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function mentionsOf(path: string): Promise<Mention[]> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    throw new UsageError(`The paper ${path} cannot be read.`);
  }
  try {
    return await readPaper(bytes, extname(path).toLowerCase());
  } catch (error) {
    if (error instanceof UnreadablePaper) throw new UsageError(`${path}: ${error.message}`);
    throw error;
  }
}

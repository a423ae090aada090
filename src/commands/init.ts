// `npm run init -- DIR`: a new study that builds: settings, a first note, a page, a codebook, a ledger, and how to publish it.

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildStudy, reviseLedger } from '#study';
import { command } from './command.ts';
import { copyFolder } from './disk.ts';
import { ledgerName } from './frozen-ledger.ts';
import { projectFolder, standingFolder } from './project.ts';
import { exitCodes, UsageError } from './usage.ts';

const help = `npm run init -- DIR

Writes a new study into DIR, which must be empty or absent: settings, a first note, a codebook, a page, the ledger, and a
workflow for GitHub Pages. The study and Catena stay apart: build it with npm run build -- --study DIR.`;

await command('init', help, async ({ words, env, cwd }) => {
  const directory = resolve(standingFolder(env, cwd), onlyWord(words));
  refuseFilled(directory);
  mkdirSync(directory, { recursive: true });
  copyFolder(join(projectFolder, 'src', 'commands', 'starter'), directory);
  nameStudy(join(directory, 'study.yaml'), keyFor(basename(directory)));
  await writeFirstLedger(directory);
  process.stdout.write(`${directory}: a new study. npm start -- --study ${JSON.stringify(directory)} shows it.\n`);
  return exitCodes.done;
});

function onlyWord(words: readonly string[]): string {
  const [directory, ...more] = positionals(words);
  if (directory === undefined || directory === '' || more.length > 0)
    throw new UsageError('init needs one folder for the new study.');
  return directory;
}

function positionals(words: readonly string[]): readonly string[] {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options: {} }).positionals;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function refuseFilled(directory: string): void {
  const found = statSync(directory, { throwIfNoEntry: false });
  if (found !== undefined && !found.isDirectory()) throw new UsageError(`${directory} is a file; expected a folder.`);
  if (found !== undefined && readdirSync(directory).length > 0)
    throw new UsageError(`${directory} is not empty; nothing was written. Give a new folder.`);
}

/** `My Study 2` → `my-study-2`. */
function keyFor(name: string): string {
  const key = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return key === '' ? 'study' : key;
}

function nameStudy(path: string, key: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^key: study$/m, `key: ${key}`));
}

async function writeFirstLedger(directory: string): Promise<void> {
  const { study } = await buildStudy({ directory });
  const { text } = reviseLedger(study, null, { withdraw: [], renumber: new Map(), accept: new Set() });
  writeFileSync(join(directory, ledgerName), text);
}

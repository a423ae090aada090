// `npm run diff -- OLD NEW`: what was added, edited, retired and renamed between two studies; each a folder or a study.json.

import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildStudy, changesBetween, publicStudy, visible, type Changes, type Study } from '#study';
import { command } from './command.ts';
import { standingFolder } from './project.ts';
import { readStudyFile } from './study-file.ts';
import { exitCodes, UsageError } from './usage.ts';

const help = `npm run diff -- OLD NEW [--json]

OLD, NEW    two studies: a folder of notes, or the study.json of a release
--json      as JSON, for programs

Lists sources, codes and excerpts that were added (+), edited (~), retired (-), renamed (>) or coded otherwise (#).
Exit code 0, whether or not there are changes; 2 when it was called wrongly.`;

await command('diff', help, async ({ words, env, cwd }) => {
  const { values, positionals } = parsed(words);
  const [older, newer] = positionals;
  if (older === undefined || newer === undefined || positionals.length > 2)
    throw new UsageError('diff needs two studies: an older and a newer one.');
  const stand = standingFolder(env, cwd);
  const changes = changesBetween(await studyAt(resolve(stand, older)), await studyAt(resolve(stand, newer)));
  for (const line of values.json ? [JSON.stringify(changes, null, 2)] : asText(changes))
    process.stdout.write(`${line}\n`);
  return exitCodes.done;
});

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options: { json: { type: 'boolean' } } });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** As it may be shown: a study.json holds no withheld text, so neither may the folder that it is compared with. */
async function studyAt(path: string): Promise<Study> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new UsageError(`${path} does not exist.`);
  if (found.isDirectory()) return publicStudy((await buildStudy({ directory: path })).study);
  return publicStudy(readStudyFile(path).study);
}

function* asText({ sources, codes, excerpts, count, from, to }: Changes): Generator<string> {
  yield `${edition(from)} → ${edition(to)}`;
  for (const [name, changes] of [
    ['sources', sources],
    ['codes', codes],
  ] as const) {
    for (const id of changes.added) yield line('+', name, id);
    for (const { id, fields } of changes.edited)
      for (const { field, before, after } of fields)
        yield line('~', name, id, `${field}: ${before || '(none)'} → ${after || '(none)'}`);
    for (const id of changes.retired) yield line('-', name, id);
    for (const { from: old, to: now, how } of changes.renamed) yield line('>', name, old, `${now} (${how})`);
  }
  for (const id of excerpts.added) yield line('+', 'excerpts', id);
  for (const { id, before, after, signsOnly } of excerpts.edited)
    yield line('~', 'excerpts', id, signsOnly ? 'only signs differ' : `${before} → ${after}`);
  for (const { id, to: heirs } of excerpts.retired) yield line('-', 'excerpts', id, heirs.join(' '));
  for (const { from: old, to: now, how } of excerpts.renamed) yield line('>', 'excerpts', old, `${now} (${how})`);
  for (const { id, added, removed } of excerpts.recoded)
    yield line(
      '#',
      'excerpts',
      id,
      [...added.map((code) => `+${code}`), ...removed.map((code) => `-${code}`)].join(' '),
    );
  yield `${count} ${count === 1 ? 'change' : 'changes'}`;
}

function edition({ title, release, digest }: Changes['from']): string {
  return visible(`${title}${release === '' ? '' : ` ${release}`} (${digest.slice(0, 12)})`);
}

function line(sign: string, what: string, id: string, words = ''): string {
  const more = words === '' ? '' : `  ${visible(words.replace(/\s+/g, ' '))}`;
  return `${sign} ${what.padEnd(8)} ${visible(id)}${more}`;
}

// `npm run find -- access_control -B1 -A1`: the excerpts that the site shows for a code or a query, in the terminal or as JSON.

import { parseArgs } from 'node:util';
import {
  buildStudy,
  excerptAnchor,
  findExcerpts,
  publicStudy,
  safeJson,
  visible,
  type Excerpt,
  type Findings,
  type Study,
} from '#study';
import { command, type Call } from './command.ts';
import { studyFolder } from './options.ts';
import { refuseMissingStudy } from './places.ts';
import { standingFolder } from './project.ts';
import { isStudyFile, readStudyFile } from './study-file.ts';
import { exitCodes, UsageError } from './usage.ts';

const help = `npm run find -- QUERY [options]

QUERY          a code's id, label or alias; else a query as on the search page: words, "a phrase", code:x, source:s6, OR, NOT
-B N, -A N     also the N excerpts before and after, of the same source (-C N: both)
--words        read QUERY as words even if a code has that name
--json         as JSON, for programs
--study DIR    folder of the study, or a study.json (also: STUDY=DIR in the environment)

Exit code 0, also when nothing is found; 2 when it was called wrongly.`;

await command('find', help, async (call) => {
  const { query, before, after, words, json, study: directory } = readOptions(call);
  const findings = findExcerpts(publicStudy(await studyAt(directory)), query, { before, after, words });
  for (const line of json ? [asJson(findings)] : asText(findings)) process.stdout.write(`${line}\n`);
  return exitCodes.done;
});

async function studyAt(path: string): Promise<Study> {
  if (isStudyFile(path)) return readStudyFile(path).study;
  refuseMissingStudy(path);
  return (await buildStudy({ directory: path })).study;
}

function readOptions({ words, env, cwd }: Call) {
  const { values, positionals } = parsed(words);
  const both = count('-C', values.context);
  const stand = standingFolder(env, cwd);
  if (positionals.join(' ').trim() === '') throw new UsageError('find needs a code or words to look for.');
  return {
    query: positionals.join(' '),
    before: values.before === undefined ? both : count('-B', values.before),
    after: values.after === undefined ? both : count('-A', values.after),
    words: values.words ?? false,
    json: values.json ?? false,
    study: studyFolder(values.study, env, stand),
  };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        before: { type: 'string', short: 'B' },
        after: { type: 'string', short: 'A' },
        context: { type: 'string', short: 'C' },
        words: { type: 'boolean' },
        json: { type: 'boolean' },
        study: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function count(flag: string, value: string | undefined): number {
  if (value === undefined) return 0;
  if (!/^\d{1,6}$/.test(value)) throw new UsageError(`${flag} is ${JSON.stringify(value)}; expected a number.`);
  return Number(value);
}

function asJson({ query, code, found }: Findings): string {
  const short = ({ id, kind, text }: Excerpt) => ({ id, kind, text });
  const hits = found.map(({ source, excerpt, codes, before, after }) => ({
    id: excerpt.id,
    source: source.id,
    title: source.title,
    passage: excerpt.passage,
    kind: excerpt.kind,
    ...(excerpt.speaker === undefined ? {} : { speaker: excerpt.speaker }),
    text: excerpt.text,
    ...(excerpt.withheld === undefined ? {} : { withheld: excerpt.withheld }),
    codes,
    path: excerptAnchor(source.id, excerpt.id),
    before: before.map(short),
    after: after.map(short),
  }));
  return safeJson({ query, code: code?.id ?? null, count: hits.length, hits });
}

/** As grep does: `:` behind the id of a hit, `-` behind that of a neighbour, `--` between places that do not touch. */
function* asText({ query, found }: Findings): Generator<string> {
  const hits = new Set<string>(found.map(({ excerpt }) => excerpt.id));
  const shown = new Set<string>();
  let last: { readonly source: string; readonly position: number } | null = null;
  for (const { source, excerpt, before, after } of found) {
    for (const one of [...before, excerpt, ...after]) {
      if (shown.has(one.id)) continue;
      const touches = last !== null && last.source === one.source && last.position + 1 === one.position;
      if (last !== null && !touches && before.length + after.length > 0) yield '--';
      shown.add(one.id);
      last = { source: source.id, position: one.position };
      yield `${one.id}${hits.has(one.id) ? ':' : '-'} ${visible(said(one))}`;
    }
  }
  yield `${found.length} ${found.length === 1 ? 'excerpt' : 'excerpts'} for ${visible(query)}`;
}

function said({ text, speaker, withheld, url }: Excerpt): string {
  const who = speaker === undefined ? '' : `${speaker}: `;
  return who + (withheld === undefined ? text.replace(/\s+/g, ' ') || (url ?? '') : `withheld: ${withheld}`);
}

// In: the build's options. Out: an exit code, and on the way problems on stderr, the site in its place and a summary on stdout.

import { setFlagsFromString } from 'node:v8';
import { countProblems, type Built } from '#study';
import type { Edition } from '../site/study.ts';
import { ledgerAgrees } from './frozen-ledger.ts';
import type { BuildOptions } from './options.ts';
import { refuseOverlap } from './places.ts';
import { progressLine } from './progress.ts';
import { printProseFaults } from './prose-problems.ts';
import { publish } from './publish.ts';
import { editionOf, readStudy, strictErrors } from './reading.ts';
import { realOutput, recover, refuseForeign } from './staging.ts';
import { costWords, stopwatch } from './stopwatch.ts';
import { isStudyFile } from './study-file.ts';
import { exitCodes } from './usage.ts';

export async function buildSite(options: BuildOptions): Promise<number> {
  letHeapGrow(30);
  const started = performance.now();
  const clock = stopwatch();
  refuseOverlap(options.study, options.out);
  await recover(options.out);
  refuseForeign(realOutput(options.out), options.force);
  const prepared = await prepare(options);
  if (!prepared) return exitCodes.failed;
  if (process.memoryUsage().heapUsed > largeHeap) letHeapGrow(20);
  const notes = clock();
  const line = progressLine(process.stderr);
  const published = await publish(prepared.edition, { ...options, progress: line.say });
  line.end();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const { counts, emptiness } = prepared;
  process.stdout.write(
    `${published.out}: ${count(published.pages, 'page')} from ${counts} in ${seconds} s${emptiness}\n`,
  );
  if (options.timings) process.stdout.write(`timings: ${costWords({ notes, ...published.costs })}\n`);
  return exitCodes.done;
}

/** V8 would let the memory double before it looks for what can go; a large study has better use for it, and can wait a little longer. */
const letHeapGrow = (percent: number): void => setFlagsFromString(`--heap-growing-percent=${percent}`);

/** In bytes: that of some five thousand sources, once they have been read. */
const largeHeap = 512 * 2 ** 20;

interface Prepared {
  readonly edition: Edition;
  /** What the summary says of the notes. */
  readonly counts: string;
  readonly emptiness: string;
}

/** What pages are made from, and no more: the notes' own texts are let go before Astro needs the memory. `null`: refused. */
async function prepare(options: BuildOptions): Promise<Prepared | null> {
  const built = await readStudy(options);
  const edition = editionOf(built.study, options);
  const inPages = await printProseFaults(edition);
  const fatal = strictErrors(built) + inPages;
  if (options.strict && fatal > 0) {
    process.stderr.write(
      `${count(fatal, 'problem')} that cannot stand under --strict: nothing was built, the old site stays.\n`,
    );
    return null;
  }
  if (options.frozen && !isStudyFile(options.study) && !ledgerAgrees(built.study, options.study)) {
    process.stderr.write('Under --frozen nothing was built; the old site stays.\n');
    return null;
  }
  const emptiness = built.study.sources.length === 0 ? '; no note could be used as a source' : '';
  return { edition, counts: summary(built) + pagesNote(inPages), emptiness };
}

function summary({ study, problems }: Built): string {
  const excerpts = study.sources.reduce((sum, source) => sum + source.excerpts.length, 0);
  const counts = [count(study.sources.length, 'source'), count(excerpts, 'excerpt'), count(study.codes.length, 'code')];
  return `${counts.join(', ')}; ${countProblems(problems)}`;
}

const pagesNote = (errors: number): string => (errors === 0 ? '' : `, ${count(errors, 'error')} in pages`);

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

// In: the build's options. Out: an exit code, and on the way problems on stderr, the site in its place and a summary on stdout.

import { countProblems, type Built } from '#study';
import type { BuildOptions } from './options.ts';
import { refuseOverlap } from './places.ts';
import { progressLine } from './progress.ts';
import { publish } from './publish.ts';
import { editionOf, readStudy, strictErrors } from './reading.ts';
import { realOutput, recover, refuseForeign } from './staging.ts';
import { costWords, stopwatch } from './stopwatch.ts';
import { exitCodes } from './usage.ts';

export async function buildSite(options: BuildOptions): Promise<number> {
  const started = performance.now();
  const clock = stopwatch();
  refuseOverlap(options.study, options.out);
  await recover(options.out);
  refuseForeign(realOutput(options.out), options.force);
  const reading = await readStudy(options);
  const notes = clock();
  const fatal = strictErrors(reading);
  if (options.strict && fatal > 0) {
    process.stderr.write(
      `${count(fatal, 'problem')} that cannot stand under --strict: nothing was built, the old site stays.\n`,
    );
    return exitCodes.failed;
  }
  const line = progressLine(process.stderr);
  const published = await publish(editionOf(reading.study, options), { ...options, progress: line.say });
  line.end();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `${published.out}: ${count(published.pages, 'page')} from ${summary(reading)} in ${seconds} s${emptiness(reading)}\n`,
  );
  if (options.timings) process.stdout.write(`timings: ${costWords({ notes, ...published.costs })}\n`);
  return exitCodes.done;
}

function summary({ study, problems }: Built): string {
  const excerpts = study.sources.reduce((sum, source) => sum + source.excerpts.length, 0);
  const counts = [count(study.sources.length, 'source'), count(excerpts, 'excerpt'), count(study.codes.length, 'code')];
  return `${counts.join(', ')}; ${countProblems(problems)}`;
}

const emptiness = ({ study }: Built): string =>
  study.sources.length === 0 ? '; no note could be used as a source' : '';

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

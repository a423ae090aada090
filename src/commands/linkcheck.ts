// `npm run linkcheck -- [--study DIR]`: do the sources' addresses and archived copies still answer? The only command that goes online.

import { join, resolve } from 'node:path';
import { buildStudy, webAddress, type Study } from '#study';
import { command } from './command.ts';
import { ask } from './links/ask.ts';
import { checkLinks } from './links/check-links.ts';
import { readLedgerFile, writeLedgerFile } from './links/ledger-file.ts';
import { parsed, studyFolder } from './options.ts';
import { refuseMissingStudy } from './places.ts';
import { standingFolder } from './project.ts';
import { exitCodes, UsageError } from './usage.ts';

const help = `npm run linkcheck -- [options]

--study DIR    folder of the study (also: STUDY=DIR in the environment; default: content in Catena's folder)
--out FILE     where the result goes (default: links.json in the study)
--date DAY     the day that the result carries (default: today)
--timeout S    seconds for one address (default: 20)

Asks every address and archived copy of the sources once, politely; addresses in the own network are refused.
Dead links are no failure: the pages say since when, and put the archived copy first.
Exit code 0: checked. 1: no server answered at all, or the result could not be written. 2: called wrongly.`;

const flags = {
  study: { type: 'string' },
  out: { type: 'string' },
  date: { type: 'string' },
  timeout: { type: 'string' },
} as const;

await command('linkcheck', help, async ({ words, env, cwd }) => {
  const options = parsed(words, flags);
  const stand = standingFolder(env, cwd);
  const directory = studyFolder(options.study, env, stand);
  refuseMissingStudy(directory);
  const out = options.out === undefined ? join(directory, 'links.json') : resolve(stand, options.out);
  const earlier = await readLedgerFile(out);
  const timeout = secondsOf(options.timeout ?? '20') * 1000;
  const { study } = await buildStudy({ directory });
  const ledger = await checkLinks(addressesOf(study), earlier, {
    today: dayOf(options.date),
    atOnce: 6,
    ask: (address) => ask(address, { timeout, refusePrivate: true }),
    report: (address, { status, ok }) => process.stdout.write(`${ok ? 'ok  ' : 'FAIL'} ${String(status)} ${address}\n`),
  });
  const results = Object.values(ledger.results);
  if (results.length > 0 && results.every(({ status }) => typeof status === 'string')) {
    // A machine without a network would call every source dead.
    process.stderr.write('No server answered at all: is this machine online? Nothing was written.\n');
    return exitCodes.failed;
  }
  await writeLedgerFile(out, ledger);
  process.stdout.write(
    `${String(results.filter(({ ok }) => ok).length)} of ${String(results.length)} answer; written to ${out}\n`,
  );
  return exitCodes.done;
});

function addressesOf(study: Study): string[] {
  return study.sources
    .flatMap((source) => [webAddress(source.url), webAddress(source.archiveUrl)])
    .filter((address) => address !== '' && URL.canParse(address));
}

/** A ledger of today is the one place where the clock is asked: the build only reads what is written here. */
function dayOf(date: string | undefined): string {
  if (date === undefined) return new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date))
    throw new UsageError(`--date is ${JSON.stringify(date)}; expected a day such as 2024-05-06.`);
  return date;
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (!/^\d{1,4}$/.test(text) || seconds === 0)
    throw new UsageError(`--timeout is ${JSON.stringify(text)}; expected 1 to 9999 seconds.`);
  return seconds;
}

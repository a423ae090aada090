// `npm run bundle -- [options]`: notes in, one zip out: the whole site, to be read and searched from a disk, without a server or a network.

import { existsSync, statSync } from 'node:fs';
import type { Study } from '#study';
import { writeBundle } from './bundle/write-bundle.ts';
import { command } from './command.ts';
import { ledgerAgrees } from './frozen-ledger.ts';
import { folder, parsed, siteAddress, studyFolder } from './options.ts';
import { standingFolder } from './project.ts';
import { editionOf, readStudy, strictErrors } from './reading.ts';
import { isStudyFile } from './study-file.ts';
import { exitCodes, UsageError } from './usage.ts';

const help = `npm run bundle -- [options]

One zip of the whole site. Unpacked, index.html opens in a browser: all pages, all files, and the search.

--study DIR     folder of the study, or a study.json (also: STUDY=DIR in the environment)
--out FILE.zip  where the zip goes (default: KEY-RELEASE.zip where you stand)
--site URL      address of the published site, for the permanent addresses in citations and files
--strict        end with exit code 1 when there are errors
--frozen        the same when notes and ledger (anchors.jsonl) disagree`;

const flags = {
  study: { type: 'string' },
  out: { type: 'string' },
  site: { type: 'string' },
  strict: { type: 'boolean' },
  frozen: { type: 'boolean' },
} as const;

await command('bundle', help, async ({ words, env, cwd }) => {
  const values = parsed(words, flags);
  const stand = standingFolder(env, cwd);
  const study = studyFolder(values.study, env, stand);
  const reading = await readStudy({ study, frames: false });
  if (values.strict === true && strictErrors(reading) > 0) return exitCodes.failed;
  if (values.frozen === true && !isStudyFile(study) && !ledgerAgrees(reading.study, study)) return exitCodes.failed;
  const name = bundleName(reading.study);
  const out = folder('--out', values.out ?? `${name}.zip`, stand);
  refuseOddTarget(out);
  const { site } = siteAddress(values.site, undefined);
  // Pages are made for `/` and led to their places afterwards; addresses in files and citations are those of the published site.
  const edition = editionOf(reading.study, { study, base: '/', site, excerptPages: null });
  const files = await writeBundle(edition, name, out);
  process.stdout.write(`${out}: ${files} files\n`);
  return exitCodes.done;
});

function bundleName({ settings: { key, release } }: Study): string {
  const safe = release.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '');
  return safe === '' ? key : `${key}-${safe}`;
}

function refuseOddTarget(out: string): void {
  if (!out.toLowerCase().endsWith('.zip')) throw new UsageError(`--out is ${out}; expected a file that ends in .zip.`);
  if (existsSync(out) && !statSync(out).isFile()) throw new UsageError(`--out ${out} is a folder; expected a file.`);
}

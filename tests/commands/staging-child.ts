// Builds a small site in a folder and dies with SIGKILL at a named moment, so that staging.test.ts can look at what is left.
// node tests/commands/staging-child.ts OUT MOMENT

import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename, join } from 'node:path';

const [out = '', moment = 'never'] = process.argv.slice(2);
const die = (): void => void process.kill(process.pid, 'SIGKILL');

// Each file operation of the swap is a moment: before it happens, or right after.
const { renameSync, rmSync, writeFileSync, openSync } = fs;
fs.renameSync = (from, to) => {
  const name = `${basename(String(from))} to ${basename(String(to))}`;
  if (moment === `before ${name}`) die();
  renameSync(from, to);
  if (moment === `after ${name}`) die();
};
fs.rmSync = (path, options) => {
  if (moment === 'before clearing away' && fs.existsSync(join(String(path), 'old'))) die();
  rmSync(path, options);
};
fs.writeFileSync = (file, data, options) => {
  writeFileSync(file, data, options);
  if (moment === 'with the lock' && String(file).endsWith('.lock')) die();
};
fs.openSync = (path, flags, mode) => {
  if (moment === `before writing ${basename(String(path))}`) die();
  return openSync(path, flags, mode);
};
syncBuiltinESMExports();

const { openStaging } = await import('../../src/commands/staging.ts');
const staging = await openStaging(out);
if (moment === 'after opening') die();
fs.mkdirSync(join(staging.site, 'deep'));
fs.writeFileSync(join(staging.site, 'index.html'), 'new');
if (moment === 'half written') die();
fs.writeFileSync(join(staging.site, 'deep', 'page.html'), 'new too');
await staging.swap('/', false);
staging.discard();
process.stdout.write('done\n');

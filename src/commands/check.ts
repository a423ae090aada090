// `npm run check`: everything that CI runs, one step after the other, all of them even when one fails.

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { command } from './command.ts';
import { parsed } from './options.ts';
import { projectFolder } from './project.ts';
import { exitCodes } from './usage.ts';

interface Step {
  readonly name: string;
  /** A package of node_modules, the program in it, and its words. */
  readonly program: readonly [packageName: string, file: string, ...words: string[]];
}

/** The walls and the tests are vitest's; the toolkit is type-checked once more, without the browser's types. */
const steps: readonly Step[] = [
  { name: 'types', program: ['astro', 'bin/astro.mjs', 'check'] },
  { name: 'types of the toolkit', program: ['typescript', 'bin/tsc', '--project', 'src/study', '--noEmit'] },
  { name: 'lint', program: ['eslint', 'bin/eslint.js', '--max-warnings', '0', '.'] },
  { name: 'format', program: ['prettier', 'bin/prettier.cjs', '--check', '.'] },
  { name: 'walls and tests', program: ['vitest', 'vitest.mjs', 'run'] },
];

const help = `npm run check

Types, lint, format, walls and tests: all that CI runs. Ends with 1 when one of them fails.`;

await command('check', help, ({ words }) => {
  parsed(words, {});
  const failed = steps.filter((step) => !passes(step)).map((step) => step.name);
  process.stdout.write(failed.length === 0 ? 'check: all passed\n' : `check: failed: ${failed.join(', ')}\n`);
  return Promise.resolve(failed.length === 0 ? exitCodes.done : exitCodes.failed);
});

function passes({ name, program: [packageName, file, ...words] }: Step): boolean {
  process.stdout.write(`\n— ${name}\n`);
  const folder = dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
  const { status } = spawnSync(process.execPath, [join(folder, file), ...words], {
    cwd: projectFolder,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return status === 0;
}

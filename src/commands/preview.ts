// `npm run preview`: serves the site as it was last built.

import { command } from './command.ts';
import { buildUsage, readBuildOptions } from './options.ts';
import { standingFolder } from './project.ts';
import { serveUntilEnd } from './serve-until-end.ts';
import { builtBase, recover } from './staging.ts';
import { UsageError } from './usage.ts';

await command('preview', `npm run preview -- [--out DIR] [--port N]\n\n${buildUsage}`, async ({ words, env, cwd }) => {
  const { out, port } = readBuildOptions(words, env, standingFolder(env, cwd));
  await recover(out);
  const base = builtBase(out);
  if (base === undefined)
    throw new UsageError(`There is no site of Catena's in ${out}. Build it first: npm run build.`);
  return serveUntilEnd(out, base, port);
});

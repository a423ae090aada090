// `npm start`: builds the study and serves it.

import { buildSite } from './build-site.ts';
import { command } from './command.ts';
import { buildUsage, readBuildOptions } from './options.ts';
import { standingFolder } from './project.ts';
import { serveUntilEnd } from './serve-until-end.ts';
import { exitCodes } from './usage.ts';

await command('start', `npm start -- [options]\n\n${buildUsage}`, async ({ words, env, cwd }) => {
  const options = readBuildOptions(words, env, standingFolder(env, cwd));
  const code = await buildSite(options);
  return code === exitCodes.done ? serveUntilEnd(options.out, options.base, options.port) : code;
});

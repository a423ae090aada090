// `npm run build -- [options]`: notes in, website out.

import { buildSite } from './build-site.ts';
import { command } from './command.ts';
import { buildUsage, readBuildOptions } from './options.ts';
import { standingFolder } from './project.ts';

await command('build', `npm run build -- [options]\n\n${buildUsage}`, ({ words, env, cwd }) =>
  buildSite(readBuildOptions(words, env, standingFolder(env, cwd))),
);

// `npm run dev`: the site as it would be built now. An edited note, codebook or model shows on the next request.

import { command } from './command.ts';
import { startLive } from './live-server.ts';
import { buildUsage, readBuildOptions } from './options.ts';
import { standingFolder } from './project.ts';
import { exitCodes } from './usage.ts';

await command('dev', `npm run dev -- [options]\n\n${buildUsage}`, async ({ words, env, cwd }) => {
  const live = await startLive(readBuildOptions(words, env, standingFolder(env, cwd)));
  process.stdout.write(`${live.address}\n`);
  await new Promise<void>((done) => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });
  await live.stop();
  return exitCodes.done;
});

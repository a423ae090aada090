// In: a built site. Out: it is served, its address printed, until SIGINT or SIGTERM.

import { serve } from './serve.ts';
import { exitCodes } from './usage.ts';

export async function serveUntilEnd(site: string, base: string, port: number | null): Promise<number> {
  const serving = await serve(site, base, port);
  process.stdout.write(`${serving.address}\n`);
  await new Promise<void>((done) => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });
  await serving.close();
  return exitCodes.done;
}

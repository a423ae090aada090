// In: what a command does. Out: its exit code, with every failure said in one place: usage in a sentence, our own mistakes with a trace.

import { visible } from '#study';
import { exitCodes, UsageError } from './usage.ts';

export interface Call {
  /** The words after the command's name. */
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/** `help` is printed for `--help`, and pointed at after a UsageError. */
export async function command(name: string, help: string, work: (call: Call) => Promise<number>): Promise<void> {
  quietPipes();
  const words = process.argv.slice(2);
  if (words.includes('--help') || words.includes('-h')) {
    process.stdout.write(`${help.trimEnd()}\n`);
    return;
  }
  try {
    refuseSwallowedFlags(process.env);
    process.exitCode = await work({ words, env: process.env, cwd: process.cwd() });
  } catch (error) {
    process.exitCode = explain(name, error);
  }
}

/** Flags of Catena's that npm does not know itself. Without `--` before them it keeps them, and another study would be read or written. */
const ownFlags = ['study', 'out', 'site', 'base', 'model', 'strict', 'frozen', 'frames', 'port'] as const;

function refuseSwallowedFlags(env: Call['env']): void {
  const flag = ownFlags.find((name) => env[`npm_config_${name}`] !== undefined);
  if (flag === undefined) return;
  throw new UsageError(`npm took --${flag} for itself. Write -- before Catena's own options: -- --${flag} …`);
}

/** What the machine refuses is said in its own sentence; a trace would only hide it. */
const refusals: ReadonlySet<unknown> = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
  'EDQUOT',
  'EIO',
  'EMFILE',
  'EADDRINUSE',
]);

function explain(name: string, error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${visibleLines(error.message)}\nnpm run ${name} -- --help says how it is called.\n`);
    return exitCodes.usage;
  }
  const refused = error instanceof Error && 'code' in error && refusals.has(error.code);
  const text = error instanceof Error && !refused ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${name} did not end as it should; nothing was replaced.\n${visibleLines(text)}\n`);
  return exitCodes.failed;
}

/** Names of files, folders and ids are said back; they may hold anything. */
const visibleLines = (text: string): string => text.split('\n').map(visible).join('\n');

/** `npm run find … | head` closes our pipe early: no reason for a trace. */
function quietPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
  }
}

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
    process.exitCode = await work({ words, env: process.env, cwd: process.cwd() });
  } catch (error) {
    process.exitCode = explain(name, error);
  }
}

function explain(name: string, error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${visibleLines(error.message)}\nnpm run ${name} -- --help says how it is called.\n`);
    return exitCodes.usage;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
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

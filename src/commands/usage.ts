// Out: the error for a command that was called in a way that cannot be right. It ends with exit code 2 and its one sentence.

export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Exit codes of every command: done, failed (ours or `--strict`), called wrongly. */
export const exitCodes = { done: 0, failed: 1, usage: 2 } as const;

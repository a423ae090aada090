// In: what must be cleared away. Out: the process ends on SIGINT, SIGTERM and SIGHUP as the shell expects, with that done first.

const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Gives the function that stops watching. */
export function endWith(clear: () => void): () => void {
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const handlers = names.map((name) => {
    const handler = (): void => {
      try {
        clear();
      } finally {
        process.exit(codes[name]);
      }
    };
    process.on(name, handler);
    return { name, handler };
  });
  return () => {
    for (const { name, handler } of handlers) process.off(name, handler);
  };
}

// Out: what parts of a build cost, for the summary and the bench.

export interface Cost {
  readonly seconds: number;
  /** Of this process with its threads, not of its children. */
  readonly cpuSeconds: number;
}

/** Gives the cost since it was last asked. */
export function stopwatch(): () => Cost {
  let time = performance.now();
  let cpu = process.cpuUsage();
  return () => {
    const seconds = (performance.now() - time) / 1000;
    const used = process.cpuUsage(cpu);
    time = performance.now();
    cpu = process.cpuUsage();
    return { seconds, cpuSeconds: (used.user + used.system) / 1_000_000 };
  };
}

/** `notes 0.5 s (0.6 CPU), pages 2.1 s (2.4 CPU)` */
export const costWords = (parts: Readonly<Record<string, Cost>>): string =>
  Object.entries(parts)
    .map(([name, { seconds, cpuSeconds }]) => `${name} ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} CPU)`)
    .join(', ');

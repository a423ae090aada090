// Out: the environment without what npm and vitest put into it: commands under test run as from a shell.

export const cleanEnvironment: Readonly<Record<string, string | undefined>> = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD|STUDY|VITEST|NODE_ENV)/.test(name)),
);

// Three projects: `unit` (the toolkit and the commands), `site` (builds samples), `browser` (Playwright). Two cores are enough for all.

import { defineConfig } from 'vitest/config';

const slow = ['tests/site/**/*.test.ts', 'tests/commands/**/*.test.ts'];
const browser = ['tests/browser/**/*.test.ts'];

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: ['./tests/global-setup.ts'],
    reporters: ['default', './tests/closing-line.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: [...slow, ...browser], testTimeout: 60_000 },
      },
      { extends: true, test: { name: 'site', include: slow, testTimeout: 180_000, hookTimeout: 180_000 } },
      {
        extends: true,
        // A page on a busy machine takes longer than the second that `expect.poll` would wait.
        test: {
          name: 'browser',
          include: browser,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});

// Every page is valid HTML, by the checker that the W3C runs.

import { execFile, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { builtSite } from '../built-site.ts';

// The package gives the path of its jar, and no types.
const vnuJar = createRequire(import.meta.url)('vnu-jar') as string;
const java = spawnSync('java', ['-version']).status === 0;

/** CSP 3 has this source expression; the checker knows CSP 2. */
const newerThanChecker = `Expecting source-expression but found "'wasm-unsafe-eval'"`;

interface Finding {
  readonly type: string;
  readonly url: string;
  readonly lastLine?: number;
  readonly message: string;
}

describe('the pages of the embedded study', () => {
  it.skipIf(!java)('are valid HTML (skipped: the checker needs Java)', async () => {
    const site = await builtSite('content');
    const words = ['-Xss8m', '-jar', vnuJar, '--exit-zero-always', '--format', 'json', '--skip-non-html', site];
    const { stderr } = await promisify(execFile)('java', words, { maxBuffer: 256 * 1024 * 1024 });
    const { messages } = JSON.parse(stderr) as { messages: readonly Finding[] };
    const faults = messages.filter(({ type, message }) => type !== 'info' && !message.includes(newerThanChecker));
    const lines = faults.map(
      ({ url, lastLine, message }) => `${url.slice(url.indexOf('/content/'))}:${lastLine ?? 0}: ${message}`,
    );
    expect([...new Set(lines)].slice(0, 50)).toEqual([]);
  });
});

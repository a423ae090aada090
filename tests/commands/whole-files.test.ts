// What another process has said to have written is read only when it is there.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { untilWhole } from '../../src/commands/whole-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catena-whole-'));
  mkdirSync(join(folder, 'fragment'));
  writeFileSync(join(folder, 'entry.json'), '{}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('waits for a file that is still empty', async () => {
  const late = join(folder, 'fragment', 'late');
  writeFileSync(late, '');
  let filled = false;
  setTimeout(() => {
    writeFileSync(late, 'bytes');
    filled = true;
  }, 60);
  await untilWhole(folder);
  expect(filled).toBe(true);
});

it('does not wait for ever', async () => {
  writeFileSync(join(folder, 'fragment', 'never'), '');
  await expect(untilWhole(folder, 60)).rejects.toThrow(/never empty/);
});

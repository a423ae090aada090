// Before all tests: one temporary folder for the sites that tests share. After all tests: it is gone.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'catena-tests-'));
  process.env['CATENA_TEST_SITES'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

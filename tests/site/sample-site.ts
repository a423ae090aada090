// In: a study. Out: its site in a temporary folder, built as the command builds it, for tests that read pages or open them in a browser.
// By hand: `npx node tests/site/sample-site.ts /tmp/sample` builds the invented study of the export tests.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { publish, type Published } from '../../src/commands/publish.ts';
import type { Edition } from '../../src/site/study.ts';
import { sampleStudy } from '../exports/sample-study.ts';

export interface SampleSite extends Published {
  readonly remove: () => void;
}

export const sampleEdition = (changed: Partial<Edition> = {}): Edition => ({
  study: sampleStudy(),
  base: '/',
  site: '',
  excerptPages: true,
  directory: join(tmpdir(), 'no-such-study'),
  reading: 0,
  ...changed,
});

export async function sampleSite(edition: Edition, out?: string): Promise<SampleSite> {
  const folder = out === undefined ? mkdtempSync(join(tmpdir(), 'catena-site-')) : undefined;
  const site = out ?? join(folder ?? '', 'site');
  const published = await publish(edition, {
    out: site,
    force: false,
    search: true,
    exports: true,
    progress: () => {},
  });
  return { ...published, remove: () => rmSync(folder ?? site, { recursive: true, force: true }) };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { out, pages, exports, records } = await sampleSite(sampleEdition(), process.argv[2] ?? '/tmp/sample');
  console.log(`${out}: ${pages} pages, ${exports} export files, ${records} search records`);
}

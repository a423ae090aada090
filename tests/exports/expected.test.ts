// What each format looks like: the sample study, written out. A change of a file here is a change that readers of the format will see.

import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { annotations } from '../../src/study/exports/annotations.ts';
import { codesCsv } from '../../src/study/exports/codes-csv.ts';
import { dataPackage } from '../../src/study/exports/datapackage.ts';
import { excerptsCsv } from '../../src/study/exports/excerpts-csv.ts';
import { feed } from '../../src/study/exports/feed.ts';
import type { ExportFormat } from '../../src/study/exports/format.ts';
import { codesGraphml } from '../../src/study/exports/graphml.ts';
import { llmsTxt } from '../../src/study/exports/llms-txt.ts';
import { refiCodebook } from '../../src/study/exports/refi-codebook.ts';
import { refiProject } from '../../src/study/exports/refi-project.ts';
import { sitemap } from '../../src/study/exports/sitemap.ts';
import { sourcesCsv } from '../../src/study/exports/sources-csv.ts';
import { studyJson } from '../../src/study/exports/study-json.ts';
import { vault } from '../../src/study/exports/vault.ts';
import { sampleContext } from './sample-study.ts';

/** Line ends of CSV are tested elsewhere; here they would depend on how the file was checked out. */
function written(format: ExportFormat, inZip?: RegExp): string {
  const file = [...format.files(sampleContext())][0];
  const bytes = Buffer.concat([...(file?.write() ?? [])].map((piece) => Buffer.from(piece as Uint8Array))); // a string is taken as UTF-8
  if (inZip === undefined) return bytes.toString('utf8').replaceAll('\r\n', '\n');
  const files = unzipSync(bytes);
  const path = Object.keys(files).find((name) => inZip.test(name)) ?? '';
  return new TextDecoder().decode(files[path]);
}

describe('the sample study is written', () => {
  it.each([
    ['sources.csv', sourcesCsv],
    ['excerpts.csv', excerptsCsv],
    ['codes.csv', codesCsv],
    ['datapackage.json', dataPackage],
    ['study.json', studyJson],
    ['codebook.qdc', refiCodebook],
    ['annotations.jsonld', annotations],
    ['codes.graphml', codesGraphml],
    ['sitemap.xml', sitemap],
    ['feed.xml', feed],
    ['llms.txt', llmsTxt],
  ])('as %s', async (name, format) => {
    await expect(written(format)).toMatchFileSnapshot(`expected/${name}`);
  });

  it.each([
    ['project.qde', refiProject, /^project\.qde$/],
    ['vault-source.md', vault, /^sources\/s6\.md$/],
    ['vault-code.md', vault, /^codes\/access_control\.md$/],
    ['vault-start.md', vault, /^Start here\.md$/],
  ])('as %s in its zip', async (name, format, path) => {
    await expect(written(format, path)).toMatchFileSnapshot(`expected/${name}`);
  });
});

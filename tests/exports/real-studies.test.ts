// The exports of whole studies: our own, and real field notes where they lie beside the project.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { buildStudy } from '../../src/study/build-study.ts';
import { publicStudy } from '../../src/study/derive/publish.ts';
import { formats } from '../../src/study/exports/index.ts';
import { refiProject } from '../../src/study/exports/refi-project.ts';
import { writeStudyJson } from '../../src/study/exports/study-json.ts';
import { studySchema } from '../../src/study/exports/study-schema.ts';
import type { Study } from '../../src/study/model/study.ts';
import { studyFromJson } from '../../src/study/read-study-json.ts';
import { all, parseXml } from './refi/parse-xml.ts';
import { sampleContext, sampleStudy } from './sample-study.ts';
import { closed } from './study-json/closed-schema.ts';

const content = fileURLToPath(new URL('../../content', import.meta.url));
const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const schemaFile = join(shared, 'schemas/Project-mrt2019.xsd');

describe.each([
  ['our own study', content],
  ['the seeds', join(shared, 'studies/seeds')],
  ['49 real notes', join(shared, 'studies/self-serve-platform/notes')],
])('the exports of %s (skipped where it is missing)', (_name, directory) => {
  const missing = !existsSync(directory);
  let study: Study = sampleStudy();
  let json = '';
  beforeAll(async () => {
    if (missing) return;
    study = publicStudy((await buildStudy({ directory })).study);
    json = [...writeStudyJson(study)].join('');
  });

  it.skipIf(missing)('have a study.json whose every field the published schema names', () => {
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(closed(studySchema));
    validate(JSON.parse(json));
    expect(validate.errors ?? []).toEqual([]);
  });

  it.skipIf(missing)('are the same when they are written from study.json alone', () => {
    const { study: read, problems } = studyFromJson(json);
    expect(problems).toEqual([]);
    if (read === null) throw new Error('not read');
    const again = publicStudy(read);
    const written = (one: Study) =>
      formats.flatMap(
        (format) =>
          [...format.files(sampleContext(one))].map(
            (file) =>
              [file.path, Buffer.concat([...file.write()].map((piece) => Buffer.from(piece as Uint8Array)))] as const,
          ), // a string is taken as UTF-8
      );
    const before = written(study);
    const after = new Map(written(again));
    expect([...after.keys()]).toEqual(before.map(([path]) => path));
    for (const [path, bytes] of before) expect(after.get(path)?.equals(bytes), path).toBe(true);
  });

  it.skipIf(missing)('select in the coding project exactly the text of each coded excerpt', () => {
    const file = [...refiProject.files(sampleContext(study))][0];
    const zip = unzipSync(Buffer.concat([...(file?.write() ?? [])].map((piece) => Buffer.from(piece as Uint8Array)))); // all pieces are bytes
    const text = (path: string): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(zip[path]);
    let selected = 0;
    for (const source of all(parseXml(text('project.qde')), 'TextSource')) {
      const characters = [...text(source.attributes['plainTextPath']?.replace('internal://', 'sources/') ?? '')];
      for (const { attributes } of all(source, 'PlainTextSelection')) {
        const words = characters.slice(Number(attributes['startPosition']), Number(attributes['endPosition'])).join('');
        expect(words).toBe(study.excerptById.get(attributes['name'] ?? '')?.text);
        selected += 1;
      }
    }
    expect(selected).toBeGreaterThan(20);
  });

  it.skipIf(missing || !existsSync(schemaFile))(
    'have a coding project that is valid against the standard',
    async () => {
      const file = [...refiProject.files(sampleContext(study))][0];
      const zip = unzipSync(Buffer.concat([...(file?.write() ?? [])].map((piece) => Buffer.from(piece as Uint8Array)))); // all pieces are bytes
      const result = await validateXML({
        xml: [{ fileName: 'project.qde', contents: new TextDecoder().decode(zip['project.qde']) }],
        schema: [{ fileName: 'project.xsd', contents: readFileSync(schemaFile, 'utf8') }],
        initialMemoryPages: 2048,
        maxMemoryPages: 8192,
      });
      expect(result.errors.map(({ message }) => message)).toEqual([]);
    },
  );
});

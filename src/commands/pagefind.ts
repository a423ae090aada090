// In: an edition. Out: Pagefind's index of it in a folder: one record an excerpt, so that it is found by its own codes.

import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex, type CustomRecord } from 'pagefind';
import { excerptAnchor, excerptPath, type Excerpt, type Source } from '#study';
import type { Edition } from '../site/study.ts';
import { canonicalise } from './canonical-index.ts';
import { untilWhole } from './whole-files.ts';

/** Gives the number of records. `folder` is the site's `pagefind/`. */
export async function writeSearchIndex(
  edition: Edition,
  folder: string,
  progress: (done: number) => void,
): Promise<number> {
  const { index, errors } = await createIndex({ verbose: false });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join(' ')}`);
  try {
    let done = 0;
    for (const record of searchRecords(edition)) {
      const added = await index.addCustomRecord(record);
      if (added.errors.length > 0) throw new Error(`Pagefind refused ${record.url}: ${added.errors.join(' ')}`);
      progress(++done);
    }
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw new Error(`Pagefind did not write its index: ${written.errors.join(' ')}`);
    await untilWhole(folder);
    dropUnused(folder);
    canonicalise(folder);
    return done;
  } finally {
    await close();
  }
}

export function* searchRecords(edition: Edition): Iterable<CustomRecord> {
  const { study, excerptPages } = edition;
  const language = (study.settings.language.split('-')[0] ?? '') || 'en';
  for (const source of study.sources) {
    for (const excerpt of source.excerpts) {
      if (excerpt.withheld !== undefined || excerpt.text.trim() === '') continue;
      const url = excerptPages ? excerptPath(excerpt.id) : excerptAnchor(source.id, excerpt.id);
      const meta = { title: excerpt.id, source: source.title || source.id, number: String(excerpt.number) };
      yield { url, content: excerpt.text, language, meta, filters: filtersOf(edition, source, excerpt) };
    }
  }
}

/** Filters without a value are left out: Pagefind counts what is there. */
function filtersOf({ study }: Edition, source: Source, excerpt: Excerpt): Record<string, string[]> {
  const codes = excerpt.passage === null ? [] : (study.passageById.get(excerpt.passage)?.codes ?? []);
  const kinds = codes.map((code) => study.codeById.get(code)?.kind ?? '');
  const filters = {
    code: codes,
    kind: kinds,
    source: [source.id],
    type: [source.sourceType],
    speaker: [excerpt.speaker ?? ''],
    author: [source.authorType],
    coded: [codes.length > 0 ? 'yes' : 'no'],
  };
  return Object.fromEntries(
    Object.entries(filters)
      .map(([name, values]) => [name, [...new Set(values)].filter((value) => value.trim() !== '')] as const)
      .filter(([, values]) => values.length > 0),
  );
}

/** Pagefind's own interfaces write filter values as HTML; the site's search element uses its script alone. */
function dropUnused(folder: string): void {
  const entry: unknown = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8'));
  const used = new Set(['pagefind.js', 'pagefind-worker.js', 'pagefind-entry.json', ...wasmFiles(entry)]);
  for (const file of readdirSync(folder, { withFileTypes: true })) {
    if (file.isFile() && !used.has(file.name) && !file.name.endsWith('.pf_meta')) rmSync(join(folder, file.name));
  }
}

function wasmFiles(entry: unknown): readonly string[] {
  const languages = typeof entry === 'object' && entry !== null && 'languages' in entry ? entry.languages : {};
  return Object.values(languages ?? {}).map((language: unknown) => {
    const wasm = typeof language === 'object' && language !== null && 'wasm' in language ? language.wasm : null;
    return `wasm.${typeof wasm === 'string' ? wasm : 'unknown'}.pagefind`;
  });
}

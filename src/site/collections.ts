// In: the edition being published. Out: loaders for the collections `sources`, `codes` and `pages`.
// A loader starts from an empty store, so that nothing stays of what was taken out of the study.

import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { publishedEdition, type Edition } from '#site/study.ts';

interface Entry {
  readonly id: string;
  readonly data: Record<string, unknown>;
  readonly digest: string;
}

export const sources = (): Loader => fromStudy('catena-sources', sourceEntries);
export const codes = (): Loader => fromStudy('catena-codes', codeEntries);

/** Prose of the study's own `pages/` folder, which may lie anywhere or be absent. */
export function prosePages(): Loader {
  return {
    name: 'catena-pages',
    async load(context) {
      const edition = publishedEdition();
      context.store.clear();
      if (!edition) return;
      const base = join(edition.directory, 'pages');
      const files = proseFiles(base);
      if (files.length === 0) return;
      await glob({ base: pathToFileURL(base + sep), pattern: files.map(literal) }).load(context);
    },
  };
}

function fromStudy(name: string, entriesOf: (edition: Edition) => Iterable<Entry>): Loader {
  return {
    name,
    async load(context: LoaderContext) {
      const edition = publishedEdition();
      context.store.clear();
      if (!edition) return;
      for (const { id, data, digest } of entriesOf(edition)) {
        context.store.set({ id, data: await context.parseData({ id, data }), digest });
      }
    },
  };
}

function* sourceEntries({ study }: Edition): Iterable<Entry> {
  const digests = new Map(study.files.map((file) => [file.path, file.sha256]));
  for (const source of study.sources) {
    const digest = digests.get(source.file) ?? '';
    yield { id: source.id, data: { file: source.file, title: source.title }, digest };
  }
}

function* codeEntries({ study }: Edition): Iterable<Entry> {
  for (const { slug, id, label, kind } of study.codes) {
    const data = { code: id, label, kind };
    yield { id: slug, data, digest: createHash('sha256').update(JSON.stringify(data)).digest('hex') };
  }
}

/** Paths of `.mdx` and `.md` files below a folder, in code-point order; links are not followed. */
function proseFiles(folder: string): readonly string[] {
  let found;
  try {
    found = readdirSync(folder, { withFileTypes: true, recursive: true });
  } catch {
    return [];
  }
  return found
    .filter((entry) => entry.isFile() && addressable.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** A page's address is its file's name: letters, digits, dots, hyphens and underscores. */
const addressable = /^[A-Za-z0-9][\w.-]*\.mdx?$/;
const literal = (path: string): string => path.replace(/[[\](){}*?!+@\\]/g, '\\$&');

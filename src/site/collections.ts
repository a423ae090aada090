// In: the edition being published. Out: loaders for the collections `sources`, `codes` and `pages`.
// A loader starts from an empty store, so that nothing stays of what was taken out of the study.

import { createHash } from 'node:crypto';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { readProse } from '#site/prose.ts';
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
      const { pages } = await readProse(edition);
      if (pages.length === 0) return;
      await glob({ base: pathToFileURL(base + sep), pattern: pages.map(literal) }).load(context);
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

const literal = (path: string): string => path.replace(/[[\](){}*?!+@\\]/g, '\\$&');
